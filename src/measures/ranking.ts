import * as z from 'zod';
import { MercatoError } from '../errors.js';
import { findingValues, mostEliminated, movesAt } from '../stats/index.js';
import { list, raw, sql } from '../warehouse/index.js';
import { correctedValues, payLine, ranksOf, spreadsOf } from './_drawn.js';
import { fewestPositions, medianPay, payNotes } from './_explained.js';
import { exposureSteps } from './_exposure.js';
import { type Dropping, droppings, type MovedNetwork, movedNetwork, type Place } from './_network.js';
import { causeNote, coverageNote, edgeNote } from './_notes.js';
import { moveParameters, windowOf } from './_parameters.js';
import { periodsOf } from './_period.js';
import { rankingColumns } from './_rankingColumns.js';
import { correctionNote, drawNotes, droppedNote, rankingNote } from './_rankingNotes.js';
import { movedSteps } from './_steps.js';
import type { Answers, Context, Measure, ResultRow } from './measure.js';

const parameters = moveParameters.omit({ bounds: true }).extend({
  minMoves: z
    .int('write a whole number from 1')
    .min(1)
    .default(5)
    .describe('fewest moves into and out of an organisation, from and to the others that are ranked'),
  draws: z
    .int('write a whole number from 0 to 5000')
    .min(0)
    .max(5000)
    .default(500)
    .describe('draws over people for intervals; 0 for none'),
  seed: z
    .int('write a whole number from 0 to 4294967295')
    .min(0)
    .max(0xffffffff)
    .default(1)
    .describe('seed of the draws; the same gives the same'),
  dropped: z.boolean().default(false).describe('list organisations that are not ranked too, with the reason'),
  top: z.int().min(1).optional().describe('only the first so many of those ranked, and of those dropped'),
});
type Parameters = z.output<typeof parameters>;

/**
 * Whom do people who move prefer, all moves taken together?
 *
 * The flow-relevant value of each organisation in the largest set in which moves lead from each to each, with at least `minMoves` into and out
 * of each inside the set: a move to a place that is itself preferred counts for more. Intervals of values and ranks are percentiles of draws over
 * people; a draw in which an organisation falls out of the set counts for neither. `corrected` takes out how many people an
 * organisation has to lose, and how many it offers a job.
 *
 * Rows: one per organisation, best first; with `dropped`, or where it is named, those that are not ranked behind them, most moves first. Units: logarithms; moves,
 * people. Method: Sorkin 2018, QJE 133(3), doi:10.1093/qje/qjy001, by the elimination of Grassmann, Taksar and Heyman
 * 1985, doi:10.1287/opre.33.5.1107; Benjamini and Hochberg 1995.
 * @throws MercatoError `parameter` where values are further apart than numbers reach, or no balance is found
 */
