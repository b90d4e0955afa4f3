import type { StudySeries } from '../stats/index.js';
import type { Row } from '../warehouse/index.js';
import { anywhere, type Flow, fewestHires } from './_studySteps.js';

/** A flow with its hires and the person-months at its origin, month by month from `first`. */
export interface FlowSeries extends Flow {
  readonly title: string;
  readonly counts: readonly number[];
  readonly exposures: readonly number[];
  /** Hires in months in which nobody was at risk. */
  readonly unexposed: number;
}

/** Flows over some months, both ends included. */
export interface Flows {
  readonly first: number;
  readonly last: number;
  readonly flows: readonly FlowSeries[];
}

/** Flows as the queries return them: nobody is at risk of going where nobody is yet. */
export function flowsIn(
  monthly: readonly Row[],
  changes: readonly Row[],
  first: number,
  last: number,
): Flows {
  const length = Math.max(0, last - first + 1);
  const atRisk = new Map<number, number[]>();
  for (const row of changes) {
    const own = atRisk.get(Number(row.organisation)) ?? new Array<number>(length).fill(0);
    atRisk.set(Number(row.organisation), own);
    const from = Math.max(0, Number(row.month) - first);
    if (from < length) own[from]! += Number(row.change) / 2;
  }
  for (const own of atRisk.values()) for (let i = 1; i < length; i++) own[i]! += own[i - 1]!;
  const found = new Map<string, { flow: Flow; title: string; hires: number[] }>();
  for (const row of monthly) {
    const flow = { from: Number(row.from_organisation), to: Number(row.to_organisation) };
    const key = keyOf(flow);
    const title = titleOf(String(row.from_title), row.to_title === null ? null : String(row.to_title));
    const own = found.get(key) ?? { flow, title, hires: new Array<number>(length).fill(0) };
    found.set(key, own);
    const at = Number(row.month) - first;
    if (at >= 0 && at < length) own.hires[at] = Number(row.hires);
  }
  const nobody = new Array<number>(length).fill(0);
  return {
    first,
    last,
    flows: [...found.values()].map(({ flow, title, hires }) => {
      const there =
        flow.to === anywhere ? 0 : (atRisk.get(flow.to) ?? nobody).findIndex((months) => months > 0);
      const exposures = (atRisk.get(flow.from) ?? nobody).map((months, i) =>
        there >= 0 && i >= there ? months : 0,
      );
      const counts = hires.map((count, i) => (exposures[i]! > 0 ? count : 0));
      return { ...flow, title, counts, exposures, unexposed: sumOf(hires) - sumOf(counts) };
    }),
  };
}

/** A flow as a reader sees it. */
export function titleOf(from: string, to: string | null): string {
  return `${from} → ${to ?? '*'}`;
}

/** The key of a flow. */
export function keyOf({ from, to }: Flow): string {
  return `${from}>${to}`;
}

export function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Hires of a flow in some months, the last excluded. */
export function hiresIn({ first }: Flows, flow: FlowSeries, from: number, end: number): number {
  return sumOf(flow.counts.slice(Math.max(0, from - first), Math.max(0, end - first)));
}

/** Why a flow does not compare. */
export type Excluded = 'destination' | 'party';

/** Which flows compare, and how many do not because they share in what is studied. */
export interface Comparison {
  readonly flows: readonly FlowSeries[];
  /** Of those, how many leave an organisation that a treated flow leaves. */
  readonly sameOrigin: number;
  readonly excluded: ReadonlyMap<Excluded, number>;
}

/**
 * Flows that the treated are compared with: those named, or the largest of the months looked at that neither lead to nor from where a
 * treated flow leads, nor to or from a party of the event.
 */
export function comparisonOf(
  all: Flows,
  treated: readonly Flow[],
  parties: readonly number[],
  { from, end, most, against }: { from: number; end: number; most: number; against: readonly Flow[] | null },
): Comparison {
  const own = new Set(treated.map(keyOf));
  const destinations = new Set(treated.map(({ to }) => to).filter((to) => to !== anywhere));
  const excluded = new Map<Excluded, number>();
  const named = against === null ? null : new Set(against.map(keyOf));
  const rest = all.flows.filter((flow) => !own.has(keyOf(flow)));
  const candidates = rest
    .map((flow) => ({ flow, hires: hiresIn(all, flow, from, end) }))
    .filter(({ flow, hires }) =>
      named === null ? hires >= fewestHires : hires > 0 && named.has(keyOf(flow)),
    )
    .filter(({ flow }) => {
      if (named !== null) return true;
      const touches = (organisations: ReadonlySet<number>): boolean =>
        organisations.has(flow.from) || organisations.has(flow.to);
      const why = touches(destinations) ? 'destination' : touches(new Set(parties)) ? 'party' : null;
      if (why !== null) excluded.set(why, (excluded.get(why) ?? 0) + 1);
      return why === null;
    });
  const flows = candidates
    .sort((a, b) => b.hires - a.hires || a.flow.from - b.flow.from || a.flow.to - b.flow.to)
    .slice(0, most)
    .map(({ flow }) => flow);
  const origins = new Set(treated.map((flow) => flow.from));
  return { flows, sameOrigin: flows.filter((flow) => origins.has(flow.from)).length, excluded };
}

/** Flows as a study takes them, from a month on. */
export function seriesOf({ first }: Flows, flows: readonly FlowSeries[], since: number): StudySeries {
  return {
    counts: flows.map(({ counts }) => counts.slice(since - first)),
    exposures: flows.map(({ exposures }) => exposures.slice(since - first)),
    firstMonth: since,
  };
}
