import type { Cause, Level, View } from '../../src/records/index.js';
import { parseDate } from '../../src/records/index.js';
import type { CvRow } from '../world.js';
import type { House, Link } from './houses.js';

/**
 * Careers one person at a time where organisations own one another, written from METHODS 2 to 4 and docs/definitions.md. It shares no step with
 * the SQL. Months are `year * 12 + month`; an unknown start is 0, an end that has not come Infinity.
 */
export interface Job {
  readonly person: string;
  readonly organisation: string;
  readonly units: readonly [first: string, last: string];
  readonly begins: number;
  readonly ends: number;
  readonly over: 'ended' | 'open' | 'unknown';
  readonly start: Interval;
  readonly end: Interval;
  readonly known: boolean;
  readonly startCut: boolean;
  readonly endCut: boolean;
  readonly pieces: readonly Piece[];
  pathEnd: number;
  main: boolean;
  from: number;
  to: number;
  begunBy: string | null;
  endedBy: string | null;
}

export interface Passage {
  readonly a: Job;
  readonly b: Job;
  readonly left: number;
  readonly joined: number;
  readonly byPrecision: boolean;
  readonly concurrent: boolean;
  readonly isReturn: boolean;
  readonly cause: Cause;
}

interface Interval {
  readonly first: number;
  readonly last: number;
}

interface Piece {
  readonly spell: number;
  readonly unit: string;
  readonly organisation: string;
  readonly begins: number;
  readonly ends: number;
  readonly over: 'ended' | 'open' | 'unknown';
  readonly start: Interval;
  readonly end: Interval;
  readonly known: boolean;
  readonly startCut: boolean;
  readonly endCut: boolean;
}

export interface Stance {
  /** Whether open jobs end at the start of the next open one. */
  readonly closeStale?: boolean;
  readonly house: House;
  readonly level: Level;
  readonly view: View;
  readonly observed: number;
}

/** An organisation and all above it in a month. */
export function lineOf({ house, view }: Stance, id: string, month: number): string[] {
  const holds = ({ since, until }: Link): boolean =>
    view === 'pro-forma'
      ? until === null
      : (since ?? 0) <= month && month < (until ?? Number.POSITIVE_INFINITY);
  const parent = house[id]?.links.find(holds)?.parent;
  return [id, ...(parent === undefined ? [] : lineOf({ house, view } as Stance, parent, month))];
}

function standsAt(stance: Stance, id: string, month: number): string {
  const line = lineOf(stance, id, month);
  const top = line.at(-1) as string;
  if (stance.level === 'unit') return id;
  if (stance.level === 'group') return top;
  return line.find((one) => !['lab', 'unit'].includes(stance.house[one]?.kind ?? '')) ?? top;
}

/** A line of a CV, cut where its organisation begins to stand elsewhere while it lasts. */
function piecesOf([, employer, start, end]: CvRow, spell: number, stance: Stance): Piece[] {
  const { observed, house } = stance;
  const [s, e] = [parseDate(start), end === '?' ? null : parseDate(end)];
  const over = end === '?' ? 'unknown' : e === null ? 'open' : 'ended';
  const point = (date: { month: number } | null): number => Math.min(date?.month ?? 0, observed);
  const latest = (date: { last: number } | null): number => Math.min(date?.last ?? 0, observed);
  const endLast = e === null ? Number.POSITIVE_INFINITY : latest(e);
  const begins = Math.min(point(s), endLast);
  const ends =
    over === 'open'
      ? Number.POSITIVE_INFINITY
      : over === 'unknown'
        ? begins
        : Math.min(Math.max(point(e), point(s)), endLast);
  const starting = { first: s?.first ?? 0, last: Math.min(latest(s), endLast) };
  const ending = { first: Math.max(e?.first ?? 0, s?.first ?? 0), last: endLast };
  const id = employer.toLowerCase();
  const changes = Object.values(house).flatMap(({ links }) =>
    links.flatMap(({ since, until }) => [since, until]),
  );
  const lasts = over === 'open' ? observed : ends - 1;
  const months = [...new Set(changes)]
    .filter((month): month is number => month !== null && month > begins && month <= lasts)
    .filter((month) => standsAt(stance, id, month) !== standsAt(stance, id, month - 1))
    .sort((a, b) => a - b);
  const cuts = over === 'unknown' ? [] : months;
  const next = [...new Set(changes)]
    .filter((month): month is number => month !== null && month > begins)
    .sort((a, b) => a - b)
    .filter((month) => standsAt(stance, id, month) !== standsAt(stance, id, month - 1));
  return [begins, ...cuts].map((from, i): Piece => {
    const until = cuts[i];
    const floor = lastChange(stance, id, from, changes);
    const ceiling = next.find((month) => month > from) ?? Number.POSITIVE_INFINITY;
    return {
      spell,
      unit: id,
      organisation: standsAt(stance, id, from),
      begins: from,
      ends: until ?? ends,
      over: until === undefined ? over : 'ended',
      start:
        i > 0
          ? { first: from, last: from }
          : {
              first: Math.max(starting.first, s === null ? 0 : floor),
              last: Math.min(starting.last, ceiling),
            },
      end:
        until !== undefined
          ? { first: until, last: until }
          : { first: Math.max(ending.first, floor), last: Math.min(ending.last, ceiling) },
      known: begins > 0,
      startCut: i > 0,
      endCut: until !== undefined,
    };
  });
}

