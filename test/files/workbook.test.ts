import { describe, expect, it } from 'vitest';
import { type Choose, openWorkbook, type SheetRow } from '../../src/files/index.js';
import { fileOf, zipOf } from './packing.js';
import { type BookCell, type BookOptions, workbookOf } from './workbooks.js';

const everything: Choose = (head) => head.cells.map((_, place) => place);

async function rowsIn(content: Uint8Array, choose: Choose = everything): Promise<SheetRow[]> {
  const sheet = await openWorkbook(fileOf('book.xlsx', content));
  const rows: SheetRow[] = [];
  for await (const block of sheet.rows(choose)) rows.push(...block);
  return rows;
}

const cellsIn = async (rows: BookCell[][], options?: BookOptions) =>
  (await rowsIn(workbookOf(rows, options))).map(({ cells }) => cells);

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const sheetOf = (inner: string): Buffer =>
  workbookOf([], {
    parts: {
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${inner}</sheetData></worksheet>`,
    },
  });

describe('openWorkbook(file).rows(choose)', () => {
  it('reads shared and inline texts, numbers, truth and days as they are written', async () => {
    const rows = await cellsIn([
      ['a', 'b', 'c', 'd', 'e', 'f'],
      ['Oak & Sons <US>', { inline: 'Fir' }, 75.5, true, { day: '2024-02-29T00:00:00' }, 45351],
      ['Oak & Sons <US>', null, 1e21, false, null, null],
    ]);
    expect(rows).toEqual([
      ['Oak & Sons <US>', 'Fir', '75.5', 'true', '2024-02-29T00:00:00', '45351'],
      ['Oak & Sons <US>', null, '1e+21', 'false', null, null],
    ]);
  });

  it('takes the last result of a formula and never the formula, and nothing for an error such as #N/A', async () => {
    expect(
      await cellsIn([
        ['a', 'b', 'c'],
        [{ formula: 'A1&"x"', value: 'ax' }, { formula: '1+1', value: 2 }, { error: '#N/A' }],
      ]),
    ).toEqual([['ax', '2', null]]);
  });

  it('joins the runs of a text and leaves out how it is pronounced', async () => {
    const strings = `<sst xmlns="${main}"><si><t>name</t></si><si><r><t>Oak</t></r><r><t xml:space="preserve"> Ltd_x000A_x</t></r><rPh><t>oku</t></rPh></si></sst>`;
    const book = workbookOf([['name'], [{ xml: '<c r="A2" t="s"><v>1</v></c>' }]], {
      parts: { 'xl/sharedStrings.xml': strings },
    });
    expect((await rowsIn(book)).map(({ cells }) => cells)).toEqual([['Oak Ltd\nx']]);
  });

  it('numbers rows as the sheet does, passes over empty ones and reads cells without a reference in turn', async () => {
    const rows = await rowsIn(
      sheetOf(
        '<row r="1"/><row r="3"><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row>' +
          '<row r="4"><c r="A4" s="1"/></row><row><c r="B5"><v>2</v></c></row><row r="9"><c><v>1</v></c><c r="C9"><v>3</v></c></row>',
      ),
    );
    expect(rows).toEqual([
      { row: 5, cells: [null, '2'] },
      { row: 9, cells: ['1', null] },
    ]);
  });

  it('gives the columns that are chosen by the head line, in the order chosen', async () => {
    const book = workbookOf([
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ]);
    expect(await rowsIn(book, ({ cells }) => [cells.indexOf('c'), cells.indexOf('a')])).toEqual([
      { row: 2, cells: ['3', '1'] },
    ]);
    const refuses: Choose = () => {
      throw new RangeError('nothing to choose');
    };
    await expect(rowsIn(book, refuses)).rejects.toThrow('nothing to choose');
  });

  it('finds the sheet by its relation, and reads prefixed names', async () => {
    const rows = [['a'], ['x']];
    expect(await cellsIn(rows, { path: 'worksheets/filings.xml' })).toEqual([['x']]);
    expect(await cellsIn(rows, { prefix: 'x' })).toEqual([['x']]);
  });

  it('streams more rows than a block holds', async () => {
    const rows = Array.from({ length: 2500 }, (_, i) => [`text ${i}`, i]);
    const found = await cellsIn([['a', 'b'], ...rows]);
    expect(found.length).toBe(2500);
    expect(found.at(-1)).toEqual(['text 2499', '2499']);
  });
});

describe('openWorkbook(file).dayOf(serial)', () => {
  it('counts from 1900, or from 1904 where the workbook says so', async () => {
    const from1900 = await openWorkbook(fileOf('book.xlsx', workbookOf([['a']])));
    const from1904 = await openWorkbook(fileOf('book.xlsx', workbookOf([['a']], { from1904: true })));
    expect([from1900.dayOf(45351), from1900.dayOf(45351.75)]).toEqual(['2024-02-29', '2024-02-29']);
    expect(from1904.dayOf(45351 - 1462)).toBe('2024-02-29');
    expect([from1900.dayOf(1), from1900.dayOf(1e9), from1900.dayOf(Number.NaN)]).toEqual([null, null, null]);
  });
});

describe('openWorkbook(file) of a hostile file', () => {
  const refused = (content: Uint8Array) => expect(rowsIn(content)).rejects;

  it('refuses a zip without a workbook and what is no zip', async () => {
    await refused(zipOf([{ name: 'readme.txt', content: 'x' }])).toThrow(
      'no sheet in the workbook: book.xlsx',
    );
    await refused(Buffer.from('PK\x03\x04 and no more')).toThrow(/zip: book\.xlsx/);
  });

  it('refuses a document type, and with it entities', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst xmlns="${main}"><si><t>&b;</t></si></sst>`;
    await refused(workbookOf([['a']], { parts: { 'xl/sharedStrings.xml': bomb } })).toThrow(
      'document type in XML: book.xlsx: "xl/sharedStrings.xml"; do not trust this file',
    );
    await refused(sheetOf('<row><c><v>&lol;</v></c></row>')).toThrow(/broken XML: undefined entity/i);
  });

  it('refuses cells and rows outside a sheet', async () => {
    await refused(sheetOf('<row><c r="XFE1"><v>1</v></c></row>')).toThrow('cell outside a sheet: "XFE1"');
    await refused(sheetOf('<row><c r="AAAAAAAAA1"><v>1</v></c></row>')).toThrow('cell outside a sheet');
    await refused(sheetOf('<row r="99999999999"/>')).toThrow('row outside a sheet: "99999999999"');
    await refused(sheetOf('<row r="1048576"/><row/>')).toThrow('row outside a sheet: "1048577"');
  });

  it('refuses a shared text that is not there', async () => {
    for (const index of ['7', '-1', '0.5', 'x']) {
      await refused(sheetOf(`<row><c t="s"><v>${index}</v></c></row>`)).toThrow(/shared text "/);
    }
  });

  it('refuses texts longer than a cell or a row may have, and text without end', async () => {
    const long = 'x'.repeat(32_768);
    await refused(workbookOf([[{ inline: long }]])).toThrow('cell of more than 32767 characters');
    await refused(workbookOf([[long]])).toThrow('cell of more than 32767 characters');
    await refused(workbookOf([new Array(129).fill(long.slice(1))])).toThrow(
      'row of more than 4194304 characters',
    );
    await refused(sheetOf(`<!--${'x'.repeat(5_000_000)}-->`)).toThrow('characters without a tag');
    await refused(sheetOf('<x>'.repeat(200))).toThrow('nested deeper than 100 levels');
  });

  it('refuses a bomb, broken XML and other bytes than UTF-8', async () => {
    const bomb = zipOf([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(2 ** 20), says: 2 ** 31 }]);
    await refused(bomb).toThrow(/grows more than 200 times when unpacked/);
    await refused(sheetOf('<row></c>')).toThrow(/broken XML/);
    const latin = Buffer.from(
      '<worksheet><sheetData><row><c><v>\xe9</v></c></row></sheetData></worksheet>',
      'latin1',
    );
    await refused(workbookOf([], { parts: { 'xl/worksheets/sheet1.xml': latin } })).toThrow(/broken XML/);
  });
});
