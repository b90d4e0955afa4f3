import { parquetWriteBuffer } from 'hyparquet-writer';
import { MercatoError } from '../errors.js';
import { checkKnown } from '../given.js';
import type { Column } from '../records/index.js';
import { isRange, isWithheld, type ReleasedCell, type ReleasedRow, writeCsv } from '../release/index.js';
import { claimColumns, claimRows, verdictColumns, verdictRows } from './claimRows.js';
import type { Answer, Asking, Endpoint } from './endpoint.js';
import { releasedOf, served } from './measures.js';

const formats = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
} as const;
type Format = keyof typeof formats;

/** A table that may be exported: its columns and rows as they may be shown. */
interface Sheet {
  readonly columns: readonly Pick<Column, 'name' | 'type'>[];
  readonly rows: readonly ReleasedRow[];
}

const organisationColumns = [
  { name: 'id', type: 'text' },
  { name: 'title', type: 'text' },
  { name: 'kind', type: 'text' },
  { name: 'registered', type: 'boolean' },
  { name: 'people', type: 'integer' },
] as const;

/** Results of measures, organisations, claims and verdicts as files; never spells, moves or people. */
export const exported: Endpoint = {
  path: '/api/export/{file}',
  summary:
    'A table as a file: the result of a measure, parameters as of the measure, or organisations, claims or verdicts',
  parameters: [
    {
      name: 'file',
      in: 'path',
      schema: { type: 'string', pattern: '^[a-z]+\\.(csv|json|parquet)$' },
      description: 'name of a measure, or organisations, claims or verdicts, then .csv, .json or .parquet',
      required: true,
    },
  ],
  answer: null,
  media: Object.values(formats),
  async run(asking) {
    const file = asking.path.file ?? '';
    const [, table = '', format = ''] = /^([a-z]+)\.([a-z]+)$/.exec(file) ?? [];
    if (!Object.hasOwn(formats, format)) {
      throw new MercatoError(
        'parameter',
        `no such export: ${JSON.stringify(file)}; write TABLE.csv, TABLE.json or TABLE.parquet`,
      );
    }
    return written(await sheetOf(table, asking), format as Format, file);
  },
};

async function sheetOf(table: string, asking: Asking): Promise<Sheet> {
  if (table === 'organisations') {
    return { columns: organisationColumns, rows: asking.snapshot.organisations.map((row) => ({ ...row })) };
  }
  if (table === 'claims') return { columns: claimColumns, rows: await claimRows(asking) };
  if (table === 'verdicts') return { columns: verdictColumns, rows: await verdictRows(asking) };
  const measure = served.find(({ name }) => name === table);
  if (measure === undefined) {
    checkKnown(table, [...served.map(({ name }) => name), 'organisations', 'claims', 'verdicts'], 'export');
    throw new RangeError(table);
  }
  const { released } = await releasedOf(measure, asking, ['lang']);
  return released;
}

function written({ columns, rows }: Sheet, format: Format, file: string): Answer {
  const media = formats[format];
  if (format === 'csv')
    return {
      body: writeCsv(
        columns.map(({ name }) => name),
        rows,
      ),
      media,
      file,
    };
  if (format === 'json') return { body: `${JSON.stringify(rows)}\n`, media, file };
  const columnData = columns.map(({ name, type }) => {
    const whole = type === 'integer' || type === 'number';
    const cells = rows.map((row) => row[name] ?? null);
    // A column of figures that holds what is withheld is text in Parquet, as it is in CSV.
    const isFigure = whole && cells.every((cell) => cell === null || typeof cell === 'number');
    if (isFigure) return { name, data: cells as (number | null)[], type: 'DOUBLE' as const };
    return { name, data: cells.map(textOf), type: 'STRING' as const };
  });
  return { body: new Uint8Array(parquetWriteBuffer({ columnData })), media, file };
}

function textOf(cell: ReleasedCell): string | null {
  if (cell === null) return null;
  if (isWithheld(cell)) return cell.withheld;
  if (isRange(cell) || Array.isArray(cell)) return JSON.stringify(cell);
  return String(cell);
}
