import type { Result } from '../ask.js';
import { ratio, type Words } from '../measures/index.js';
import { parseMonth } from '../records/index.js';
import { flowRatio } from '../stats/index.js';
import { inBoth, type Lang } from './print.js';
import type { Asking, Read, Reading, Wanted } from './reading.js';
import {
  fixedWindow,
  type Horizon,
  lastMonths,
  recentWindows,
  type Viewed,
  viewsOf,
  type Window,
  windowsOf,
} from './windows.js';
import { decimalIn, fromName, intervalIn, numeric, timesIn } from './wording.js';

/** People one way for one the other way, or a multiple of the rate: the unit says which, unless the claim names the value. */
export const ratioRead: Read = {
  units: ['ratio', 'times'],
  askings(wanted, horizon) {
    const changes = wanted.comparator === 'rises' || wanted.comparator === 'falls';
    const { of, value = wanted.figure?.unit === 'times' ? 'rate_ratio' : 'ratio' } = wanted;
    if (of.length !== 2 || changes || (value !== 'ratio' && value !== 'rate_ratio')) return [];
    const rates = value === 'rate_ratio';
    return inTime(wanted, windowsOf(wanted.parameters, horizon), rates ? rateOf : flowOf);
  },
};

/** Moves from one organisation to another: against those back, against those before, or how many at least. */
export const flowsRead: Read = {
  units: ['people', 'cases', 'ratio'],
  askings(wanted, horizon) {
    if (wanted.of.length !== 2) return [];
    if (wanted.comparator === 'rises' || wanted.comparator === 'falls') return risen(wanted, horizon);
    const counted = wanted.figure?.unit === 'people' || wanted.figure?.unit === 'cases';
    return inTime(wanted, windowsOf(wanted.parameters, horizon), counted ? countOf : flowOf);
  },
};

type Row = Result['rows'][number];
type Says = (row: Row, when: Words) => Omit<Reading, 'definition'>;

function inTime(wanted: Wanted, windows: readonly Window[], says: Says): readonly Asking[] {
  return windows.flatMap((window) =>
    viewsOf(wanted.parameters).map((view) => ({
      measure: ratio,
      questions: [questionOf(wanted, window, view)],
      read: ([result]: readonly Result[]) => {
        const row = result?.rows[0];
        return row === undefined ? [] : [{ definition: named(window, view), ...says(row, window.words) }];
      },
    })),
  );
}

function questionOf({ of, parameters }: Wanted, window: Window, view: Viewed) {
  return { subjects: of, parameters: { ...parameters, ...window.parameters, ...view.parameters } };
}

function named(window: Window, view: Viewed): readonly Words[] {
  return view.words === null ? [window.words] : [window.words, view.words];
}

const flowOf: Says = (row, when) => {
  const [forward, backward] = [Number(row.forward), Number(row.backward)];
  const [value, low, high] = [numeric(row.ratio), numeric(row.low), numeric(row.high)];
  return {
    kind: 'ratio',
    value,
    low,
    high,
    cases: [forward, backward],
    counts: { forward, backward },
    says: inBoth((lang) =>
      [
        `${movedIn(row, forward, backward, lang)} ${when[lang]}`,
        ...(low === null ? [] : [toOne(value, low, high, lang)]),
      ].join(lang === 'en' ? ': ' : ' : '),
    ),
  };
};

