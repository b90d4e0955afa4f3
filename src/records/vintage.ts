import { column, type Table } from './table.js';

/** What two vintages of a source know of the moves of one month: numbers alone, counted when the later one replaced the earlier. */
export const vintageTable: Table = {
  name: 'vintage',
  grain: 'one per source, pair of vintages and month of joining',
  columns: [
    column('source', 'text', '', 'name of the source'),
    column('files', 'text', '', 'hash of the places of the files that were compared'),
    column('earlier', 'date', '', 'last day that the earlier vintage observes'),
    column('later', 'date', '', 'last day that the later vintage observes'),
    column('joined_month', 'integer', 'months', 'month of joining, not after the earlier vintage ends'),
    column('followed', 'integer', 'moves', 'moves that the later vintage knows, of people who are in both'),
    column('known', 'integer', 'moves', 'of these, moves that the earlier vintage knew'),
    column('withdrawn', 'integer', 'moves', 'moves of the same people that only the earlier vintage has'),
  ],
};
