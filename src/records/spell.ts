import { column, type Table } from './table.js';

/** Kinds of position; only `mainKinds` can be a person's main job. */
export const kinds = [
  'employee',
  'contractor',
  'founder',
  'intern',
  'student',
  'affiliate',
  'advisor',
  'board',
  'investor',
  'volunteer',
] as const;
export type Kind = (typeof kinds)[number];

/** Kinds that can be a main job. */
export const mainKinds: readonly Kind[] = ['employee', 'contractor', 'founder'];

/** Sampling weights are kept as whole millionths, so that their sums are exact and do not depend on an order. */
export const millionths = 1_000_000;

/** How a spell ends: on a date, not yet, or over on a date nobody gives. */
export type EndStatus = 'ended' | 'open' | 'unknown';

/** An employer as written; the organisations stage says which organisation it means. */
export const employerTable: Table = {
  name: 'employer',
  grain: 'one per spelling',
  columns: [
    column('employer', 'integer', '', 'number of the spelling in this database'),
    column('written', 'text', '', 'the employer as written'),
  ],
};

/** One line of a CV. */
export const spellTable: Table = {
  name: 'spell',
  grain: 'one per line of a CV',
  columns: [
    column('spell', 'integer', '', 'number of the spell in this database'),
    column('person', 'integer', '', 'whose'),
    column('employer', 'integer', '', 'spelling of the employer'),
    column('start_date', 'date', '', 'earliest day of the start; null where unknown'),
    column('start_latest', 'date', '', 'latest day of the start; null where unknown'),
    column('start_precision', 'text', '', 'day, month, year, multi-year or interval; null where unknown'),
    column('end_date', 'date', '', 'earliest day of the end; null where open or unknown'),
    column('end_latest', 'date', '', 'latest day of the end; null where open or unknown'),
    column(
      'end_precision',
      'text',
      '',
      'day, month, year, multi-year or interval; null where open or unknown',
    ),
    column('end_status', 'text', '', 'ended, open (censored at observed until) or unknown (over, no date)'),
    column('seen_until', 'date', '', 'last day somebody saw it, where that is not what its file observes'),
    column('title', 'text', '', 'title as written'),
    column('kind', 'text', '', 'kind of position'),
    column('country', 'text', '', 'country as written'),
    column('source', 'text', '', 'source, or what the row itself names as one'),
    column('weight', 'integer', 'millionths', 'sampling weight; null where its row gives none'),
    column('file', 'integer', '', 'file it came from'),
    column('line', 'integer', '', 'line in that file'),
  ],
};

/** Somebody seen at an employer on a day; sightings join into spells. */
export const sightingTable: Table = {
  name: 'sighting',
  grain: 'one per person, employer and day seen',
  columns: [
    column('person', 'integer', '', 'who was seen'),
    column('employer', 'integer', '', 'spelling of the employer'),
    column('seen_on', 'date', '', 'day of the sighting'),
    column('file', 'integer', '', 'file it came from'),
    column('line', 'integer', '', 'line in that file'),
  ],
};
