import { phrases, wholeWords } from './_pattern.js';
import type { Quantity } from './numbers.js';

/** What would check a claim: a measure, a fact of the registry, or why nothing does. */
export const topics = [
  'ratio',
  'retention',
  'headcount',
  'flows',
  'demand',
  'founded',
  'acquired',
  'stake_taken',
  'merged',
  'closed',
  'part_of',
  'private figure',
  'no such measure',
  'layoffs',
  'prediction',
  'opinion',
  'hearsay',
] as const;
export type Topic = (typeof topics)[number];

/** Words that speak for a topic, how strongly, and for which kinds of figures. */
export interface Cue {
  readonly topic: Topic;
  readonly words: RegExp;
  readonly weight: number;
  readonly kinds: ReadonlySet<Quantity['kind'] | 'none' | 'year'>;
}

const cue = (topic: Topic, weight: number, kinds: string, words: string): Cue => ({
  topic,
  weight,
  words: wholeWords(phrases(words)),
  kinds: new Set(kinds.split(' ')) as Cue['kinds'],
});

export const cues: readonly Cue[] = [
  cue(
    'private figure',
    1.2,
    'money percent times none people',
    `
    sommes, somme, promettre, rien que pour signer,
    prime, primes, bonus, salaire, salaires, salarial, salariale, salariales, rémunération, rémunérations, rémunère, rémunérés, package, packages, stock-options, prime de bienvenue, à la signature, pour signer, gagne, gagnent, gagnait, payé, payés, paie, paye, paient, indemnités, indemnité,
    market rate, packages, sum, sums, offered him, offered her, offer to one,
    bonuses, salary, salaries, pay package, pay packages, compensation, wage, wages, to sign, sign-on, signing, earn, earns, earned, pay, pays, paid, base pay, stock grants, equity, golden handshake, severance`,
  ),
  cue(
    'acquired',
    1,
    'money percent year none',
    `
    rachat, rachète, rachètent, racheté, rachetée, racheter, rachètera, rachèterait, acquisition, acquiert, acquérir, acquis, acquise, s'offre, s'offrir, acheté, achète, acheter, achèterait, achètera, OPA, reprise, reprend, racheterait, acquerrait, offre d'achat,
    buy, buys, bought, buying, acquire, acquires, acquired, acquiring, acquisition, takeover, takeovers, purchase, purchased, deal, bid, bids, buyout, snaps up, snapped up, to buy`,
  ),
  cue(
    'acquired',
    0.6,
    'money year none',
    'transaction, opération, deal, montant, proposé, offre, offre de, offer',
  ),
  cue(
    'stake_taken',
    1.8,
    'money percent none',
    `
    détient, détiendrait, détenait, détenir, owns, holds, held, participation, participations, du capital, % des parts, parts de, prise de participation, stake, stakes, shareholding, minority, minority stake, minoritaire, % of the company, equity stake, of the shares`,
  ),
  cue(
    'no such measure',
    1.1,
    'money percent times',
    `
    dépenses d'investissement, série, chèque, contre, enveloppe, apporté, apporte, aurait apporté,
    levé, levée, levées, lever, lève, tour de table, tour, valorisation, valorise, valoriserait, valorisé, valorisée, valorisés, chiffre d'affaires, revenus, revenu, recettes, bénéfice, bénéfices, perte, pertes, perdu, dividende, dividendes, dette, dettes, investi, investit, investir, investira, investissement, investissements, amende, coût, coûté, coûte, coûtera, budget, subvention, subventions, fonds, capitalisation, ventes, commandes, contrat, marge,
    capital expenditure, capex, series, put in, backed, cheque, check, award, subsidy, market share,
    raised, raises, raise, raising, round, funding, valuation, valued, values, revenue, revenues, sales, turnover, profit, profits, loss, losses, lost, dividend, dividends, debt, invest, invested, investing, investment, investments, fine, fined, cost, costs, spend, spends, spent, spending, budget, market value, market capitalisation, contract, margin, orders, grant, settlement`,
  ),
  cue(
    'retention',
    1.5,
    'percent',
    `
    encore là, encore, restent, reste, resté, restés, restées, rétention, fidélité, fidélisation, taux de rétention, toujours en poste, en poste, toujours là, ont quitté, sont partis, partis, conserve, garde, gardé, ans après, au bout de,
    still there, still work, still working, still, retention, retention rate, retain, retains, retained, kept, keeps, keep, stay put, stayed, stay, staying, remained, remain, remains, have left, had left, left within, attrition, attrition rate, years later, of its researchers left, lost`,
  ),
  cue(
    'headcount',
    1,
    'people percent times',
    `
    emploie, emploiera, comptera, compterait, emploient, employait, employant, compte, comptait, comptent, effectif, effectifs, équipe, équipes, main-d'œuvre, salariés, fait travailler, staff, employs, employ, employed, employing, workforce, headcount, has around, has about, has some, has nearly, workers in, team of, team, people in, grew to, grown to, with`,
  ),
  cue(
    'flows',
    1.2,
    'people none cases',
    `
    approché, approchés, approchées, approached, sollicités,
    recruté, recrutés, recrute, recrutent, recruter, recrutement, recrutements, recrutait, embauché, embauchés, embauche, embauches, embaucher, débauché, débauchés, débauche, débaucher, débauchage, rejoint, rejoignent, rejoindre, rejoindraient, quitté, quitter, quittent, quittés, quitte, partis chez, parti chez, départs vers, au profit de, au profit d', passés chez, passé chez,
    passent à, passés à, arrivés de, venus de, venu de, venues de, attire, attirent, attirer, attirerait, attirait, accueilli, accueillis, transfuges, fuite, hémorragie,
    hired, hires, hire, hiring, recruited, recruits, recruiting, poached, poach, poaches, poaching, joined, joins, joining, join, left for, leave for, leaving for, left, defected, lured, lures, lure, moved to, move to, losing people, lose people, losing staff, loses staff, lose staff, losing engineers, losing researchers, snapped up, exodus, departures, attracts, attract, attracting, jobs at, came from`,
  ),
  cue('flows', 1, 'none', 'perd, perdent, perdre, perdait, perdrait, lose, loses, losing, lost'),
  cue(
    'layoffs',
    1.6,
    'people percent',
    `
    supprime, supprimer, supprimés, supprimera, suppression, suppressions, suppressions de postes, licencie, licencier, licenciés, licenciement, licenciements, plan social, départs volontaires, lay off, lays off, laid off, laying off, layoff, layoffs, cut, cuts, cutting, job cuts, redundancies, redundant, fire, fired, axe, axed, axing, shed, sheds, slash, slashes, slashing, eliminate`,
  ),
  cue(
    'demand',
    1.5,
    'percent times none people money',
    `
    offres d'emploi, offre d'emploi, annonces, demande, la demande, demandes, postes à pourvoir, postes ouverts, job postings, postings, job ads, vacancies, openings, demand, demand for, job listings, listings, advertised`,
  ),
  cue(
    'founded',
    2,
    'year none',
    'fondé, fondée, fondés, fondées, créé, créée, créés, créées, cofondé, cofondée, lancée, lancé en, née en, founded, co-founded, cofounded, set up, established, started, created, launched in, incorporated',
  ),
  cue(
    'closed',
    1.5,
    'year',
    'fermé, fermée, ferme ses portes, cessé, liquidé, liquidée, dissous, dissoute, closed, shut down, wound up, dissolved, liquidated',
  ),
  cue(
    'part_of',
    1.6,
    'year none',
    "fait partie de, fait partie d', fait partie du, filiale de, filiale d', appartient à, propriété de, part of, owned by, belongs to, subsidiary of, unit of",
  ),
  cue(
    'merged',
    1.4,
    'year none',
    'fusion, fusionné, fusionner, fusionnent, fusionnera, fusionneraient, merger, merge, merged, merging, merges, combined with',
  ),
  cue(
    'flows',
    0.8,
    'percent',
    'recrutés, embauchés, débauchés, rejoint, partis chez, au profit de, ont rejoint, hired, poached, joined, left for, moved to, défections, defected',
  ),
  cue(
    'retention',
    2.4,
    'percent',
    'encore là, y travaillent encore, toujours là, toujours en poste, still there, still work, still working, retention rate, taux de rétention, stay put, rétention, retention, of its researchers, de ses chercheurs, de ses effectifs',
  ),
  cue('hearsay', 1, 'cases', 'entendu parler, entendu, cas, heard, told me, cases, case, instances'),
];
