import { phrases } from './_pattern.js';

/** Words that begin sentences with a capital and are no names. */
export const littleWords: ReadonlySet<string> = new Set(
  phrases(`
  a, à, au, aux, avec, aucun, aucune, autre, autres, après, avant, ainsi, alors, aussi, aujourd, bien, ce, ces, cet, cette, cela, celui, ceux, c, chaque, chez, comme, comment, contre, d, dans, de, depuis, derrière, des, deux, dès, du, elle, elles, en, entre, encore, enfin,
  est, et, face, fondée, fondé, hier, ici, il, ils, j, jamais, je, l, la, le, les, leur, leurs, lors, lorsque, mais, malgré, même, mes, mon, n, ne, ni, nos, notre, nous, on, or, ou, où, outre, par, parce, parmi, pas, pendant, personne, plus, plusieurs, pour, pourquoi, pourtant, près, puis, qu, quand,
  quant, que, quel, quelle, quelques, qui, quoi, résultat, rien, s, sa, sans, sauf, se, selon, ses, si, soit, son, sous, sur, surtout, tandis, tant, tous, tout, toute, toutes, toutefois, très, trois, un, une, vers, voici, vos, votre, vous, y, deuxième, certains, certaines, source, grâce, quatre, cinq, six,
  about, above, according, after, again, against, all, also, although, among, an, analysts, and, another, any, are, as, at, back, because, been, before, both, but, by, can, could, despite, did, do, does, each, earlier, engineers, even, every, few, figures, for, four, founded, former, from, had, has, have, he, her, here,
  his, how, however, i, if, in, instead, is, it, its, just, last, late, later, local, many, may, meanwhile, more, most, my, new, no, nobody, none, not, now, of, on, once, one, only, other, our, out, over, people, rather, researchers, say, seven, several, she, since, so, some, sources, staff, still, such, ten, than, that, the,
  their, them, then, there, these, they, this, those, though, three, to, today, two, under, unlike, until, up, was, we, were, what, when, where, whether, which, while, who, why, will, with, within, without, would, yes, yesterday, yet, you, your, demand, shares, talks`),
);

/** Days, months, places and peoples: capitalised, and neither persons nor firms. */
export const properNouns: ReadonlySet<string> = new Set(
  phrases(`
  monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, may, june, july, august, september, october, november, december, lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre,
  france, paris, lyon, marseille, toulouse, nantes, lille, bordeaux, nice, grenoble, strasbourg, rennes, montpellier, europe, bruxelles, brussels, genève, geneva, zurich, berlin, munich, london, londres, leeds, cork, dublin, edinburgh, manchester, oxford, cambridge, montréal, montreal, toronto, vancouver, ottawa, québec, canada,
  états-unis, america, american, amérique, californie, california, texas, austin, boston, chicago, seattle, washington, new york, san francisco, palo alto, mountain view, menlo park, silicon valley, los angeles, denver, miami, atlanta, virginia, carolina, georgia, florida, nevada, oregon, utah, china, chine, pékin, beijing, shanghai,
  shenzhen, hangzhou, hong kong, taiwan, taipei, japan, japon, tokyo, osaka, korea, corée, séoul, seoul, india, inde, bangalore, bengaluru, hyderabad, mumbai, delhi, singapore, singapour, israel, israël, tel aviv, dubai, dubaï, abu dhabi, golfe, gulf, australia, sydney, melbourne, germany, allemagne, spain, espagne, madrid, barcelona, italy, italie,
  milan, rome, suisse, switzerland, belgique, belgium, netherlands, pays-bas, amsterdam, sweden, suède, stockholm, norway, norvège, oslo, denmark, danemark, copenhagen, finland, helsinki, poland, varsovie, warsaw, russia, russie, moscow, moscou, ukraine, brazil, brésil, mexico, afrique, africa, asie, asia, wall street, south, north, east, west, nord, sud, est, ouest, internet,
  english, french, german, european, européen, européenne, chinese, british, britain, uk, us, usa, eu, ue, onu, ai, ia, ceo, pdg, cto, cfo, it, tech`),
);
