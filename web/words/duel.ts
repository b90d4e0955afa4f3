import { both } from '../app/language.js';

/** Words of the view that sets two organisations against each other. */
export const duel = both(
  {
    heading: (a: string, b: string) => `${a} against ${b}`,
    lead: 'How many people go one way for each one who goes the other way, and how likely people on each side are to go. Two figures that the press mixes up.',
    from: 'From',
    to: 'To',
    swap: 'Swap the two',
    count: (a: string, b: string) => `moves: ${a} → ${b}`,
    ratio: 'for each one who goes back: a ratio of counts',
    ratioNot: 'It says nothing of how likely anybody is to leave: a large firm has more people to lose.',
    rate: 'times as likely to go, for a month worked: a ratio of rates',
    interval: (low: string, high: string) => `95 % interval ${low} to ${high}.`,
    parity: 'Equal flows are not excluded.',
    noParity: 'Equal flows are excluded.',
    drawn: (a: string, b: string) =>
      `${a} → ${b}, for each one back: the ratio with its interval, asked in several ways`,
    way: 'how it is asked',
    sensitivity: {
      asked: 'as asked',
      gap1: 'gap of at most 1 month',
      gap12: 'gap of at most 12 months',
      unit: 'others as named',
      group: 'others as groups',
      proForma: 'owners of today',
      takeovers: 'takeovers counted too',
      lastTwo: 'the last two whole years',
    },
    reads:
      'A dot is the ratio, the bar its 95 % interval, an arrow an infinite limit. A bar without a dot is all that a withheld count allows.',
    over: (a: string, b: string) => `People who moved between ${a} and ${b}, by year`,
    overQuarters: (a: string, b: string) => `People who moved between ${a} and ${b}, by quarter`,
    overFine:
      'Quarters, the finest period in which every count may be shown. The one that is not over yet is not drawn.',
    overCoarse:
      'Years: in quarters too many counts would be too small to be shown. A gap is a count that is withheld, and a direction without a line has no other. The year that is not over yet is not drawn.',
    there: (a: string, b: string) => `${a} → ${b}`,
    choose: 'Choose two organisations.',
    said: 'What the press said',
    saidLead:
      'Claims that concern both, by their words or by what checks them, in words of our own. A verdict weighs every definition that the wording leaves open, in the time that the claim speaks of: another window than the one above.',
    printed: (who: string) => `printed: ${who}`,
    readsPrinted: 'A diamond is a figure that was printed.',
  },
  {
    heading: (a: string, b: string) => `${a} contre ${b}`,
    lead: 'Combien de personnes vont dans un sens pour chacune qui va dans l’autre, et quelle est la probabilité de partir de chaque côté. Deux chiffres que la presse confond.',
    from: 'De',
    to: 'Vers',
    swap: 'Inverser les deux',
    count: (a: string, b: string) => `mouvements : ${a} → ${b}`,
    ratio: 'pour chaque personne qui revient : un rapport de nombres',
    ratioNot:
      'Il ne dit rien de la probabilité de partir : une grande entreprise a plus de personnes à perdre.',
    rate: 'fois plus de chances de partir, par mois travaillé : un rapport de taux',
    interval: (low: string, high: string) => `Intervalle à 95 % : ${low} à ${high}.`,
    parity: 'L’égalité des flux n’est pas exclue.',
    noParity: 'L’égalité des flux est exclue.',
    drawn: (a: string, b: string) =>
      `${a} → ${b}, pour chaque retour : le rapport et son intervalle, demandés de plusieurs façons`,
    way: 'façon de demander',
    sensitivity: {
      asked: 'tel que demandé',
      gap1: 'écart d’au plus 1 mois',
      gap12: 'écart d’au plus 12 mois',
      unit: 'les autres tels que nommés',
      group: 'les autres par groupes',
      proForma: 'propriétaires d’aujourd’hui',
      takeovers: 'rachats comptés aussi',
      lastTwo: 'les deux dernières années entières',
    },
    reads:
      'Un point est le rapport, la barre son intervalle à 95 %, une flèche une limite infinie. Une barre sans point est tout ce que permet un nombre masqué.',
    over: (a: string, b: string) => `Personnes passées entre ${a} et ${b}, par an`,
    overQuarters: (a: string, b: string) => `Personnes passées entre ${a} et ${b}, par trimestre`,
    overFine:
      'Par trimestre, la période la plus fine où chaque nombre peut être montré. Celui qui n’est pas achevé n’est pas tracé.',
    overCoarse:
      'Par an : par trimestre, trop de nombres seraient trop petits pour être montrés. Un trou est un nombre masqué, et un sens sans ligne n’en a pas d’autre. L’année qui n’est pas achevée n’est pas tracée.',
    there: (a: string, b: string) => `${a} → ${b}`,
    choose: 'Choisissez deux organisations.',
    said: 'Ce qu’en a dit la presse',
    saidLead:
      'Les affirmations qui concernent les deux, par leurs mots ou par ce qui les vérifie, dans nos propres mots. Un verdict pèse chaque définition que les mots laissent ouverte, dans le temps dont parle l’affirmation : une autre fenêtre que celle du dessus.',
    printed: (who: string) => `imprimé : ${who}`,
    readsPrinted: 'Un losange est un chiffre imprimé.',
  },
);
