import * as z from 'zod';
import { column, formatMonth, parseMonth, piecesApart } from '../records/index.js';
import { type Lookback, lookbackAt, nowcastOf, reportedShare } from '../stats/index.js';
import { monthOf, type Row, raw, type Sql, sql } from '../warehouse/index.js';
import { countNote, coverageNote } from './_notes.js';
import { windowParameters } from './_parameters.js';
import type { Measure, Note, ResultRow } from './measure.js';

const parameters = windowParameters.pick({ since: true, until: true }).extend({
  longest: z
    .int('write a whole number from 1 to 120')
    .min(1)
    .max(120)
    .default(36)
    .describe('months since the move after which all moves are taken as reported'),
});
type Parameters = z.output<typeof parameters>;

/** Months that are not final where nothing says how late moves are reported. */
const recent = 3;
/** Share of the moves of a month that is reported where it is final. */
const enough = 0.95;
/** Months shown unless asked otherwise. */
const shown = 24;

/**
 * How many of the moves of the last months are not reported yet?
 *
 * People update a profile late. Where an earlier vintage of a source was replaced by a later one, the moves of people who are in both
 * say which share of the moves of each age was known by then; their product over the ages that lie as far apart as the two
 * is the share reported, and what is reported over it the nowcast. Pairs of vintages as far apart as the last one are pooled. Without two vintages the last three months are flagged.
 *
 * Rows: one per source and month of joining, the last month first. Units: moves with a gap of at most 3 months, of every cause; shares from 0 to 1. Method: Kalbfleisch
 * and Lawless 1989 (JASA 84(406)), Lawless 1994 (Canadian Journal of Statistics 22(1)); log-normal limits by the delta method.
 */
export const delay: Measure<Parameters> = {
  name: 'delay',
  title: { en: 'Reporting delay', fr: 'Délai de déclaration' },
  question: {
    en: 'How many of the moves of the last months are not reported yet?',
    fr: 'Combien de mouvements des derniers mois ne sont pas encore déclarés ?',
  },
  definition: {
    en: 'People update their profile late, so recent moves are counted low. Where a later vintage of a source replaced an earlier one, the moves of people who are in both say which share of the moves of each age was known; a nowcast is what is reported over the share that is. It says how many moves the source will report, not how many there were. Without two vintages the last three months are not final.',
    fr: 'Les profils sont mis à jour avec retard : les mouvements récents sont sous-comptés. Là où un millésime plus récent d’une source en a remplacé un autre, les mouvements des personnes présentes dans les deux disent quelle part des mouvements de chaque âge était connue ; la prévision immédiate est le nombre déclaré divisé par cette part. Elle dit combien de mouvements la source déclarera, non combien il y en a eu. Sans deux millésimes, les trois derniers mois ne sont pas définitifs.',
  },
  grain: 'one per source and month of joining',
  reads: ['move', 'spell', 'vintage'],
  columns: [
    column('source', 'text', '', 'source'),
    column('month', 'month', '', 'month of joining, YYYY-MM'),
    column('age', 'integer', 'months', 'months from the move to the last one that the source observes'),
    column('reported', 'integer', 'moves', 'moves that are reported, of every cause'),
    column(
      'final',
      'boolean',
      '',
      'whether 95 % are reported; without two vintages, whether the move is three months old',
    ),
    column(
      'followed',
      'integer',
      'moves',
      'moves of this age in the earlier vintage, of people in both, that the later one knows; where they are under 100, with the ages around',
    ),
    column('known', 'integer', 'moves', 'of these, moves that the earlier vintage knew'),
    column(
      'reported_share',
      'number',
      'share',
      'share of the moves of this age that is reported; null where unknown',
    ),
    column('reported_low', 'number', 'share', 'lower 95 % limit of the share'),
    column('reported_high', 'number', 'share', 'upper 95 % limit of the share'),
    column('nowcast', 'number', 'moves', 'moves there will be once all are reported; null where unknown'),
    column('nowcast_low', 'integer', 'moves', 'lower 95 % limit of the nowcast'),
    column('nowcast_high', 'integer', 'moves', 'upper 95 % limit of the nowcast'),
  ],
  parameters,
  subjects: 'none',
  citation:
    'Kalbfleisch and Lawless (1989), JASA 84(406), 360-372; Lawless (1994), Canadian Journal of Statistics 22(1), 15-31',
  examples: ['mercato delay', 'mercato delay --since 2024 --longest 48 --json'],
  queries() {
    const month = (day: string): Sql => monthOf(raw(day));
    return {
      sources: {
        steps: [
          [
            'sources',
            sql`select source, max(${month('observed_until')}) as seen from file where fills = 'spell'
              group by source order by source`,
          ],
        ],
      },
      reported: {
        steps: [
          [
            'reported',
            sql`select f.source, m.joined_month, count(*) as moves from move as m
              join spell as s on s.spell = m.to_episode % ${raw(String(piecesApart))}
              join file as f on f.file = s.file
              where m.gap <= ${recent} group by f.source, m.joined_month order by f.source, m.joined_month`,
          ],
        ],
      },
      vintages: {
        steps: [
          [
            'vintages',
            sql`select source, ${month('earlier')} as earlier, ${month('later')} as later, joined_month,
                sum(followed) as followed, sum(known) as known, sum(withdrawn) as withdrawn
              from vintage group by source, ${month('earlier')}, ${month('later')}, joined_month
              order by source, later, earlier, joined_month`,
          ],
        ],
      },
    };
  },
  finish({ sources = [], reported = [], vintages = [] }, p, context) {
    const of = (rows: readonly Row[], source: unknown) => rows.filter((row) => row.source === source);
    const found = sources.map(({ source, seen }) => {
      const pairs = pooled(of(vintages, source));
      const moves = new Map(of(reported, source).map((row) => [Number(row.joined_month), Number(row.moves)]));
      return {
        source: String(source),
        pairs,
        rows: rowsOf(String(source), Number(seen), moves, pairs, { ...p, from: context.firstMonth }),
      };
    });
    const rows = found.flatMap((one) => one.rows);
    const thin = found
      .flatMap((one) => (one.pairs ? one.rows : []))
      .filter((row) => row.reported_share === null);
    return {
      rows,
      notes: [
        ...found.map(({ source, pairs }) => (pairs ? pairNote(source, pairs, p) : noPairNote(source))),
        coverageNote,
        ...countNote(
          'withdrawn',
          found.reduce((sum, { pairs }) => sum + (pairs?.withdrawn ?? 0), 0),
          'Moves that only an earlier vintage has, of people in both, and that a nowcast takes no account of: N.',
          'Mouvements que seul un millésime antérieur connaît, de personnes présentes dans les deux, dont la prévision ne tient pas compte : N.',
        ),
        ...countNote(
          'no_share',
          thin.length,
          'Months without a share: at their age, or one of those after it, the earlier vintage knew no move; months: N.',
          'Mois sans part : à leur âge, ou à l’un des suivants, le millésime antérieur ne connaissait aucun mouvement ; mois : N.',
        ),
      ],
    };
  },
};