export const ranking: Measure<Parameters> = {
  name: 'ranking',
  title: { en: 'Ranking by moves', fr: 'Classement par les mouvements' },
  question: {
    en: 'Whom do people who move prefer, all moves taken together?',
    fr: 'Qui préfèrent les gens qui bougent, tous mouvements pris ensemble ?',
  },
  definition: {
    en: 'Value: the logarithm of the weights with which moves into and out of each organisation balance over the whole network (Sorkin 2018), mean 0 over moves. Between two organisations alone it is the logarithm of their flow ratio. Ranked is the largest set in which moves lead from each to each, with at least 5 moves into and 5 out of each from and to the others (--min-moves). Moves are hires as in flows. Intervals: percentiles of 500 draws over people.',
    fr: 'Valeur : le logarithme des poids avec lesquels les entrées et les sorties de chaque organisation s’équilibrent sur tout le réseau (Sorkin 2018), de moyenne 0 sur les mouvements. Entre deux organisations seules, c’est le logarithme de leur rapport de flux. Est classé le plus grand ensemble où des mouvements mènent de chacune à chacune, avec au moins 5 entrées et 5 sorties par organisation depuis et vers les autres (--min-moves). Les mouvements sont des embauches comme dans flows. Intervalles : percentiles de 500 tirages de personnes.',
  },
  grain: 'one per organisation',
  reads: ['move', 'episode', 'organisation'],
  readsAlso: ['filing'],
  everybody: true,
  columns: rankingColumns,
  parameters,
  subjects: 'any',
  citation:
    'Sorkin (2018), Quarterly Journal of Economics 133(3), doi:10.1093/qje/qjy001; Grassmann, Taksar and Heyman (1985), Operations Research 33(5), doi:10.1287/opre.33.5.1107; Benjamini and Hochberg (1995), JRSS B 57(1), doi:10.1111/j.2517-6161.1995.tb02031.x',
  examples: [
    'mercato ranking --top 20',
    'mercato ranking OpenAI Anthropic --since 2020',
    'mercato ranking --among frontier-labs --level unit --min-moves 1 --dropped --json',
  ],
  queries(p, context) {
    const { periods, moving } = asked(p, context);
    const everywhere = { ...context, among: null };
    const long = Math.max(p.maxGap, longestBreak);
    return {
      organisations: {
        steps: [
          ...movedSteps(moving, context, periods),
          [
            'met',
            sql`select from_organisation as organisation from moved union select to_organisation from moved`,
          ],
          [
            'named',
            sql`select o.organisation, o.id, o.title from organisation as o
              join met as m on m.organisation = o.organisation order by o.organisation`,
          ],
        ],
      },
      others: {
        steps: [
          ...movedSteps(moving, context, periods),
          ['others', sql`select count(*) as moves from moved where cause not in ${list(p.cause)}`],
        ],
      },
      exposure: { steps: exposureSteps(moving, context, periods) },
      offers: {
        steps: [
          ...movedSteps({ ...moving, maxGap: longestOfAll }, everywhere, periods),
          [
            'offers',
            sql`select to_organisation as organisation, count(*) as hires from moved
              where gap > ${long} and cause = 'hire' and not via_state group by to_organisation`,
          ],
        ],
      },
      ...(context.also?.includes('filing') ? { pay: medianPay(p, context) } : {}),
    };
  },
  streams(p, context) {
    const { periods, moving } = asked(p, context);
    return {
      moves: {
        steps: [
          ...movedSteps(moving, context, periods),
          [
            'moves',
            sql`select ${raw(whole('person'))} as person, ${raw(whole('from_organisation'))} as from_organisation, ${raw(whole('to_organisation'))} as to_organisation
              from moved where cause in ${list(p.cause)} order by person, from_organisation, to_organisation`,
          ],
        ],
      },
      pairs: {
        steps: [
          ...movedSteps(moving, context, periods),
          [
            'pairs',
            sql`select ${raw(whole('from_organisation'))} as from_organisation, ${raw(whole('to_organisation'))} as to_organisation, ${raw(whole('count(*)'))} as moves
              from moved where cause in ${list(p.cause)} group by from_organisation, to_organisation
              order by from_organisation, to_organisation`,
          ],
        ],
      },
    };
  },
  async finish(answers, p, context, { columns, pause }) {
    const { moving, until } = asked(p, context);
    const moved = await movedNetwork(columns.moves ?? {}, columns.pairs ?? {}, p.minMoves, pause);
    const size = moved.network.size;
    const ranked = moved.places.filter((place) => place.ranked !== null);
    const weights = movesAt(moved.network);
    const values = await valuesOf(moved, pause);
    const ranks = ranksOf(values);
    const of = (query: string, column: string): readonly number[] => {
      const found = new Map((answers[query] ?? []).map((row) => [row.organisation, Number(row[column])]));
      return ranked.map(({ organisation }) => found.get(organisation) ?? 0);
    };
    const corrected = correctedValues(values, of('exposure', 'half_months'), of('offers', 'hires'), weights);
    const pay = answers.pay === undefined ? null : payOf(ranked, answers);
    const wages = pay?.map(({ wage }) => wage) ?? null;
    const draws = size > mostEliminated ? 0 : p.draws;
    const { spreads, slope } = await spreadsOf(moved, wages, { draws, seed: p.seed }, pause);
    const line = wages === null ? null : payLine(values, wages, weights);
    const names = new Map((answers.organisations ?? []).map((row) => [Number(row.organisation), row]));
    const rowOf = (place: Place): ResultRow => {
      const k = place.ranked;
      const spread = k === null ? undefined : spreads[k];
      const own = k === null ? undefined : pay?.[k];
      return {
        organisation: String(names.get(place.organisation)?.title ?? ''),
        id: String(names.get(place.organisation)?.id ?? ''),
        rank: k === null ? null : (ranks[k] ?? null),
        rank_low: spread?.rankLow ?? null,
        rank_high: spread?.rankHigh ?? null,
        value: k === null ? null : (values[k] ?? null),
        low: spread?.low ?? null,
        high: spread?.high ?? null,
        corrected: k === null ? null : (corrected[k] ?? null),
        p_value: spread?.p ?? null,
        q_value: spread?.q ?? null,
        lost: spread?.lost ?? null,
        moves_in: place.movesIn,
        moves_out: place.movesOut,
        people_in: place.peopleIn,
        people_out: place.peopleOut,
        dropped: place.dropped,
        ...(pay === null
          ? {}
          : {
              positions: own?.positions ?? null,
              median_pay: own?.wage ?? null,
              unexplained: k === null ? null : (line?.residuals[k] ?? null),
              unexplained_low: spread?.unexplainedLow ?? null,
              unexplained_high: spread?.unexplainedHigh ?? null,
            }),
      };
    };
    const { rows, total } = listed(moved.places, ranks, p, context);
    return {
      rows: rows.map(rowOf),
      total,
      notes: [
        coverageNote,
        ...rankingNote(size, p),
        ...droppedNote(countsOf(moved.places)),
        ...drawNotes(size, p),
        ...correctionNote(size, corrected),
        ...(pay === null || size === 0
          ? []
          : payNotes(
              line === null
                ? null
                : { ...line, slopeLow: slope?.low ?? null, slopeHigh: slope?.high ?? null },
            )),
        ...causeNote(Number(answers.others?.[0]?.moves ?? 0)),
        ...edgeNote(moving, until, context),
      ],
    };
  },
};

