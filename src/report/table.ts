import { flagsOf, isRange, isWithheld, type Released, type ReleasedRow, writeCsv } from '../release/index.js';
import { formatCell, formatInterval, formatNumber, type Kind, type Lang } from './format.js';
import { type Html, html } from './html.js';
import { type ColumnName, words } from './words.js';

/** A column of a printed table: the cells of one column of the rows, or an interval made of two. */
export interface Shown {
  readonly name: ColumnName;
  readonly kind: Kind;
  /** Columns of the two limits, for an interval. */
  readonly limits?: readonly [string, string];
  /** How the page says the codes of its cells; the files keep the codes. */
  readonly say?: Readonly<Record<string, string>>;
  /** Whether it stands in the files alone. */
  readonly filed?: boolean;
}

/** A table of the report: its file's name, what it rests on, and its rows, released. */
export interface Sheet {
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly Shown[];
  readonly rows: readonly ReleasedRow[];
  /** Whether the page shows it only on demand. */
  readonly folded?: boolean;
  readonly of: Pick<Released, 'measure' | 'parameters' | 'data' | 'notes' | 'minCell'>;
}

/** A table in its own scrolling box, with its source and its files under it. */
export function tableOf(sheet: Sheet, lang: Lang, source: Html): Html {
  const w = words[lang];
  const { rows, name, caption } = sheet;
  const columns = sheet.columns.filter(({ filed }) => filed !== true);
  const count = withheldIn(sheet);
  const heads = columns.map((c) => html`<th scope="col" class="${c.kind}">${w.columns[c.name]}</th>`);
  const body = rows.map((row) => html`<tr>${columns.map((c, i) => cellOf(row, c, i, lang))}</tr>\n`);
  const files = html`${w.download} <a href="data/${name}.csv">CSV</a>, <a href="data/${name}.json">JSON</a>.`;
  const hidden = count === 0 ? html`` : html` ${w.withheldCells(formatNumber(count, 'count', lang))}.`;
  const table = html`<div class="wide" role="region" tabindex="0" aria-label="${caption}. ${w.scroll}"><table>
<thead><tr>${heads}</tr></thead>
<tbody>
${body}</tbody></table></div>`;
  const under = html`<p class="under">${source} ${files}${hidden}</p>`;
  if (sheet.folded)
    return html`<details class="sheet"><summary>${caption}</summary>${table}</details>\n${under}`;
  return html`<figure class="sheet"><figcaption>${caption}</figcaption>
${table}
${under}</figure>`;
}

/** The two files of a table, as text by name. */
export function filesOf(sheet: Sheet, lang: Lang): readonly (readonly [string, string])[] {
  const shown = columnsOf(sheet);
  const hasFlags = sheet.rows.some((row) => 'flags' in row);
  const names: readonly ColumnName[] = hasFlags ? [...shown, 'flags'] : shown;
  const rows = sheet.rows.map((row) => {
    const cells = shown.map((name) => row[name] ?? null);
    const isLate = typeof row.flags === 'string' && row.flags.includes('not_final');
    return Object.fromEntries([
      ...shown.map((name, i) => [name, cells[i] ?? null]),
      ...(hasFlags ? [['flags', flagsOf(cells, isLate)]] : []),
    ]);
  });
  const { measure, parameters, data, notes, minCell } = sheet.of;
  const document = {
    measure,
    title: sheet.caption,
    parameters,
    data,
    min_cell: minCell,
    withheld: withheldIn(sheet),
    columns: names.map((name) => ({ name, meaning: words[lang].columns[name] })),
    rows,
    notes: notes
      .filter(({ code }) => code !== 'withheld')
      .map((note) => ({ code: note.code, text: note[lang] })),
  };
  return [
    [`data/${sheet.name}.csv`, writeCsv(names, rows)],
    [`data/${sheet.name}.json`, `${JSON.stringify(document, null, 1)}\n`],
  ];
}

function columnsOf({ columns }: Sheet): readonly ColumnName[] {
  return columns.flatMap(({ name, limits }) => (limits ? (limits as readonly ColumnName[]) : [name]));
}

/** Cells of a table that are withheld or shown as a range. */
export function withheldIn(sheet: Sheet): number {
  const names = columnsOf(sheet);
  return sheet.rows.reduce(
    (sum, row) => sum + names.filter((name) => isWithheld(row[name]) || isRange(row[name])).length,
    0,
  );
}

function cellOf(row: ReleasedRow, { name, kind, limits, say }: Shown, nth: number, lang: Lang): Html {
  const code = row[name];
  if (say && typeof code === 'string') return html`<td class="${kind}">${say[code] ?? code}</td>`;
  if (nth === 0) return html`<th scope="row">${formatCell(row[name], kind, lang)}</th>`;
  const text = limits
    ? formatInterval(row[limits[0]], row[limits[1]], kind, lang)
    : formatCell(row[name], kind, lang);
  return html`<td class="${kind}">${text}</td>`;
}