/** Vintages of a source, pooled by the age of moves when the earlier ones ended. */
interface Pairs {
  readonly earlier: number;
  readonly later: number;
  readonly apart: number;
  readonly lookbacks: ReadonlyMap<number, Lookback>;
  readonly withdrawn: number;
}

/** The pairs of vintages that lie as far apart as the last one; null where there is none. */
function pooled(rows: readonly Row[]): Pairs | null {
  const last = rows.at(-1);
  if (last === undefined) return null;
  const [earlier, later] = [Number(last.earlier), Number(last.later)];
  const apart = later - earlier;
  const lookbacks = new Map<number, Lookback>();
  let withdrawn = 0;
  for (const row of rows.filter((row) => Number(row.later) - Number(row.earlier) === apart)) {
    const age = Number(row.earlier) - Number(row.joined_month);
    const { followed, known } = lookbacks.get(age) ?? { followed: 0, known: 0 };
    lookbacks.set(age, { followed: followed + Number(row.followed), known: known + Number(row.known) });
    withdrawn += Number(row.withdrawn);
  }
  return { earlier, later, apart, lookbacks, withdrawn };
}

function rowsOf(
  source: string,
  seen: number,
  moves: ReadonlyMap<number, number>,
  pairs: Pairs | null,
  { since, until, longest, from }: Parameters & { readonly from: number },
): ResultRow[] {
  const last = Math.min(seen, (until === undefined ? null : parseMonth(until, 'last')) ?? seen);
  const asked = (since === undefined ? null : parseMonth(since, 'first')) ?? last - shown + 1;
  const first = Math.max(asked, from);
  const rows: ResultRow[] = [];
  for (let month = last; month >= first; month--) {
    const age = seen - month;
    const reported = moves.get(month) ?? 0;
    const by = pairs === null ? null : reportedShare(pairs.lookbacks, { age, apart: pairs.apart, longest });
    const then = pairs === null ? null : lookbackAt(pairs.lookbacks, age);
    const { nowcast, low, high } = nowcastOf(reported, by);
    rows.push({
      source,
      month: formatMonth(month),
      age,
      reported,
      final: by === null ? age >= recent : by.share >= enough,
      followed: then?.followed ?? null,
      known: then?.known ?? null,
      reported_share: by?.share ?? null,
      reported_low: by?.low ?? null,
      reported_high: by?.high ?? null,
      nowcast,
      nowcast_low: low,
      nowcast_high: high,
    });
  }
  return rows;
}

function noPairNote(source: string): Note {
  return {
    code: 'no_vintage',
    en: `Nothing says how late the moves of ${source} are reported, since no later vintage of it replaced an earlier one: its last ${recent} months are not final. A later file in the place of an earlier one, or load --replaces, makes them two.`,
    fr: `Rien ne dit avec quel retard les mouvements de ${source} sont déclarés, puisqu’aucun millésime plus récent n’en a remplacé un autre : ses ${recent} derniers mois ne sont pas définitifs. Un fichier plus récent à la place d’un autre, ou load --replaces, en fait deux.`,
  };
}

function pairNote(source: string, { earlier, later }: Pairs, { longest }: Parameters): Note {
  const [from, to] = [formatMonth(earlier), formatMonth(later)];
  return {
    code: 'vintages',
    en: `The delay of ${source} is that between its vintages up to ${from} and ${to}, and taken to have stayed the same; after ${longest} months all moves are taken as reported.`,
    fr: `Le délai de ${source} est celui observé entre ses millésimes jusqu’à ${from} et ${to}, supposé inchangé ; après ${longest} mois, tous les mouvements sont considérés comme déclarés.`,
  };
}
