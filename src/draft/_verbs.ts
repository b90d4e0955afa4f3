import { phrases } from './_pattern.js';

/** Past participles of verbs by which somebody says something. */
const participles = phrases(`
  déclaré, affirmé, indiqué, annoncé, expliqué, rapporté, révélé, assuré, précisé, ajouté, confié, estimé, raconté, rappelé, soutenu, prétendu, démenti, écrit, évoqué, reconnu, confirmé, souligné, commenté, contesté, nié, dénoncé, jugé, lancé, noté, dit,
  fait savoir, publié, calculé, chiffré, répondu, rétorqué, nuancé, prévenu, promis, regretté, avancé, ironisé, plaisanté, résumé, glissé, reproché, critiqué, insisté, concédé, admis, relevé, constaté, observé, prédit, relaté, laissé entendre, laissé filtrer, tweeté, posté, tranché, balayé, rejeté, détaillé, recensé, compté, mesuré`);
const auxiliaries = [
  'a',
  'ont',
  'avait',
  'avaient',
  'ai',
  'avons',
  'a-t-il',
  'a-t-elle',
  'a-t-on',
  'ont-ils',
  'ont-elles',
  'avait-il',
  'avait-elle',
  "s'est",
];

/** Verbs by which somebody says something, in the forms that newspapers use. */
export const sayingVerbs = [
  ...auxiliaries.flatMap((auxiliary) => participles.map((participle) => `${auxiliary} ${participle}`)),
  ...participles.flatMap((participle) =>
    ['a', 'ont'].map((auxiliary) => `${auxiliary} pourtant ${participle}`),
  ),
  ...phrases(`
  déclare, déclarent, déclarait, affirme, affirment, affirmait, indique, indiquent, indiquait, annonce, annoncent, annonçait, explique, expliquent, rapporte, rapportent, rapportait, révèle, révèlent, révélait, assure, assurent, assurait, précise, précisent, précisait, ajoute, ajoutent, ajoutait, confie, estime, estiment, estimait,
  raconte, racontent, rappelle, rappellent, soutient, soutiennent, prétend, prétendent, dément, démentent, démentant, écrit, écrivent, écrivait, évoque, évoquent, reconnaît, confirme, confirment, souligne, soulignent, commente, tempère, conteste, contestent, nie, nient, dénonce, dénoncent, juge, jugent, lance, note, notent, dit, disent, disait, croit savoir,
  croient savoir, résume, résument, glisse, soupire, montre, montrent, chiffre, table sur, tablent sur, prédit, prédisent, pronostique, avance, avancent, avançait, se félicite, se réjouit, répond, rétorque, nuance, prévient, suppose, supposent, promet, regrette, ironise, plaisante, sourit, s'amuse, s'agace, s'inquiète, s'emporte, poursuit, conclut, insiste, tranche, balaie, balaye, rejette, rejettent, relate, relève, constate, observe, détaille, recense, calcule,
  raconte-t-il, raconte-t-elle, affirme-t-il, affirme-t-elle, assure-t-il, assure-t-elle, explique-t-il, explique-t-elle, précise-t-il, précise-t-elle, ajoute-t-il, ajoute-t-elle, estime-t-il, estime-t-elle, indique-t-on, plaisante-t-il, plaisante-t-elle, se félicite-t-il, se félicite-t-elle, confie-t-il, confie-t-elle, dit-il, dit-elle, dit-on, poursuit-il, poursuit-elle, souligne-t-il, souligne-t-elle, tranche-t-il, tranche-t-elle,
  said, says, say, claimed, claims, claim, told, tells, announced, announces, reported, reports, report, wrote, writes, posted, posts, added, adds, explained, explains, stated, states, argued, argues, revealed, reveals, disclosed, discloses, confirmed, confirms, denied, denies, deny, disputes, disputed, dispute,
  dismissed, dismisses, insisted, insists, noted, notes, warned, warns, estimates, estimated, estimate, found, finds, suggest, suggests, suggested, show, shows, showed, tweeted, acknowledged, admitted, admits, rejected, rejects, predicted, predicts, predict, forecast, forecasts, recalled, recalls, boasted, boasts, replied, conceded, calculated, calculates, reckons, reckon,
  puts the figure, put the figure, puts the number, put the number, puts it at, believes, believe, thinks, contends, countered, counters, alleged, alleges, complained, promised, promises, joked, quipped, asserted, asserts, maintains, maintained, responded, pointed out, expect, expects, called it, described, likened, mused, sighed, laughed`),
];

/** Of those, the ones that say no to a figure. */
export const denyingVerbs = phrases(`
  a démenti, ont démenti, dément, démentent, démentant, conteste, contestent, a contesté, nie, nient, a nié, denied, denies, deny, disputes, disputed, dispute, dismissed, dismisses, rejected, rejects`);

/** Words that name who says something before the name itself. */
export const accordingTo = phrases(`
  selon, d'après, à en croire, de source, aux dires de, de l'aveu de, according to, as per, per, citing, cites, cited by, as reported by, reported by, selon les mots de, in the words of`);

/** Sources without a name of their own. */
export const namelessSources = phrases(`
  statistiques, les statistiques, chiffres, données, rapports, des rapports, un rapport, sources, des sources, une source, source proche, sources proches, personnes, plusieurs personnes, analystes, les analystes, des analystes, experts, observateurs, des observateurs, spécialistes, syndicats, les syndicats, rumeurs, des rumeurs, la presse, la rumeur,
  plusieurs médias, des médias, la rumeur, employés, salariés, les salariés, les employés, certains, investisseurs, documents, indiscrétions, initiés, estimations, nos informations, concurrents,
  une personne, source proche du dossier, a person, one person, a source, one source, person familiar, people briefed, someone, headhunters,
  statistics, figures, data, reports, sources, people, analysts, experts, observers, insiders, employees, workers, rumours, rumors, filings, public filings, media reports, some, estimates, documents, unions, investors, former employees, recruiters, rivals, critics, court documents`);

/** Papers that count something, which speak where nobody else does. */
export const papers = phrases(
  'étude, baromètre, enquête, rapport, sondage, panorama, classement, note, study, survey, report, barometer, analysis, ranking, poll, index, research, paper, memo, blog',
);

/** Speakers that are named by what they do for an organisation or by a pronoun. */
export const spokesNouns = phrases(`
  porte-parole, direction, communiqué, spokesman, spokeswoman, spokesperson, spokespeople, statement, management, memo`);
export const firmPronouns = phrases(`
  l'entreprise, la société, le groupe, la start-up, la startup, la jeune pousse, le cabinet, la firme, le constructeur, l'éditeur, le fabricant, la maison, le journal, le quotidien, l'institut, l'étude, le rapport, le baromètre, l'enquête, le laboratoire, l'agence, le site,
  the company, the firm, the start-up, the startup, the group, the lab, the paper, the newspaper, the report, the study, the survey, the consultancy, the bank, the agency, the outlet, it, they`);
export const personPronouns = phrases(
  'le dirigeant, la dirigeante, le patron, la patronne, the executive, the founder, il, elle, he, she, lui, celui-ci, celle-ci, ce dernier, cette dernière, l’intéressé, l’intéressée',
);
