import fc from 'fast-check';
import { type Organisation, parseRegistry } from '../../src/organisations/index.js';
import { formatMonth } from '../../src/records/index.js';
import type { CvRow } from '../world.js';
import { firstMonth, observed } from './people.js';

/** An organisation above another from a month up to, not including, another. */
export interface Link {
  readonly parent: string;
  readonly since: number | null;
  readonly until: number | null;
}

interface Happening {
  readonly event: 'acquired' | 'spun_off' | 'licensed_and_hired';
  readonly other: string;
  readonly announced: number | null;
  readonly on: number | null;
}

/** Organisations by id, each with what was above it and what happened. */
export type House = Readonly<
  Record<
    string,
    { readonly kind: string; readonly links: readonly Link[]; readonly events: readonly Happening[] }
  >
>;

const tiers = [
  ['alpha', 'beta'],
  ['gamma', 'delta'],
  ['eta', 'zeta'],
] as const;
const month = fc.integer({ min: firstMonth + 1, max: observed });

/** Up to three stretches of time under organisations of higher tiers, with gaps. */
const linksUnder = (owners: readonly string[]) =>
  fc
    .record({
      months: fc.uniqueArray(month, { minLength: 0, maxLength: 3 }),
      parents: fc.array(fc.option(fc.constantFrom(...owners)), { minLength: 4, maxLength: 4 }),
    })
    .map(({ months, parents }): Link[] => {
      const edges = [null, ...months.sort((a, b) => a - b), null];
      return edges.slice(0, -1).flatMap((since, i) => {
        const parent = parents[i];
        return parent ? [{ parent, since, until: edges[i + 1] ?? null }] : [];
      });
    });

const happenings = (id: string, others: readonly string[]) =>
  fc.array(
    fc
      .record({
        event: fc.constantFrom('acquired', 'spun_off', 'licensed_and_hired'),
        other: fc.constantFrom(...others.filter((other) => other !== id)),
        announced: fc.option(month),
        on: month,
      })
      .map(({ event, other, announced, on }) => {
        const happening = {
          event,
          other,
          announced: announced === null ? null : Math.min(announced, on),
          on,
        };
        return happening as Happening;
      }),
    { maxLength: 1 },
  );

/** A house of three tiers drawn from a seed. */
export function houseOf(seed: number): House {
  const all: readonly string[] = tiers.flat();
  const drawn = tiers.flatMap((tier, depth) =>
    tier.map((id, nth) => {
      const own = fc.record({
        kind: fc.constant(depth === 2 ? (nth === 0 ? 'lab' : 'unit') : 'company'),
        links: depth === 0 ? fc.constant([]) : linksUnder(tiers.slice(0, depth).flat()),
        events: happenings(id, all),
      });
      return [id, fc.sample(own, { numRuns: 1, seed: seed * 10 + depth * 2 + nth })[0]] as const;
    }),
  );
  return Object.fromEntries(drawn) as House;
}

/** The house as a file of the registry says it. */
export function registryOf(house: House): readonly Organisation[] {
  const dated = (key: string, at: number | null): string =>
    at === null ? '' : `, ${key}: ${formatMonth(at)}`;
  const rows = Object.entries(house).map(([id, { kind, links, events }]) => {
    const parents = links.map(
      ({ parent, since, until }) => `{id: ${parent}${dated('since', since)}${dated('until', until)}}`,
    );
    const happened = events.map(({ event, other, announced, on }) => {
      const party = event === 'spun_off' ? 'from' : 'by';
      return `{event: ${event}, ${party}: ${other}${dated('announced', announced)}${dated('on', on)}, source: 'https://example.org'}`;
    });
    return `  - {id: ${id}, title: ${titleOf(id)}, kind: ${kind}, parents: [${parents.join(', ')}], events: [${happened.join(', ')}], source: 'https://example.org'}`;
  });
  return parseRegistry(['organisations:', ...rows, ''].join('\n'), 'house.yaml');
}

const titleOf = (id: string): string => id[0]?.toUpperCase() + id.slice(1);

const coarsely = (coarse: boolean, at: number): string =>
  coarse && at < observed - 6 ? formatMonth(at).slice(0, 4) : formatMonth(at);

/** People at these organisations; with coarse dates, a quarter of the dates are years. */
export function peopleOf(count: number, seed: number, coarse: boolean): CvRow[] {
  const line = fc
    .record({
      employer: fc.constantFrom(...tiers.flat().map(titleOf), 'Freelance'),
      start: fc.integer({ min: firstMonth, max: observed }),
      length: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 17 })),
      unknownStart: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
      over: fc.constantFrom('ended', 'ended', 'ended', 'ended', 'open', 'unknown'),
      years: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })),
    })
    .map(({ employer, start, length, unknownStart, over, years: [one, other] }): readonly string[] => {
      const end = Math.min(start + length, observed);
      return [
        employer,
        unknownStart ? '' : coarsely(coarse && one === 0, start),
        over === 'open' ? '' : over === 'unknown' ? '?' : coarsely(coarse && other === 0, end),
      ];
    });
  const career = fc.array(line, { minLength: 1, maxLength: 5 });
  return fc
    .sample(career, { numRuns: count, seed })
    .flatMap((lines, i) => lines.map(([at = '', start = '', end = '']): CvRow => [`p${i}`, at, start, end]));
}
