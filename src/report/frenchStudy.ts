import type { englishStudy, englishStudyColumns } from './englishStudy.js';

/** The texts about event studies in French. */
export const frenchStudy: typeof englishStudy = {
  heading: 'Cela a-t-il marché ?',
  is: 'Si un flux a changé lors d’un événement daté plus que d’autres flux. L’effet est un rapport de rapports de taux : 1 veut dire pas plus que les autres. Des placebos, d’autres mois et d’autres flux mis à la place de l’événement, disent s’il ressort. Un événement à deux dates a une ligne pour chacune. La valeur q porte sur les flux étudiés à une même date.',
  says: (found, of) =>
    found === 0
      ? `Aucune des ${of} études ne ressort, si l’on admet que parmi beaucoup certaines ressortent par hasard`
      : `${found} ${of === 1 ? 'étude' : `études sur ${of}`} ${found === 1 ? 'ressort' : 'ressortent'}, même si l’on admet que parmi beaucoup certaines ressortent par hasard`,
  reads:
    'Point : l’effet. Trait : son intervalle à 95 % ; une flèche n’a pas de limite supérieure. Sur la ligne à 1, le flux a changé comme les autres. L’axe est logarithmique. Non dessinées : les études masquées ou sans limites.',
  table: 'Embauches avant et après des événements, et l’effet face à d’autres flux',
  none: 'Aucun événement avec assez de mois de chaque côté ne peut être montré.',
  anywhere: 'toute autre organisation',
  together: 'ces flux ensemble',
  dates: { announced: 'annonce', effective: 'prise d’effet' },
};

/** Names of columns in the table of studies. */
export const frenchStudyColumns: typeof englishStudyColumns = {
  event_month: 'événement',
  dated: 'daté par',
  effect: 'effet',
  effect_interval: 'intervalle à 95 % de l’effet',
  p_value: 'valeur p',
  placebos: 'placebos',
  hires_before: 'embauches avant',
  hires_after: 'embauches après',
  comparisons: 'flux de comparaison',
};
