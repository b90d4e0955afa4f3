import { column, type Table } from './table.js';

/** A file of the registry that a user loaded; a changed file at the same place replaces what it said. */
export const registerTable: Table = {
  name: 'register',
  grain: 'one per loaded file of the registry',
  columns: [
    column('register', 'integer', '', 'number of the file in this database, in the order of loading'),
    column('authority', 'text', '', 'user, or ror for the Research Organization Registry'),
    column('name', 'text', '', 'file name without its folder'),
    column('place', 'text', '', 'hash of the folder and name it was loaded from'),
    column('version', 'text', '', 'SHA-256 of the content'),
    column('organisations', 'integer', 'organisations', 'organisations it describes'),
    column('decisions', 'integer', 'decisions', 'decisions about spellings that it holds'),
  ],
};

/** What such a file says of one organisation. */
export const registrationTable: Table = {
  name: 'registration',
  grain: 'one per organisation and file of the registry',
  columns: [
    column('register', 'integer', '', 'the file'),
    column('id', 'text', '', 'id of the organisation'),
    column('body', 'text', '', 'the row as JSON'),
  ],
};

/** What such a file decides about one spelling of an employer. */
export const decisionTable: Table = {
  name: 'decision',
  grain: 'one per spelling and file of the registry',
  columns: [
    column('register', 'integer', '', 'the file'),
    column('written', 'text', '', 'the employer as written'),
    column('organisation', 'text', '', 'id of the organisation it means, own, self-employed or unknown'),
    column('place', 'text', '', 'file and line of the decision'),
  ],
};
