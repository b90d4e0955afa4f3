import { type Column, column, optional } from '../records/index.js';

/** Columns of the ranking; those of pay only where filings are loaded. */
export const rankingColumns: readonly Column[] = [
  column('organisation', 'text', '', 'organisation'),
  column('id', 'text', '', 'its id'),
  column('rank', 'integer', '', 'rank by value, 1 the most preferred; null where it is not ranked'),
  column('rank_low', 'integer', '', 'best rank of the middle 95 % of draws'),
  column('rank_high', 'integer', '', 'worst rank of the middle 95 % of draws'),
  column('value', 'number', 'log', 'flow-relevant value, mean 0 over moves'),
  column('low', 'number', 'log', 'lower 95 % limit of the value'),
  column('high', 'number', 'log', 'upper 95 % limit of the value'),
  column(
    'corrected',
    'number',
    'log',
    'value corrected for size and offers, mean 0 over moves; null where nobody was hired out of non-employment or no time is known',
  ),
  column('p_value', 'number', '', 'test of a value of 0, the mean over moves, by draws'),
  column('q_value', 'number', '', 'false discovery rate of the test over all that are ranked'),
  column('lost', 'number', 'share', 'draws in which it falls out of the set; they count for no limit'),
  column('moves_in', 'integer', 'moves', 'moves into it from those that are ranked'),
  column('moves_out', 'integer', 'moves', 'moves out of it to those that are ranked'),
  column('people_in', 'integer', 'people', 'people who made the moves into it'),
  column('people_out', 'integer', 'people', 'people who made the moves out of it'),
  column(
    'dropped',
    'text',
    '',
    'why it is not ranked: never_left (nobody left it for one that is), never_joined (nobody came from one), apart (neither), few_moves; null where it is ranked',
  ),
  optional(column('positions', 'integer', 'positions', 'positions in filings, where pay is loaded')),
  optional(
    column('median_pay', 'number', 'USD per year', 'base wage below which half of them are, if 5 or more'),
  ),
  optional(column('unexplained', 'number', 'log', 'value less what a line over the logarithm of pay gives')),
  optional(column('unexplained_low', 'number', 'log', 'lower 95 % limit of what pay does not explain')),
  optional(column('unexplained_high', 'number', 'log', 'upper 95 % limit of what pay does not explain')),
];
