/** Words behind a name that say what a firm is or sells, so that many firms could bear them. */
const forms = list(`
  technologies, technology, tech, techs, technologie, technologien, tecnologia, tecnologias, tecnologie, teknoloji,
  software, softwares, softech, softwaretechnik, soft, solutions, solution, soluciones, solucoes, losungen, systems, system,
  systemes, sistemas, systeme, services, service, servicios, servicos, group, groupe, gruppe, grupo, gruppo, grup,
  groep, holding, holdings, international, internacional, internationale, global, worldwide, corporation, corporate,
  company, companies, enterprises, enterprise, consulting, consultants, consultancy, consultores, consulenza, conseil,
  industries, industrial, industry, networks, network, networking, digital, interactive, electronics, electronic, electric,
  communications, communication, telecom, telecommunications, telecommunication, online, web, internet, it, ict, it services,
  information, computer, computers, computing, data, informatica, informatique, informatik, engineering, engineers,
  development, developers, developer, dev, products, product, partners, associates, ventures, studios, studio, media, games,
  entertainment, design, designs, productions, agency, bank, financial, finance, financiere, insurance, payments, capital,
  investments, investment, management, business, org, com, io, careers, jobs, hq, official, platform, platforms, app,
  apps, mobile, security, securities, analytics, robotics, biotech, therapeutics, pharmaceuticals, pharma, diagnostics, medical,
  healthcare, health, energy, power, semiconductor, semiconductors, automation, automotive, motors, logistics, hotels,
  airlines, stores, retail, brands, foods, properties, marketing, advertising, learning, education, training, hosting,
  cloud, ai, saas, internet services, technical services, professional services, team, community, project, server,
  limited liability company, corp, inc, ltd, co, lab, labs, laboratories, laboratory, research, foundation, institute,
  organization, organisation, association, society, alliance, university, college, school, center, centre, space, works,
  projects, department, office, division, unit, consultancy services, business services, financial services, trading`);

/** Of those, the ones that name a part or a neighbour of a well-known firm rather than the firm. */
const units = list(`
  lab, labs, laboratories, laboratory, research, foundation, institute, university, college, school, center, centre, cloud, ai,
  bank, capital, ventures, venture, health, healthcare, energy, games, media, studios, studio, entertainment, security, data, pay,
  payments, motors, electronics, semiconductor, semiconductors, financial, insurance, association, society, alliance,
  robotics, education, automotive, networks, community, mobile, project, space, works, digital, telecom, marketing,
  department, office, division, unit, platform, platforms, interactive, analytics, apps, app, products, hosting, consultancy services,
  business services, web, online, internet, computing, computer, computers, information, engineering, careers, jobs, design, designs,
  productions, business, management, trading, securities, hotels, airlines, stores, brands, foods, properties, learning, training,
  biotech, therapeutics, diagnostics, power, automation, team, partners, associates, finance, financial services, organization, organisation, pharma,
  pharmaceuticals, logistics, retail, investments, investment, agency, medical`);

/** Countries, regions and large cities that follow a name, folded. */
const places = list(`
  africa, america, americas, north america, latin america, south america, latam, asia, asia pacific, apac, emea, europe, europa,
  eu, middle east, nordic, nordics, benelux, dach, uk, usa, us, u s, united states, united kingdom, great britain, england,
  scotland, wales, ireland, northern ireland, france, germany, deutschland, allemagne, austria, osterreich, switzerland,
  schweiz, suisse, italy, italia, spain, espana, portugal, belgium, belgique, belgie, netherlands, nederland, holland,
  luxembourg, denmark, danmark, sweden, sverige, norway, norge, finland, suomi, iceland, poland, polska, czech, czechia,
  czech republic, slovakia, hungary, magyarorszag, romania, bulgaria, serbia, croatia, slovenia, bosnia, greece, hellas,
  cyprus, malta, turkey, turkiye, ukraine, russia, belarus, estonia, latvia, lithuania, georgia, armenia, azerbaijan,
  kazakhstan, israel, egypt, morocco, tunisia, algeria, nigeria, kenya, ghana, ethiopia, south africa, uae, dubai,
  abu dhabi, saudi arabia, qatar, kuwait, bahrain, jordan, lebanon, iran, iraq, pakistan, india, bangladesh, sri lanka, nepal,
  china, hong kong, taiwan, japan, nippon, korea, south korea, vietnam, thailand, malaysia, singapore, indonesia, philippines,
  australia, new zealand, canada, mexico, brasil, brazil, argentina, chile, colombia, peru, uruguay, ecuador, costa rica,
  london, paris, berlin, munich, munchen, hamburg, vienna, wien, zurich, geneva, amsterdam, brussels, madrid, barcelona, lisbon,
  rome, milan, stockholm, copenhagen, oslo, helsinki, warsaw, prague, budapest, bucharest, moscow, kyiv, istanbul, tel aviv,
  bangalore, bengaluru, hyderabad, chennai, pune, mumbai, delhi, new delhi, beijing, shanghai, shenzhen, guangzhou, hangzhou,
  tokyo, osaka, seoul, sydney, melbourne, toronto, montreal, vancouver, ottawa, new york, nyc, boston, chicago, seattle,
  san francisco, sf, los angeles, austin, texas, california, silicon valley, northeast, northwest, sao paulo, buenos aires`);

