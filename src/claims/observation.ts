import type { Json } from '../errors.js';
import type { Organisation } from '../organisations/index.js';
import { parseMonth } from '../records/index.js';
import type { Claim } from './claim.js';
import type { Unit } from './figure.js';
import { measureNamed } from './ledger.js';
import { inBoth, type Lang } from './print.js';
import type { CheckedClaim, DatalessCheck, Estimate } from './verdict.js';

/** A node of JSON-LD: a type of schema.org and its properties. */
export type Node = { readonly '@type': string; readonly [property: string]: Json };

/** A count below this, or one that a count and its events leave, is not published. */
export const smallest = 5;

/**
 * What was measured of a claim, as observations of schema.org.
 *
 * Rows: one per admissible definition. One that rests on a count below 5 (also of those who stayed, where people and departures are
 * counted) gives no number, only its definition and that it is withheld; none on simulated people.
 */
export function measuredObservations(
  { claim, estimates, on }: CheckedClaim,
  registry: readonly Organisation[],
  lang: Lang,
): readonly Node[] {
  const { check } = claim;
  if (!('measure' in check) || on === 'simulated') return [];
  const period = periodOf(check.parameters);
  const title = measureNamed(check.measure)?.title[lang] ?? check.measure;
  return estimates.map((estimate) => ({
    '@type': 'Observation',
    observationAbout: aboutOf(check.of, registry),
    variableMeasured: title,
    measurementMethod: estimate.definition[lang],
    ...(period === null ? {} : { observationPeriod: period }),
    ...(isSmall(estimate) ? { description: withheld[lang] } : numbersOf(estimate, unitOf(claim), lang)),
  }));
}

/** What follows from the printed figures alone: the valuation of a stake, the least counts behind a figure. Rows: one per check. */
export function impliedObservations(
  { claim, checks }: CheckedClaim,
  registry: readonly Organisation[],
  lang: Lang,
): readonly Node[] {
  const about =
    'fact' in claim.check ? [claim.check.organisation] : 'measure' in claim.check ? claim.check.of : [];
  return checks
    .filter(({ kind }) => kind === 'arithmetic' || kind === 'implied counts')
    .map((check) => ({
      '@type': 'Observation',
      ...(about.length === 0 ? {} : { observationAbout: aboutOf(about, registry) }),
      variableMeasured: variables[check.kind === 'arithmetic' ? 'valuation' : 'counts'][lang],
      measurementMethod: byArithmetic[lang],
      ...(check.kind === 'arithmetic'
        ? valuedOf(check)
        : { additionalProperty: propertiesOf(check.numbers) }),
    }));
}

/** Whether what an estimate rests on may not be published. */
export function isSmall({ counts }: Pick<Estimate, 'counts'>): boolean {
  const { events } = counts;
  return Object.entries(counts).some(
    ([name, count]) =>
      count < smallest ||
      (events !== undefined && (name === 'people' || name === 'jobs') && count - events < smallest),
  );
}

function numbersOf({ value, low, high, counts }: Estimate, unit: Unit | null, lang: Lang) {
  const denominator = Object.keys(denominators).find((name) => name in counts);
  return {
    ...(value === null ? {} : { value: rounded(value) }),
    ...(unit === null ? {} : { unitText: unitWords[unit]?.[lang] ?? unit }),
    ...(denominator === undefined
      ? {}
      : {
          measurementDenominator: {
            '@type': 'StatisticalVariable',
            name: denominators[denominator]?.[lang] ?? denominator,
          },
        }),
    ...marginOf(low, high),
    additionalProperty: propertiesOf(counts),
  };
}

function valuedOf({ numbers }: DatalessCheck) {
  const { valuation, low, high } = numbers;
  return { ...(valuation == null ? {} : { value: valuation }), unitText: 'USD', ...marginOf(low, high) };
}

function marginOf(low: number | null | undefined, high: number | null | undefined) {
  if (low == null) return {};
  const limits = high == null ? {} : { maxValue: rounded(high) };
  return { marginOfError: { '@type': 'QuantitativeValue', minValue: rounded(low), ...limits } };
}

/** Counts as they are, all else to four digits. */
function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(4));
}

function propertiesOf(numbers: { readonly [name: string]: number | null }): readonly Node[] {
  return Object.entries(numbers).flatMap(([name, value]) =>
    value === null ? [] : [{ '@type': 'PropertyValue', name, value }],
  );
}

function aboutOf(ids: readonly string[], registry: readonly Organisation[]): readonly Node[] {
  return ids.map((id) => ({
    '@type': 'Organization',
    identifier: id,
    name: registry.find((row) => row.id === id)?.title ?? id,
  }));
}

/** The length of a window whose both ends the claim fixes, as ISO 8601 writes it. */
function periodOf({ since, until }: { readonly [name: string]: unknown }): string | null {
  const [first, last] = [parseMonth(String(since), 'first'), parseMonth(String(until), 'last')];
  return first === null || last === null || last < first ? null : `P${last - first + 1}M`;
}

function unitOf({ figures: [figure] }: Claim): Unit | null {
  return figure?.unit ?? null;
}

const withheld = inBoth((lang) =>
  lang === 'en'
    ? `Not published: it rests on a count below ${smallest}.`
    : `Non publié : repose sur un effectif de moins de ${smallest}.`,
);

const byArithmetic = { en: 'arithmetic on the figures as printed', fr: 'calcul sur les chiffres imprimés' };

const variables = {
  valuation: {
    en: 'valuation that the stake and its price imply',
    fr: 'valorisation qu’impliquent la part et son prix',
  },
  counts: { en: 'least counts that the figure implies', fr: 'plus petits effectifs qu’implique le chiffre' },
} as const;

/** What a figure is divided by, by the count that holds it. */
const denominators: { readonly [count: string]: { readonly en: string; readonly fr: string } } = {
  backward: { en: 'moves the other way', fr: 'passages en sens inverse' },
  before: { en: 'moves in the stretch before', fr: 'passages de la période d’avant' },
  people: { en: 'people asked about', fr: 'personnes considérées' },
};

const unitWords: { readonly [unit in Unit]?: { readonly en: string; readonly fr: string } } = {
  ratio: { en: 'for one the other way', fr: 'pour un en sens inverse' },
  times: { en: 'times the rate', fr: 'fois le taux' },
  percent: { en: '%', fr: '%' },
};
