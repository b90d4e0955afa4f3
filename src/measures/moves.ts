import type * as z from 'zod';
import { classOfGap, column, formatMonth, optional } from '../records/index.js';
import { list, type Row, raw, type Sql, sql } from '../warehouse/index.js';
import { moveParameters, windowOf } from './_parameters.js';
import { periodsOf } from './_period.js';
import { movedSteps } from './_steps.js';
import { weighing, weightIn } from './_weights.js';
import type { Measure } from './measure.js';

const parameters = moveParameters.extend({
  cause: moveParameters.shape.cause
    .unwrap()
    .optional()
    .describe('only moves of these causes; all unless told'),
});
type Parameters = z.output<typeof parameters>;

/**
 * Which moves stand behind a count?
 *
 * The same selection as `flows` and `ratio`, one row per move of every cause unless `--cause` says otherwise, under
 * pseudonyms, with the file and line where each job begins. It shows single people and stays on this machine.
 *
 * Rows: one per move, by month of joining. Units: months.
 */
export const moves: Measure<Parameters> = {
  name: 'moves',
  title: { en: 'Moves', fr: 'Mouvements' },
  question: { en: 'Which moves stand behind a count?', fr: 'Quels mouvements sont derrière un nombre ?' },
  definition: {
    en: 'Transitions of the main job from A to B, each with its dates, class, cause, flags and lines in the source.',
    fr: 'Transitions de l’emploi principal de A vers B, chacune avec ses dates, sa classe, sa cause, ses marques et ses lignes dans la source.',
  },
  grain: 'one per move',
  reads: ['move', 'spell', 'person', 'person_name', 'file'],
  columns: [
    column('person', 'text', '', 'pseudonym'),
    column('written', 'text', '', 'identifier as written, where it was loaded with --keep-names'),
    column('from', 'text', '', 'organisation left'),
    column('to', 'text', '', 'organisation joined'),
    column('left', 'month', '', 'month of leaving'),
    column('joined', 'month', '', 'month of joining'),
    column('gap', 'integer', 'months', 'months between'),
    optional(
      column(
        'gap_min',
        'integer',
        'months',
        'with --bounds: fewest months between that the precision of dates allows',
      ),
    ),
    optional(column('gap_max', 'integer', 'months', 'with --bounds: most months between')),
    column('class', 'text', '', 'direct (EE), short break (AQ) or long break (NE/EN)'),
    column('cause', 'text', '', 'cause'),
    column('flags', 'text', '', 'was_concurrent, by_precision, via_state, return, unknown_start'),
    column('from_line', 'text', '', 'file and line where the job left begins'),
    column('to_line', 'text', '', 'file and line where the job joined begins'),
    optional(column('weight', 'number', 'moves', 'with weights: what the move weighs')),
  ],
  parameters: parameters as z.ZodType<Parameters>,
  subjects: 'pair',
  citation: 'US Census Bureau, Job-to-Job Flows (J2J) 101, for the classes',
  examples: ['mercato moves DeepMind Anthropic', 'mercato moves Pivotal VMware --since 2019 --until 2020'],
  local: true,
  queries(p, context) {
    const { since, until } = windowOf(p, context.observedMonth);
    const [from, to] = context.subjects;
    if (from === undefined || to === undefined) throw new RangeError('moves are between two organisations');
    const pair = sql`m.from_organisation = ${from.organisation} and m.to_organisation = ${to.organisation}`;
    const caused = p.cause === undefined ? [] : [sql`m.cause in ${list(p.cause)}`];
    return {
      moves: {
        steps: [
          ...movedSteps({ ...p, cause: ['hire'] }, context, periodsOf(since ?? 1, until, undefined), [
            pair,
            ...caused,
          ]),
          [
            'moves',
            sql`select p.pseudonym, n.written, m.left_month, m.joined_month, m.gap, m.cause, m.was_concurrent, m.by_precision,
                m.via_state, m.is_return, m.known_start, m.left_first, m.left_last, m.joined_first, m.joined_last${weighing(context, sql`, m.weight`)}, a.line as from_line, f.name as from_file,
                b.line as to_line, t.name as to_file, u.title as from_title, v.title as to_title
              from moved as m
              join person as p on p.person = m.person
              left join (select person, min(written) as written from person_name group by person) as n
                on n.person = m.person
              join organisation as u on u.organisation = m.from_unit
              join organisation as v on v.organisation = m.to_unit
              join spell as a on a.spell = ${spellOf(sql`m.from_episode`)} join file as f on f.file = a.file
              join spell as b on b.spell = ${spellOf(sql`m.to_episode`)} join file as t on t.file = b.file
              order by m.joined_month, p.pseudonym`,
          ],
        ],
      },
    };
  },
  finish({ moves: found = [] }, p, context) {
    return {
      rows: found.map((row) => ({
        person: String(row.pseudonym),
        written: row.written === null || row.written === undefined ? null : String(row.written),
        from: String(row.from_title),
        to: String(row.to_title),
        left: formatMonth(Number(row.left_month)),
        joined: formatMonth(Number(row.joined_month)),
        gap: Number(row.gap),
        ...(p.bounds ? gapsOf(row) : {}),
        class: classOfGap(Number(row.gap)),
        cause: String(row.cause),
        flags: flagsOf(row),
        from_line: `${row.from_file}:${row.from_line}`,
        to_line: `${row.to_file}:${row.to_line}`,
        ...(context.weighted ? { weight: weightIn(row, 'weight') } : {}),
      })),
      notes: [],
    };
  },
};

/** The spell that begins an episode: the pieces of a spell that is cut are numbered above all spells. */
const spellOf = (episode: Sql): Sql => sql`${episode} % ${raw(String(2 ** 48))}`;

/** The gap between dates as near and as far as their precision allows; one held beside the other has none. */
function gapsOf(row: Row) {
  const exact = row.was_concurrent === true || row.joined_first === null;
  return {
    gap_min: exact ? Number(row.gap) : Number(row.joined_first) - Number(row.left_last),
    gap_max: exact ? Number(row.gap) : Number(row.joined_last) - Number(row.left_first),
  };
}

function flagsOf(row: Row): string {
  return [
    row.was_concurrent ? 'was_concurrent' : null,
    row.by_precision ? 'by_precision' : null,
    row.via_state ? 'via_state' : null,
    row.is_return ? 'return' : null,
    row.known_start ? null : 'unknown_start',
  ]
    .filter((flag) => flag !== null)
    .join(' ');
}
