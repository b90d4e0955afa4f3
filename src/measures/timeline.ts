import type * as z from 'zod';
import { column, formatMonth, parseMonth } from '../records/index.js';
import { all, list, type Sql, sql } from '../warehouse/index.js';
import { windowParameters } from './_parameters.js';
import { type Measure, where } from './measure.js';

const parameters = windowParameters.pick({ since: true, until: true, among: true });
type Parameters = z.output<typeof parameters>;

/**
 * What happened to an organisation, and when?
 *
 * The events that the registry knows: those that happened to the organisations named and those in which they are the other
 * side, such as the buyer. `role` tells the two apart. Where none is named, every event once, told of whom it happened to.
 *
 * Rows: one per organisation and event, by organisation and month. Units: none; `date` is as exact as the registry has it.
 */
export const timeline: Measure<Parameters> = {
  name: 'timeline',
  title: { en: 'Timeline', fr: 'Chronologie' },
  question: {
    en: 'What happened to an organisation, and when?',
    fr: 'Qu’est-il arrivé à une organisation, et quand ?',
  },
  definition: {
    en: 'Dated events of the registry: founded, renamed, acquired, merged, spun off, a stake taken, technology licensed with people hired, closed; each with a source to look it up. It says nothing of people, and knows only the events that the registry has.',
    fr: 'Événements datés du registre : fondation, changement de nom, rachat, fusion, scission, prise de participation, licence avec embauches, fermeture ; chacun avec une source où le vérifier. Elle ne dit rien des personnes et ne connaît que les événements du registre.',
  },
  grain: 'one per organisation and event',
  reads: ['event', 'organisation'],
  columns: [
    column('organisation', 'text', '', 'organisation'),
    column(
      'event',
      'text',
      '',
      'founded, renamed, acquired, stake_taken, merged, spun_off, licensed_and_hired or closed',
    ),
    column(
      'role',
      'text',
      '',
      'itself, where it happened to the organisation; other, where it is the other side',
    ),
    column('other', 'text', '', 'the organisation on the other side; null where there is none'),
    column('was', 'text', '', 'its name until then, where it was renamed'),
    column('became', 'text', '', 'its name from then on, where it was renamed'),
    column('date', 'text', '', 'day, month or year in which it took effect, else of its announcement'),
    column('month', 'month', '', 'month from which it counts, YYYY-MM'),
    column('source', 'text', '', 'address where a reader can look it up'),
  ],
  parameters,
  subjects: 'any',
  citation: 'docs/definitions.md, causes',
  examples: ['mercato timeline VMware Pivotal', 'mercato timeline --among frontier-labs --since 2023'],
  queries(p, context) {
    const named = context.subjects.map(({ organisation }) => organisation);
    const side = (own: Sql, role: string, other: Sql): Sql =>
      sql`select ${own} as organisation, event, ${role} as role, ${other} as other, was, became, effective, dated, source
        from event where ${all(
          where([
            sql`${own} is not null`,
            named.length === 0 ? null : sql`${own} in ${list(named)}`,
            context.among === null ? null : sql`${own} in ${list(context.among)}`,
            p.since === undefined ? null : sql`effective >= ${parseMonth(p.since, 'first')}`,
            p.until === undefined ? null : sql`effective <= ${parseMonth(p.until, 'last')}`,
          ]),
        )}`;
    const itself = side(sql`organisation`, 'itself', sql`other`);
    const told =
      named.length === 0 && context.among === null
        ? itself
        : sql`${itself} union all ${side(sql`other`, 'other', sql`organisation`)}`;
    return {
      timeline: {
        steps: [
          ['told', told],
          [
            'timeline',
            sql`select o.title, t.event, t.role, x.title as other, t.was, t.became, t.dated, t.effective, t.source
              from told as t join organisation as o on o.organisation = t.organisation
              left join organisation as x on x.organisation = t.other
              order by t.organisation, t.effective, t.dated, t.event, t.role, x.title`,
          ],
        ],
      },
    };
  },
  finish({ timeline: found = [] }) {
    const text = (value: unknown): string | null => (value === null ? null : String(value));
    return {
      rows: found.map((row) => ({
        organisation: String(row.title),
        event: String(row.event),
        role: String(row.role),
        other: text(row.other),
        was: text(row.was),
        became: text(row.became),
        date: String(row.dated),
        month: formatMonth(Number(row.effective)),
        source: String(row.source),
      })),
      notes: [],
    };
  },
};
