import { formatMonth } from '../records/index.js';
import { leastPlacebos, type Study, studyOf } from '../stats/index.js';
import type { EventMonth, Registered } from './_studyEvents.js';
import * as notes from './_studyNotes.js';
import { type FlowSeries, type Flows, hiresIn, keyOf, seriesOf } from './_studySeries.js';
import type { Note, ResultRow } from './measure.js';

/** Months that an event keeps away from the months put in its place. */
const apart = 12;

/** Somebody who moved the way that is studied. */
export interface Mover {
  readonly flow: string;
  readonly month: number;
  readonly person: number;
  readonly counts: boolean;
  readonly known: boolean;
}

/** Flows at one month of the event, and all that their row is made of. */
export interface OneStudy {
  readonly set: readonly FlowSeries[];
  readonly at: EventMonth;
  readonly all: Flows;
  readonly compared: readonly FlowSeries[];
  readonly months: readonly EventMonth[];
  readonly registered: readonly Registered[];
  readonly p: { readonly before: number; readonly after: number; readonly slope: boolean };
  readonly movers: readonly Mover[];
  readonly titles: ReadonlyMap<number, string>;
}

/** The row of some flows at one month of the event, and what is to be said of it. */
export function rowOf(one: OneStudy): { readonly row: ResultRow; readonly notes: readonly Note[] } {
  const { set, at, all, compared, p, movers, titles } = one;
  const begun = set.map(({ exposures }) => exposures.findIndex((months) => months > 0)).filter((i) => i >= 0);
  const since = begun.length === 0 ? all.last + 1 : all.first + Math.min(...begun);
  const before = Math.max(0, Math.min(p.before, at.month - since));
  const after = Math.max(0, Math.min(p.after, all.last - at.month + 1));
  const result = answerTo(one, since, before, after);
  const keys = new Set(set.map(keyOf));
  const people = (from: number, end: number): number =>
    new Set(
      movers
        .filter(
          ({ flow, month, counts, known }) =>
            keys.has(flow) && counts && known && month >= from && month < end,
        )
        .map(({ person }) => person),
    ).size;
  const hires = (flows: readonly FlowSeries[], from: number, end: number): number =>
    flows.reduce((sum, flow) => sum + hiresIn(all, flow, from, end), 0);
  const [first, end] = [at.month - before, at.month + after];
  const only = set.length === 1 ? set[0] : undefined;
  const found = typeof result === 'string' ? null : result;
  const row = {
    from: only === undefined ? null : (titles.get(only.from) ?? null),
    to: only === undefined ? null : (titles.get(only.to) ?? null),
    event: formatMonth(at.month),
    dated: at.dated,
    ...figuresOf(found),
    placebos: found?.placebos ?? 0,
    months_before: before,
    months_after: after,
    hires_before: hires(set, first, at.month),
    hires_after: hires(set, at.month, end),
    people_before: people(first, at.month),
    people_after: people(at.month, end),
    comparisons: compared.length,
    compared_before: hires(compared, first, at.month),
    compared_after: hires(compared, at.month, end),
    ...(p.slope
      ? { slope: ratioOf(found?.slope?.estimate ?? null), slope_p_value: found?.slope?.pValue ?? null }
      : {}),
  };
  const title = only?.title ?? set.map(({ title }) => title).join(' + ');
  return { row, notes: notesOn(result, title, at.month, before, after, p) };
}

function answerTo(one: OneStudy, since: number, before: number, after: number): Study | notes.Reason {
  const { set, at, all, compared, months, registered, p } = one;
  if (at.month > all.last || at.month < since) return since > all.last ? 'no_events' : 'outside';
  if (before < 12) return 'few_before';
  if (after < 3) return 'few_after';
  if (compared.length === 0) return 'no_comparison';
  const busy = [...months, ...registered.flatMap((other) => other.months)].map(({ month }) => month);
  const placebo = Array.from({ length: all.last - since + 1 }, (_, i) => i).filter(
    (i) =>
      i >= before &&
      since + i + after - 1 <= all.last &&
      busy.every((month) => Math.abs(since + i - month) >= apart),
  );
  return studyOf(seriesOf(all, [...set, ...compared], since), {
    treated: set.map((_, i) => i),
    event: at.month - since,
    before,
    after,
    placeboMonths: placebo,
    slope: p.slope,
  });
}

function figuresOf(found: Study | null): ResultRow {
  if (found === null) return { effect: null, low: null, high: null, p_value: null, q_value: null };
  const { estimate, root, low, high, pValue, placebos } = found;
  const effect = estimate === null && root < 0 ? 0 : ratioOf(estimate);
  const least = placebos < leastPlacebos ? null : low === null ? 0 : ratioOf(low);
  return { effect, low: least, high: ratioOf(high), p_value: pValue, q_value: null };
}

function ratioOf(log: number | null): number | null {
  return log === null ? null : Math.exp(log);
}

function notesOn(
  result: Study | notes.Reason,
  title: string,
  month: number,
  before: number,
  after: number,
  p: OneStudy['p'],
): readonly Note[] {
  if (typeof result === 'string') return [notes.reasonNote(title, month, result)];
  return [
    ...(before < p.before || after < p.after ? [notes.shortNote(before, after, p)] : []),
    ...(result.placebos < leastPlacebos ? [notes.placeboNote(result.placebos)] : []),
    ...(result.estimate === null ? [notes.infiniteNote] : []),
  ];
}
