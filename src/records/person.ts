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
