// A small world of known chances: three firms, whose people leave with a chance that is the same in every month.
import { shares } from './random.js';

/** Months are counted from 0, January 2015, to the last observed one. */
export const lastMonth = 119;
export const observedUntil = '2024-12-31';
export const months = 24;

/** Gaps of 0 to 3 months between two jobs of a move; whoever leaves for no job is away for four months or more. */
const gaps = [0.8, 0.09, 0.06, 0.05];
const shortestBreak = 4;

/**
 * A world: chances of leaving in a month, destinations, where people enter and when. Two-year survival lies from 50 to 85 %,
 * the ratio of two flows mostly from 1:10 to 10:1, an organisation has from 10 to 65 % of the people.
 */
export function worldOf(random, nth) {
  const firms = ['Alder', 'Birch', 'Cedar'].map((name) => `${name} ${String(nth).padStart(4, '0')}`);
  const hazards = firms.map(() => 1 - random.within(0.5, 0.85) ** (1 / months));
  const weight = (most) => Math.exp(random.within(0, most));
  // The last destination is no job.
  const destinations = firms.map((_, from) =>
    shares([...firms.map((_, to) => (to === from ? 0 : weight(2.3))), weight(2.3) + 2]),
  );
  return {
    nth,
    firms,
    hazards,
    destinations,
    gaps,
    shortestBreak,
    entries: shares(firms.map(() => weight(1.5))),
    /** Share of the people who are there in the first month; half of them do not say since when. */
    early: random.within(0.2, 0.6),
    returning: 0.03,
    last: lastMonth,
  };
}

/** Whether somebody who leaves a firm in a month does so under the campaign of a world, if it has one. */
const isUnder = ({ campaign }, firm, month) => firm === campaign?.from && month >= campaign.since;

/** Chances of leaving a firm for each destination in a month, under its campaign. */
function raised({ hazards, destinations, campaign }, firm) {
  return destinations[firm].map(
    (share, to) => hazards[firm] * share * (to === campaign.to ? campaign.factor : 1),
  );
}

function endOf(world, firm, start, random) {
  const end = start + random.months(world.hazards[firm]);
  if (!isUnder(world, firm, end)) return end;
  const before = Math.max(start, world.campaign.since - 1);
  return before + random.months(raised(world, firm).reduce((sum, chance) => sum + chance, 0));
}

function destinationsAt(world, firm, month) {
  return isUnder(world, firm, month) ? shares(raised(world, firm)) : world.destinations[firm];
}

/** Jobs of one person in order: firm, month of joining, month of leaving (null where it goes on), and whether the start is known. */
export function careerOf(world, random) {
  const jobs = [];
  const early = random.next() < world.early;
  let start = early ? 0 : 1 + Math.floor(random.next() * world.last);
  let firm = random.pick(world.entries);
  let known = !early || random.next() < 0.5;
  while (start <= world.last) {
    const end = endOf(world, firm, start, random);
    jobs.push({ firm, start, end: end > world.last ? null : end, known });
    if (end > world.last) break;
    known = true;
    const next = random.pick(destinationsAt(world, firm, end));
    if (next < world.firms.length) {
      start = end + random.pick(world.gaps);
      firm = next;
    } else {
      start = end + world.shortestBreak - 1 + random.months(world.returning);
      firm = random.pick(world.entries);
    }
  }
  return jobs;
}

const monthText = (month) =>
  month === null ? '' : `${2015 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')}`;

/** Lines of a CSV file: the jobs of all people of a world. */
export function linesOf(world, people, random) {
  const lines = [];
  for (let person = 0; person < people; person++) {
    for (const { firm, start, end, known } of careerOf(world, random)) {
      const since = known ? monthText(start) : '';
      lines.push(`w${world.nth}p${person},${world.firms[firm]},${since},${monthText(end)}`);
    }
  }
  return lines;
}
