import type { Phrases } from './english.js';
import { frenchClaims, of } from './frenchClaims.js';
import { frenchColumns } from './frenchColumns.js';
import { frenchExits } from './frenchExits.js';
import { frenchQuestions } from './frenchQuestions.js';
import { frenchStudy } from './frenchStudy.js';

/** Every text of the report in French. */
export const french: Phrases = {
  lang: 'fr',
  title: 'Qui va où',
  lead: 'Mouvements de personnes entre organisations, comptés à partir de parcours professionnels.',
  simulated: 'Personnes simulées',
  simulatedBanner:
    'Personnes simulées : personne dans ce rapport n’existe. Les chiffres montrent ce que Mercato calcule, non ce qui s’est passé dans les organisations nommées ici.',
  contents: 'Sommaire',
  source: 'Données',
  colon: ' : ',
  semicolon: ' ; ',
  licence: 'licence',
  ownData: 'vos propres données, sans licence indiquée',
  noLicence: 'aucune licence ne s’applique à des personnes simulées',
  sourceTitles: {
    csv: 'fichier CSV de parcours professionnels',
    jsonl: 'fichier JSON Lines de parcours professionnels',
    parquet: 'fichier Parquet de parcours professionnels',
    cncf: 'affiliations des développeurs de la CNCF',
    aiwatch: 'postes relevés par AI Watch',
    stackalytics: 'données de base de Stackalytics',
    linkedin: 'export LinkedIn d’une personne',
    jsonresume: 'JSON Resume d’une personne',
    pdl: 'personnes de People Data Labs',
    orcid: 'fichier public d’ORCID',
    sightings: 'personnes vues chez des employeurs',
    hiringlab: 'offres d’emploi d’Indeed Hiring Lab',
  },
  observed: (day) => `observé jusqu’au ${day}`,
  download: 'Tableau en',
  scroll: 'Faire défiler pour voir tout le tableau',
  rule: (count, of) =>
    of === 'all'
      ? `Les ${count} organisations des données sont toutes montrées.`
      : of === 'registered'
        ? `Sont montrées les ${count} organisations du registre qui ont le plus de personnes dans les données.`
        : of === 'asked'
          ? `Sont montrées les ${count} organisations demandées.`
          : `Sont montrées les ${count} organisations qui ont le plus de personnes dans les données ; le registre n’en connaît aucune.`,
  compared: (count) => `Les tableaux des flux et des rapports comparent ${count} organisations.`,
  ruleOf: (count, of) => `Les ${count} premières figurent dans ${of}.`,
  theCurves: 'les courbes et les effectifs',
  headline: 'En un coup d’œil',
  people: 'personnes dans les données',
  hires: 'embauches comptées',
  others: 'mouvements d’une autre cause',
  othersAre:
    'rachats, scissions, licences avec embauches, changements au sein d’un groupe : pas des embauches',
  organisations: 'organisations vues',
  window: (from, until) => `Mouvements de ${from} au ${until}`,
  winner: 'Plus grand gain net',
  winnerIs: (net) =>
    `au moins ${net} embauches nettes, sur les paires d’organisations dont les flux peuvent être montrés`,
  biggest: 'Plus grand rapport de flux à intervalle au-dessus de 1',
  biggestIs: (from, to, forward, backward) =>
    `${of(from)} vers ${to} : ${forward} embauches à l’aller, ${backward} au retour ; intervalle à 95 %`,
  none: 'Rien ne peut être montré',
  keeps: (months) => `Embauches encore là après ${months} mois (D1)`,
  flows: 'Flux',
  flowSays: (from, to, count) => `Le plus grand flux montré va ${of(from)} à ${to} : ${count} embauches`,
  flowReads:
    'À gauche : l’organisation quittée. À droite : l’organisation rejointe. La largeur d’un ruban est son nombre d’embauches, sa couleur l’organisation quittée.',
  hiresOnly:
    'Embauches seulement : les mouvements qu’explique un rachat, une scission, une licence avec embauches ou un changement au sein d’un groupe sont dans la section suivante.',
  flowsTable: 'Embauches entre les organisations montrées, plus grands flux d’abord',
  notDrawn: (min) => `Les flux de moins de ${min} personnes ne sont pas dessinés.`,
  left: 'quittée',
  joined: 'rejointe',
  noFlows: 'Aucun flux entre ces organisations n’est assez grand pour être montré.',
  causes: 'Embauches et autres mouvements',
  causesTold: (others, hires) =>
    `Toutes organisations confondues, ${others} mouvements ont une autre cause que l’embauche, à côté de ${hires} embauches.`,
  causesUnknown:
    'Un mouvement est distingué d’une embauche là où le registre connaît l’événement et sa date ; ailleurs, les personnes d’un rachat comptent encore comme embauches.',
  causesSay: (from, to, count) =>
    `Le plus grand flux qui n’est pas du recrutement va ${of(from)} à ${to} : ${count} mouvements d’une autre cause`,
  causesRead:
    'Chaque barre est un flux entre deux organisations ; ses parties sont aussi longues que leurs nombres de mouvements, embauches d’abord. Sont montrés les plus grands flux qui ont une autre cause, huit au plus, et les plus grands faits d’embauches seules.',
  causesWithheld: (min) =>
    `Un cadre en tirets vaut moins de ${min} mouvements, 0 compris, quel que soit leur nombre : au début d’une barre les embauches, à sa fin toute autre cause sans partie.`,
  causesTable: 'Mouvements par cause, plus grands flux d’abord',
  noCauses: (min) => `Aucun flux n’a ${min} mouvements ou plus d’une autre cause que l’embauche.`,
  few: (min) => `moins de ${min}, 0 compris`,
  ratios: 'Rapports',
  ratioSays: (count, of) =>
    `${count} paires sur ${of} sont plus loin de l’équilibre que le hasard ne l’explique, à un taux de fausses découvertes de 5 %`,
  ratioReads:
    'Point : embauches à l’aller pour une embauche au retour. Trait : son intervalle exact à 95 % ; une flèche n’a pas de limite supérieure. Sur la ligne à 1, il en part autant qu’il en vient. L’axe est logarithmique.',
  rangeReads: (min) =>
    `En tirets et sans point : un nombre dont il dépend est inférieur à ${min}, si bien que seul un intervalle peut être dit.`,
  ratioTable:
    'Rapport de flux et rapport de taux des paires qui ont le plus d’embauches, et de celles qui sont le plus loin de l’équilibre',
  ratioIsNot:
    'Un rapport de flux compare des nombres. Un rapport de taux compare les chances de partir chaque mois de chaque côté, de sorte que la taille n’y est plus. Ils répondent à des questions différentes.',
  ratiosOfHires: 'Les deux portent sur les embauches : les mouvements d’une autre cause ne sont dans aucun.',
  noRatios: 'Aucune paire d’organisations n’a assez d’embauches pour un rapport.',
  implied: 'Ce qu’implique un rapport imprimé',
  impliedReads:
    'Les plus petits nombres dont l’arrondi donne un rapport imprimé, et les plus petits qui excluent des flux égaux. Ce sont des bornes inférieures, jamais la preuve que les nombres étaient si petits.',
  arithmetic: 'Pur calcul : aucune donnée.',
  retention: 'Rétention',
  retentionSays: (organisation, share, months) =>
    `Après ${months} mois, ${organisation} garde la plus grande part de ses embauches parmi les organisations montrées : ${share}`,
  retentionPlain: 'Combien de temps restent les embauches',
  retentionReads:
    'Part des embauches encore là, par mois depuis l’arrivée, avec les limites à 95 %. Nombres sous une image : au moins autant étaient encore suivies. Une barre grise est un intervalle où trop peu sont parties pour un chiffre. Qui part par un rachat, une scission ou un changement au sein d’un groupe est suivi jusqu’à ce jour et ne compte pas comme parti.',
  atRisk: 'suivies',
  monthsSince: 'mois depuis l’arrivée',
  retentionTable: (months) => `Trois rétentions après ${months} mois`,
  noCurve: 'trop peu de personnes pour une courbe',
  headcount: 'Effectif',
  headcountSays: (organisation, count, month) =>
    `${organisation} a le plus de personnes dans les données : ${count} en ${month}`,
  headcountReads:
    'Personnes des données dont l’emploi principal y est à la fin de l’année, non le personnel de l’entreprise.',
  marksRead: 'Losange : rachat, fusion, scission ou licence avec embauches ; tous sont listés plus bas.',
  timeline: 'Ce qui leur est arrivé',
  timelineReads:
    'Événements datés du registre jusqu’au dernier jour observé, chacun avec un lien vers sa source. Le registre ne connaît pas tous les événements.',
  timelineTable: 'Événements par organisation, avec leurs sources',
  noEvents: 'Le registre ne connaît aucun événement dans ces organisations.',
  noEvent: 'aucun dans le registre',
  events: {
    founded: 'fondation',
    closed: 'fermeture',
    renamed: (was, became) => `${was} devient ${became}`,
    acquired: (by) => `rachat par ${by}`,
    acquires: (other) => `rachat ${of(other)}`,
    stakeTaken: (by) => `prise de participation ${of(by)}`,
    takesStake: (other) => `prise de participation dans ${other}`,
    merged: (into) => `fusion dans ${into}`,
    takesIn: (other) => `absorption ${of(other)}`,
    spunOff: (from) => `séparation d’avec ${from}`,
    spinsOff: (other) => `séparation ${of(other)}`,
    licensed: (by) => `licence à ${by}, qui embauche son personnel`,
    licenses: (other) => `licence ${of(other)}, avec embauche de son personnel`,
  },
  headcountTable: 'Personnes par organisation et par année',
  claims: frenchClaims,
  questions: frenchQuestions,
  leaving: frenchExits,
  study: frenchStudy,
  pay: 'Salaires dans les déclarations publiques',
  payTable:
    'Salaires de base en dollars des États-Unis par an, par organisation, métier et année de la certification',
  noPay: (min: number) =>
    `Les déclarations chargées n’ont, pour aucune organisation des effectifs, ${min} postes ou plus de ces métiers.`,
  coverage: 'Couverture',
  coverageSays: 'Ce que les données voient de chaque organisation, et avec quelle précision',
  definitions: 'Définitions',
  data: 'Données et versions',
  version: 'Version des données',
  files: (count) => (count === '1' ? '1 fichier' : `${count} fichiers`),
  spells: 'lignes de parcours',
  homepage: 'page d’accueil',
  withheldRule: (min) =>
    `Les nombres inférieurs à ${min} sont imprimés <${min}, 0 compris. Un chiffre qui repose sur un tel nombre est un intervalle, ou n<${min} si aucun ne peut être donné. Cela protège les personnes derrière les petits nombres.`,
  withheldCells: (count) => `Masquées ou remplacées par un intervalle : ${count}`,
  demand: 'Demande',
  demandIs:
    'Ce que demandent les employeurs, d’après des séries publiées d’offres d’emploi. Elles ne parlent d’aucune personne : rien d’autre dans ce rapport ne repose sur elles, et elles ne reposent sur rien d’autre.',
  demandPlain: {
    ai_share: 'Part des offres d’emploi qui nomment l’intelligence artificielle, en pour cent',
    index: 'Indice des offres d’emploi de tous les métiers, février 2020 = 100',
  },
  demandSays: {
    ai_share: (country, from, to, change, interval) =>
      `Plus forte variation de la part des offres qui nomment l’intelligence artificielle, de ${from} à ${to} : ${country}, ${change} % de sa valeur de départ (intervalle à 95 % : ${interval})`,
    index: (country, from, to, change, interval) =>
      `Plus forte variation de l’indice des offres de tous les métiers, de ${from} à ${to} : ${country}, ${change} % (intervalle à 95 % : ${interval})`,
  },
  demandReads: {
    ai_share:
      'Part des offres d’emploi qui nomment l’intelligence artificielle, en pour cent : moyennes mensuelles, non corrigées des variations saisonnières. Un repère est un mois de janvier.',
    index:
      'Indice des offres d’emploi de tous les métiers, corrigé des variations saisonnières, 1er février 2020 = 100 : moyennes mensuelles. Il ne dit rien des emplois de la technologie en particulier.',
  },
  demandChange: {
    ai_share:
      'Variation de la part des offres d’IA sur douze mois, en points et en pour cent de sa valeur de départ',
    index:
      'Variation de l’indice des offres sur douze mois, en points et en pour cent de sa valeur de départ',
  },
  demandTable: 'Part des offres d’IA et indice des offres par pays et par mois',
  values: 'valeurs',
  noCareers:
    'Aucun parcours professionnel n’est chargé : ce rapport n’a ni mouvements, ni rétention, ni effectifs. mercato load --help montre ce qui peut être chargé.',
  columns: frenchColumns,
};
