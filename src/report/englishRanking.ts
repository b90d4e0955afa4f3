/** The texts about the ranking in English; `frenchRanking` has the same keys. */
export const englishRanking = {
  heading: 'Whom people who move prefer',
  is: 'A ratio compares two organisations; this ranking takes all moves together. A move from a place that is itself preferred counts for more (Sorkin 2018). The value is a logarithm, 0 the mean over moves: between two organisations alone the difference is the logarithm of their flow ratio. It says where those went who changed jobs, and uncorrected it rises with the jobs that are offered and falls with the people there are to lose.',
  says: (organisation: string, low: string, high: string, all: string) =>
    `First by moves is ${organisation}; with other people it would have had rank ${low} to ${high} of the ${all} shown`,
  plain: 'Organisations by what their moves say they are worth',
  reads:
    'Dot: value; line: its 95 % interval from draws over people. Behind each name the rank, in brackets the ranks of the middle 95 % of draws. Where lines overlap much, the order says little.',
  ends: (count: number) => `Drawn are the first and the last ${count} of those shown.`,
  table: 'Organisations by value, with the interval of value and rank',
  pay: 'Is it pay?',
  dropped: 'Not ranked',
  missing: (names: string, min: number) =>
    `Of the organisations compared in this report these have no rank here, because too few moves lead into them or out of them, or because fewer than ${min} people made those moves: ${names}.`,
  none: 'No ranking can be shown: no two organisations hang together by enough moves both ways.',
};

/** Names of columns in the table of the ranking. */
export const englishRankingColumns = {
  rank: 'rank',
  rank_interval: '95 % interval of the rank',
  rank_low: 'best rank of the interval',
  rank_high: 'worst rank of the interval',
  flow_value: 'value',
  value_interval: '95 % interval of the value',
  corrected: 'corrected for size and offers',
  moves_in: 'moves in',
  moves_out: 'moves out',
  lost: 'draws that drop it',
  median_pay: 'median base wage, USD',
  unexplained: 'not explained by pay',
  unexplained_interval: '95 % interval of that',
  unexplained_low: 'lower 95 % limit of that',
  unexplained_high: 'upper 95 % limit of that',
};
