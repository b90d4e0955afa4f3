import { type PoissonRegression, poissonRegression } from './poissonRegression.js';

/** Monthly counts and exposures of flows; the months follow one another. */
export interface StudySeries {
  /** Events of each flow in each month, `[flow][month]`. */
  readonly counts: readonly (readonly number[])[];
  /** Person-months at the origin of each flow in each month, `[flow][month]`. */
  readonly exposures: readonly (readonly number[])[];
  /** Calendar month of the first column, `year * 12 + month`. */
  readonly firstMonth: number;
}

/** What is asked of the series; months count from the first column. */
export interface StudyPlan {
  /** Flows that the event is about; all others compare. */
  readonly treated: readonly number[];
  readonly event: number;
  /** Months looked at before the event, and from it on. */
  readonly before: number;
  readonly after: number;
  /** Months in which nothing happened, to be put in the place of the event. */
  readonly placeboMonths: readonly number[];
  /** Whether the treated flows may have another slope after the event. */
  readonly slope?: boolean;
  /** Whether limits are looked for, which takes most of the time; true unless told. */
  readonly limits?: boolean;
  /** Confidence level, 0.95 unless told. */
  readonly level?: number;
}

/** How much one coefficient stands out; logs of ratios. */
interface Fitted {
  /** null where it runs off to infinity, in the direction of `root`. */
  readonly estimate: number | null;
  /** Signed root of what the deviance loses without it. */
  readonly root: number;
  /** Where the two searches ended. */
  readonly full: Float64Array;
  readonly without: Float64Array;
}

/** What happened after an event, told as logs of ratios of rate ratios. */
export interface Study {
  /** null where no event came before or none after: there is no finite value. */
  readonly estimate: number | null;
  /** Signed root of the deviance that the effect explains: about standard normal where there is none and counts are Poisson. */
  readonly root: number;
  readonly pValue: number;
  /** Placebos with a value. */
  readonly placebos: number;
  /** Roots of the placebos: of months first, then of flows. */
  readonly placeboRoots: readonly number[];
  /** Ends of the set of values that are not rejected; null where there is none on that side or fewer than 39 placebos. */
  readonly low: number | null;
  readonly high: number | null;
  readonly slope: { readonly estimate: number | null; readonly pValue: number } | null;
  /** Flows without an event in the months looked at: they say nothing. */
  readonly empty: readonly number[];
}

/** Why there is no answer. */
export type NoStudy = 'no_comparison' | 'no_events' | 'no_contrast';

/** Fewest placebos that an interval of 95 % rests on. */
export const leastPlacebos = 39;

/**
 * Did flows change more at an event than the flows they are compared with?
 *
 * `log E[count] = log exposure + flow + month of year + trend + post + treated*trend + treated*post*theta`, over the months around the
 * event. How far theta stands out is not taken from a formula but from placebos: every given month put in the place of the event, and every comparison
 * flow in the place of the treated. All are held by the signed root of the deviance that theta explains, since estimates of flows of different sizes scatter
 * differently. `p = (1 + placebos that stand out as far) / (1 + placebos)`. The interval holds the values that are not rejected when they are put in the offset.
 *
 * Units: theta is the log of a ratio of rate ratios. Method: Poisson regression; randomisation inference (Fisher 1935; Abadie, Diamond and Hainmueller 2010,
 * doi:10.1198/jasa.2009.ap08746), the interval by inversion of the test.
 * @returns a reason where there is no comparison flow with an event, no event of the treated flows, or nothing to tell before from after
 */
