import type { Random } from './_random.js';
import type { Plan } from './plan.js';
import type { World } from './world.js';

/** A simulated person's unbroken time at an organisation, by its place in the world; months as in records. */
export interface Stay {
  readonly organisation: number;
  readonly start: number;
  /** Month of leaving; null where it lasts beyond the last month. */
  end: number | null;
}

/** Months that somebody who takes a break stays away at least: never short enough to look like a move. */
export const leastBreak = 6;

interface Arrival {
  readonly person: number;
  readonly to: number;
}

/**
 * Who is where in every month?
 *
 * Month by month: those present leave by their organisation's hazard, for another (with a gap of 0 to 3 months) or for
 * a break; then those due arrive; then people from outside, new or back from a break, fill what is wanted. Somebody
 * stays a month at least. Over the whole time exactly `plan.people` people are new.
 * Rows: one list of stays per person, in order of time.
 */
export function careersOf(world: World, plan: Plan, random: Random): Stay[][] {
  const n = world.organisations.length;
  const careers: Stay[][] = [];
  const present: number[][] = world.organisations.map(() => []);
  const due: Arrival[][] = plan.chances.map(() => []);
  const away: number[] = [];
  const resting: number[][] = plan.chances.map(() => []);

  const join = (person: number, organisation: number, i: number): void => {
    careers[person]!.push({ organisation, start: plan.first + i, end: null });
    present[organisation]!.push(person);
  };
  const enter = (organisation: number, i: number): void => {
    careers.push([]);
    join(careers.length - 1, organisation, i);
  };

  for (const [i, chances] of plan.chances.entries()) {
    for (const [from, people] of present.entries()) {
      const deal = plan.deals[i]!.get(from);
      for (let k = people.length - 1; k >= 0; k--) {
        const dealt = deal !== undefined && random.chance(deal.share);
        const draw = dealt ? 0 : random.next();
        if (!dealt && draw >= plan.hazard[from]!) continue;
        const person = people[k]!;
        people[k] = people[people.length - 1]!;
        people.pop();
        careers[person]!.at(-1)!.end = plan.first + i;
        const to = dealt ? deal.to : destination(chances, from, n, draw);
        if (to === null) resting[i + leastBreak]?.push(person);
        else due[i + gapOf(world.gaps, random)]?.push({ person, to });
      }
    }
    for (const { person, to } of due[i]!) join(person, to, i);

    away.push(...resting[i]!);
    const vacant = shuffled(vacancies(present, plan, i), random);
    const left = plan.people - careers.length;
    const later = plan.entrants.subarray(i + 1).reduce((sum, count) => sum + count, 0);
    const planned = Math.round((left * vacant.length) / (vacant.length + later || 1));
    let fresh = Math.min(left, vacant.length, Math.max(planned, vacant.length - away.length));
    for (const [k, organisation] of vacant.entries()) {
      if (random.next() * (vacant.length - k) < fresh) {
        enter(organisation, i);
        fresh--;
      } else if (away.length > 0) {
        const back = random.between(0, away.length - 1);
        const person = away[back]!;
        away[back] = away[away.length - 1]!;
        away.pop();
        join(person, organisation, i);
      }
    }
  }
  const months = plan.chances.length;
  for (let o = 0; careers.length < plan.people; o = (o + 1) % n) enter(o, months - 1);
  return careers;
}

function vacancies(present: readonly (readonly number[])[], plan: Plan, i: number): number[] {
  return present.flatMap((people, o) => {
    const wanted = Math.max(0, plan.staff[o]![i]! - people.length);
    return Array<number>(wanted).fill(o);
  });
}

function shuffled(places: number[], random: Random): number[] {
  for (let k = places.length - 1; k > 0; k--) {
    const other = random.between(0, k);
    [places[k], places[other]] = [places[other]!, places[k]!];
  }
  return places;
}

function destination(chances: Float64Array, from: number, n: number, draw: number): number | null {
  let rest = draw;
  for (let to = 0; to < n; to++) {
    rest -= chances[from * n + to]!;
    if (rest < 0) return to;
  }
  return null;
}

function gapOf(gaps: readonly number[], random: Random): number {
  let rest = random.next();
  for (const [gap, share] of gaps.entries()) {
    rest -= share;
    if (rest < 0) return gap;
  }
  return 0;
}