/** Words too common to tell one organisation from another by themselves. */
const everyday = list(`
  a, about, academy, access, active, advanced, air, all, alpha, american, apple, applied, art, atlas, audio, auto, bay, beta, big,
  bit, black, blue, board, body, book, box, brand, bright, british, build, bureau, business, call, canadian, car, card, care,
  cash, central, change, chinese, city, clean, clear, click, code, coffee, common, connect, content, control, core, country,
  creative, crypto, custom, customer, day, deep, delta, deutsche, direct, doctor, domain, dream, dreams, drive, duke, east,
  easy, echo, edge, eight, element, empire, engine, entity, european, event, events, ever, exchange, expert, express, eye, face,
  fast, federal, field, fire, first, five, flex, flow, focus, food, force, forest, four, free, french, fresh, friends, full,
  fun, fusion, future, galaxy, game, general, german, global, go, gold, golden, good, government, great, green, grey, grid, ground,
  grow, growth, hand, happy, head, heart, help, hello, high, home, horizon, house, hub, human, i, idea, ideas, impact,
  independent, indian, infinity, innovation, innovations, innovative, insight, integrated, intelligent, inter, island, italian,
  japan, job, key, kids, king, lake, land, language, law, lead, leading, level, life, light, lime, line, link, lion, little,
  live, local, logic, london, loop, love, lucky, magic, main, map, marine, mark, market, markets, master, matrix, max,
  member, meta, metro, micro, mind, mini, mission, modern, moon, mountain, move, music, my, national, native, natural, naval,
  net, new, news, next, nine, no, noble, north, nova, now, ocean, off, old, omega, on, one, open, optimal, orange, orbit,
  orbital, order, origin, other, our, pacific, page, paper, park, path, pay, people, perfect, permanent, phoenix, photo, pixel,
  place, planet, play, plus, point, polar, post, practice, premier, primary, prime, print, private, pro, process, progress,
  project, public, pulse, pure, quantum, quest, quick, radio, rain, rapid, real, red, regional, remote, republic, right, ring,
  river, road, rock, room, royal, russian, safe, sale, sales, scale, science, sciences, scientific, sea, search, secure, senior,
  sense, seven, share, shop, show, signal, silver, simple, single, site, six, sky, smart, snow, social, solar, solid, sonic,
  source, south, spark, sport, sports, spring, square, stack, standard, star, stars, start, state, station, stone, storage, store,
  story, stream, street, strong, student, studio, summit, sun, super, sure, sustainable, swift, swiss, synergy, talent, team,
  ten, test, the, think, three, tiger, time, top, total, touch, tower, town, track, trade, trading, trans, transport, travel, tree,
  true, trust, turtles, two, union, united, unity, universal, up, urban, value, vector, venture, via, video, view, village, virtual,
  vision, voice, walk, water, wave, waves, way, we, west, western, white, wild, wind, wise, wonder, wood, word, work,
  world, x, yellow, yes, you, young, your, zero, zone, zoom, sigma, gamma, titan, apollo, sapphire, diamond, crystal,
  adaptive, agile, allocate, ambassador, anchor, animal, arrow, aurora, automatic, axis, banco, bank, banque, bear, beacon, binary,
  blink, bloom, bold, bolt, bond, boost, bridge, broad, campus, canvas, capital, castle, catalyst, chain, champion, charter,
  choice, circle, cirrus, citadel, civil, clarity, class, clever, cloud, cobalt, cognitive, comet, command, commerce, commonwealth,
  compass, complete, computer, concept, constant, container, continuum, coral, corner, cosmos, craft, crossover, crown, cube, current,
  dark, data, dimension, discover, discovery, distributed, double, dynamic, eagle, elastic, electric, elite, embedded, emerald, enable,
  energy, essential, evolve, evolution, exact, explore, falcon, family, farm, fedora, figure, final, finance, flame, fleet, float,
  forge, form, formula, forum, foundation, foundry, fox, frame, freedom, frontier, fuel, gate, gateway, generation, genesis, genius, giant,
  glass, gorilla, grand, graph, gravity, guardian, guide, harbor, harmony, hash, hawk, health, hero, history, hive, host, hybrid, hyper,
  icon, imagine, industry, inform, initial, inside, inspire, instant, institute, instituto, integral, interface, international, iron,
  jaguar, journey, jump, just, keep, keystone, knowledge, learn, legacy, legend, legal, liberty, liquid, list, local, locus, long, lotus,
  loyal, lucid, lunar, machine, maker, marathon, marble, mercury, merit, method, million, mint, mirror, mix, model, momentum, monitor,
  mosaic, motion, motive, multi, mutual, neo, neon, network, node, north, notion, oak, object, observe, office, olive, omni, online,
  opera, optic, orchard, organic, osprey, outside, oxygen, palm, panda, pantheon, paragon, parallel, partner, patch, peak, pearl,
  phone, pilot, pine, pioneer, pivot, plain, platform, platinum, pocket, portal, positive, power, prague, precise, precision, presence,
  prism, product, profile, prospect, proton, provide, puzzle, quality, quant, raven, reach, reason, recurse, relay, reply, resource,
  response, result, rise, robot, rocket, root, rose, route, safari, sage, salt, savvy, school, scout, script, seed, segment, select, service,
  shape, shark, shell, shield, shift, shine, signature, silicon, skill, slide, smooth, software, solution, solve, soul, sound, space,
  special, spectrum, speed, sphere, spiral, spirit, splash, spot, sprint, sprout, stable, stage, stealth, steel, stellar, straight,
  strategic, strategy, structure, style, sugar, support, surf, surge, symphony, sync, system, table, tank, target, teach, technical, tempo,
  terra, thought, thread, thunder, tide, timber, toast, token, topic, torch, trail, transform, transition, triangle, tribe, trident,
  trinity, triple, tulip, turbo, twin, type, ultra, under, unique, unit, upside, valley, vantage, vault, vega, venus, verge, version, vertex,
  vertical, very, vibe, victory, viking, vista, vital, vivid, volt, voyage, wall, warehouse, weave, web, wildlife, window, wing,
  wizard, wolf, wonderful, worth, yard, zen, zenith, georgia, washington, virginia, columbia, oxford, cambridge, stanford, victoria,
  david, john, james, michael, robert, peter, paul, thomas, martin, daniel, marin, max, adam, alex, mark, simon, jack, sam, tom, epoch, iit, iiit, nit, iim, iiser, aiims, uc, ucl, suny, cuny, tu, fh, eth, epf, cern, ymca, un, eu, us`);

