import * as z from 'zod';
import { column, optional } from '../records/index.js';
import { list, type Row, type Sql, sql } from '../warehouse/index.js';
import { edgeNote } from './_notes.js';
import { moveParameters, windowOf } from './_parameters.js';
import { periodsOf } from './_period.js';
import { movedSteps } from './_steps.js';
import type { Measure } from './measure.js';

/** Most organisations that stand in a table for themselves. */
export const mostInTable = 60;

/** How a row says that it is of all organisations without a row of their own, and of all. */
export const tableEnds = { others: 'all others', all: 'all' } as const;

const parameters = moveParameters.omit({ bounds: true }).extend({
  top: z
    .int()
    .min(1)
    .max(mostInTable)
    .default(mostInTable)
    .describe('organisations in the table where none is named, those with most moves'),
  small: z
    .int()
    .min(1)
    .default(5)
    .describe('count apart the moves of single flows with at least so many moves and people'),
});
type Parameters = z.output<typeof parameters>;

/**
 * Who moves from where to where, and how many in all?
 *
 * Organisations named, or those with the most moves, at most 60, each by each; all others together; and the totals: all moves out of
 * each, all moves into each, all moves. Moves of the causes asked for, between two different organisations. `in_flows` says how
 * many of the moves out of or into all others stand in flows of `small` people or more, which `flows` lists.
 *
 * Rows: one per organisation left and organisation joined, nobody moving included, in the order of their moves; then all others; then all. Units: moves, people.
 */
export const table: Measure<Parameters> = {
  name: 'table',
  title: { en: 'Origin-destination table', fr: 'Table origine-destination' },
  question: {
    en: 'Who moves from where to where, and how many in all?',
    fr: 'Qui va d’où à où, et combien en tout ?',
  },
  definition: {
    en: 'Hires between each two of at most 60 organisations, those named or those with the most moves, with all others together and with the totals: all who left each, all whom each won. Moves as in flows.',
    fr: 'Embauches entre chaque paire d’au plus 60 organisations, celles nommées ou celles aux mouvements les plus nombreux, avec toutes les autres ensemble et les totaux : tous les départs de chacune, toutes ses arrivées. Mouvements comme dans les flux.',
  },
  grain: 'one per organisation left and organisation joined, with all others and all',
  reads: ['move', 'episode'],
  columns: [
    column('from', 'text', '', 'organisation left, all others, or all'),
    column('from_id', 'text', '', 'its id; null for all others and all'),
    column('to', 'text', '', 'organisation joined, all others, or all'),
    column('to_id', 'text', '', 'its id; null for all others and all'),
    column('moves', 'integer', 'moves', 'moves of the causes asked for, hires unless told'),
    optional(column('people', 'integer', 'people', 'people who moved')),
    optional(
      column('in_flows', 'integer', 'moves', 'of the moves of all others, those in flows that are not small'),
    ),
  ],
  parameters,
  subjects: 'any',
  citation: 'docs/definitions.md, counts, exposure and populations',
  examples: ['mercato table --top 10 --matrix', 'mercato table OpenAI Anthropic Meta --since 2023'],
  matrix: { down: 'from', across: 'to', cell: 'moves' },
  queries(p, context) {
    const { since, until } = windowOf(p, context.observedMonth);
    const named = context.subjects.map(({ organisation }) => organisation);
    const periods = periodsOf(since ?? 1, until, undefined);
    const moved = movedSteps({ ...p, bounds: false }, context, periods, [sql`m.cause in ${list(p.cause)}`]);
    const listed: Sql =
      named.length > 0
        ? sql`select organisation from organisation where organisation in ${list(named)}`
        : sql`select organisation from ends group by organisation order by count(*) desc, organisation limit ${p.top}`;
    return {
      table: {
        steps: [
          ...moved,
          [
            'ends',
            sql`select from_organisation as organisation from moved union all select to_organisation from moved`,
          ],
          ['listed', listed],
          [
            'flow',
            sql`select from_organisation, to_organisation, count(*) as moves, count(distinct person) as people
              from moved group by from_organisation, to_organisation`,
          ],
          [
            'placed',
            sql`select m.person, m.from_organisation, m.to_organisation, f.organisation as listed_from, t.organisation as listed_to
              from moved as m
              left join listed as f on f.organisation = m.from_organisation
              left join listed as t on t.organisation = m.to_organisation`,
          ],
          [
            'known',
            sql`select f.organisation as listed_from, t.organisation as listed_to, sum(w.moves) as known
              from flow as w
              left join listed as f on f.organisation = w.from_organisation
              left join listed as t on t.organisation = w.to_organisation
              where w.moves >= ${p.small} and w.people >= ${p.small} and (f.organisation is null or t.organisation is null)
              group by f.organisation, t.organisation`,
          ],
          [
            'counted',
            sql`select listed_from, listed_to, false as all_from, false as all_to, count(*) as moves, count(distinct person) as people
                from placed group by listed_from, listed_to
              union all
              select listed_from, null, false, true, count(*), count(distinct person) from placed group by listed_from
              union all
              select null, listed_to, true, false, count(*), count(distinct person) from placed group by listed_to
              union all
              select null, null, true, true, count(*), count(distinct person) from placed`,
          ],
          [
            'cells',
            sql`select c.listed_from, c.listed_to, c.all_from, c.all_to, c.moves, c.people, coalesce(k.known, 0) as known
              from counted as c
              left join known as k on not c.all_from and not c.all_to
                and coalesce(k.listed_from, -1) = coalesce(c.listed_from, -1)
                and coalesce(k.listed_to, -1) = coalesce(c.listed_to, -1)
              order by c.all_from, c.all_to, c.listed_from, c.listed_to`,
          ],
        ],
      },
      listed: {
        steps: [
          ...moved,
          [
            'ends',
            sql`select from_organisation as organisation from moved union all select to_organisation from moved`,
          ],
          ['chosen', listed],
          [
            'listed',
            sql`select o.organisation, o.id, o.title, count(e.organisation) as moves
              from chosen as c join organisation as o on o.organisation = c.organisation
              left join ends as e on e.organisation = o.organisation
              group by o.organisation, o.id, o.title order by moves desc, o.organisation`,
          ],
        ],
      },
    };
  },
  finish({ table: counted = [], listed = [] }, p, context) {
    const placeOf = (row: Row, end: 'from' | 'to'): string =>
      row[`all_${end}`] === true ? tableEnds.all : String(row[`listed_${end}`] ?? tableEnds.others);
    const found = new Map(counted.map((row) => [`${placeOf(row, 'from')}>${placeOf(row, 'to')}`, row]));
    const hasOthers = [...found.keys()].some((key) => key.split('>').includes(tableEnds.others));
    const ends = [
      ...listed.map((row) => ({
        key: String(row.organisation),
        title: String(row.title),
        id: String(row.id),
      })),
      ...[...(hasOthers ? [tableEnds.others] : []), tableEnds.all].map((key) => ({
        key,
        title: key,
        id: null,
      })),
    ];
    return {
      rows: ends.flatMap((from) =>
        ends.flatMap((to) => {
          if (from === to && from.id !== null) return [];
          const row = found.get(`${from.key}>${to.key}`);
          return {
            from: from.title,
            from_id: from.id,
            to: to.title,
            to_id: to.id,
            moves: Number(row?.moves ?? 0),
            people: Number(row?.people ?? 0),
            in_flows: Number(row?.known ?? 0),
          };
        }),
      ),
      notes: edgeNote({ ...p, bounds: false }, windowOf(p, context.observedMonth).until, context),
    };
  },
};
