import { verdictsIn } from '../claims/index.js';
import type { englishClaims } from './englishClaims.js';

/** `de` before a name, with its elision. */
export function of(name: string): string {
  return /^[aeiouàâéèêëîïôù]/i.test(name) ? `d’${name}` : `de ${name}`;
}

/** The texts about claims in French. */
export const frenchClaims: typeof englishClaims = {
  claims: 'Affirmations',
  claimsLead: (count) =>
    count === 1
      ? 'Une affirmation de la presse, dans nos propres mots, et ce qu’en disent les données.'
      : `${count} affirmations de la presse, dans nos propres mots, et ce que les données disent de chacune.`,
  simulatedVerdicts:
    'Ces verdicts portent sur des personnes simulées : ils montrent comment marche une vérification et ne disent rien des organisations nommées. Les vérifications par le registre et par le calcul ne reposent sur personne.',
  source: 'Affirmations : le registre des affirmations, chacune avec sa source',
  marks: {
    reproduced: '=',
    compatible: '≈',
    'depends on the definition': '±',
    contradicted: '≠',
    'too little data': '…',
    'not checkable': '–',
  },
  verdicts: verdictsIn('fr'),
  meanings: {
    reproduced: 'ce qui est mesuré s’arrondit au chiffre affirmé, ou est entièrement du côté affirmé',
    compatible: 'le chiffre affirmé est dans l’intervalle de ce qui est mesuré',
    'depends on the definition':
      'les mots laissent ouvertes plusieurs définitions ; les unes concordent, les autres contredisent',
    contradicted: 'le chiffre affirmé est hors de l’intervalle, ou le registre dit autre chose',
    'too little data': 'trop peu de personnes, ou un intervalle trop large pour le dire',
    'not checkable': 'aucun chiffre qui puisse être mesuré ; la raison est donnée',
  },
  uncheckable: {
    opinion: 'une opinion',
    prediction: 'une prédiction',
    'private figure': 'un chiffre privé',
    hearsay: 'un ouï-dire',
    'no such measure': 'aucune mesure n’en existe',
    'a private person': 'sur une personne privée',
    'no data': 'aucune donnée',
  },
  firmness: {
    asserted: 'affirmé',
    reported: 'rapporté',
    conditional: 'au conditionnel',
    rumour: 'rumeur',
    prediction: 'prédit',
  },
  interested: 'partie prenante',
  scope: 'mots qui la bornent',
  notShown: 'non montré',
  on: { observed: 'de personnes réelles', simulated: 'de personnes simulées', none: 'de personne' },
  inReport: 'Dans ce rapport, sur toutes ses années',
  thereAndBack: (from, to, there, back) =>
    `${of(from)} vers ${to} : ${there} embauches à l’aller, ${back} au retour`,
  withInterval: (name, value, interval) => `${name} ${value} (${interval})`,
  relayedBy: 'relayé par',
  narrows: 'la restreint',
  blurs: 'la rend floue',
  scopeWord: (word, effect) => `« ${word} » ${effect}`,
  claimSource: 'source',
  registrySource: 'registre',
  policy: 'refusée par la règle',
  outcomes: 'Ce qu’il en est advenu',
  due: (when) => `échéance ${when}`,
  noOutcome: 'aucune issue consignée',
  simulatedPrefix: 'dans le monde simulé, construit à partir des chiffres publiés : ',
  underAll: (outcome, count) =>
    count === 1
      ? `${outcome} selon la seule définition essayée`
      : `${outcome} selon les ${count} définitions`,
  underSome: (outcome, count, of) => `${outcome} selon ${count} définitions sur ${of}`,
  underNamed: (outcome, under) => `${outcome} : ${under}`,
  countsWithheld:
    'Les nombres qui la fondent ne sont pas tous montrés, pour que personne n’y soit reconnaissable.',
  checks: {
    'implied counts': 'Ce que le chiffre implique',
    arithmetic: 'Calcul',
    conflict: 'Une autre affirmation sur la même chose',
    registry: 'Le registre',
  },
  claimsTable: 'Toutes les affirmations avec leurs verdicts',
  estimatesTable: 'Ce que dit chaque définition',
  estimatesNote: (min) =>
    `Chaque définition que les mots laissent ouverte est essayée, et son issue montrée. Ses chiffres ne le sont que pour une définition au plus d’un flux ou d’une organisation, et seulement s’ils ne sont pas à moins de ${min} d’un autre nombre de ce rapport : sinon deux fenêtres trahiraient les quelques personnes entre elles.`,
  disputes: 'Qui conteste quoi',
  disputesSay: (links, claims) => `${claims} affirmations s’opposent, par ${links} liens`,
  disputesRead:
    'Chaque cadre est une affirmation avec son auteur et son verdict. Un trait fléché va d’une affirmation à celle qu’elle conteste et nomme la partie contestée ; en tirets, à celle qu’elle transforme ; en pointillés, il joint deux affirmations de la même chose à chiffres différents.',
  disputesTable: 'Contestations, relais qui transforment et contradictions',
  kinds: {
    disputes: 'conteste',
    mutates: 'transforme',
    conflicts: 'est incompatible avec',
    differs: 'concorde, à l’arrondi, avec',
  },
  parts: {
    figure: 'le chiffre',
    scope: 'de qui c’est dit',
    receipt: 'que quiconque l’ait reçu',
    whole: 'le tout',
    quantity: 'la grandeur',
    '': '',
  },
  linkSays: (from, how, to) => `${from} ${how} : ${to}`,
  noDisputes: 'Aucune affirmation n’en conteste, n’en transforme ni n’en contredit une autre.',
  mutations: 'Ce que les relais en ont fait',
  mutationsLead:
    'Un relais qui change la grandeur est une affirmation à part. Les deux sont côte à côte, chacune avec le chiffre qui lui répond.',
  first: 'D’abord',
  later: 'Puis',
  measured: 'Mesuré',
  asFlow: 'rapport de flux',
  asRate: 'rapport de taux',
  asShare: (definition) => `part gardée, ${definition}`,
  noRatio: 'trop peu pour un rapport',
  rangeMeans: (min) =>
    `Un chiffre avec … est un intervalle : un nombre dont il dépend est inférieur à ${min}, si bien qu’on ne peut en dire plus.`,
  notMeasured: 'rien que ces données puissent montrer',
  differ: 'Pourquoi ils diffèrent',
  flowAgainstRate: (from, to) =>
    `Un rapport de flux compte les mouvements ${of(from)} vers ${to} pour chacun en sens inverse. Un rapport de taux met chaque nombre en regard des mois-personnes exposés de son côté : il dit combien une personne a plus de chances de partir. Ils ne concordent que si les deux côtés ont autant de mois-personnes.`,
  exposures: (from, monthsFrom, to, monthsTo) =>
    `Ici, ce sont ${monthsFrom} chez ${from} et ${monthsTo} chez ${to}.`,
  shareAgainstShare:
    'D1 suit les embauches depuis leur premier jour, D2 compte les embauches récentes présentes à la fin, D3 tous ceux qui étaient là avant. D2 est la plus haute là où une entreprise grandit.',
  unlike: 'Ce sont des grandeurs différentes : l’une ne se calcule pas à partir de l’autre.',
  payClaims: 'Affirmations sur la paie',
  payLead:
    'Offres et rémunérations sont privées : rien ici ne les mesure. On sait qui le dit, ce que l’auteur y gagne, avec quelle fermeté, et qui le conteste.',
  payTable: 'Affirmations sur la paie, par auteur',
};