/** Words that bind, in the languages met; no letter of theirs stands in an acronym. */
export const binders: ReadonlySet<string> = new Set(
  list(`of, for, and, the, in, on, at, to, a, an, de, du, des, la, le, les, l, d, et, pour, und, fur, der, die, das, von, im, del, los,
    las, el, y, e, do, da, dos, das, per, di, della, dei, van, voor, het, en, och, og, i`),
);

/** Trades and places within a firm: `Data Scientist, Acme` is at Acme. */
const trades =
  /\b(?:engineer|developer|scientist|manager|consultant|intern|architect|analyst|designer|administrator|programmer|director|founder|cto|ceo|team|department|center|centre|lead)\b/;

const formSet = new Set(forms);
const unitSet = new Set(units);
const placeSet = new Set(places);
const everydaySet = new Set([...everyday, ...forms, ...places]);

/** How much is lost with a word or two at the end: a place or legal form nothing, a form little, a unit more; 0 where it belongs to the name. */
export function endingOf(words: string): 'place' | 'form' | 'unit' | null {
  if (placeSet.has(words)) return 'place';
  if (unitSet.has(words)) return 'unit';
  return formSet.has(words) ? 'form' : null;
}

/** Whether a word is too common to tell an organisation by. */
export function isCommon(word: string): boolean {
  return everydaySet.has(word) || binders.has(word) || /^\d+$/.test(word);
}

/** Whether folded text names a trade or a part of a firm. */
export function namesTrade(text: string): boolean {
  return trades.test(text);
}

function list(words: string): readonly string[] {
  return words.split(',').map((word) => word.replace(/\s+/g, ' ').trim());
}
