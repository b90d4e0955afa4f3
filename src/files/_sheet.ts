import { type Strings, textEars } from './_strings.js';
import { type Attributes, toldXml } from './_xml.js';

/** A row of a sheet: its number from 1, and the cells that were asked for, in their order; null where empty or an error. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly (string | null)[];
}

/** Says by the head line which of its cells are wanted of the rows below, by place from 0. */
export type Choose = (head: SheetRow) => readonly number[];

const mostColumns = 16_384;
const mostRows = 1_048_576;
const longestRow = 4 * 2 ** 20;
const rowsPerBlock = 1024;
const reference = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/;

/**
 * The rows below the head line of a sheet, in blocks; the head line is the first row with a text in it, and rows without any
 * are passed over.
 *
 * Values are as written: numbers and days as serial numbers, true and false, the last result of a formula, which is never worked out.
 *
 * @throws MercatoError `source` as `toldXml`, and for cells outside a sheet
 */
export async function* rowsOf(
  bytes: AsyncIterable<Uint8Array>,
  where: string,
  strings: Strings,
  choose: Choose,
): AsyncGenerator<readonly SheetRow[]> {
  const told: SheetRow[] = [];
  let size = 0;
  for await (const _ of toldXml(
    bytes,
    where,
    sheetEars(strings, choose, (row, length) => {
      told.push(row);
      size += length;
    }),
  )) {
    if (told.length < rowsPerBlock && size < longestRow) continue;
    yield told.splice(0);
    size = 0;
  }
  yield told;
}

function sheetEars(strings: Strings, choose: Choose, tell: (row: SheetRow, length: number) => void) {
  const text = textEars(['v']);
  let slots: Int32Array | null = null;
  let width = 0;
  let inData = false;
  let inCell = false;
  let row = 0;
  let column = -1;
  let type: string | undefined;
  let cells: (string | null)[] = [];
  let length = 0;

  const put = (value: string | null): void => {
    const slot = slots === null ? column : (slots[column] ?? -1);
    if (slot < 0 || value === null || value === '') return;
    length += value.length;
    if (length > longestRow) throw new Error(`row of more than ${longestRow} characters`);
    cells[slot] = value;
  };
  const end = (): void => {
    if (length === 0) return;
    if (slots !== null) tell({ row, cells }, length);
    else {
      const chosen = choose({ row, cells: Array.from(cells, (cell) => cell ?? null) });
      slots = new Int32Array(mostColumns).fill(-1);
      chosen.forEach((place, slot) => {
        if (slots !== null && place >= 0) slots[place] = slot;
      });
      width = chosen.length;
    }
  };
  return {
    open(name: string, attributes: Attributes): void {
      if (name === 'sheetData') inData = true;
      if (!inData) return;
      if (name === 'row') {
        row = numberOf(attributes.r, row + 1);
        column = -1;
        length = 0;
        cells = slots === null ? [] : new Array(width).fill(null);
      } else if (name === 'c') {
        column = columnOf(attributes.r, column + 1);
        type = attributes.t;
        inCell = true;
        text.take();
      } else if (inCell) text.open(name);
    },
    close(name: string): void {
      if (name === 'sheetData') inData = false;
      if (inCell && name === 'c') {
        const wanted = slots === null || (slots[column] ?? -1) >= 0;
        const written = text.take();
        if (wanted) put(cellOf(type, written, strings));
        inCell = false;
      } else if (inCell) text.close(name);
      else if (inData && name === 'row') end();
    },
    text(said: string): void {
      if (inCell) text.text(said);
    },
  };
}

function cellOf(type: string | undefined, written: string, strings: Strings): string | null {
  if (type === 'e') return null;
  if (type === 'b') return written.trim() === '1' ? 'true' : 'false';
  if (type !== 's') return written;
  if (written === '') return null;
  const index = Number(written);
  if (!(Number.isInteger(index) && index >= 0 && index < strings.count)) {
    throw new Error(`shared text ${JSON.stringify(written.slice(0, 20))} of ${strings.count}`);
  }
  return strings.at(index);
}

function numberOf(written: string | undefined, next: number): number {
  const row = written === undefined ? next : Number(written);
  if (Number.isInteger(row) && row >= 1 && row <= mostRows) return row;
  throw new Error(`row outside a sheet: ${JSON.stringify(String(written ?? next).slice(0, 20))}`);
}

function columnOf(written: string | undefined, next: number): number {
  const letters = written === undefined ? '' : reference.exec(written)?.[1];
  let column = next;
  if (letters !== '') {
    column = -1;
    for (const letter of letters ?? []) column = (column + 1) * 26 + letter.charCodeAt(0) - 65;
    if (letters === undefined) column = mostColumns;
  }
  if (column < mostColumns) return column;
  throw new Error(
    `cell outside a sheet: ${JSON.stringify(String(written ?? `column ${next + 1}`).slice(0, 20))}`,
  );
}
