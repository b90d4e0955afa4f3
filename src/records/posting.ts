import { column, type Table } from './table.js';

/** Series of postings: the share that names AI, and the indices of all and of new postings, seasonally adjusted or not. */
export const postingSeries = ['ai_share', 'total', 'total_unadjusted', 'new', 'new_unadjusted'] as const;
export type PostingSeries = (typeof postingSeries)[number];

/** A published value of a series of job postings. It tells of no person. */
export const postingTable: Table = {
  name: 'posting',
  grain: 'one per file, country, day and series',
  columns: [
    column('file', 'integer', '', 'the file'),
    column('line', 'integer', '', 'line in the file'),
    column('country', 'text', '', 'country, as an ISO 3166-1 code of two letters'),
    column('day', 'date', '', 'day'),
    column(
      'series',
      'text',
      '',
      'ai_share, per cent of postings; total, total_unadjusted, new or new_unadjusted, indices of postings',
    ),
    column('value', 'number', '', 'the value as published'),
  ],
};
