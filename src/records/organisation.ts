import { column, type Table } from './table.js';

/** What an organisation is; an acquisition never changes it. */
export const organisationKinds = [
  'company',
  'lab',
  'unit',
  'university',
  'non-profit',
  'government',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Where an organisation stands: as named, the nearest that is no lab or unit, or the topmost owner. */
export const levels = ['unit', 'company', 'group'] as const;
export type Level = (typeof levels)[number];

/** Whether hierarchy is taken as it was in each month, or as it is today for all time. */
export const views = ['point-in-time', 'pro-forma'] as const;
export type View = (typeof views)[number];

/** Pseudo-employers: states of a person that are no job. */
export const states = ['self-employed', 'unknown'] as const;
export type State = (typeof states)[number];

/** Organisations that a spell may be at. */
export const organisationTable: Table = {
  name: 'organisation',
  grain: 'one per organisation',
  columns: [
    column('organisation', 'integer', '', 'number of the organisation, in the order of ids'),
    column('id', 'text', '', 'id in the registry, or ~ and the cleaned name'),
    column('title', 'text', '', 'title in the registry, else the most frequent spelling as written'),
    column(
      'kind',
      'text',
      '',
      'company, lab, unit, university, non-profit, government; null where unregistered',
    ),
    column('registered', 'boolean', '', 'whether the registry knows it'),
    column('met', 'boolean', '', 'whether a spell is at it; else it is there for what it owns or did'),
  ],
};

/** Owners in time. */
export const parentTable: Table = {
  name: 'parent',
  grain: 'one per organisation and stretch of months with one parent',
  columns: [
    column('organisation', 'integer', '', 'the organisation below'),
    column('parent', 'integer', '', 'the organisation above'),
    column('since', 'integer', 'months', 'first month; null where always'),
    column('until', 'integer', 'months', 'month from which it no longer holds; null where it holds today'),
  ],
};

/** What happened to organisations. */
export const eventTable: Table = {
  name: 'event',
  grain: 'one per event and other organisation',
  columns: [
    column('organisation', 'integer', '', 'the organisation it happened to'),
    column(
      'event',
      'text',
      '',
      'founded, renamed, acquired, stake_taken, merged, spun_off, licensed_and_hired or closed; the parts of a split are spun off',
    ),
    column(
      'other',
      'integer',
      '',
      'the other organisation: buyer, former owner, licensee; null where there is none',
    ),
    column('was', 'text', '', 'its name until then; null where it was not renamed'),
    column('became', 'text', '', 'its name from then on; null where it was not renamed'),
    column('announced', 'integer', 'months', 'month of the announcement; null where not known'),
    column('effective', 'integer', 'months', 'month in which it took effect'),
    column('dated', 'text', '', 'the date as the registry has it'),
    column('source', 'text', '', 'address where a reader can look it up'),
  ],
};

/** How each spelling of an employer was understood. */
export const resolutionTable: Table = {
  name: 'resolution',
  grain: 'one per spelling',
  columns: [
    column('employer', 'integer', '', 'the spelling'),
    column(
      'organisation',
      'integer',
      '',
      'the organisation; null where the spelling is a state or ambiguous',
    ),
    column('state', 'text', '', 'self-employed or unknown, where the spelling is no employer or ambiguous'),
    column(
      'how',
      'text',
      '',
      'step that decided; own where none did, ambiguous where two organisations claim it equally',
    ),
    column('score', 'number', '', 'how surely, from 0 to 1: of the weakest join on the way'),
  ],
};