/** The last month up to one in which an organisation began to stand where it stands; 0 where it always did. */
function lastChange(stance: Stance, id: string, month: number, changes: readonly (number | null)[]): number {
  const before = changes.filter(
    (one): one is number =>
      one !== null && one <= month && standsAt(stance, id, one) !== standsAt(stance, id, one - 1),
  );
  return Math.max(0, ...before);
}

const byKeys = (...keys: (readonly [number | string, number | string])[]): number => {
  for (const [a, b] of keys) if (a !== b) return a < b ? -1 : 1;
  return 0;
};

function jobsOf(person: string, pieces: readonly Piece[]): Job[] {
  const jobs: Job[] = [];
  for (const organisation of new Set(pieces.map((piece) => piece.organisation))) {
    const own = pieces
      .filter((piece) => piece.organisation === organisation)
      .sort((a, b) =>
        byKeys(
          [a.begins, b.begins],
          [a.startCut ? 0 : 1, b.startCut ? 0 : 1],
          [a.ends, b.ends],
          [a.unit, b.unit],
        ),
      );
    const elsewhere = pieces
      .filter((piece) => piece.organisation !== organisation)
      .map(({ begins }) => begins);
    let group: Piece[] = [];
    for (const [i, piece] of own.entries()) {
      const before = own.slice(0, i);
      const latest = Math.max(...before.map(({ ends }) => ends));
      const allowed = Math.max(
        ...before.map(({ ends, over, end }) => (over === 'ended' ? Math.max(end.last, ends) : ends)),
      );
      const near = (piece.begins > 0 ? piece.start.first : 0) <= allowed + 1;
      const between = elsewhere.some((begins) => begins >= latest && begins < piece.begins);
      if (group.length > 0 && !(near && !between)) {
        jobs.push(jobOf(person, group));
        group = [];
      }
      group.push(piece);
    }
    if (group.length > 0) jobs.push(jobOf(person, group));
  }
  return jobs;
}

function jobOf(person: string, pieces: readonly Piece[]): Job {
  const first = pieces[0] as Piece;
  const ends = Math.max(...pieces.map((piece) => piece.ends));
  const begins = Math.min(...pieces.map((piece) => piece.begins));
  const has = (over: string): boolean => pieces.some((piece) => piece.over === over);
  const last = pieces
    .filter((piece) => piece.ends === ends)
    .sort((a, b) => byKeys([b.unit, a.unit]))[0] as Piece;
  const dated = pieces.filter(({ over }) => over === 'ended');
  const ended = {
    first: Math.max(...dated.map(({ end }) => end.first)),
    last: Math.max(...dated.map(({ end }) => end.last)),
  };
  return {
    person,
    organisation: first.organisation,
    units: [first.unit, last.unit],
    begins,
    ends,
    over: has('open') ? 'open' : has('unknown') ? 'unknown' : 'ended',
    start: {
      first: Math.min(...pieces.map(({ start }) => start.first)),
      last: Math.min(...pieces.map(({ start }) => start.last)),
    },
    end: ended,
    known: first.known,
    startCut: first.startCut,
    endCut: pieces.some((piece) => piece.endCut && piece.ends === ends),
    pieces,
    pathEnd: ends,
    main: false,
    from: 0,
    to: 0,
    begunBy: null,
    endedBy: null,
  };
}

