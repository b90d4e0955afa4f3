import type { ResultRow } from '../measures/index.js';
import { flowRatio, type GrowthSplit, growthSplit } from '../stats/index.js';
import { between, filled, numberIn, type Range, type ReleasedRow, resting, small } from './cell.js';

const besides = ['taken_in', 'taken_out', 'left_out'];
const rates = ['growth', 'growth_low', 'growth_high', 'hazard', 'hazard_low', 'hazard_high'];
const ratios = ['ratio', 'low', 'high'];
const turns = ['hires', 'exits', 'people_hired', 'people_left'];

/**
 * Hires to exits. Where one side is below the minimum, the other and the people there are ranges of as many: together with the headcounts before and after, they would
 * give the small one away. Rates and ratio are then those of the ends of both.
 */
export function releaseGrowth(rows: readonly ResultRow[], min: number): readonly ReleasedRow[] {
  return rows.map((row) => {
    if ((numberIn(row, 'people') ?? 0) < min) {
      const counts = filled(['people', ...turns, ...besides], small(min));
      return { ...row, ...counts, ...filled(['person_months', ...figures], resting(min)) };
    }
    return { ...row, ...others(row, min), ...split(row, min) };
  });
}

const figures = [...rates, ...ratios, 'growth_taken'];

/** Starts and ends that are neither hires nor exits. */
function others(row: ResultRow, min: number): ReleasedRow {
  const few = besides.filter((name) => (numberIn(row, name) ?? 0) < min);
  const taken = few.includes('taken_in') || few.includes('taken_out');
  return { ...filled(few, small(min)), ...(taken ? { growth_taken: resting(min) } : {}) };
}

function split(row: ResultRow, min: number): ReleasedRow {
  const [hires, exits] = [
    sideOf(row, 'hires', 'people_hired', min),
    sideOf(row, 'exits', 'people_left', min),
  ];
  if (hires === 'shown' && exits === 'shown') return {};
  const months = numberIn(row, 'person_months') ?? 0;
  const people = bandOf(numberIn(row, 'people') ?? 0, min);
  if (hires === 'shown' && exits === 'few') {
    const band = bandOf(numberIn(row, 'hires') ?? 0, min);
    const counts = { hires: band, exits: small(min), people_hired: resting(min), people_left: small(min) };
    return { people, ...counts, ...ranges(band, { low: 0, high: min - 1 }, months) };
  }
  if (hires === 'few' && exits === 'shown') {
    const band = bandOf(numberIn(row, 'exits') ?? 0, min);
    const counts = { hires: small(min), exits: band, people_hired: small(min), people_left: resting(min) };
    return { people, ...counts, ...ranges({ low: 0, high: min - 1 }, band, months) };
  }
  return { people, ...filled(turns, resting(min)), ...filled([...rates, ...ratios], resting(min)) };
}

/** Whether a count is shown; where few people did it often, not even a range is. */
function sideOf(row: ResultRow, count: string, people: string, min: number): 'shown' | 'few' | 'hidden' {
  if ((numberIn(row, count) ?? 0) < min) return 'few';
  return (numberIn(row, people) ?? 0) < min ? 'hidden' : 'shown';
}

interface Band extends Range {
  readonly low: number;
  readonly high: number;
}

function bandOf(count: number, min: number): Band {
  const low = Math.floor(count / min) * min;
  return { low, high: low + min - 1 };
}

function ranges(hires: Band, exits: Band, months: number): ReleasedRow {
  const [least, most] = [
    flowRatio(hires.low, exits.high),
    // Nobody on either side has no ratio; one hire and no exit has every one above.
    flowRatio(Math.max(hires.high, exits.low === 0 ? 1 : 0), exits.low),
  ];
  const ratio = {
    ratio: between(least.ratio, most.ratio),
    low: between(least.low, most.low),
    high: between(least.high, most.high),
  };
  if (!(months > 0)) return ratio;
  const ends: readonly GrowthSplit[] = [hires.low, hires.high].flatMap((joined) =>
    [exits.low, exits.high].map((left) => growthSplit(joined, left, months / 12)),
  );
  const range = (side: 'growth' | 'hazard', limit: 'rate' | 'low' | 'high'): Range => {
    const at = ends.map((end) => end[side][limit] ?? 0);
    return { low: Math.min(...at), high: Math.max(...at) };
  };
  return {
    ...ratio,
    growth: range('growth', 'rate'),
    growth_low: range('growth', 'low'),
    growth_high: range('growth', 'high'),
    hazard: range('hazard', 'rate'),
    hazard_low: range('hazard', 'low'),
    hazard_high: range('hazard', 'high'),
  };
}
