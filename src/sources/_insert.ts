import { MercatoError } from '../errors.js';
import { type Token, tokensOf } from './_sql.js';
import type { InputFile } from './source.js';

/** A row of an `insert … values`, by column; undefined where a value is an expression. */
export interface InsertedRow {
  readonly line: number;
  /** Lower-case names of the columns, as its statement orders them. */
  readonly columns: readonly string[];
  readonly values: readonly (string | null | undefined)[];
}

/**
 * The rows that a file of SQL statements inserts into a table, in blocks; other statements are passed over.
 *
 * @throws MercatoError `source` for an insert that names no columns or is cut off, and a file without any
 */
export async function* insertsInto(file: InputFile, table: string): AsyncGenerator<readonly InsertedRow[]> {
  let head: Token[] | 'skipped' = [];
  let columns: readonly string[] | undefined;
  let found = false;
  let depth = 0;
  let line = 1;
  let cells: (string | null | undefined)[] = [];
  let cell: Token[] = [];
  for await (const tokens of tokensOf(file)) {
    const block: InsertedRow[] = [];
    for (const token of tokens) {
      const mark = token.kind === 'mark' ? token.text : '';
      if (columns !== undefined && depth > 0) {
        if (cells.length + cell.length > longestRow) {
          throw new MercatoError('source', `a row of more than ${longestRow} values (${file.name}:${line})`);
        }
        const isNested = mark === '(' || depth > 1;
        if (!isNested && (mark === ',' || mark === ')')) {
          cells.push(readValue(cell));
          cell = [];
        } else cell.push(token);
        if (mark === '(') depth++;
        if (mark === ')') depth--;
        if (depth === 0) block.push({ line, columns, values: cells });
      } else if (mark === ';') {
        checkHead(head, table, file);
        head = [];
        columns = undefined;
      } else if (columns !== undefined) {
        if (mark === '(') {
          depth = 1;
          line = token.line;
          cells = [];
        } else if (token.kind === 'word' && /^(?:on|as)$/i.test(token.text)) {
          columns = undefined;
          head = 'skipped';
        } else if (mark !== ',' && (token.kind !== 'word' || !/^row$/i.test(token.text))) {
          throw new MercatoError(
            'source',
            `something else between two rows (${file.name}:${token.line}); is a ; or a quote missing?`,
          );
        }
      } else if (head !== 'skipped') {
        if (token.kind !== 'word' || !/^values?$/i.test(token.text)) {
          head.push(token);
          if (!isInsert(head) || head.length > longestHead) head = 'skipped';
          continue;
        }
        columns = columnsOf(head, table, file);
        head = columns === undefined ? 'skipped' : [];
        found ||= columns !== undefined;
      }
    }
    yield block;
  }
  if (depth > 0) {
    throw new MercatoError(
      'source',
      `unclosed: a row that never ends (${file.name}:${line}); is the file cut off?`,
    );
  }
  checkHead(head, table, file);
  if (!found) {
    throw new MercatoError(
      'source',
      `no insert into ${table}: ${file.name}; is this the right file and format?`,
    );
  }
}

const longestHead = 1000;
const longestRow = 10_000;

function isInsert(head: readonly Token[]): boolean {
  return head[0]?.kind === 'word' && /^(?:insert|replace)$/i.test(head[0].text);
}

/** Refuses an insert into the table that ends without values: what it inserts would be lost. */
function checkHead(head: readonly Token[] | 'skipped', table: string, file: InputFile): void {
  if (head === 'skipped' || !head.some((token) => token.text.toLowerCase() === table)) return;
  throw new MercatoError(
    'source',
    `an insert without values (${file.name}:${head[0]?.line ?? 1}); write insert into ${table}(COLUMN, …) values …`,
  );
}

/** The columns that an insert into the table names; undefined for another table. */
function columnsOf(head: readonly Token[], table: string, file: InputFile): readonly string[] | undefined {
  const open = head.findIndex((token) => token.text === '(' && token.kind === 'mark');
  const before = open < 0 ? head : head.slice(0, open);
  const last = before.at(-1)?.text.split('.').at(-1) ?? '';
  if (last.toLowerCase() !== table) return undefined;
  const names = open < 0 ? [] : head.slice(open).filter((token) => token.kind === 'word');
  if (names.length > 0) return names.map((token) => token.text.toLowerCase());
  throw new MercatoError(
    'source',
    `an insert that names no columns (${file.name}:${head[0]?.line ?? 1}); write insert into ${table}(COLUMN, …) values …`,
  );
}

function readValue([token, ...more]: readonly Token[]): string | null | undefined {
  if (token === undefined || more.length > 0 || token.kind === 'mark') return undefined;
  if (token.kind === 'word' && /^(?:null|default)$/i.test(token.text)) return null;
  return token.kind === 'text' || /^\d/.test(token.text) ? token.text : undefined;
}
