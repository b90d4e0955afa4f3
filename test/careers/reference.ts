import { formatMonth } from '../../src/records/index.js';
import { type CvRow, episodeKey, moveKey, type SeenEpisode, type SeenMove } from '../world.js';

/**
 * Careers one person at a time, written from METHODS 2 and 4 alone: months only, no coarse dates. It shares no step with
 * the SQL, so that what both say is what the definitions say.
 */

/** A line of a CV in months; an unknown start is before everything. */
interface Line {
  readonly employer: string;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly over: 'ended' | 'open' | 'unknown';
}

/** A job: its key `end` is Infinity where open, the last month with evidence where its end is unknown. */
export interface Job {
  readonly person: string;
  readonly organisation: string;
  readonly founder: boolean;
  readonly start: number;
  readonly end: number;
  readonly over: 'ended' | 'open' | 'unknown';
  role: 'main' | 'side' | 'overlapping_open';
  from: number;
  to: number;
}

/** A move in months. */
export interface Move {
  readonly person: string;
  readonly a: Job;
  readonly b: Job;
  readonly left: number;
  readonly joined: number;
  readonly concurrent: boolean;
  readonly viaState: boolean;
  readonly isReturn: boolean;
}

/** All that is known of one person's career. */
export interface Career {
  readonly jobs: readonly Job[];
  readonly moves: readonly Move[];
}

const unknownMonth = Number.NEGATIVE_INFINITY;
const stateNames = ['Freelance', 'Unknown', 'Self-employed'];
const mainKinds = ['employee', 'contractor', 'founder'];

/** The career of one person. */
export function careerOf(rows: readonly CvRow[], observed: number, closeStale = false): Career {
  const lines = rows.map((row) => lineOf(row, observed));
  const jobs = lines.filter((line) => !stateNames.includes(line.employer) && mainKinds.includes(line.kind));
  const built = inOrder(episodes(rows[0]?.[0] ?? '', jobs));
  const ordered = closeStale ? inOrder(withoutStale(built)) : built;
  return walk(
    ordered,
    lines.filter(({ employer }) => stateNames.includes(employer)),
    observed,
  );
}

/** Careers of everybody in some rows. */
export function careersOf(rows: readonly CvRow[], observed: number, closeStale = false): Map<string, Career> {
  return new Map([...byPerson(rows)].map(([person, own]) => [person, careerOf(own, observed, closeStale)]));
}

/** Rows of each person. */
export function byPerson(rows: readonly CvRow[]): Map<string, CvRow[]> {
  const people = new Map<string, CvRow[]>();
  for (const row of rows) people.set(row[0], [...(people.get(row[0]) ?? []), row]);
  return people;
}

function lineOf([, employer, start, end, more]: CvRow, observed: number): Line {
  const begun = start === '' ? unknownMonth : monthOf(start);
  const kind = more?.kind ?? 'employee';
  if (end === '' || (end !== '?' && monthOf(end) > observed)) {
    return { employer, kind, start: begun, end: Number.POSITIVE_INFINITY, over: 'open' };
  }
  if (end === '?') return { employer, kind, start: begun, end: begun, over: 'unknown' };
  return { employer, kind, start: begun, end: monthOf(end), over: 'ended' };
}

/** Lines at one employer, joined unless more than a month or a job begun elsewhere lies between. */
function episodes(person: string, lines: readonly Line[]): Job[] {
  const jobs: Job[] = [];
  for (const organisation of new Set(lines.map(({ employer }) => employer))) {
    const own = lines.filter(({ employer }) => employer === organisation).sort((a, b) => order(a, b));
    const starts = lines.filter(({ employer }) => employer !== organisation).map(({ start }) => start);
    let group: Line[] = [];
    let latest = unknownMonth;
    for (const line of own) {
      const near = line.start <= latest + 1 || line.start === unknownMonth;
      const elsewhere = starts.some((start) => start >= latest && start < line.start);
      if (group.length > 0 && !(near && !elsewhere)) {
        jobs.push(jobOf(person, organisation, group));
        group = [];
        latest = unknownMonth;
      }
      group.push(line);
      latest = Math.max(latest, line.end);
    }
    if (group.length > 0) jobs.push(jobOf(person, organisation, group));
  }
  return jobs;
}

