import { zipOf } from './packing.js';

/** A cell as a spreadsheet has it; `xml` is written as it stands. */
export type BookCell =
  | string
  | number
  | boolean
  | null
  | { readonly inline: string }
  | { readonly formula: string; readonly value: string | number }
  | { readonly error: string }
  | { readonly day: string }
  | { readonly xml: string };

/** What may be odd about a workbook. */
export interface BookOptions {
  readonly from1904?: boolean;
  /** Prefix of element names, as some writers have it. */
  readonly prefix?: string;
  /** Where the sheet lies in the zip. */
  readonly path?: string;
  /** Parts that replace those of the same name. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** An .xlsx file as a spreadsheet program writes it: texts are shared, numbers and days are not. */
export function workbookOf(rows: readonly (readonly BookCell[])[], options: BookOptions = {}): Buffer {
  const { from1904 = false, prefix = '', path = 'worksheets/sheet1.xml', parts = {} } = options;
  const p = prefix === '' ? '' : `${prefix}:`;
  const xmlns = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  const shared = new Map<string, number>();
  const lines = rows.map((cells, y) => {
    const written = cells.map((cell, x) => cellXml(cell, `${letters(x)}${y + 1}`, p, shared)).join('');
    return `<${p}row r="${y + 1}">${written}</${p}row>`;
  });
  const texts = [...shared.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
  const all: Readonly<Record<string, string | Uint8Array>> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets><sheet name="LCA" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="${relations}/worksheet" Target="${path}"/></Relationships>`,
    [`xl/${path}`]: `<?xml version="1.0" encoding="UTF-8"?>\n<${p}worksheet ${xmlns}="${main}"><${p}sheetData>${lines.join('')}</${p}sheetData></${p}worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${texts.join('')}</sst>`,
    ...parts,
  };
  return zipOf(Object.entries(all).map(([name, content]) => ({ name, content })));
}

function cellXml(cell: BookCell, r: string, p: string, shared: Map<string, number>): string {
  const c = (type: string, inner: string): string => `<${p}c r="${r}"${type}>${inner}</${p}c>`;
  const v = (value: string | number): string => `<${p}v>${escaped(String(value))}</${p}v>`;
  if (cell === null) return `<${p}c r="${r}" s="3"/>`;
  if (typeof cell === 'number') return c('', v(cell));
  if (typeof cell === 'boolean') return c(' t="b"', v(cell ? 1 : 0));
  if (typeof cell === 'string') {
    if (!shared.has(cell)) shared.set(cell, shared.size);
    return c(' t="s"', v(shared.get(cell) ?? 0));
  }
  if ('inline' in cell) return c(' t="inlineStr"', `<${p}is><${p}t>${escaped(cell.inline)}</${p}t></${p}is>`);
  if ('error' in cell) return c(' t="e"', v(cell.error));
  if ('day' in cell) return c(' t="d"', v(cell.day));
  if ('xml' in cell) return cell.xml;
  const type = typeof cell.value === 'string' ? ' t="str"' : '';
  return c(type, `<${p}f>${escaped(cell.formula)}</${p}f>${v(cell.value)}`);
}

function letters(column: number): string {
  const rest = column >= 26 ? letters(Math.floor(column / 26) - 1) : '';
  return rest + String.fromCharCode(65 + (column % 26));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
