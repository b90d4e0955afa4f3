import { phrases } from './_pattern.js';

/** Verbs by which somebody says something, in the forms that newspapers use. */
export const sayingVerbs = phrases(`
  a déclaré, ont déclaré, a affirmé, ont affirmé, a indiqué, ont indiqué, a annoncé, ont annoncé, avait annoncé, avait déclaré, avait indiqué, avait affirmé, a expliqué, ont expliqué, a rapporté, ont rapporté, a révélé, ont révélé, a assuré, a précisé, ont précisé, a ajouté,
  a confié, a estimé, ont estimé, a raconté, a rappelé, a soutenu, a prétendu, a démenti, ont démenti, a écrit, ont écrit, a évoqué, a reconnu, a confirmé, ont confirmé, a souligné, a commenté, a contesté, a nié, a dénoncé, a jugé, a lancé, a noté, a dit, ont dit, a fait savoir, a publié, a calculé, a chiffré,
  a-t-il déclaré, a-t-elle déclaré, a-t-il *, a-t-elle *, ont-ils *, ont-elles *, déclare, déclarent, affirme, affirment, affirmait, indique, indiquent, indiquait, annonce, annoncent, annonçait, explique, expliquent, rapporte, rapportent, rapportait, révèle, révèlent, révélait, assure, assurent, assurait, précise, précisent, ajoute, ajoutent, confie, estime, estiment,
  raconte, racontent, rappelle, rappellent, soutient, soutiennent, prétend, prétendent, dément, démentent, démentant, écrit, écrivait, évoque, évoquent, reconnaît, confirme, confirment, souligne, soulignent, commente, tempère, conteste, contestent, nie, nient, dénonce, dénoncent, juge, jugent, lance, note, notent, dit, disent, croit savoir, croient savoir, résume, résument, glisse, soupire, montre, montrent, chiffre, table sur, tablent sur, prédit, prédisent, pronostique, avance, avançait,
  déclarait, ajoutait, précisait, se félicite, se réjouit, répond, a répondu, rétorque, a rétorqué, nuance, a nuancé, prévient, a prévenu, suppose, supposent, a promis, promet, regrette, a regretté,
  said, says, say, claimed, claims, claim, told, tells, announced, announces, reported, reports, wrote, writes, posted, posts, added, adds, explained, explains, stated, states, argued, argues, revealed, reveals, disclosed, discloses, confirmed, confirms, denied, denies, deny, disputes, disputed, dispute,
  dismissed, dismisses, insisted, insists, noted, notes, warned, warns, estimates, estimated, estimate, found, finds, suggest, suggests, suggested, show, shows, showed, tweeted, acknowledged, admitted, admits, rejected, rejects, predicted, predicts, predict, forecast, forecasts, recalled, recalls, boasted, boasts, replied, conceded, calculated, calculates, put, puts, believes, believe, reckons, reckon, thinks, contends, countered, counters, alleged, alleges, complained, promised, promises, joked, quipped, asserted, asserts, maintains, maintained, responded, pointed out, expect, expects`);

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
  'il, elle, he, she, lui, celui-ci, celle-ci, ce dernier, cette dernière, l’intéressé, l’intéressée',
);