/** Jobs that cuts lead from one to another: each begins with one that no cut began. */
function chainsOf(jobs: readonly Job[]): Job[][] {
  const rootOf = (job: Job): Job => {
    const first = job.pieces[0] as Piece;
    if (!first.startCut) return job;
    const before = jobs.find(({ pieces }) =>
      pieces.some((piece) => piece.spell === first.spell && piece.ends === first.begins && piece.endCut),
    );
    return rootOf(before as Job);
  };
  const chains = new Map<Job, Job[]>();
  for (const job of jobs) chains.set(rootOf(job), [...(chains.get(rootOf(job)) ?? []), job]);
  return inOrder([...chains.values()]);
}

/** Jobs in the order of the path, by their first months, their last ones, and where they begin. */
function inOrder(chains: readonly Job[][]): Job[][] {
  const keyed = chains.map((chain) => {
    const own = [...chain].sort((a, b) =>
      byKeys([a.begins, b.begins], [a.ends, b.ends], [a.organisation, b.organisation]),
    );
    return {
      own,
      root: own.find(({ startCut }) => !startCut) as Job,
      ends: Math.max(...own.map((job) => job.ends)),
    };
  });
  keyed.sort((a, b) =>
    byKeys([a.root.begins, b.root.begins], [a.ends, b.ends], [a.root.organisation, b.root.organisation]),
  );
  return keyed.map(({ own }) => own);
}

/** The career of one person. */
export function careerOf(rows: readonly CvRow[], stance: Stance): { jobs: Job[]; passages: Passage[] } {
  const person = rows[0]?.[0] ?? '';
  const lines = rows
    .map((row, i) => [row, i] as const)
    .filter(([row]) => row[1].toLowerCase() in stance.house);
  const jobs = jobsOf(
    person,
    lines.flatMap(([row, i]) => piecesOf(row, i, stance)),
  );
  const chains = stance.closeStale ? inOrder(closed(chainsOf(jobs))) : chainsOf(jobs);
  const order = chains.flat();
  for (const [i, job] of order.entries()) resolve(job, order.slice(i + 1));
  let end: number | null = null;
  for (const chain of chains) {
    const begins = chain[0]?.begins ?? 0;
    const until = Math.max(...chain.map(({ pathEnd }) => pathEnd));
    if (end === null || begins >= end || until > end) {
      let within: number | null = null;
      for (const job of chain) {
        const inside = within === null || job.begins >= within || job.pathEnd > within;
        job.main = inside && (end === null || begins >= end - 3 || job.pathEnd > end);
        within = Math.max(within ?? 0, job.pathEnd);
      }
    }
    end = Math.max(end ?? 0, until);
  }
  return {
    jobs: order,
    passages: walk(
      order,
      order.filter(({ main }) => main),
      stance,
    ),
  };
}

/** A job that is open ends where the next open one begins, whatever has cut them. */
function closed(chains: readonly Job[][]): Job[][] {
  const isOpen = (chain: readonly Job[]): boolean => chain.some(({ over }) => over === 'open');
  return chains.map((chain, i) => {
    const starts = chains.slice(i + 1).flatMap((later) => (isOpen(later) && later[0] ? [later[0]] : []));
    const known = starts.filter(({ begins }) => begins > 0);
    const closing = Math.min(...known.map(({ begins }) => begins));
    if (!isOpen(chain) || known.length === 0) return chain;
    const end = {
      first: Math.min(...known.map(({ start }) => start.first)),
      last: Math.min(...known.map(({ start }) => start.last)),
    };
    return chain
      .filter((job) => !job.startCut || job.begins < closing)
      .map((job): Job => {
        const endCut = job.endCut && job.ends < closing;
        if (job.ends <= closing) return { ...job, endCut };
        return {
          ...job,
          endCut,
          end,
          ends: closing,
          pathEnd: closing,
          over: job.over === 'open' ? 'ended' : job.over,
        };
      });
  });
}

