import { column, type Table } from './table.js';

/** Why somebody is at another organisation, in the order in which it is decided. */
export const causes = ['licensed_and_hired', 'spun_off', 'acquired', 'internal', 'hire'] as const;
export type Cause = (typeof causes)[number];

/** A transition of the main path between two organisations; a move is one whose gap is at most --max-gap. */
export const moveTable: Table = {
  name: 'move',
  grain: 'one per transition of the main path between two organisations',
  columns: [
    column('person', 'integer', '', 'who moves'),
    column('from_organisation', 'integer', '', 'the organisation left'),
    column('to_organisation', 'integer', '', 'the organisation joined'),
    column(
      'from_unit',
      'integer',
      '',
      'the organisation left as the person named it, below from_organisation or the same',
    ),
    column('to_unit', 'integer', '', 'the organisation joined as the person named it'),
    column('from_episode', 'integer', '', 'episode left'),
    column('to_episode', 'integer', '', 'episode joined'),
    column('left_month', 'integer', 'months', 'month of leaving'),
    column('joined_month', 'integer', 'months', 'month of joining; windows select on it'),
    column('gap', 'integer', 'months', 'months from leaving to joining'),
    column(
      'left_first',
      'integer',
      'months',
      'earliest month of leaving that the precision allows; null where exact',
    ),
    column(
      'left_last',
      'integer',
      'months',
      'latest month of leaving that the precision allows; null where exact',
    ),
    column(
      'joined_first',
      'integer',
      'months',
      'earliest month of joining that the precision allows; null where exact',
    ),
    column(
      'joined_last',
      'integer',
      'months',
      'latest month of joining that the precision allows; null where exact',
    ),
    column('cause', 'text', '', 'hire, internal, acquired, spun_off or licensed_and_hired'),
    column('known_start', 'boolean', '', 'whether the start of the episode left is known'),
    column('was_concurrent', 'boolean', '', 'the job joined was held beside the job left'),
    column('by_precision', 'boolean', '', 'the gap is the one nearest 0 that coarse dates allow'),
    column('via_state', 'boolean', '', 'a state such as self-employed lies between'),
    column('is_return', 'boolean', '', 'the person was there before'),
    column(
      'weight',
      'integer',
      'millionths',
      'sampling weight of the episode left; null where no spell of the database has one',
    ),
  ],
};

const arrivalColumns = [
  'person',
  'from_organisation',
  'to_organisation',
  'from_episode',
  'joined_month',
  'gap',
  'cause',
  'known_start',
  'is_return',
  'weight',
];

/** What counting takes of the moves, once more: who joins one organisation lies together here, as who leaves one does among the moves. */
export const arrivalTable: Table = {
  name: 'arrival',
  grain: moveTable.grain,
  columns: moveTable.columns.filter((each) => arrivalColumns.includes(each.name)),
};

/** US Census J2J class of a gap: direct (EE), after a short break (AQ), after a long break (NE/EN). */
export function classOfGap(gap: number): 'direct' | 'short break' | 'long break' {
  return gap <= 1 ? 'direct' : gap <= 3 ? 'short break' : 'long break';
}
