import type { englishRanking, englishRankingColumns } from './englishRanking.js';

/** The texts about the ranking in French. */
export const frenchRanking: typeof englishRanking = {
  heading: 'Qui préfèrent les gens qui bougent',
  is: 'Un rapport compare deux organisations ; ce classement prend tous les mouvements ensemble. Un mouvement depuis un endroit lui-même préféré compte davantage (Sorkin 2018). La valeur est un logarithme, 0 la moyenne sur les mouvements : entre deux organisations seules, la différence est le logarithme de leur rapport de flux. Elle dit où sont allés ceux qui ont changé d’emploi ; non corrigée, elle monte avec les emplois offerts et baisse avec les gens qu’il y a à perdre.',
  says: (organisation, low, high, all) =>
    `Première par les mouvements : ${organisation} ; avec d’autres personnes, son rang aurait été de ${low} à ${high} sur les ${all} montrées`,
  plain: 'Les organisations par ce que leurs mouvements disent qu’elles valent',
  reads:
    'Point : valeur ; ligne : son intervalle à 95 % par tirages de personnes. Derrière chaque nom le rang, entre parenthèses les rangs des 95 % de tirages du milieu. Où les lignes se recouvrent beaucoup, l’ordre dit peu.',
  ends: (count) => `Sont dessinées les ${count} premières et les ${count} dernières de celles montrées.`,
  table: 'Les organisations par valeur, avec l’intervalle de la valeur et du rang',
  pay: 'Est-ce le salaire ?',
  dropped: 'Non classées',
  missing: (names, min) =>
    `Parmi les organisations comparées dans ce rapport, celles-ci n’ont pas de rang ici, parce que trop peu de mouvements y mènent ou en partent, ou parce que moins de ${min} personnes les ont faits : ${names}.`,
  none: 'Aucun classement ne peut être montré : il n’y a pas deux organisations liées par assez de mouvements dans les deux sens.',
};

/** Names of columns in the table of the ranking, in French. */
export const frenchRankingColumns: typeof englishRankingColumns = {
  rank: 'rang',
  rank_interval: 'intervalle du rang à 95 %',
  rank_low: 'meilleur rang de l’intervalle',
  rank_high: 'plus mauvais rang de l’intervalle',
  flow_value: 'valeur',
  value_interval: 'intervalle de la valeur à 95 %',
  corrected: 'corrigée de la taille et des offres',
  moves_in: 'entrées',
  moves_out: 'sorties',
  lost: 'tirages qui l’écartent',
  median_pay: 'salaire de base médian, USD',
  unexplained: 'non expliqué par le salaire',
  unexplained_interval: 'son intervalle à 95 %',
  unexplained_low: 'sa limite inférieure à 95 %',
  unexplained_high: 'sa limite supérieure à 95 %',
};
