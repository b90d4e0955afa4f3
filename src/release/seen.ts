import type { Cause } from '../records/index.js';
import { type Block, blocksOf, blocksOnce, isWhole, within } from './blocks.js';
import type { Range, ReleasedCell, ReleasedRow } from './cell.js';
import { flowKey, type History, type Series } from './history.js';

/** What of a data version is published of flows: the counts that all others are held against. */
export interface Published {
  readonly history: History;
  readonly idOf: ReadonlyMap<string, string>;
  /** An organisation and all that is or was below it. */
  belowOf(id: string): readonly string[];
  /** All that are or were above an organisation. */
  aboveOf(id: string): readonly string[];
}

/** A window of whole years, or a quarter of one, by places in the history. */
export interface Window {
  readonly first: number;
  readonly last: number;
  readonly quarter: number | null;
}

/** How a count is shown beside what is published of its flow; null where nothing is, and the count is small. */
export function seen(
  series: readonly Series[],
  of: readonly Cause[],
  count: number,
  { first, last, quarter }: Window,
  min: number,
): ReleasedCell | null {
  const parts = partsOf(series, of, min);
  const shown = parts.filter(({ blocks }) => blocks.length > 0);
  if (shown.length === 0) return count < min ? null : stepsFrom(0, count, min);
  const known = shown.map(({ blocks }) => within(blocks, first, last));
  const low = known.reduce((sum, { low }) => sum + low, 0);
  const high = known.reduce((sum, { high }) => sum + high, 0);
  const isOwn = parts.length === 1 && of.length === 1;
  if (quarter !== null) {
    const [one] = shown;
    const own = one?.quarters.slice(first * 4, first * 4 + 4) ?? [];
    const passes =
      isOwn &&
      of[0] === 'hire' &&
      isWhole(one!.blocks, first, last) &&
      own.every((each) => each >= min) &&
      own[quarter] === count;
    return passes ? count : { low: 0, high: isOwn && count <= high ? high : null };
  }
  if (shown.every(({ blocks }) => isWhole(blocks, first, last)))
    return count === low ? count : stepsFrom(low, count, min);
  const total = shown.reduce(
    (sum, { years }) => sum + years.slice(Math.max(0, first), last + 1).reduce((a, b) => a + b, 0),
    0,
  );
  if (isOwn && total === count) return { low, high };
  return count < low ? stepsFrom(low, count, min) : { low, high: null };
}

interface Part {
  readonly years: readonly number[];
  readonly blocks: readonly Block[];
  readonly quarters: readonly number[];
}

function partsOf(series: readonly Series[], of: readonly Cause[], min: number): readonly Part[] {
  const parts: Part[] = [];
  for (const { causes: counted, quarters } of series) {
    for (const cause of of) {
      const years = counted[cause];
      parts.push({ years, blocks: blocksOnce(years, min), quarters });
    }
  }
  return parts;
}

/** A range of as many numbers as the minimum that begins a multiple of it away from what is published. */
export function stepsFrom(published: number, count: number, min: number): Range {
  const low = published + min * Math.floor((count - published) / min);
  return { low: Math.max(0, low), high: low + min - 1 };
}

/** The published flows between two organisations and all that are below them; those of one that stands in another, where it has none of its own. */
export function seriesBetween(from: string, to: string, { history, belowOf }: Published): readonly Series[] {
  const flows = belowOf(from).flatMap((a) =>
    belowOf(to).flatMap((b) => history.flows.get(flowKey(a, b)) ?? []),
  );
  const part = history.parts.get(flowKey(from, to));
  return flows.length > 0 || part === undefined ? flows : [part];
}

/**
 * The published flows of what one or both organisations stand in, where a window holds nearly as many moves, alone or with others that stand in it: the few
 * that are left would be told. Null where there are none.
 */
