import { cues } from './_cues.js';
import { littleWords, properNouns } from './_little.js';
import { posts } from './_media.js';
import { casesNouns, firmNouns, otherNouns, peopleNouns } from './_nouns.js';
import { phrases } from './_pattern.js';
import { companyNouns, firmWords, honorifics, officeNouns, workNouns } from './_roles.js';
import {
  accordingTo,
  firmPronouns,
  namelessSources,
  papers,
  personPronouns,
  sayingVerbs,
  spokesNouns,
} from './_verbs.js';

const wordsOf = (lists: readonly (readonly string[])[]): readonly string[] =>
  lists.flat().flatMap((phrase) => phrase.toLowerCase().split(/[\s'’*]+/));

/** Words that are written with a capital and name neither a person nor a firm: peoples, feasts, institutions, products, schools, terms. */
export const capitalWords: ReadonlySet<string> = new Set([
  ...properNouns,
  ...wordsOf([posts]),
  ...wordsOf([[...properNouns].filter((name) => name.includes(' ') || name.includes('-'))]),
  ...phrases(`
  jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, janv, févr, avr, juil, déc, mon, tue, wed, thu, thur, thurs, fri, sat, sun,
  americans, américain, américaine, américains, américaines, europeans, européens, européennes, parisien, parisienne, parisiens, parisiennes, français, française, françaises, frenchman, germans, allemand, allemande, allemands, anglais, anglaise, britannique, britanniques, britons, chinois, chinoise, chinoises,
  indian, indians, indien, indienne, indiens, japanese, japonais, japonaise, korean, koreans, coréen, coréenne, coréens, italian, italians, italien, italienne, italiens, spanish, espagnol, espagnole, espagnols, swiss, suisses, belgian, belge, belges, canadian, canadians, canadien, canadienne, canadiens,
  australian, australien, dutch, néerlandais, néerlandaise, swedish, suédois, suédoise, danish, danois, norwegian, norvégien, finnish, finlandais, irish, irlandais, irlandaise, scottish, écossais, welsh, polish, polonais, polonaise, russian, russians, russe, russes, ukrainian, ukrainien, ukrainienne,
  israeli, israelis, israélien, israélienne, israéliens, israéliennes, arab, arabe, arabes, african, africain, africaine, africains, asian, asiatique, brazilian, brésilien, brésilienne, mexican, mexicain, singaporean, taiwanese, taïwanais, californian, californien, californienne, californiens, texan, western, eastern,
  états, unis, united, states, kingdom, royaume, uni, royaume-uni, england, angleterre, scotland, wales, ireland, irlande, portugal, lisbonne, lisbon, autriche, austria, vienna, vienne, grèce, greece, turkey, turquie, maroc, morocco, tunisie, algérie, egypt, égypte, nigeria, kenya, saudi, arabia, arabie, saoudite, qatar,
  vietnam, thailand, thaïlande, indonesia, indonésie, philippines, malaysia, malaisie, argentina, argentine, chile, chili, colombia, colombie, estonia, estonie, tallinn, prague, budapest, bucarest, hongrie, hungary, romania, roumanie, luxembourg, monaco, lausanne, neuchâtel, bâle, basel, francfort, frankfurt, hambourg,
  hamburg, turin, naples, bay, area, valley, coast, ville, île-de-france, bretagne, normandie, provence, alsace, saclay, station, defense, défense, san, francisco, palo, alto, menlo, mountain, view, city, street, avenue, house, blanche, maison-blanche, kremlin, bercy, matignon, élysée, bourse, état, congress, senate, sénat, assemblée,
  parliament, parlement, pentagon, pentagone, brexit, covid, covid-19, noël, christmas, easter, pâques, thanksgiving, nobel, turing, olympics, nasdaq, nyse, dow, jones, cac, ftse, euronext, dax, série, series, round, web, net, big, tech, gafam, gafa, faang, genai, gpt, claude, gemini, llama, copilot, siri, alexa, grok, bard,
  sora, dall-e, midjourney, iphone, ipad, mac, android, windows, azure, aws, ios, linux, python, pytorch, tensorflow, cuda, kubernetes, github, slack, zoom, excel, powerpoint, gmail, chrome, whatsapp, messenger, quest, phd, mba, msc, md, mds, mrd, mio, bn, usd, eur, gbp, chf, sec, ftc, doj, nda, ipo, h-1b, visa, ev, vc, hr, rh, rtt, cdi, cdd,
  mit, stanford, harvard, berkeley, princeton, yale, caltech, carnegie, mellon, oxbridge, polytechnique, centralesupélec, hec, essec, sorbonne, inria, cnrs, cea, eth, epfl, tsinghua, internet, earth, terre, lune, mars, dieu, god`),
]);

/** Words that begin sentences, or stand in titles, with a capital, and are else written small. */
export const smallWords: ReadonlySet<string> = new Set([
  ...[...littleWords].filter((word) => word.length > 1),
  ...wordsOf([peopleNouns, casesNouns, firmNouns, otherNouns]),
  ...wordsOf([companyNouns, firmWords, officeNouns, workNouns]),
  ...wordsOf([accordingTo, firmPronouns, namelessSources, papers, personPronouns, sayingVerbs, spokesNouns]),
  ...cues.flatMap(({ words }) => words.source.match(/\p{Ll}{3,}/gu) ?? []),
  ...phrases(`
  i, a, à, y, ô, l'un, l'une, d'autres, quelqu'un, jusqu'à, aujourd'hui, lorsqu'il, absent, absente, accepter, accusé, accusée, adieu, afin, aidé, ailleurs, année, années, appel, apparemment, arrivé, arrivée, arrivés, article, assez, attention, aucuns, auparavant, auprès, autant, autour, beaucoup, bienvenue, bilan, bonne, bonus, bref, brut, car, cadeau, cadres,
  cent, cents, cependant, certes, chacun, chacune, chers, chiffre, cinquante, combien, comité, conclusion, concernant, concrètement, conséquence, contacté, contactée, contactées, contactés, correction, côté, coup, créée, créé, curieux, d'abord, davantage, débauché, déjà, demain, départ, départs, dernier, dernière, dernières, derniers, désormais, dimanche, direction, dix, dommage,
  dont, double, douze, droit, durant, effet, également, embauche, embauches, émission, énième, ensemble, ensuite, entretien, enquête, erratum, est-ce, étonnant, euros, exemple, exit, faute, faut-il, fin, finalement, fini, fort, forte, forts, fuite, gros, grande, grand, grands, guerre, hausse, heureusement, huit, hors, idem, impossible, inutile, interrogé, interrogée, interrogés,
  jeudi, joint, jointe, joints, journaliste, juste, justement, lancée, lancé, là, là-bas, longtemps, lui, madame, mademoiselle, monsieur, maintenant, mauvaise, meilleur, meilleure, merci, mieux, mille, millions, milliards, moins, moitié, mystère, naturellement, né, née, néanmoins, neuf, nombre, nombreux, nombreuses, non, nouveau, nouvelle, nouvelles, nouveaux, nul, officiellement, onze, oui, page, pareil, passé, passée,
  patron, peu, peut-être, photo, pire, plutôt, point, possible, pourtant, première, premier, premiers, presque, preuve, prix, prime, prochain, promis, promesse, quarante, quinze, quoique, quotidien, rachat, rappel, rappelons, rare, rares, récemment, recrutement, recrutements, record, recrue, reste, restent, restait, retour, réponse, rumeur, salaire, salaires, sans, seize, sept, serait, seul, seule, seuls, signe, silence,
  sinon, sitôt, situation, sollicité, sollicitée, sollicités, soixante, soudain, souvent, sport, suite, surprise, talents, tel, telle, telles, tels, titre, tantôt, total, toujours, traduction, treize, trente, trop, vendredi, vingt, voilà, voir, vrai, vraiment, vu, x,
  speaking, asking, answering, writing, building, growing, using, including, talking, looking, going, starting, working, losing, leaving, thirds, quarters, fifths, tenths, thirds, tiers, quarts, absolutely, across, actually, add, almost, alone, along, already, alternatively, altogether, always, amid, analysis, announcement, anyone, anything, apart, apparently, asked, aside, average, away, base, based, best, better, between, beyond, bonus, bonuses, book, bosses, business, certainly, chief, chips, clearly, close, combined, companies, compared, compensation, congratulations, consider, contacted, correction, costs, critics,
  currently, cut, cuts, dear, deal, deals, dear, don't, doubled, down, dozens, during, editor, eight, eighteen, either, eleven, eleven, else, employees, enough, especially, eventually, ever, everybody, everyone, everything, exactly, executive, executives, exclusive, fewer, fifteen, fifty, finally, first, five, follow, following, forty, fresh, founders, further, generally, getting, give, given, global, go, good, great, half, head, headline, hello,
  help, hence, higher, hires, hiring, hundred, hundreds, importantly, indeed, industry, inside, interesting, interview, investors, job, jobs, join, joined, joining, lawyers, less, let, lets, like, likewise, look, losses, lots, low, made, make, makes, making, managers, markets, maybe, mean, median, megadeal, member, members, million, millions, moreover, moving, much, named, nearly, never, nevertheless, next, news, nine, nineteen, ninety, nor, note,
  nothing, number, numbers, obviously, officials, often, oh, okay, old, opinion, opposite, overall, part, pay, paying, packages, perhaps, phone, photo, please, plus, poaching, previously, private, profits, promises, quite, read, really, recent, recently, recruiters, recruiting, reporting, representatives, retention, rivals, roughly, round, salaries, scale, second, see, senior, separately, seventeen, seventy, shareholders, sign, similarly, sixteen, sixty,
  somebody, someone, something, sometimes, soon, start, startups, stock, subscribe, suddenly, sure, surely, take, talent, talking, tens, thank, thanks, third, thirteen, thirty, thousand, thousands, throughout, thus, together, top, total, trading, true, try, turnover, twelve, twenty, twice, unfortunately, updated, update, usually, vacancies, very, via, want, war, wars, watch, welcome, well, wages, whatever, whenever, whereas, whoever, whom, whose, wide, women, men, work, workers, world, worse, worth, wrong,
  year, years, zero, after-tax, ex, anti, sub, non, co, de, pre, post, mid`),
]);

/** Words that open sentences and are given or family names as well: with another name behind they are a name. */
export const doubleWords: ReadonlySet<string> = new Set(
  phrases(
    'will, may, mark, grant, chase, rose, bill, art, dean, sue, drew, guy, young, long, grand, petit, roman, christian',
  ),
);

/** Titles before a family name, as written. */
export const titleWords: ReadonlySet<string> = new Set([
  ...honorifics,
  ...phrases(
    'Miss, Madam, Madame, Mesdames, Messrs, Messrs., Mx, Mx., Professeur, Professeure, Docteur, Docteure, Doctor, Rev., Reverend, Père, Sister',
  ),
]);