/** A coarse end moves as near as it can to the first later start that it can meet. */
function resolve(job: Job, later: readonly Job[]): void {
  const { first, last } = job.end;
  if (job.over !== 'ended' || first === last) return;
  const next = later.find((other) => other.begins > 0 && !other.startCut && other.start.last >= first - 3);
  if (next === undefined || next.start.first > last) return;
  job.pathEnd = Math.min(Math.max(next.start.last < first ? first : next.begins, first), last);
}

function walk(jobs: readonly Job[], path: readonly Job[], stance: Stance): Passage[] {
  const passages: Passage[] = [];
  for (const [i, b] of path.entries()) {
    const a = path[i - 1];
    const seen = (job: Job): number => (job.over === 'open' ? stance.observed : job.ends);
    const met = a === undefined || a.over !== 'ended' ? null : meeting(a, b);
    const arrival = met?.joined ?? (b.begins > 0 ? b.begins : a === undefined ? 0 : a.ends);
    b.from = Math.max(arrival, a?.from ?? 0);
    b.to = Math.max(b.from, seen(b));
    if (a === undefined) continue;
    a.to = Math.max(
      a.from,
      met === null
        ? Math.min(seen(a), b.begins > 0 ? b.begins : Number.POSITIVE_INFINITY)
        : Math.min(met.left, met.joined),
    );
    if (met === null || a.organisation === b.organisation || a.endCut) continue;
    const cause = causeOf(a.units[1], b.units[0], met.left, met.joined, stance);
    const isReturn = jobs.some((job) => job.organisation === b.organisation && job.begins < b.begins);
    const [stays, gap] = [a.units[1] === b.units[0], met.joined - met.left];
    if (!stays) passages.push({ a, b, ...met, isReturn, cause });
    if (cause === 'hire' || cause === 'licensed_and_hired' || gap > (stays ? 1 : 3)) continue;
    b.begunBy = stays ? 'reorganised' : cause;
    a.endedBy = b.begunBy;
  }
  return passages;
}

function meeting(a: Job, b: Job): Omit<Passage, 'a' | 'b' | 'isReturn' | 'cause'> {
  const coarse = a.end.first < a.end.last || (b.begins > 0 && b.start.first < b.start.last);
  if (!b.startCut && b.begins > 0 && coarse && b.start.last >= a.end.first - 3) {
    const nearest = Math.min(Math.max(b.begins, a.end.first), a.end.last);
    const [left, joined] =
      b.start.first > a.end.last
        ? [a.end.last, b.start.first]
        : b.start.last < a.end.first
          ? [a.end.first, b.start.last]
          : [nearest, nearest];
    return { left, joined, byPrecision: true, concurrent: false };
  }
  const concurrent = b.startCut || b.begins < a.ends - 3;
  return { left: a.ends, joined: concurrent ? a.ends : b.begins, byPrecision: false, concurrent };
}

/** The first cause that applies, from one organisation as named to another. */
function causeOf(from: string, to: string, left: number, joined: number, stance: Stance): Cause {
  const line = (id: string, month: number): string[] => lineOf(stance, id, month);
  const group = (id: string, month: number): string => line(id, month).at(-1) as string;
  const deals = Object.entries(stance.house).flatMap(([of, { events }]) =>
    events.map((event) => ({ of, ...event })),
  );
  const dealt = (cause: Cause): boolean =>
    deals.some(({ of, event, other, announced, on }) => {
      const [told, done] = [announced ?? on ?? 0, on ?? announced ?? 0];
      if (event !== cause) return false;
      if (event === 'spun_off')
        return (
          line(to, joined).includes(of) &&
          !line(from, left).includes(of) &&
          group(from, done - 1) === group(other, done - 1) &&
          joined >= told - 1 &&
          joined <= done + 6
        );
      const between =
        line(from, left).includes(of) &&
        !line(to, joined).includes(of) &&
        group(to, joined) === group(other, joined);
      if (event === 'licensed_and_hired') return between && joined >= told - 1 && joined <= done + 6;
      return between && left >= (announced ?? done - 3) && joined <= done + 24;
    });
  const found = (['licensed_and_hired', 'spun_off', 'acquired'] as const).find(dealt);
  return found ?? (group(from, joined) === group(to, joined) ? 'internal' : 'hire');
}
