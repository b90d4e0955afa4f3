import { formatMonth, type Kind } from '../records/index.js';
import type { Random } from './_random.js';
import { leastBreak, type Stay } from './careers.js';
import type { Plan } from './plan.js';
import { countries, families, levels, spellings, titleOf } from './wording.js';
import type { SimulatedOrganisation, World } from './world.js';

/** One line of a simulated CV, as a source would give it: dates as written, null where blank. */
export interface SimulatedSpell {
  readonly person: string;
  readonly employer: string;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null where unknown. */
  readonly start: string | null;
  /** As `start`; null where the spell is open. */
  readonly end: string | null;
  readonly title: string;
  readonly kind: Kind;
  readonly country: string;
}

/** How often a CV shows what makes real ones hard to read. */
const oddities = {
  unknownStart: 0.05,
  monthPrecision: 0.05,
  /** Of first spells where it can move nobody: outside all figures, over years apart. Makes about 3 % of spells. */
  yearPrecision: 0.15,
  sideJob: 0.04,
  internship: 0.08,
  contractor: 0.03,
  promotion: 0.6,
  freelanceInMove: 0.3,
  freelanceInBreak: 0.15,
  spelling: 0.06,
  elsewhere: 0.2,
} as const;

/**
 * How does somebody write down where they were?
 *
 * Main jobs are the stays, cut by promotions; beside and between them stand side jobs (advisors, and contractors whose
 * time lies inside a main job), internships, and freelance work as a state. Nothing here makes or hides a move: side
 * jobs are at organisations where the person never works otherwise and for which no figure is published, the day of
 * leaving comes before that of joining, and years stand for dates only in first spells that touch no figure.
 * Rows: in order of time.
 */
export function writeCv(
  world: World,
  plan: Plan,
  person: number,
  stays: readonly Stay[],
  random: Random,
): SimulatedSpell[] {
  const first = stays[0]!;
  const id = `sim-${String(person + 1).padStart(6, '0')}`;
  const family = random.pick(families);
  const lines: { readonly at: number; readonly spell: SimulatedSpell }[] = [];
  const figures = new Set([
    ...world.publishedRetention,
    ...world.pairs.flatMap(({ from, to }) => [from, to]),
  ]);
  const untouched = stays.every(({ organisation }) => !figures.has(world.organisations[organisation]!.name));
  const blank = random.chance(oddities.unknownStart);
  const coarse = untouched && !blank && random.chance(oddities.yearPrecision);
  let level = random.chance(0.3) ? 1 : 0;

  const write = (
    employer: string,
    start: number,
    end: number | null,
    title: string,
    kind: Kind,
    country: string,
  ): void => {
    const months = random.chance(oddities.monthPrecision);
    const joined = months ? formatMonth(start) : day(start, random.between(15, 28));
    const left = end === null ? null : months ? formatMonth(end) : day(end, random.between(1, 14));
    lines.push({
      at: start,
      spell: { person: id, employer, start: joined, end: left, title, kind, country },
    });
  };

  for (const [k, stay] of stays.entries()) {
    const one = world.organisations[stay.organisation]!;
    const country = random.chance(oddities.elsewhere) ? random.pick(countries) : one.country;
    const young =
      plan.founded[stay.organisation]! > plan.first && stay.start === plan.founded[stay.organisation];
    const kind = young ? 'founder' : random.chance(oddities.contractor) ? 'contractor' : 'employee';
    const until = stay.end ?? plan.last;
    for (let from = stay.start, part = 0; ; part++) {
      const next = from + random.between(15, 45);
      const cut = next < until && random.chance(oddities.promotion);
      const to = cut ? next : stay.end;
      const title = kind === 'founder' && part === 0 ? 'Co-founder' : titleOf(one, family, level);
      write(spelled(one, random), from, to, title, kind, country);
      const written = lines.at(-1)!;
      if (k === 0 && part === 0 && (blank || coarse)) {
        const start = blank ? null : yearly(from, to ?? until) ? yearOf(from) : written.spell.start;
        const alone =
          coarse && to !== null && stays.length === 1 && !cut && yearly(from, to) && yearly(to, plan.last);
        const end = alone ? yearOf(to) : written.spell.end;
        lines[lines.length - 1] = { at: from, spell: { ...written.spell, start, end } };
      }
      if (!cut) break;
      from = next;
      level = Math.min(level + 1, levels - 1);
    }
    const then = stays[k + 1];
    if (stay.end === null || then === undefined) continue;
    const gap = then.start - stay.end;
    if (gap >= 2 && random.chance(gap < leastBreak ? oddities.freelanceInMove : oddities.freelanceInBreak))
      write('Freelance', stay.end, then.start, 'Consultant', 'contractor', country);
  }

  const elsewhere = world.organisations.filter(
    ({ name }, o) => !figures.has(name) && stays.every((stay) => stay.organisation !== o),
  );
  if (!blank && !coarse && random.chance(oddities.sideJob)) {
    const stay = random.pick(stays);
    const until = stay.end ?? plan.last;
    const there = elsewhere.filter((one) => plan.founded[world.organisations.indexOf(one)]! <= stay.start);
    if (until - stay.start >= 6 && there.length > 0) {
      const from = random.between(stay.start + 1, until - 3);
      const to = random.between(from + 1, until - 1);
      const advises = random.chance(0.5);
      const one = random.pick(there);
      const [title, kind] = advises
        ? (['Advisor', 'advisor'] as const)
        : (['Consultant', 'contractor'] as const);
      write(spelled(one, random), from, advises && stay.end === null ? null : to, title, kind, one.country);
    }
  }
  if (first.start - plan.first >= 16 && random.chance(oddities.internship)) {
    const from = first.start - random.between(5, 16);
    const there = world.organisations.filter((_, o) => plan.founded[o]! <= from);
    const one = there.length > 0 ? random.pick(there) : world.organisations[first.organisation]!;
    write(
      one.name,
      from,
      from + 3,
      one.kind === 'university' ? 'Research Assistant' : `${family} Intern`,
      'intern',
      one.country,
    );
  }
  return lines.sort((a, b) => a.at - b.at).map(({ spell }) => spell);
}

function spelled(one: SimulatedOrganisation, random: Random): string {
  return random.chance(oddities.spelling) ? random.pick(spellings(one)) : one.name;
}

function yearOf(month: number): string {
  return formatMonth(month).slice(0, 4);
}

/** Whether two months lie in different years, so that their years are in order. */
function yearly(from: number, to: number): boolean {
  return yearOf(from) < yearOf(to);
}

function day(month: number, of: number): string {
  return `${formatMonth(month)}-${String(of).padStart(2, '0')}`;
}
