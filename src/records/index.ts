export { formatMonth, type PartialDate, type Precision, parseDate, parseMonth } from './date.js';
export { episodeTable, piecesApart } from './episode.js';
export { familyCodes, socOf, type TitleFamily, titleFamilies } from './family.js';
export { fileTable, metaTable, oddityTable } from './file.js';
export { filerTable, filingTable, payerTable } from './filing.js';
export { arrivalTable, type Cause, causes, classOfGap, moveTable } from './move.js';
export {
  eventTable,
  type Level,
  levels,
  type OrganisationKind,
  organisationKinds,
  organisationTable,
  parentTable,
  resolutionTable,
  type State,
  states,
  type View,
  views,
} from './organisation.js';
export { optOutTable, personNameTable, personTable } from './person.js';
export { type PostingSeries, postingSeries, postingTable } from './posting.js';
export { decisionTable, registerTable, registrationTable } from './register.js';
export {
  type EndStatus,
  employerTable,
  type Kind,
  kinds,
  mainKinds,
  millionths,
  sightingTable,
  spellTable,
} from './spell.js';
export { standingTable } from './standing.js';
export { type Column, type ColumnType, column, optional, type Table } from './table.js';
export { vintageTable } from './vintage.js';
