import { firstMonth, observed, observedUntil, people } from '../careers/people.js';
import { type Career, careersOf, type Job, type Move } from '../careers/reference.js';
import type { CvRow } from '../world.js';

export { firstMonth, observed, observedUntil };

/** Random people, and their careers by the plain reference. */
interface Sample {
  readonly rows: readonly CvRow[];
  readonly careers: readonly Career[];
  readonly jobs: readonly Job[];
  readonly moves: readonly Move[];
}

export const places = ['Alpha', 'Beta', 'Delta', 'Gamma'];

export function sampleOf(count: number, seed: number): Sample {
  const rows = people(count, seed);
  const careers = [...careersOf(rows, observed).values()];
  return {
    rows,
    careers,
    jobs: careers.flatMap((career) => career.jobs),
    moves: careers.flatMap((career) => career.moves),
  };
}

/** Whether it is the main job at the end of a month. */
export function isMainIn(job: Job, month: number): boolean {
  const gone = job.over === 'open' ? observed + 1 : job.to;
  return job.role === 'main' && job.from <= month && month < gone;
}

/** Person-months at a place from one month to another, both included, out of jobs with a known start. */
export function exposureOf(jobs: readonly Job[], place: string, first: number, last: number): number {
  let months = 0;
  for (const job of jobs) {
    if (job.organisation !== place || job.role !== 'main' || !Number.isFinite(job.start)) continue;
    if (job.from === job.to && job.over === 'ended' && job.from >= first && job.from <= last) months += 0.5;
    for (let month = job.from; month < job.to; month++) if (month >= first && month <= last) months += 1;
  }
  return months;
}

/** Values of a column. */
export function valuesOf(rows: readonly { readonly [column: string]: unknown }[], column: string): number[] {
  return rows.map((row) => Number(row[column]));
}
