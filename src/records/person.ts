import { column, type Table } from './table.js';

/** A person is known by a keyed hash of an identifier in a namespace, never by a name. */
export const personTable: Table = {
  name: 'person',
  grain: 'one per person',
  columns: [
    column('person', 'integer', '', 'number of the person in this database, nowhere else'),
    column(
      'pseudonym',
      'text',
      '',
      'HMAC-SHA-256 of namespace:identifier under the key of this installation',
    ),
  ],
};

/** Identifiers as written; empty unless a load is told to keep names. */
export const personNameTable: Table = {
  name: 'person_name',
  grain: 'one per person, spelling of the identifier and file loaded with --keep-names',
  columns: [
    column('person', 'integer', '', 'who'),
    column('written', 'text', '', 'identifier as written'),
    column('file', 'integer', '', 'file that has it'),
  ],
};

/** Who stays out: kept keyed, so that the list says nothing without the key of the installation. */
export const optOutTable: Table = {
  name: 'opt_out',
  grain: 'one per entry of an opt-out list or forgotten person',
  columns: [
    column('kind', 'text', '', 'person (entry is a pseudonym) or hash (of a SHA-256 that a publisher gives)'),
    column('entry', 'text', '', 'HMAC-SHA-256 under the key of this installation'),
  ],
};
