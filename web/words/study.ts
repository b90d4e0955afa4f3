import { both } from '../app/language.js';

/** Words of the panel that asks whether a flow changed at an event. */
export const study = both(
  {
    heading: 'Did a campaign work?',
    lead: 'Choose the month of an event, such as a campaign or a deal, to see whether this flow changed then more than other flows did. The month before and the month after are tried as well, since such dates are seldom sure.',
    month: 'Month of the event',
    write: 'YYYY-MM',
    ask: 'Study it',
    wrong: 'Write a month as YYYY-MM, such as 2025-06.',
    drawn: (a: string, b: string) =>
      `${a} → ${b}: by how much more the rate changed than that of other flows, by month of the event`,
    reads:
      'A dot is the effect, a ratio of rate ratios; 1 is no more than the others. The bar is its 95 % interval, from placebos: other months and other flows in the place of the event. The last three months of the data are left out.',
    facts: (effect: string, p: string, placebos: string) =>
      `For the month chosen: an effect of ${effect}, p = ${p} from ${placebos} placebos.`,
  },
  {
    heading: 'Une campagne a-t-elle marché ?',
    lead: 'Choisissez le mois d’un événement, campagne ou accord, pour voir si ce flux a alors changé plus que d’autres. Le mois d’avant et celui d’après sont essayés aussi, car de telles dates sont rarement sûres.',
    month: 'Mois de l’événement',
    write: 'AAAA-MM',
    ask: 'L’étudier',
    wrong: 'Écrivez un mois sous la forme AAAA-MM, par exemple 2025-06.',
    drawn: (a: string, b: string) =>
      `${a} → ${b} : de combien le taux a changé de plus que celui d’autres flux, par mois de l’événement`,
    reads:
      'Un point est l’effet, un rapport de rapports de taux ; 1 veut dire pas plus que les autres. La barre est son intervalle à 95 %, d’après des placebos : d’autres mois et d’autres flux mis à la place de l’événement. Les trois derniers mois des données sont laissés de côté.',
    facts: (effect: string, p: string, placebos: string) =>
      `Pour le mois choisi : un effet de ${effect}, p = ${p} d’après ${placebos} placebos.`,
  },
);
