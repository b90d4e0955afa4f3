import type { Words } from '../measures/index.js';
import { formatMonth, parseMonth } from '../records/index.js';
import { inBoth } from './print.js';
import { monthIn } from './wording.js';

/** What a claim is held against in time: its own month and the last month that the data know. */
export interface Horizon {
  readonly claimed: number;
  readonly observed: number;
}

/** A stretch of months in words, and as parameters of a measure. */
export interface Window {
  readonly words: Words;
  readonly parameters: { readonly since?: string; readonly until?: string };
}

/** A view in words, and as a parameter; no words where the claim fixes it. */
export interface Viewed {
  readonly words: Words | null;
  readonly parameters: { readonly view?: string };
}

type Parameters = { readonly [name: string]: unknown };

/**
 * Windows that the wording of a claim leaves open.
 *
 * Where it fixes the start, that window alone; else everything up to its end, the 24 and the 12 months that end with it, and the last
 * full calendar year before it. The end is the one that the claim fixes, or its month; none goes beyond the data.
 */
export function windowsOf(parameters: Parameters, horizon: Horizon): readonly Window[] {
  const fixed = fixedWindow(parameters, horizon);
  return fixed === null ? [upTo(endOf(parameters, horizon)), ...recentWindows(parameters, horizon)] : [fixed];
}

/** The last month that a claim speaks of: the one that it fixes, else its own; the last of the data where these end before. */
export function endOf({ until }: Parameters, { claimed, observed }: Horizon): number {
  const fixed = until === undefined ? null : parseMonth(String(until), 'last');
  return Math.min(fixed ?? claimed, observed);
}

/** The window whose start a claim fixes; null where it fixes none. */
export function fixedWindow(parameters: Parameters, horizon: Horizon): Window | null {
  const { since } = parameters;
  const first = since === undefined ? null : parseMonth(String(since), 'first');
  return first === null ? null : between(first, Math.max(first, endOf(parameters, horizon)));
}

/** The 24 and the 12 months that end with a claim, and the last full calendar year before it. */
export function recentWindows(parameters: Parameters, horizon: Horizon): readonly Window[] {
  const end = endOf(parameters, horizon);
  const named = endOf(parameters, { ...horizon, observed: Number.POSITIVE_INFINITY });
  const year = Math.min(yearOf(named), yearOf(horizon.observed + 1)) - 1;
  return [lastMonths(24, end), lastMonths(12, end), wholeYear(year)];
}

/** Views that the wording leaves open: the owners of each month and those of today. */
export function viewsOf({ view }: { readonly [name: string]: unknown }): readonly Viewed[] {
  if (view !== undefined) return [{ words: null, parameters: {} }];
  return [
    {
      words: { en: 'owners of each month', fr: 'propriétaires de chaque mois' },
      parameters: { view: 'point-in-time' },
    },
    {
      words: { en: 'owners of today', fr: 'propriétaires d’aujourd’hui' },
      parameters: { view: 'pro-forma' },
    },
  ];
}

/** The window of a calendar year. */
function wholeYear(year: number): Window {
  return {
    words: { en: `in ${year}`, fr: `en ${year}` },
    parameters: { since: String(year), until: String(year) },
  };
}

/** The window of so many months that ends with a month. */
export function lastMonths(months: number, end: number): Window {
  return {
    words: inBoth((lang) =>
      lang === 'en'
        ? `in the ${months} months to ${monthIn(end, lang)}`
        : `dans les ${months} mois jusqu’en ${monthIn(end, lang)}`,
    ),
    parameters: { since: formatMonth(end - months + 1), until: formatMonth(end) },
  };
}

/** The year of a month. */
function yearOf(month: number): number {
  return Math.floor((month - 1) / 12);
}

function upTo(end: number): Window {
  return {
    words: inBoth((lang) =>
      lang === 'en' ? `until ${monthIn(end, lang)}` : `jusqu’en ${monthIn(end, lang)}`,
    ),
    parameters: { until: formatMonth(end) },
  };
}

function between(first: number, last: number): Window {
  const year = yearOf(first);
  if (first === year * 12 + 1 && last === year * 12 + 12) return wholeYear(year);
  return {
    words: inBoth((lang) =>
      first === last
        ? lang === 'en'
          ? `in ${monthIn(first, lang)}`
          : `en ${monthIn(first, lang)}`
        : lang === 'en'
          ? `from ${monthIn(first, lang)} to ${monthIn(last, lang)}`
          : `${fromMonth(first)} à ${monthIn(last, lang)}`,
    ),
    parameters: { since: formatMonth(first), until: formatMonth(last) },
  };
}

function fromMonth(month: number): string {
  const said = monthIn(month, 'fr');
  return /^[ao]/.test(said) ? `d’${said}` : `de ${said}`;
}
