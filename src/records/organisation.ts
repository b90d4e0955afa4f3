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
  ],
};

/** How each spelling of an employer was understood. */
export const resolutionTable: Table = {
  name: 'resolution',
  grain: 'one per spelling',
  columns: [
    column('employer', 'integer', '', 'the spelling'),
    column('organisation', 'integer', '', 'the organisation; null where the spelling is a state'),
    column('state', 'text', '', 'self-employed or unknown, where the spelling is no employer'),
    column('how', 'text', '', 'step that decided: exact, cleaned, alias, domain, own, state'),
  ],
};
