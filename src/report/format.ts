import { dateIn } from '../claims/index.js';
import { isRange, isWithheld, type ReleasedCell } from '../release/index.js';

export type Lang = 'en' | 'fr';

/** How a figure is printed. */
export type Kind =
  | 'text'
  | 'count'
  | 'net'
  | 'level'
  | 'change'
  | 'percent'
  | 'ratio'
  | 'share'
  | 'probability'
  | 'day'
  | 'figure';

/** Locale of each language, fixed so that a page is the same everywhere. */
export const locales: Readonly<Record<Lang, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** A number in the language: spaces that do not break, and a real minus. */
export function formatNumber(value: number, kind: Kind, lang: Lang): string {
  if (kind === 'probability' && value < 0.001) return `< ${formatNumber(0.001, 'probability', lang)}`;
  return tidy(new Intl.NumberFormat(locales[lang], optionsOf(kind, value)).format(value));
}

/** A cell for readers: `<5` and `n<5` as they are, a range by its limits rounded outwards, `–` where there is nothing. */
export function formatCell(cell: ReleasedCell | undefined, kind: Kind, lang: Lang): string {
  if (cell === undefined || cell === null) return '–';
  if (isWithheld(cell)) return cell.withheld;
  if (isRange(cell)) return formatRange(cell.low, cell.high, kind, lang);
  if (typeof cell === 'number') return formatNumber(cell, kind, lang);
  return kind === 'day' ? dateIn(String(cell), lang) : String(cell);
}

/** The lower and upper limit of an interval; an upper limit that is null is infinite. */
export function formatInterval(
  low: ReleasedCell | undefined,
  high: ReleasedCell | undefined,
  kind: Kind,
  lang: Lang,
): string {
  if (low === undefined || low === null) return '–';
  if (isWithheld(low) || isWithheld(high)) return formatCell(isWithheld(low) ? low : high, kind, lang);
  const [least, most] = [isRange(low) ? low.low : low, isRange(high) ? high.high : high];
  if (typeof least !== 'number') return '–';
  const upper = typeof most === 'number' ? formatNumber(outward(most, kind, Math.ceil), kind, lang) : '∞';
  return `${formatNumber(isRange(low) ? outward(least, kind, Math.floor) : least, kind, lang)} – ${
    isRange(high) || typeof most !== 'number' ? upper : formatNumber(most, kind, lang)
  }`;
}

/** A date, `YYYY-MM-DD`, in words. */
export function formatDate(day: string, lang: Lang): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return tidy(
    new Intl.DateTimeFormat(locales[lang], { dateStyle: 'long', timeZone: 'UTC' }).format(date),
    false,
  );
}

/** A month, `YYYY-MM`, in words. */
export function formatMonth(month: string, lang: Lang): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  const words = new Intl.DateTimeFormat(locales[lang], { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return tidy(words.format(date), false);
}

/** A country, by its code of two letters, in words. */
export function regionOf(code: string, lang: Lang): string {
  return new Intl.DisplayNames(locales[lang], { type: 'region' }).of(code) ?? code;
}

function formatRange(low: number | null, high: number | null, kind: Kind, lang: Lang): string {
  const least = low === null ? null : formatNumber(outward(low, kind, Math.floor), kind, lang);
  const most = high === null ? null : formatNumber(outward(high, kind, Math.ceil), kind, lang);
  if (least === null) return most === null ? '–' : `≤ ${most}`;
  if (most === null) return `≥ ${least}`;
  const bounded = kind === 'ratio' || kind === 'share' || kind === 'probability';
  if (bounded && low === 0) return `≤ ${most}`;
  if (kind === 'share' && high === 1) return `≥ ${least}`;
  return least === most ? least : `${least} … ${most}`;
}

/** To three digits, away from the middle, so that a printed range holds the figure. */
function outward(value: number, kind: Kind, round: (value: number) => number): number {
  if (value === 0 || kind === 'count' || kind === 'net') return value;
  const unit = kind === 'ratio' ? 10 ** (2 - Math.floor(Math.log10(Math.abs(value)))) : 1000;
  return round(value * unit + (round === Math.floor ? 1e-9 : -1e-9)) / unit;
}

function optionsOf(kind: Kind, value: number): Intl.NumberFormatOptions {
  if (kind === 'ratio') return digitsOf(value);
  if (kind === 'figure' && Math.abs(value) < 100) return digitsOf(value);
  if (kind === 'level' || kind === 'change') {
    const digits = Math.abs(value) < 20 ? 2 : 1;
    const sign = kind === 'change' && value !== 0 ? ({ signDisplay: 'always' } as const) : {};
    return { minimumFractionDigits: digits, maximumFractionDigits: digits, ...sign };
  }
  if (kind === 'percent') {
    return {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
      signDisplay: value === 0 ? 'auto' : 'always',
    };
  }
  if (kind === 'share') return { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 };
  if (kind === 'probability') return { maximumFractionDigits: 3 };
  if (kind === 'net') return { maximumFractionDigits: 0, signDisplay: value === 0 ? 'auto' : 'always' };
  return { maximumFractionDigits: Number.isInteger(value) ? 0 : 1 };
}

function tidy(text: string, minus = true): string {
  const spaced = text.replace(/[\u202f\u00a0]/g, '\u00a0');
  return minus ? spaced.replace(/-/g, '−') : spaced;
}

/** Three digits; more where three would print as 1 what is not 1. */
function digitsOf(value: number): Intl.NumberFormatOptions {
  const near = value !== 1 && Math.abs(value - 1) < 0.005;
  return { minimumSignificantDigits: value === 0 ? 1 : 2, maximumSignificantDigits: near ? 5 : 3 };
}
