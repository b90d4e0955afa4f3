import { both } from '../app/language.js';

/** Words of the view of the ranking. */
export const ranking = both(
  {
    heading: 'Whom people who move prefer',
    lead: 'All moves taken together: a move from a place that is itself preferred counts for more. 0 is the mean over moves; between two organisations alone the difference is the logarithm of their flow ratio.',
    corrected: 'Value',
    values: { value: 'as moves have it', corrected: 'corrected for size and offers' },
    says: 'Organisations by their value, with 95 % intervals',
    saysCorrected: 'Organisations by their value, corrected for size and offers',
    reads:
      'Dot: value; bar: its 95 % interval. Before each name the ranks of the middle 95 % of draws over people. Where bars overlap much, the order says little. The table has all.',
    readsCorrected:
      'The order of those for whom there is a correction. It has no intervals: shares of hires out of non-employment are few.',
    ends: (count: number) => `Drawn are the first and the last ${count}.`,
    pay: 'Is it pay?',
    paySays: 'What the base wage in filings does not explain of the value, with 95 % intervals',
    dropped: 'Not ranked',
    droppedSays: 'Not ranked, with enough people who moved both ways to be named',
    noneNamed:
      'None of them can be named: fewer people than may be shown joined each of them, or left it, from and to those that are ranked.',
  },
  {
    heading: 'Qui préfèrent les gens qui bougent',
    lead: 'Tous les mouvements pris ensemble : un mouvement depuis un endroit lui-même préféré compte davantage. 0 est la moyenne sur les mouvements ; entre deux organisations seules, la différence est le logarithme de leur rapport de flux.',
    corrected: 'Valeur',
    values: { value: 'selon les mouvements', corrected: 'corrigée de la taille et des offres' },
    says: 'Les organisations selon leur valeur, avec intervalles à 95 %',
    saysCorrected: 'Les organisations selon leur valeur, corrigée de la taille et des offres',
    reads:
      'Point : valeur ; barre : son intervalle à 95 %. Devant chaque nom les rangs des 95 % de tirages du milieu. Où les barres se recouvrent beaucoup, l’ordre dit peu. Le tableau les a toutes.',
    readsCorrected:
      'L’ordre de celles pour qui il y a une correction. Elle n’a pas d’intervalles : les embauches hors du non-emploi sont rares.',
    ends: (count: number) => `Sont dessinées les ${count} premières et les ${count} dernières.`,
    pay: 'Est-ce le salaire ?',
    paySays: 'Ce que le salaire de base déclaré n’explique pas de la valeur, avec intervalles à 95 %',
    dropped: 'Non classées',
    droppedSays: 'Non classées, avec assez de personnes venues et parties pour être nommées',
    noneNamed:
      'Aucune ne peut être nommée : moins de personnes qu’on n’en peut montrer ont rejoint chacune d’elles, ou l’ont quittée, depuis et vers celles qui sont classées.',
  },
);
