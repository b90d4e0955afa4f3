import { column, type Table } from './table.js';

/** A certified case in which an employer attests what a position pays. It tells of positions, and of no person. */
export const filingTable: Table = {
  name: 'filing',
  grain: 'one per file and certified case; a case that several files decide is in each',
  columns: [
    column('file', 'integer', '', 'the file'),
    column('line', 'integer', '', 'row in the file'),
    column('case_number', 'text', '', 'number of the case'),
    column('decided', 'date', '', 'day of the last decision'),
    column('certified', 'date', '', 'day of the certification'),
    column('employer', 'text', '', 'the employer as written'),
    column('title', 'text', '', 'title of the position as written'),
    column('soc', 'text', '', 'code of the occupation, as 15-1252; null where what is written is none'),
    column('positions', 'integer', 'positions', 'positions that the case is for'),
    column(
      'change_employer',
      'integer',
      'positions',
      'of these, for people hired away from another employer; null where the file does not say',
    ),
    column('full_time', 'boolean', '', 'whether the positions are full time'),
    column(
      'wage',
      'number',
      'USD per year',
      'base wage, the lower end of its range, for a year; null where there is none that is plausible',
    ),
  ],
};

/** How each employer of filings was understood; careers know nothing of it. */
export const filerTable: Table = {
  name: 'filer',
  grain: 'one per employer as filings write it',
  columns: [
    column('written', 'text', '', 'the employer as written'),
    column('organisation', 'integer', '', 'the organisation, by its number in payer; null where ambiguous'),
    column('how', 'text', '', 'step that decided; spelt where an employer of careers is spelt alike'),
  ],
};

/** Organisations that filings name. */
export const payerTable: Table = {
  name: 'payer',
  grain: 'one per organisation that filings name',
  columns: [
    column(
      'organisation',
      'integer',
      '',
      'its number in organisation, or one beyond all of those where only filings name it',
    ),
    column('id', 'text', '', 'id in the registry, or ~ and the cleaned name'),
    column(
      'title',
      'text',
      '',
      'title in the registry, else the spelling of most spells, else of most filings',
    ),
  ],
};