export function studyOf(series: StudySeries, plan: StudyPlan): Study | NoStudy {
  const { treated, event, slope = false, limits = true, level = 0.95 } = plan;
  const others = [...series.counts.keys()].filter((flow) => !treated.includes(flow));
  const held = (effect: number): StudySeries => adjusted(series, treated, event, effect);
  const at = (
    data: StudySeries,
    flows: readonly number[],
    month: number,
    near?: Fitted,
    of: Part = 'level',
  ) => fittedAt(data, flows, month, plan, slope ? of : 'level', slope, near);
  const isSome = (flow: number): boolean =>
    eventsIn(series, flow, event - plan.before, event + plan.after) > 0;
  if (!treated.some(isSome)) return 'no_events';
  if (!others.some(isSome)) return 'no_comparison';
  const actual = at(series, treated, event);
  if (actual === null) return 'no_contrast';

  const places: readonly (readonly [readonly number[], number])[] = [
    ...plan.placeboMonths.map((month) => [treated, month] as const),
    ...others.filter(isSome).map((flow) => [[flow], event] as const),
  ];
  const kept = places.flatMap(([flows, month]) => {
    const fitted = at(series, flows, month);
    return fitted === null ? [] : [{ flows, month, fitted }];
  });
  // Months whose window ends before the event do not see what is put in the offset.
  const isBlind = ({ month }: { readonly month: number }): boolean => month + plan.after <= event;
  const fixed = kept.filter(isBlind).map(({ fitted }) => Math.abs(fitted.root));
  const seeing = kept.filter((one) => !isBlind(one));
  const needed = Math.floor((1 - level) * (1 + kept.length) + 1e-9);
  const beyond = (effect: number): number => {
    const data = held(effect);
    const own = at(data, treated, event, actual)?.root ?? actual.root;
    const roots = [
      ...fixed,
      ...seeing.map(({ flows, month, fitted }) =>
        Math.abs(at(data, flows, month, fitted)?.root ?? fitted.root),
      ),
    ];
    return Math.abs(own) - (roots.sort((a, b) => b - a)[needed - 1] ?? Number.POSITIVE_INFINITY);
  };
  const roots = kept.map(({ fitted }) => fitted.root);
  const enough = limits && kept.length >= leastPlacebos;
  return {
    estimate: actual.estimate,
    root: actual.root,
    pValue: pOf(actual.root, roots),
    placebos: kept.length,
    placeboRoots: roots,
    low: enough ? endOf(beyond, actual, -1) : null,
    high: enough ? endOf(beyond, actual, 1) : null,
    slope: slope
      ? slopeOf(
          at(series, treated, event, undefined, 'slope'),
          kept.map(({ flows, month }) => at(series, flows, month, undefined, 'slope')),
        )
      : null,
    empty: [...series.counts.keys()].filter((flow) => !isSome(flow)),
  };
}

function slopeOf(actual: Fitted | null, placebos: readonly (Fitted | null)[]): Study['slope'] {
  if (actual === null) return null;
  const roots = placebos.flatMap((one) => (one === null ? [] : [one.root]));
  return { estimate: actual.estimate, pValue: pOf(actual.root, roots) };
}

function pOf(root: number, placebos: readonly number[]): number {
  const asFar = placebos.filter((other) => Math.abs(other) >= Math.abs(root) - 1e-9).length;
  return (1 + asFar) / (1 + placebos.length);
}

function eventsIn({ counts }: StudySeries, flow: number, first: number, end: number): number {
  return (counts[flow] ?? [])
    .slice(Math.max(0, first), Math.max(0, end))
    .reduce((sum, count) => sum + count, 0);
}

/** The series as it would be had an effect been taken from the treated flows from the event on. */
function adjusted(
  series: StudySeries,
  treated: readonly number[],
  event: number,
  effect: number,
): StudySeries {
  const factor = Math.exp(effect);
  return {
    ...series,
    exposures: series.exposures.map((months, flow) =>
      treated.includes(flow) ? months.map((months, t) => (t >= event ? months * factor : months)) : months,
    ),
  };
}

type Part = 'level' | 'slope';