/** Months without a job after which nobody counts as moving straight on. */
const longestBreak = 3;
const longestOfAll = 12 * 9999;

const whole = (column: string): string => `cast(${column} as integer)`;

function asked(p: Parameters, context: Context) {
  const { since, until } = windowOf(p, context.observedMonth);
  return { periods: periodsOf(since ?? 1, until, undefined), until, moving: { ...p, bounds: false } };
}

/** @param pause called between the steps of the search */
async function valuesOf({ network }: MovedNetwork, pause: () => Promise<void>): Promise<Float64Array> {
  if (network.size === 0) return new Float64Array();
  const finding = findingValues(network);
  try {
    for (;;) {
      const step = finding.next();
      if (step.done) return step.value;
      await pause();
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new MercatoError(
      'parameter',
      `no ranking: ${error.message}; raise --min-moves or widen the window`,
      {
        cause: error,
      },
    );
  }
}

/** Positions of each organisation that is ranked, and the middle of their wages where they are many enough. */
function payOf(ranked: readonly Place[], { pay = [] }: Answers) {
  const found = new Map(pay.map((row) => [Number(row.organisation), row]));
  return ranked.map(({ organisation }) => {
    const row = found.get(organisation);
    const positions = Number(row?.positions ?? 0);
    const wage = Math.round(50 * (Number(row?.low ?? 0) + Number(row?.high ?? 0))) / 100;
    return { positions, wage: positions >= fewestPositions ? wage : null };
  });
}

/** Those that are ranked by rank, then those dropped that are asked for by their moves; only those named, where some are. */
function listed(places: readonly Place[], ranks: Int32Array, p: Parameters, { subjects }: Context) {
  const named = new Set(subjects.map(({ organisation }) => organisation));
  const shown = named.size === 0 ? places : places.filter(({ organisation }) => named.has(organisation));
  const rank = ({ ranked }: Place): number => ranks[ranked ?? -1] ?? 0;
  const moves = ({ movesIn, movesOut }: Place): number => movesIn + movesOut;
  const ranked = shown.filter((place) => place.ranked !== null);
  ranked.sort((a, b) => rank(a) - rank(b) || moves(b) - moves(a) || a.organisation - b.organisation);
  const out = p.dropped || named.size > 0 ? shown.filter((place) => place.ranked === null) : [];
  out.sort((a, b) => moves(b) - moves(a) || a.organisation - b.organisation);
  const top = p.top ?? Number.POSITIVE_INFINITY;
  return {
    rows: [...ranked.slice(0, top), ...out.slice(0, top)],
    total: ranked.length + out.length,
  };
}

function countsOf(places: readonly Place[]): Readonly<Record<Dropping, number>> {
  const counts = Object.fromEntries(droppings.map((reason) => [reason, 0])) as Record<Dropping, number>;
  for (const { dropped } of places) if (dropped !== null) counts[dropped] += 1;
  return counts;
}
