import { formatMonth } from '../records/index.js';
import { changeOver } from '../stats/index.js';
import type { Row } from '../warehouse/index.js';
import type { Note, ResultRow } from './measure.js';

/** Series of postings, in the order in which they are shown. */
export const series = ['ai_share', 'index', 'ai_postings'] as const;
export type Series = (typeof series)[number];

/** The mean of a month in one series. */
export interface Month {
  readonly country: string;
  readonly series: Series;
  readonly month: number;
  readonly mean: number;
  readonly days: number;
  /** Whether days of the month are missing. */
  readonly partial: boolean;
}

interface Told {
  readonly rows: readonly ResultRow[];
  readonly notes: readonly Note[];
}

/** A month as the engine returns it. */
export function monthIn(row: Row): Month {
  return {
    country: String(row.country),
    series: series.find((one) => one === row.series) ?? 'index',
    month: Number(row.month),
    mean: Number(row.mean),
    days: Number(row.days),
    partial: row.partial === true,
  };
}

/** One row for each country and month, with the series asked for beside one another. */
export function monthsOf(months: readonly Month[], asked: readonly Series[]): Told {
  const shown = series.filter((one) => asked.includes(one));
  const rows = grouped(months, ({ country, month }) => `${country} ${month}`).map((own) => {
    const of = (one: Series): Month | undefined => own.find((month) => month.series === one);
    return {
      country: own[0]?.country ?? '',
      month: formatMonth(own[0]?.month ?? 0),
      ...Object.fromEntries(shown.map((one) => [one, of(one)?.mean ?? null])),
      ...Object.fromEntries(shown.map((one) => [`${one}_days`, of(one)?.days ?? 0])),
      partial: own.some(({ partial }) => partial),
    };
  });
  const partial: Note = {
    code: 'partial',
    en: 'A month is partial where days of it are missing in a series: its mean is of the days that are there.',
    fr: 'Un mois est partiel quand des jours manquent dans une série : sa moyenne est celle des jours présents.',
  };
  return { rows, notes: months.some((month) => month.partial) ? [partial] : [] };
}

/** One row for each country and series: from the first whole month to the last. */
export function changesOf(months: readonly Month[]): Told {
  const rows: ResultRow[] = [];
  const without = new Set<string>();
  let trimmed = false;
  const byPlace = (one: Month): number => series.indexOf(one.series);
  const ordered = [...months].sort((a, b) =>
    a.country === b.country ? byPlace(a) - byPlace(b) : a.country < b.country ? -1 : 1,
  );
  for (const own of grouped(ordered, (month) => `${month.country} ${month.series}`)) {
    const whole = own.slice(
      own.findIndex((m) => !m.partial),
      own.findLastIndex((m) => !m.partial) + 1,
    );
    const [first, last] = [whole[0], whole.at(-1)];
    trimmed ||= whole.length < own.length && first !== undefined;
    if (first === undefined || last === undefined || first === last) {
      without.add(own[0]?.country ?? '');
      continue;
    }
    const { change, ...rest } = changeOver(whole.map(({ mean }) => mean));
    const unbroken = last.month - first.month === whole.length - 1;
    const { low, high, noise } = unbroken ? rest : { low: null, high: null, noise: null };
    if (low === null) without.add(first.country);
    const percent = (value: number | null): number | null =>
      value === null || first.mean <= 0 ? null : (value / first.mean) * 100;
    rows.push({
      country: first.country,
      series: first.series,
      first_month: formatMonth(first.month),
      last_month: formatMonth(last.month),
      first: first.mean,
      last: last.mean,
      change,
      low,
      high,
      change_percent: percent(change),
      low_percent: percent(low),
      high_percent: percent(high),
      noise,
    });
  }
  return {
    rows,
    notes: [...(trimmed ? [trimmedNote] : []), ...(without.size > 0 ? [shortNote([...without])] : [])],
  };
}

/** What a reader must know of the two series, and of countries that are not there. */
export function notesOn(
  months: readonly Month[],
  {
    country = [],
    series: asked,
  }: { readonly country?: readonly string[] | undefined; readonly series: readonly Series[] },
): readonly Note[] {
  const missing = country.filter((one) => !months.some((month) => month.country === one));
  return [
    ...(missing.length > 0 ? [missingNote(missing)] : []),
    ...(asked.includes('ai_share') ? [shareNote] : []),
    ...(asked.includes('index') ? [indexNote] : []),
    ...(asked.includes('ai_postings') ? [numberNote] : []),
  ];
}

/** Months that belong together, in their order. */
function grouped(months: readonly Month[], keyOf: (month: Month) => string): readonly (readonly Month[])[] {
  const groups = new Map<string, Month[]>();
  for (const month of months) {
    const key = keyOf(month);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [month]);
    else group.push(month);
  }
  return [...groups.values()];
}

const shareNote: Note = {
  code: 'not_adjusted',
  en: 'The share of AI is not adjusted for the season: a month is best compared with the same month of another year. It counts postings that name AI, not people or pay.',
  fr: 'La part de l’IA n’est pas corrigée des variations saisonnières : un mois se compare au mieux au même mois d’une autre année. Elle compte des offres qui nomment l’IA, non des personnes ni des salaires.',
};

const indexNote: Note = {
  code: 'every_trade',
  en: 'The index is of postings of every trade: it says nothing of technology jobs by themselves.',
  fr: 'L’indice porte sur les offres de tous les métiers : il ne dit rien des emplois de la technologie en particulier.',
};

const numberNote: Note = {
  code: 'share_of_index',
  en: 'The number of postings that name AI is the share of the index without adjustment for the season: of 100 postings on 1 February 2020. A share may rise while this number falls, where all postings fall faster.',
  fr: 'Le nombre d’offres qui nomment l’IA est la part de l’indice non corrigé des variations saisonnières : sur 100 offres au 1er février 2020. Une part peut monter pendant que ce nombre baisse, si l’ensemble des offres baisse plus vite.',
};

const trimmedNote: Note = {
  code: 'partial',
  en: 'Months at an end of the window of which days are missing are left out of the change.',
  fr: 'Les mois incomplets à un bout de la période sont laissés hors de la variation.',
};

function shortNote(countries: readonly string[]): Note {
  const named = [...countries].sort().join(', ');
  return {
    code: 'no_interval',
    en: `No change, or none with an interval, for ${named}: that takes four whole months in a row.`,
    fr: `Pas de variation, ou sans intervalle, pour ${named} : il y faut quatre mois complets de suite.`,
  };
}

function missingNote(countries: readonly string[]): Note {
  const named = countries.join(', ');
  return {
    code: 'no_country',
    en: `No postings of ${named} are loaded for this window.`,
    fr: `Aucune offre de ${named} n’est chargée pour cette période.`,
  };
}