/** The regression at a month with some flows treated; null where the data cannot tell the part asked for. */
function fittedAt(
  { counts, exposures, firstMonth }: StudySeries,
  treated: readonly number[],
  event: number,
  { before, after }: StudyPlan,
  part: Part,
  slope: boolean,
  near?: Fitted,
): Fitted | null {
  const [first, end] = [Math.max(0, event - before), Math.min(counts[0]?.length ?? 0, event + after)];
  const length = end - first;
  const all = counts.length * length;
  const cells = {
    counts: new Float64Array(all),
    exposures: new Float64Array(all),
    groups: new Int32Array(all),
    rows: new Int32Array(all),
  };
  for (let flow = 0, cell = 0; flow < counts.length; flow++) {
    const [own, exposed, row] = [counts[flow]!, exposures[flow]!, treated.includes(flow) ? length : 0];
    for (let i = 0; i < length; i++, cell++) {
      cells.counts[cell] = own[first + i]!;
      cells.exposures[cell] = exposed[first + i]!;
      cells.groups[cell] = flow;
      cells.rows[cell] = row + i;
    }
  }
  const { design, less } = designOf(first - event, length, firstMonth + first, part, slope);
  const full = poissonRegression(cells, design, near?.full);
  const last = (design[0]?.length ?? 0) - 1;
  if (full.aliased.includes(last) || !full.converged) return null;
  const without = poissonRegression(cells, less, near?.without ?? full.end);
  const lost = Math.sqrt(Math.max(0, without.deviance - full.deviance));
  return { ...signed(full, last, lost), full: full.end, without: without.end };
}

function signed({ coefficients, separated, end }: PoissonRegression, column: number, lost: number) {
  const ran = separated.find((one) => one.column === column);
  const estimate = coefficients[column] ?? null;
  return { estimate, root: lost * (ran?.sign ?? Math.sign(end[column]!)) };
}

/** Rows of the months for flows that compare, then for those treated, with the column asked for and without. */
function designOf(since: number, length: number, calendar: number, part: Part, slope: boolean) {
  const design = [0, 1].flatMap((own) =>
    Array.from({ length }, (_, i) => rowOf(since + i, calendar + i, own, part, slope)),
  );
  return { design, less: design.map((row) => row.slice(0, -1)) };
}

/** Season, trend, post, then what the treated flows have of their own; what is asked for comes last. */
function rowOf(since: number, calendar: number, own: number, part: Part, slope: boolean): readonly number[] {
  const post = since >= 0 ? 1 : 0;
  const level = own * post;
  const rise = (own * post * since) / 12;
  const asked = !slope ? [level] : part === 'level' ? [rise, level] : [level, rise];
  const season = (calendar - 1) % 12;
  const row = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, since / 12, post, (own * since) / 12, ...asked];
  if (season > 0) row[season - 1] = 1;
  return row;
}

const closeEnough = 1e-3;

/** Where an effect begins to be rejected, going from the estimate in one direction; null where it never is. */
function endOf(
  beyond: (effect: number) => number,
  { estimate, root }: Fitted,
  direction: 1 | -1,
): number | null {
  if (estimate === null && Math.sign(root) === direction) return null;
  let [inside, below] = [estimate ?? 0, -1];
  let [outside, above] = [inside, -1];
  const error = estimate === null || Math.abs(root) < 0.01 ? 0.5 : Math.abs(estimate / root);
  // Were the likelihood a parabola, the limit would lie twice its error away.
  for (let width = Math.min(4, 2.1 * error); above <= 0; width *= 1.5) {
    if (width > 16) return null;
    outside = (estimate ?? 0) + direction * width;
    above = beyond(outside);
    if (above <= 0) [inside, below] = [outside, above];
  }
  // False position, with the side that stays halved (Illinois), since the excess is nearly straight in the effect.
  let stayed = 0;
  while (Math.abs(outside - inside) > closeEnough) {
    const share = Math.min(0.98, Math.max(0.02, below / (below - above)));
    const middle = inside + share * (outside - inside);
    const excess = beyond(middle);
    if (Math.abs(excess) < closeEnough) return middle;
    if (excess > 0) {
      [outside, above] = [middle, excess];
      if (stayed === 1) below /= 2;
      stayed = 1;
    } else {
      [inside, below] = [middle, excess];
      if (stayed === -1) above /= 2;
      stayed = -1;
    }
  }
  return inside;
}
