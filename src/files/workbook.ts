import { MercatoError } from '../errors.js';
import { type Choose, rowsOf, type SheetRow } from './_sheet.js';
import { noStrings, stringsIn } from './_strings.js';
import { type Attributes, localName, toldXml } from './_xml.js';
import { membersOf } from './archive.js';
import type { InputFile } from './file.js';
import { type Member, type MemberLimits, placeOf } from './member.js';

export type { Choose, SheetRow };

/** Room for the largest sheet that there may be; its rows are streamed, and only shared texts are kept. */
const workbookLimits: MemberLimits = { members: 10_000, bytesPerMember: 4 * 2 ** 30, bytes: 8 * 2 ** 30 };

/** The first sheet of a workbook. */
export interface Sheet {
  /** The day that a serial number means, `YYYY-MM-DD`; null where it means none from 1901 to 2199. */
  dayOf(serial: number): string | null;
  rows(choose: Choose): AsyncGenerator<readonly SheetRow[]>;
}

/**
 * Opens an Excel workbook (Office Open XML) to stream the rows of its first sheet.
 *
 * @throws MercatoError `source` for a zip that holds no workbook, and as `membersOf` and `rowsOf`
 */
export async function openWorkbook(file: InputFile): Promise<Sheet> {
  const members = new Map<string, Member>();
  for await (const member of membersOf(file, 'zip', workbookLimits)) {
    if (/^xl\/(?:workbook\.xml|_rels\/|sharedStrings|worksheets\/)/i.test(member.name)) {
      members.set(member.name.toLowerCase(), member);
    }
  }
  const said = await workbookIn(file, members.get('xl/workbook.xml'));
  const targets = await targetsIn(file, members.get('xl/_rels/workbook.xml.rels'));
  const path = targets.get(said.first ?? '') ?? 'xl/worksheets/sheet1.xml';
  const sheet = members.get(path.toLowerCase());
  if (sheet === undefined) {
    throw new MercatoError(
      'source',
      `no sheet in the workbook: ${file.name}; give an .xlsx file as it was published`,
    );
  }
  const shared = members.get('xl/sharedstrings.xml');
  return {
    dayOf: (serial) => dayOf(serial, said.from1904),
    async *rows(choose) {
      const strings =
        shared === undefined ? noStrings : await stringsIn(shared.open(), placeOf(file, shared.name));
      yield* rowsOf(sheet.open(), placeOf(file, sheet.name), strings, choose);
    },
  };
}

async function workbookIn(file: InputFile, member: Member | undefined) {
  let first: string | null = null;
  let from1904 = false;
  await opened(file, member, (name, attributes) => {
    if (name === 'sheet') first ??= idOf(attributes);
    if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
  });
  return { first: first as string | null, from1904 };
}

async function targetsIn(file: InputFile, member: Member | undefined): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  await opened(file, member, (name, { Id, Target }) => {
    if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
    targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
  });
  return targets;
}

async function opened(
  file: InputFile,
  member: Member | undefined,
  open: (name: string, attributes: Attributes) => void,
): Promise<void> {
  if (member === undefined) return;
  const ears = { open, close: () => {}, text: () => {} };
  for await (const _ of toldXml(member.open(), placeOf(file, member.name), ears));
}

function idOf(attributes: Attributes): string | null {
  const found = Object.entries(attributes).find(([name]) => name.includes(':') && localName(name) === 'id');
  return found?.[1] ?? null;
}

const dayLength = 86_400_000;

/** Days count from 1 January 1900, with a 29 February 1900 that never was, or from 1 January 1904. */
function dayOf(serial: number, from1904: boolean): string | null {
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const day = new Date(start + Math.floor(serial) * dayLength);
  const year = day.getUTCFullYear();
  return year >= 1901 && year <= 2199 ? day.toISOString().slice(0, 10) : null;
}
