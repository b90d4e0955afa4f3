import type { ResultRow, Tested } from '../measures/index.js';
import { type Column, causes } from '../records/index.js';
import { binomialPValue, type Interval, poissonInterval, remembered } from '../stats/index.js';
import { between, filled, numberIn, type ReleasedCell, type ReleasedRow, resting, small } from './cell.js';
import { flowBack, flowOf, mostQ } from './pairs.js';

const rateColumns = ['person_months', 'rate', 'rate_low', 'rate_high'];

/**
 * Flows of a result. A flow of too few people goes with all its figures. All causes add up to `moves`, which is a range
 * where any of them is withheld; the net is a range where the flow back is withheld. A q-value depends on every row, so it is
 * computed anew as the most it can be given what is shown.
 */
export function releaseFlows(
  rows: readonly ResultRow[],
  min: number,
  _columns: readonly Column[],
  tested?: readonly Tested[],
): readonly ReleasedRow[] {
  const back = new Map(rows.map((row) => [flowOf(row), row]));
  const ends = remembered((hires) => [pOf(hires, 0), pOf(hires, min - 1)] as const);
  const tests = rows.map((row) => testOf(row, back.get(flowBack(row)), min, ends));
  const limits = remembered(poissonInterval);
  const qValues = mostQ(
    rows,
    tests.map(({ most }) => most),
    tested,
  );
  return rows.map((row, i) => {
    const { net, p } = tests[i]!;
    const q = typeof p === 'number' || p === null ? (qValues[i] ?? null) : { low: 0, high: qValues[i] ?? 1 };
    return { ...row, ...counts(row, min), net, ...rates(row, min, limits), p_value: p, q_value: q };
  });
}

interface Test {
  readonly net: ReleasedCell;
  readonly p: ReleasedCell;
  /** The largest p-value that what is shown allows. */
  readonly most: number | null;
}

/** The p-value of so many hires there and fewer back. */
function pOf(there: number, back: number): number {
  return binomialPValue(there, there + back, 0.5);
}

/** @param ends the least and the largest p-value of so many hires in one direction and too few to be shown in the other */
function testOf(
  row: ResultRow,
  back: ResultRow | undefined,
  min: number,
  ends: (hires: number) => readonly [number, number],
): Test {
  const hires = numberIn(row, 'hire') ?? 0;
  const hiresBack = hires - (numberIn(row, 'net') ?? 0);
  const there = isShown(row, min);
  const here = back !== undefined && isShown(back, min);
  const p = numberIn(row, 'p_value');
  if (there && here) return { net: hires - hiresBack, p, most: p };
  const few = min - 1;
  if (there && hiresBack < min) {
    const [least, most] = ends(hires);
    return { net: { low: hires - few, high: hires }, p: { low: least, high: most }, most };
  }
  if (here && hires < min) {
    const [least, most] = ends(hiresBack);
    return { net: { low: -hiresBack, high: few - hiresBack }, p: { low: least, high: most }, most };
  }
  return { net: resting(min), p: resting(min), most: p === null ? null : 1 };
}

function isShown(row: ResultRow, min: number): boolean {
  return (numberIn(row, 'hire') ?? 0) >= min && (numberIn(row, 'people') ?? 0) >= min;
}

function counts(row: ResultRow, min: number): ReleasedRow {
  const of = (name: string): number => numberIn(row, name) ?? 0;
  if (of('people') < min || of('moves') < min) return filled([...causes, 'moves', 'people'], small(min));
  const few = causes.filter((cause) => of(cause) < min);
  if (few.length === 0) return {};
  const rest = causes.reduce((sum, cause) => (few.includes(cause) ? sum : sum + of(cause)), 0);
  return {
    ...filled(few, small(min)),
    moves: { low: Math.max(min, rest), high: rest + few.length * (min - 1) },
    people: { low: min, high: null },
  };
}

function rates(row: ResultRow, min: number, limits: (count: number) => Interval): ReleasedRow {
  if (!isShown(row, min)) return filled(rateColumns, resting(min));
  const hires = numberIn(row, 'hire') ?? 0;
  const months = numberIn(row, 'person_months') ?? 0;
  const known = Math.round(((numberIn(row, 'rate') ?? 0) * months) / 1200);
  const unknown = hires - known;
  if (known >= min && unknown >= min) return {};
  if (unknown >= min || months === 0) return filled(rateColumns, resting(min));
  const fewest = Math.max(0, hires - (min - 1));
  const [least, most] = [limits(fewest), limits(hires)];
  const per = 1200 / months;
  return {
    person_months: resting(min),
    rate: between(fewest * per, hires * per),
    rate_low: between(least.low * per, most.low * per),
    rate_high: between(least.high * per, most.high * per),
  };
}
