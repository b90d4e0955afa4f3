import { column, type Table } from './table.js';

/** Where organisations stand at a level and a view; those that always stand at themselves are not in it. */
export const standingTable: Table = {
  name: 'standing',
  grain: 'one per organisation and stretch of months in which it stands at one and the same organisation',
  columns: [
    column('organisation', 'integer', '', 'the organisation'),
    column('stands', 'integer', '', 'where it stands'),
    column('since', 'integer', 'months', 'first month; null where always'),
    column(
      'until',
      'integer',
      'months',
      'month from which it stands elsewhere; null where it stands there still',
    ),
    column('nth', 'integer', '', 'number of the stretch, from 0'),
  ],
};
