import { column, type Table } from './table.js';

/** Numbers of the pieces of a spell lie this far apart, and so do those of the episodes that they begin. */
export const piecesApart = 2 ** 48;

/** A person's unbroken time at one organisation. Months are `year * 12 + month`. */
export const episodeTable: Table = {
  name: 'episode',
  grain: 'one per person, organisation and unbroken time there',
  columns: [
    column('episode', 'integer', '', 'number of the spell that begins it'),
    column('person', 'integer', '', 'whose'),
    column('organisation', 'integer', '', 'where'),
    column('founder', 'boolean', '', 'whether as a founder'),
    column('start_month', 'integer', 'months', 'month of joining; null where unknown'),
    column('start_first', 'integer', 'months', 'earliest month of joining that the precision allows'),
    column('start_last', 'integer', 'months', 'latest month of joining that the precision allows'),
    column('end_month', 'integer', 'months', 'month of leaving; null where open or unknown'),
    column('end_first', 'integer', 'months', 'earliest month of leaving that the precision allows'),
    column('end_last', 'integer', 'months', 'latest month of leaving that the precision allows'),
    column(
      'open',
      'boolean',
      '',
      'not over when last observed; else, without an end month, over on an unknown date',
    ),
    column('censored_month', 'integer', 'months', 'last month observed where it is open or its end unknown'),
    column('observed_month', 'integer', 'months', 'last month its source observes'),
    column(
      'known_start',
      'boolean',
      '',
      'whether the person’s own start is known; a change of parent is none',
    ),
    column(
      'begun_by',
      'text',
      '',
      'acquired, spun_off or internal where no hire began it, reorganised where a change of parent did; else null',
    ),
    column(
      'ended_by',
      'text',
      '',
      'acquired, spun_off, internal or reorganised where nobody left by choice; else null',
    ),
    column(
      'main',
      'boolean',
      '',
      'on the main path; else held beside the main job, where open beside an open one',
    ),
    column('from_month', 'integer', 'months', 'month it becomes the main job; null off the path or unknown'),
    column('to_month', 'integer', 'months', 'month it stops being the main job, or is last observed as it'),
    column(
      'weight',
      'integer',
      'millionths',
      'sampling weight of the spell that begins it; null where no spell of the database has one',
    ),
  ],
};
