import type { Column } from '../../src/records/index.js';
import type { Range, ReleasedCell, Withheld } from '../../src/release/index.js';
import type { Lang } from './language.js';

const locales: Readonly<Record<Lang, string>> = { en: 'en-GB', fr: 'fr-FR' };

export function isWithheld(cell: ReleasedCell | undefined): cell is Withheld {
  return typeof cell === 'object' && cell !== null && 'withheld' in cell;
}

export function isRange(cell: ReleasedCell | undefined): cell is Range {
  return typeof cell === 'object' && cell !== null && 'low' in cell && !Array.isArray(cell);
}

/** What a count is at least; null where nothing is said of it. */
export function atLeast(cell: ReleasedCell | undefined): number | null {
  if (typeof cell === 'number') return cell;
  return isRange(cell) ? cell.low : null;
}

/** A number in the language: three digits where it has decimals, a real minus. */
export function number(value: number, lang: Lang, options: Intl.NumberFormatOptions = {}): string {
  const digits = Number.isInteger(value) ? {} : { maximumSignificantDigits: Math.abs(value) >= 100 ? 4 : 3 };
  return new Intl.NumberFormat(locales[lang], { ...digits, ...options }).format(value).replace(/^-/, '−');
}

/** A share as a percentage. */
export function percent(value: number, lang: Lang): string {
  return new Intl.NumberFormat(locales[lang], { style: 'percent', maximumFractionDigits: 1 }).format(value);
}

/** A day, `YYYY-MM-DD`, or a month, `YYYY-MM`, in words. */
export function day(text: string, lang: Lang): string {
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (!whole && !/^\d{4}-\d{2}$/.test(text)) return text;
  const date = new Date(`${whole ? text : `${text}-01`}T00:00:00Z`);
  return new Intl.DateTimeFormat(locales[lang], {
    ...(whole ? { day: 'numeric' } : {}),
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date);
}

/** A year on an axis; nothing between two. */
export function year(x: number): string {
  return Number.isInteger(x) ? String(x) : '';
}

/** A cell for readers: what is withheld as `<5`, a range by its limits, nothing as a dash. */
export function cell(
  value: ReleasedCell | undefined,
  column: Pick<Column, 'type' | 'unit'>,
  lang: Lang,
): string {
  if (value === undefined || value === null) return '–';
  if (isWithheld(value)) return value.withheld;
  if (isRange(value)) return range(value, column, lang);
  if (Array.isArray(value)) return String(value.length);
  if (typeof value === 'number') {
    return column.unit === 'share' ? percent(value, lang) : number(value, lang);
  }
  if (column.type === 'month' || column.type === 'date') return day(String(value), lang);
  return quarter(String(value), lang);
}

/** A quarter, `2024-Q1`, as readers write it; any other text as it is. */
function quarter(text: string, lang: Lang): string {
  const [, at, nth] = /^(\d{4})-Q([1-4])$/.exec(text) ?? [];
  return at === undefined ? text : lang === 'fr' ? `T${nth} ${at}` : `Q${nth} ${at}`;
}

function range({ low, high }: Range, column: Pick<Column, 'type' | 'unit'>, lang: Lang): string {
  const say = (limit: number): string => cell(limit, column, lang);
  if (low === null) return high === null ? '–' : `≤ ${say(high)}`;
  return high === null ? `≥ ${say(low)}` : `${say(low)} … ${say(high)}`;
}

/** An interval by its limits; an upper limit of null is infinite. */
export function interval(
  low: ReleasedCell | undefined,
  high: ReleasedCell | undefined,
  column: Pick<Column, 'type' | 'unit'>,
  lang: Lang,
): string {
  if (low === undefined || low === null) return '–';
  if (isWithheld(low)) return low.withheld;
  const least = isRange(low) ? low.low : low;
  const most = isRange(high) ? high.high : high;
  const upper = typeof most === 'number' ? cell(most, column, lang) : '∞';
  return `${typeof least === 'number' ? cell(least, column, lang) : '0'} – ${upper}`;
}

/** The plural form of a count that the language asks for. */
export function plural(
  count: number,
  lang: Lang,
  forms: { readonly one: string; readonly other: string },
): string {
  const form = new Intl.PluralRules(locales[lang]).select(count) === 'one' ? forms.one : forms.other;
  return form.replace('#', number(count, lang));
}