const rateOf: Says = (row, when) => {
  const [forward, backward] = [Number(row.rate_forward), Number(row.rate_backward)];
  const months = [Number(row.person_months_from), Number(row.person_months_to)] as const;
  const [value, low, high] = [numeric(row.rate_ratio), numeric(row.rate_low), numeric(row.rate_high)];
  return {
    kind: 'ratio',
    value,
    low,
    high,
    cases: [forward, backward],
    counts: {
      forward,
      backward,
      person_months_from: months[0],
      person_months_to: months[1],
      left_out: Number(row.left_out),
    },
    says: inBoth((lang) => {
      const [from, to] = months.map((each) => decimalIn(Math.round(each), lang));
      const moved = movedIn(row, forward, backward, lang);
      const said = (limit: number) => timesIn(limit, lang);
      const interval = intervalIn(low, high, lang, said);
      if (lang === 'en') {
        const times = value === null ? '' : `${said(value)} times the rate, `;
        return `${moved} ${when.en}, out of ${from} and ${to} person-months: ${times}${interval}`;
      }
      const times = value === null ? '' : `${said(value)} fois le taux, `;
      return `${moved} ${when.fr}, pour ${from} et ${to} mois-personne : ${times}${interval}`;
    }),
  };
};

const countOf: Says = (row, when) => {
  const forward = Number(row.forward);
  return {
    kind: 'count',
    value: forward,
    low: forward,
    high: null,
    cases: [forward],
    counts: { forward },
    says: inBoth((lang) => `${thereIn(row, forward, lang)} ${when[lang]}`),
  };
};

/** Moves of a window against those of the stretch before it that is as long. */
function risen(wanted: Wanted, horizon: Horizon): readonly Asking[] {
  const fixed = fixedWindow(wanted.parameters, horizon);
  const windows = fixed === null ? recentWindows(wanted.parameters, horizon).slice(1) : [fixed];
  return windows.flatMap((window) => {
    const before = stretchBefore(window);
    if (before === null) return [];
    return viewsOf(wanted.parameters).map((view) => ({
      measure: ratio,
      questions: [questionOf(wanted, window, view), questionOf(wanted, before, view)],
      read: ([now, then]: readonly Result[]) => {
        const [row, earlier] = [now?.rows[0], then?.rows[0]];
        if (row === undefined || earlier === undefined) return [];
        const [after, first] = [Number(row.forward), Number(earlier.forward)];
        const { ratio: value, low, high } = flowRatio(after, first);
        return [
          {
            definition: named(window, view),
            kind: 'ratio' as const,
            value,
            low,
            high,
            cases: [after, first],
            counts: { after, before: first },
            says: inBoth((lang) => {
              const said = (limit: number) => timesIn(limit, lang);
              const counted = `${thereIn(row, after, lang)} ${window.words[lang]}`;
              return lang === 'en'
                ? `${counted} and ${decimalIn(first, 'en')} ${before.words.en}, ${intervalIn(low, high, 'en', said)} for one before`
                : `${counted} et ${decimalIn(first, 'fr')} ${before.words.fr}, ${intervalIn(low, high, 'fr', said)} pour un avant`;
            }),
          },
        ];
      },
    }));
  });
}

function stretchBefore({ parameters: { since, until } }: Window): Window | null {
  const [first, last] = [parseMonth(since ?? '', 'first'), parseMonth(until ?? '', 'last')];
  return first === null || last === null ? null : lastMonths(last - first + 1, first - 1);
}

function movedIn(row: Row, forward: number, backward: number, lang: Lang): string {
  const there = thereIn(row, forward, lang);
  if (lang === 'en') return `${there} and ${backward === 0 ? 'nobody' : decimalIn(backward, 'en')} back`;
  return `${there} et ${decimalIn(backward, 'fr')} en sens inverse`;
}

function thereIn(row: Row, forward: number, lang: Lang): string {
  const [from, to] = [String(row.from), String(row.to)];
  if (lang === 'en')
    return `${forward === 0 ? 'nobody' : decimalIn(forward, 'en')} moved from ${from} to ${to}`;
  return `${decimalIn(forward, 'fr')} passage${forward > 1 ? 's' : ''} ${fromName(from, 'fr')} à ${to}`;
}

function toOne(value: number | null, low: number, high: number | null, lang: Lang): string {
  const said = (limit: number) => timesIn(limit, lang);
  const interval = intervalIn(low, high, lang, said);
  if (value === null) return interval;
  return `${said(value)} ${lang === 'en' ? 'to one' : 'pour un'}, ${interval}`;
}