function jobOf(person: string, organisation: string, lines: readonly Line[]): Job {
  const is = (over: string): boolean => lines.some((line) => line.over === over);
  return {
    person,
    organisation,
    founder: lines.some(({ kind }) => kind === 'founder'),
    start: Math.min(...lines.map(({ start }) => start)),
    end: Math.max(...lines.map(({ end }) => end)),
    over: is('open') ? 'open' : is('unknown') ? 'unknown' : 'ended',
    role: 'side',
    from: Number.NaN,
    to: Number.NaN,
  };
}

function inOrder(jobs: readonly Job[]): Job[] {
  return [...jobs].sort(
    (a, b) => order(a, b) || (a.organisation.toLowerCase() < b.organisation.toLowerCase() ? -1 : 1),
  );
}

/** An open job ends at the start of the next open one that has a known start. */
function withoutStale(jobs: readonly Job[]): Job[] {
  return jobs.map((job, i) => {
    const later = jobs.slice(i + 1).find(({ over, start }) => over === 'open' && start > unknownMonth);
    return job.over === 'open' && later ? { ...job, over: 'ended', end: later.start } : { ...job };
  });
}

/** The main path by the four rules. */
function walk(jobs: readonly Job[], states: readonly Line[], observed: number): Career {
  const moves: Move[] = [];
  let cur: Job | undefined;
  for (const [i, b] of jobs.entries()) {
    if (cur === undefined) {
      b.role = 'main';
      b.from = b.start;
      b.to = lastMonth(b, observed);
      cur = b;
      continue;
    }
    if (cur.over === 'open') {
      b.role = b.over === 'open' ? 'overlapping_open' : 'side';
      continue;
    }
    if (b.start < cur.end && b.end <= cur.end) continue;
    const follows = cur.over === 'unknown' ? b.start > unknownMonth : b.start >= cur.end - 3;
    const joined = follows ? b.start : cur.end;
    b.role = 'main';
    b.from = Math.max(joined, cur.from);
    b.to = Math.max(b.from, lastMonth(b, observed));
    cur.to = Math.max(cur.from, Math.min(cur.to, b.from));
    if (cur.over === 'ended' && cur.organisation !== b.organisation) {
      const left = cur.end;
      moves.push({
        person: b.person,
        a: cur,
        b,
        left,
        joined,
        concurrent: !follows,
        viaState: states.some(({ start }) => start >= left && start <= joined),
        isReturn: jobs.slice(0, i).some(({ organisation }) => organisation === b.organisation),
      });
    }
    cur = b;
  }
  return { jobs, moves };
}

function lastMonth(job: Job, observed: number): number {
  return job.over === 'open' ? observed : job.end;
}

function order(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return a.start === b.start ? (a.end === b.end ? 0 : a.end - b.end) : a.start - b.start;
}

/** Months of `YYYY-MM`, counted `year * 12 + month`. */
export function monthOf(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
}

/** Jobs as the warehouse shows them. */
export function shownJobs(careers: Iterable<Career>, observed: number): SeenEpisode[] {
  const shown = [...careers].flatMap(({ jobs }) =>
    jobs.map(
      (job): SeenEpisode => ({
        person: job.person,
        organisation: job.organisation,
        founder: job.founder,
        start: textOf(job.start),
        end: job.over === 'ended' ? textOf(job.end) : null,
        status: job.over,
        censored: job.over === 'ended' ? null : textOf(lastMonth(job, observed)),
        role: job.role,
        from: job.role === 'main' ? textOf(job.from) : null,
        to: job.role === 'main' ? textOf(job.to) : null,
      }),
    ),
  );
  return shown.sort((a, b) => (episodeKey(a) < episodeKey(b) ? -1 : 1));
}

/** Moves as the warehouse shows them. */
export function shownMoves(careers: Iterable<Career>): SeenMove[] {
  const shown = [...careers].flatMap(({ moves }) =>
    moves.map((move) => ({
      person: move.person,
      from: move.a.organisation,
      to: move.b.organisation,
      left: formatMonth(move.left),
      joined: formatMonth(move.joined),
      gap: move.joined - move.left,
      flags: [
        move.concurrent ? 'was_concurrent' : null,
        move.viaState ? 'via_state' : null,
        move.isReturn ? 'is_return' : null,
        move.a.start === unknownMonth ? 'unknown_start' : null,
      ]
        .filter((flag) => flag !== null)
        .join(' '),
    })),
  );
  return shown.sort((a, b) => (moveKey(a) < moveKey(b) ? -1 : 1));
}

function textOf(month: number): string | null {
  return Number.isFinite(month) ? formatMonth(month) : null;
}
