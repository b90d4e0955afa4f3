import type { Claim } from '../claims/index.js';
import type { Note } from '../measures/index.js';
import { spellTable } from '../records/index.js';
import type { Desk } from '../subjects.js';
import type { Lang } from './format.js';
import { gather, loadedFiles } from './gather.js';
import { pageOf } from './page.js';
import { gatherPostings } from './postings.js';
import { filesOf } from './table.js';

/** How a report is written. */
export interface ReportOptions {
  readonly lang: Lang;
  /** The least count that is shown. */
  readonly minCell?: number;
  /** Organisations of the pictures, by names or ids; by default those with the most people. */
  readonly organisations?: readonly string[];
  /** Claims that are checked and shown with their verdicts. */
  readonly claims?: readonly Claim[];
  /** Takes each file: its name below the report's folder, `/` between folders, and its text. */
  readonly write: (name: string, text: string) => Promise<void>;
}

/**
 * Writes the report: `index.html`, one page that needs nothing beside it, and every table it shows as `data/*.csv` and
 * `data/*.json`.
 *
 * Asks the measures and releases each answer before anything is shown or chosen; checks the claims given, and shows of their verdicts what may be shown beside the rest. The same data, language and minimum give the
 * same bytes. No file holds a person, a spell or a move.
 *
 * @returns names of the files, in the order written, and what the audit of the table with totals found; null where there is none
 * @throws MercatoError `warehouse` where nothing is loaded, `parameter` where the minimum is no whole number of 1 or more
 */
export async function writeReport(
  desk: Desk,
  { lang, minCell = 5, organisations = [], claims = [], write }: ReportOptions,
): Promise<{ readonly files: string[]; readonly audit: Note | null }> {
  const postings = await gatherPostings(desk, minCell);
  const hasCareers = postings === null || (await loadedFiles(desk, spellTable.name)).length > 0;
  const material = hasCareers ? await gather(desk, minCell, organisations, claims) : null;
  const { text, sheets } = pageOf(material, postings, lang);
  const files: string[] = [];
  for (const [name, content] of [['index.html', text] as const, ...sheets.flatMap((s) => filesOf(s, lang))]) {
    await write(name, content);
    files.push(name);
  }
  const audit = material?.totals?.notes.find(({ code }) => code === 'audited') ?? null;
  return { files, audit };
}
