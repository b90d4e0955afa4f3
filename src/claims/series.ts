import type { Result } from '../ask.js';
import { parseMonth } from '../records/index.js';
import { inBoth, type Lang } from './print.js';
import type { Read, Reading } from './reading.js';
import { fixedWindow, recentWindows } from './windows.js';
import { decimalIn, intervalIn, monthIn } from './wording.js';

/** How the demand for work changed over a window, country by country. */
export const demandRead: Read = {
  units: ['percent'],
  askings({ measure, parameters, figure, comparator }, horizon) {
    if (comparator === 'more_than_reverse' || comparator === 'leads') return [];
    const fixed = fixedWindow(parameters, horizon);
    return (fixed === null ? recentWindows(parameters, horizon).slice(1) : [fixed]).map((window) => ({
      measure,
      questions: [{ parameters: { ...parameters, ...window.parameters, change: true } }],
      read: ([result]: readonly Result[]) =>
        (result?.rows ?? []).map((row) => changeOf(row, figure !== undefined)),
    }));
  },
};

const seriesWords: { readonly [series: string]: Readonly<Record<Lang, string>> } = {
  ai_share: { en: 'AI share of postings', fr: 'part de l’IA dans les offres' },
  index: { en: 'index of all postings', fr: 'indice de toutes les offres' },
};

function changeOf(row: Result['rows'][number], inPercent: boolean): Reading {
  const suffix = inPercent ? '_percent' : '';
  const cell = (name: string): number | null => (typeof row[name] === 'number' ? row[name] : null);
  const [value, low, high] = [
    cell(inPercent ? 'change_percent' : 'change'),
    cell(`low${suffix}`),
    cell(`high${suffix}`),
  ];
  const [first, last] = [cell('first') ?? 0, cell('last') ?? 0];
  const share = row.series === 'ai_share';
  const name = (lang: Lang): string => seriesWords[String(row.series)]?.[lang] ?? String(row.series);
  const place = (lang: Lang): string => countryIn(String(row.country), lang);
  return {
    kind: 'difference',
    value,
    low,
    high,
    cases: [],
    counts: {},
    definition: [inBoth((lang) => `${name(lang)}, ${place(lang)}`)],
    says: inBoth((lang) => {
      const unit = share ? (lang === 'en' ? '%' : '\u00a0%') : '';
      const digits = share ? 2 : 1;
      const [from, to] = [row.first_month, row.last_month].map((month) =>
        monthIn(parseMonth(String(month), 'first') ?? 0, lang),
      );
      const said = (limit: number) => decimalIn(limit, lang, digits);
      const changed = value === null ? '' : `, ${value > 0 ? '+' : ''}${said(value)}`;
      const of = inPercent ? (lang === 'en' ? '%' : '\u00a0%') : ' points';
      const interval = intervalIn(low, high, lang, said);
      return lang === 'en'
        ? `the ${name('en')} (${place('en')}) went from ${said(first)}${unit} in ${from} to ${said(last)}${unit} in ${to}${changed}${of} (${interval})`
        : `${name('fr')} (${place('fr')}) : de ${said(first)}${unit} en ${from} à ${said(last)}${unit} en ${to}${changed}${of} (${interval})`;
    }),
  };
}

function countryIn(code: string, lang: Lang): string {
  if (!/^[A-Za-z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames([lang], { type: 'region' }).of(code.toUpperCase()) ?? code;
}
