import { column, type Table } from './table.js';

/** A file that was loaded; a changed file at the same place replaces what it gave before. */
export const fileTable: Table = {
  name: 'file',
  grain: 'one per loaded file',
  columns: [
    column('file', 'integer', '', 'number of the file in this database'),
    column('source', 'text', '', 'name of the source that read it'),
    column('name', 'text', '', 'file name without its folder'),
    column('place', 'text', '', 'hash of the folder and name it was loaded from'),
    column('version', 'text', '', 'SHA-256 of the content and of the options it was read with'),
    column('observed_until', 'date', '', 'last day the source observes; open spells are censored here'),
    column('simulated', 'boolean', '', 'whether its people are simulated'),
    column('fills', 'text', '', 'table it fills: spell, or that of a source that tells of no person'),
    column('rows', 'integer', 'rows', 'rows it gave to that table'),
    column('bad_rows', 'integer', 'rows', 'rows skipped under --skip-bad'),
  ],
};

/** Known oddities of published formats that were met, each handled by its source's listed rule. */
export const oddityTable: Table = {
  name: 'oddity',
  grain: 'one per file and rule',
  columns: [
    column('file', 'integer', '', 'the file'),
    column('rule', 'text', '', 'name of the rule in the source'),
    column('rows', 'integer', 'rows', 'rows the rule was applied to'),
  ],
};

/** Facts about the database as a whole, by name. */
export const metaTable: Table = {
  name: 'meta',
  grain: 'one per fact',
  columns: [
    column('fact', 'text', '', 'schema_version, data_version, careers_version, key_fingerprint'),
    column('value', 'text', '', 'the fact'),
  ],
};
