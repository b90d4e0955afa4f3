import { type Cause, causes } from '../records/index.js';
import { join, name, type Sql, sql, type Warehouse } from '../warehouse/index.js';

/** Counts of one flow, year by year. */
export interface Series {
  readonly causes: Readonly<Record<Cause, readonly number[]>>;
  /** Hires out of jobs with a known start. */
  readonly known: readonly number[];
  /** Hires, quarter by quarter. */
  readonly quarters: readonly number[];
}

/** The flows of the data as they are asked for where nothing else is said: level company, owners of each month, gaps of at most three months. */
export interface History {
  readonly firstYear: number;
  readonly years: number;
  /** By the ids of both ends; flows of enough people alone. */
  readonly flows: ReadonlyMap<string, Series>;
  /** The same of organisations that stand in another, for themselves. */
  readonly parts: ReadonlyMap<string, Series>;
}

/** The key of a flow in a history. */
export function flowKey(from: string, to: string): string {
  return JSON.stringify([from, to]);
}

type Counted = { readonly [column: string]: string | number };
type Growing = Series & {
  readonly causes: Record<Cause, number[]>;
  readonly known: number[];
  readonly quarters: number[];
};

/** What the stored moves count, flow by flow and quarter by quarter, of flows of at least so many people. */
export async function historyOf(warehouse: Warehouse, min: number): Promise<History> {
  const counts: readonly Sql[] = causes.map(
    (cause) => sql`count(case when m.cause = ${cause} then 1 end) as ${name(cause)}`,
  );
  const quarter = sql`m.joined_month - ((m.joined_month - 1) % 3)`;
  const counted = (from: Sql, to: Sql, also: Sql): Promise<readonly Counted[]> =>
    warehouse.query<Counted>(sql`select a.id as from_id, b.id as to_id, ${quarter} as quarter, ${join(counts)},
        count(case when m.cause = 'hire' and m.known_start then 1 end) as known
      from move as m
      join (select ${from} as one, ${to} as other from move as m where m.gap <= 3 and ${also}
        group by ${from}, ${to} having count(distinct m.person) >= ${min}) as f
        on f.one = ${from} and f.other = ${to}
      join organisation as a on a.organisation = ${from}
      join organisation as b on b.organisation = ${to}
      where m.gap <= 3 and ${also}
      group by a.id, b.id, ${quarter}`);
  const whole = [sql`m.from_organisation`, sql`m.to_organisation`] as const;
  const part = [sql`m.from_unit`, sql`m.to_unit`] as const;
  const [left, joined] = [sql`m.from_unit <> m.from_organisation`, sql`m.to_unit <> m.to_organisation`];
  const flows = await counted(whole[0], whole[1], sql`1 = 1`);
  const parts = [
    ...(await counted(part[0], whole[1], left)),
    ...(await counted(whole[0], part[1], joined)),
    ...(await counted(part[0], part[1], sql`${left} and ${joined}`)),
  ];
  const all = [...flows, ...parts].map((row) => yearOf(Number(row.quarter)));
  const firstYear = all.reduce((least, year) => Math.min(least, year), all[0] ?? 0);
  const years = all.reduce((most, year) => Math.max(most, year - firstYear + 1), 0);
  return {
    firstYear,
    years,
    flows: seriesOf(flows, firstYear, years),
    parts: seriesOf(parts, firstYear, years),
  };
}

function seriesOf(rows: readonly Counted[], firstYear: number, years: number): ReadonlyMap<string, Series> {
  const flows = new Map<string, Growing>();
  const empty = (length: number): number[] => Array.from({ length }, () => 0);
  // A cause that a flow never has is the same list for all.
  const never = empty(years);
  for (const row of rows) {
    const key = flowKey(String(row.from_id), String(row.to_id));
    const series = flows.get(key) ?? {
      causes: Object.fromEntries(causes.map((cause) => [cause, never])) as Record<Cause, number[]>,
      known: empty(years),
      quarters: empty(years * 4),
    };
    flows.set(key, series);
    const year = yearOf(Number(row.quarter)) - firstYear;
    for (const cause of causes) {
      const count = Number(row[cause]);
      if (count === 0) continue;
      if (series.causes[cause] === never) series.causes[cause] = empty(years);
      series.causes[cause][year]! += count;
    }
    series.known[year]! += Number(row.known);
    series.quarters[year * 4 + Math.floor(((Number(row.quarter) - 1) % 12) / 3)]! += Number(row.hire);
  }
  return flows;
}

function yearOf(month: number): number {
  return Math.floor((month - 1) / 12);
}
