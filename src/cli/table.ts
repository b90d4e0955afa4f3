import Table from 'cli-table3';
import pc from 'picocolors';
import type { Result } from '../ask.js';
import type { Cell, ResultRow } from '../measures/index.js';
import type { Column } from '../records/index.js';

/** Language of messages that readers see. */
export type Language = 'en' | 'fr';

/** A result as a table for people: columns with something in them, what it rests on and its notes. */
export function tableOf(result: Result, lang: Language, top: number | undefined): string {
  const rows = top === undefined ? result.rows : result.rows.slice(0, top);
  const columns = result.columns.filter((c) => rows.some((row) => (row[c.name] ?? null) !== null));
  const data = result.data;
  const words = lang === 'fr' ? french : english;
  const lines = [
    ...(data.simulated ? [pc.bold(words.simulated)] : []),
    rows.length === 0
      ? words.empty
      : rows.length === 1 && columns.length > 8
        ? card(columns, rows[0] ?? {}, lang)
        : grid(columns, rows, lang),
    ...(rows.length < result.total
      ? [words.more(rows.length, result.total, 'minPeople' in result.parameters)]
      : []),
    words.rests(data.sources.join(', '), data.observedUntil, data.version, data.population),
    ...result.notes.map((note) => `- ${note[lang]}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Rows under their column names, aligned, without colours in pipes. */
export function grid(columns: readonly Column[], rows: readonly ResultRow[], lang: Language): string {
  const table = new Table({
    head: columns.map((c) => pc.bold(c.name)),
    colAligns: columns.map((c) => (c.type === 'integer' || c.type === 'number' ? 'right' : 'left')),
    style: { head: [], border: [], compact: true },
    chars: plainBorders,
  });
  table.push(...rows.map((row) => columns.map((c) => cellText(row[c.name] ?? null, c, lang))));
  return table.toString();
}

/** One row of many columns, a line for each with its meaning. */
function card(columns: readonly Column[], row: ResultRow, lang: Language): string {
  const width = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length));
  const cells = columns.map((c) => cellText(row[c.name] ?? null, c, lang));
  const [names, values] = [width(columns.map((c) => c.name)), width(cells)];
  return columns
    .map((c, i) => ` ${pc.bold(c.name.padEnd(names))}  ${(cells[i] ?? '').padStart(values)}  ${c.meaning}`)
    .join('\n');
}

const plainBorders = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' ',
};

function cellText(cell: Cell, column: Column, lang: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return lang === 'fr' ? (cell ? 'oui' : 'non') : cell ? 'yes' : 'no';
  if (typeof cell !== 'number') return typeof cell === 'string' ? visible(cell) : `${cell.length} points`;
  const locale = lang === 'fr' ? 'fr-FR' : 'en-GB';
  if (column.unit === 'share') {
    return new Intl.NumberFormat(locale, {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }).format(cell);
  }
  if (column.type === 'integer') return new Intl.NumberFormat(locale).format(cell);
  if (column.name.endsWith('_value') && cell < 0.0001) return lang === 'fr' ? '<0,0001' : '<0.0001';
  const digits = column.name.endsWith('_value') ? 4 : 2;
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits % 4,
    maximumFractionDigits: digits,
  }).format(cell);
}

/** Text from a file cannot steer the terminal. */
export function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '�');
}

const english = {
  simulated: 'SIMULATED PEOPLE: a demonstration, no figure says anything of real firms.',
  empty: 'No rows: the data has nothing to count here.',
  more: (shown: number, all: number, least: boolean) =>
    least
      ? `${shown} of ${all} rows; --top N shows more, and so does a lower --min-people.`
      : `${shown} of ${all} rows; --top N shows more, --json all.`,
  rests: (sources: string, until: string, version: string, population: string) =>
    `Sources: ${sources}. Observed until ${until}.${population === '' ? '' : ` Population: ${population}.`} Data version ${version}.`,
};

const french: typeof english = {
  simulated: 'PERSONNES SIMULÉES : une démonstration, aucun chiffre ne dit rien de vraies entreprises.',
  empty: 'Aucune ligne : les données n’ont rien à compter ici.',
  more: (shown, all, least) =>
    least
      ? `${shown} lignes sur ${all} ; --top N en montre plus, de même un --min-people plus bas.`
      : `${shown} lignes sur ${all} ; --top N en montre plus, --json toutes.`,
  rests: (sources, until, version, population) =>
    `Sources : ${sources}. Observé jusqu’au ${until}.${population === '' ? '' : ` Population : ${population === 'everybody' ? 'tout le monde' : population}.`} Version des données ${version}.`,
};