export function nearAbove(
  from: string,
  to: string,
  of: readonly Cause[],
  count: number,
  window: Window,
  published: Published,
  min: number,
): number | null {
  const { history, aboveOf } = published;
  for (const a of [from, ...aboveOf(from)])
    for (const b of [to, ...aboveOf(to)]) {
      const series = a === from && b === to ? undefined : history.flows.get(flowKey(a, b));
      if (series === undefined) continue;
      const whole = countIn(series, of, window);
      const isNear = (rest: number): boolean => rest !== 0 && Math.abs(rest) < min;
      if (isNear(whole - count)) return whole;
      const others = partsBeside([from, to], [a, b], published)
        .map(({ ends, series: part }) => ({ ends, count: countIn(part, of, window) }))
        .filter((part) => part.count > 0)
        .sort((one, other) => other.count - one.count)
        .slice(0, mostParts);
      if (leaves(whole - count, others, isNear, published)) return whole;
    }
  return null;
}

type Ends = readonly [from: string, to: string];

/** Parts of one flow that are added up with another, at most. */
const mostParts = 12;

/** Flows of what stands in one or both of two organisations, and shares no move with one of them. */
function partsBeside(own: Ends, [a, b]: Ends, published: Published) {
  return published.belowOf(a).flatMap((from) =>
    published.belowOf(b).flatMap((to) => {
      const series = published.history.parts.get(flowKey(from, to));
      return series === undefined || overlaps(own, [from, to], published)
        ? []
        : [{ ends: [from, to] as const, series }];
    }),
  );
}

function overlaps(one: Ends, other: Ends, { aboveOf }: Published): boolean {
  return one.every((id, side) => {
    const beside = other[side]!;
    return id === beside || aboveOf(id).includes(beside) || aboveOf(beside).includes(id);
  });
}

/** Whether what is left is near to nothing once some of the parts, no two of which share a move, are taken from it. */
function leaves(
  rest: number,
  parts: readonly { readonly ends: Ends; readonly count: number }[],
  isNear: (rest: number) => boolean,
  published: Published,
): boolean {
  return parts.some(({ ends, count }, nth) => {
    if (isNear(rest - count)) return true;
    const further = parts.slice(nth + 1).filter((part) => !overlaps(ends, part.ends, published));
    return rest > count && leaves(rest - count, further, isNear, published);
  });
}

function countIn(series: Series, of: readonly Cause[], { first, last }: Window): number {
  return of.reduce((sum, cause) => sum + sumIn(series.causes[cause], first, last), 0);
}

function sumIn(years: readonly number[], first: number, last: number): number {
  return years.slice(Math.max(0, first), last + 1).reduce((sum, count) => sum + count, 0);
}

/** Whether moves out of jobs with a known start, and the others, may be shown of a window too: they are those published, and each is made of whole blocks. */
export function ratesHold(
  series: readonly Series[],
  hires: number,
  known: number | null,
  { first, last, quarter }: Window,
  min: number,
): boolean {
  const [one] = series;
  if (one === undefined) return true;
  if (one.known.length === 0) return false;
  if (series.length > 1 || quarter !== null) return false;
  const sum = (years: readonly number[]): number =>
    years.slice(Math.max(0, first), last + 1).reduce((a, b) => a + b, 0);
  if (sum(one.causes.hire) !== hires || (known !== null && sum(one.known) !== known)) return false;
  const unknown = one.causes.hire.map((all, year) => all - (one.known[year] ?? 0));
  return [blocksOnce(one.known, min), blocksOf(unknown, min)].every(
    (blocks) => blocks.length === 0 || isWhole(blocks, first, last),
  );
}

/** The window of a row. */
export function windowOf(
  row: ReleasedRow,
  parameters: { readonly [name: string]: unknown },
  { firstYear, years }: History,
): Window {
  const placeOf = (year: unknown, otherwise: number): number =>
    /^\d{4}/.test(String(year ?? '')) ? Number(String(year).slice(0, 4)) - firstYear : otherwise;
  const { period } = row;
  if (typeof period !== 'string') {
    const end = Math.min(years - 1, placeOf(parameters.until, years - 1));
    return { first: Math.max(0, placeOf(parameters.since, 0)), last: end, quarter: null };
  }
  const place = placeOf(period, 0);
  const quarter = /-Q([1-4])$/.exec(period)?.[1];
  return { first: place, last: place, quarter: quarter === undefined ? null : Number(quarter) - 1 };
}
