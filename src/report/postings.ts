import { ask } from '../ask.js';
import { demand } from '../measures/index.js';
import { formatMonth, parseMonth, postingTable } from '../records/index.js';
import { type Released, type ReleasedRow, release } from '../release/index.js';
import type { Desk } from '../subjects.js';
import { loadedFiles } from './gather.js';
import type { Loaded } from './material.js';

const mostCountries = 8;
const span = 12;

/** What the report shows of job postings, released. */
export interface Postings {
  readonly loaded: readonly Loaded[];
  /** Countries of the pictures: those with an index first, then those with the largest share of AI. */
  readonly countries: readonly string[];
  /** Means of months. */
  readonly months: Released;
  /** Changes over the last twelve months that are whole. */
  readonly changes: Released;
}

/** Asks for postings; null where none are loaded. */
export async function gatherPostings(desk: Desk, minCell: number): Promise<Postings | null> {
  const loaded = await loadedFiles(desk, postingTable.name);
  if (loaded.length === 0) return null;
  const months = release(await ask(desk, demand, {}), minCell);
  const countries = chosen(months.rows);
  const until = lastWhole(months.rows);
  const since = formatMonth((parseMonth(until, 'first') ?? span) - span);
  const parameters = { country: [...countries], since, until, change: true };
  return {
    loaded,
    countries,
    months: { ...months, rows: months.rows.filter(({ country }) => countries.includes(String(country))) },
    changes: release(await ask(desk, demand, { parameters }), minCell),
  };
}

function chosen(rows: readonly ReleasedRow[]): readonly string[] {
  const last = new Map<string, { readonly index: boolean; readonly share: number }>();
  for (const { country, ai_share: share, index } of rows) {
    const before = last.get(String(country));
    last.set(String(country), {
      index: before?.index === true || typeof index === 'number',
      share: typeof share === 'number' ? share : (before?.share ?? 0),
    });
  }
  return [...last]
    .sort(
      ([a, one], [b, other]) =>
        Number(other.index) - Number(one.index) || other.share - one.share || (a < b ? -1 : 1),
    )
    .slice(0, mostCountries)
    .map(([country]) => country);
}

/** The last month without missing days, of the share where there is one, else of the index. */
function lastWhole(rows: readonly ReleasedRow[]): string {
  const whole = (of: 'ai_share' | 'index'): string | undefined =>
    rows
      .filter((row) => typeof row[of] === 'number' && row.partial === false)
      .map(({ month }) => String(month))
      .sort()
      .at(-1);
  return whole('ai_share') ?? whole('index') ?? String(rows.at(-1)?.month);
}
