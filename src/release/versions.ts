import * as z from 'zod';
import { causes } from '../records/index.js';
import type { History, Series } from './history.js';

const line = z.object({
  /** The key of the flow. */
  flow: z.string(),
  firstYear: z.int(),
  causes: z.partialRecord(z.enum(causes), z.array(z.int())),
});

/** What was published of a flow: counts by cause and calendar year, from a year on. */
export type Before = z.output<typeof line>;

/** All that was published of each flow, oldest first: the last stands. */
export type PublishedFlows = ReadonlyMap<string, readonly Before[]>;

/** What a text of JSON Lines keeps of flows that were published. A line that is none is passed over. */
export function parsePublished(text: string): PublishedFlows {
  const found = new Map<string, readonly Before[]>();
  for (const each of text.split('\n')) {
    const read = each.trim() === '' ? null : readLine(each);
    if (read !== null) found.set(read.flow, [...(found.get(read.flow) ?? []), read]);
  }
  return found;
}

/** Published flows as lines of JSON. */
export function publishedLines(published: PublishedFlows): string {
  return [...published.values()]
    .flat()
    .map((each) => `${JSON.stringify(each)}\n`)
    .join('');
}

function readLine(text: string): Before | null {
  try {
    return line.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * What is published of the flows of a new version of the data, and of what stands in a company for itself, beside all that was published before?
 *
 * A flow of which some window of years has changed since any version, and by fewer than the minimum, stays as it was published last: two versions would
 * give away the few people between them. It is published anew where each of its windows is the same or differs by the minimum or more.
 *
 * Rows: by flow, those of the new version and those of older ones that are gone.
 */
export function publishedNow(history: History, before: PublishedFlows, min: number): PublishedFlows {
  const now = new Map(before);
  for (const [flow, series] of allIn(history)) {
    const own = ofFlow(flow, series, history);
    const old = before.get(flow) ?? [];
    const stands = old.at(-1);
    if (stands !== undefined && isSame(stands, own)) continue;
    if (old.every((each) => mayFollow(each, own, min))) now.set(flow, [...old, own]);
  }
  return now;
}

/** Whether every window of years of one is that of the other, or differs by the minimum or more, for each cause and for all. */
export function mayFollow(old: Before, own: Before, min: number): boolean {
  const firstYear = Math.min(old.firstYear, own.firstYear);
  const differences = causes.map((cause) => {
    const [a, b] = [old, own].map((each) => each.causes[cause] ?? []);
    const years = Math.max(old.firstYear + a!.length, own.firstYear + b!.length) - firstYear;
    return Array.from(
      { length: Math.max(0, years) },
      (_, y) => (b![firstYear + y - own.firstYear] ?? 0) - (a![firstYear + y - old.firstYear] ?? 0),
    );
  });
  return differences.every((years) =>
    years.every((_, first) => {
      let sum = 0;
      return years.slice(first).every((difference) => {
        sum += difference;
        return sum === 0 || Math.abs(sum) >= min;
      });
    }),
  );
}

/** A history in which flows that stay as they were published are counted as they were. */
export function heldTo(history: History, published: PublishedFlows): History {
  const counted = allIn(history);
  const [flows, parts] = [new Map(history.flows), new Map(history.parts)];
  for (const [flow, all] of published) {
    const [series, stands] = [counted.get(flow), all.at(-1)];
    if (stands === undefined || (series && isSame(stands, ofFlow(flow, series, history)))) continue;
    const years = (counts: readonly number[] = []): readonly number[] =>
      Array.from({ length: history.years }, (_, y) => counts[history.firstYear + y - stands.firstYear] ?? 0);
    const [among, key] = flow.startsWith(partOf) ? [parts, flow.slice(partOf.length)] : [flows, flow];
    among.set(key, {
      causes: Object.fromEntries(
        causes.map((cause) => [cause, years(stands.causes[cause])]),
      ) as Series['causes'],
      known: [],
      quarters: [],
    });
  }
  return { ...history, flows, parts };
}

/** What a flow of what stands in a company is kept under, before its key. */
const partOf = 'part ';

/** Flows and those of what stands in a company, each by what it is kept under. */
function allIn({ flows, parts }: History): ReadonlyMap<string, Series> {
  return new Map([...flows, ...[...parts].map(([key, series]) => [`${partOf}${key}`, series] as const)]);
}

function ofFlow(flow: string, series: Series, { firstYear }: History): Before {
  const some = causes.filter((cause) => series.causes[cause].some((count) => count > 0));
  return {
    flow,
    firstYear,
    causes: Object.fromEntries(some.map((cause) => [cause, [...series.causes[cause]]])),
  };
}

/** Whether both count the same in every year. */
function isSame(one: Before, other: Before): boolean {
  return mayFollow(one, other, Number.POSITIVE_INFINITY);
}
