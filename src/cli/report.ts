import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { MercatoError } from '../errors.js';
import type { Desk } from '../subjects.js';
import { type Effects, put } from './effects.js';
import { languageOf, type Shared, withDesk, withShared } from './shared.js';
import type { Language } from './table.js';

interface ReportGiven extends Shared {
  readonly out: string;
  readonly minCell: number;
}

/** `report`: one page, and every table of it. */
export function reportCommand(effects: Effects): Command {
  return withShared(new Command('report').summary('the printed report'))
    .description('Writes one self-contained page, OUT/index.html, and every table of it in OUT/data.')
    .requiredOption('--out <dir>', 'folder to write to')
    .option('--min-cell <n>', 'smallest count of people that is shown', wholeNumber, 5)
    .addHelpText(
      'after',
      '\nExamples:\n  mercato report --out report\n  mercato report --out rapport --lang fr',
    )
    .action((given: ReportGiven) =>
      withDesk(given, effects, (desk) =>
        reportTo(given.out, desk, languageOf(given, effects), given.minCell, effects),
      ),
    );
}

/** Writes the report into a folder and says where it is; the organisations named come first in its pictures. */
export async function reportTo(
  out: string,
  desk: Desk,
  lang: Language,
  minCell: number,
  effects: Effects,
  organisations: readonly string[] = [],
): Promise<void> {
  const write = (name: string, text: string): Promise<void> => put(join(out, name), text);
  const { writeReport } = await import('../report/index.js');
  const { shippedClaims } = await import('./shipped.js');
  const claims = shippedClaims();
  const { files, audit } = await writeReport(desk, { lang, minCell, organisations, claims, write }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === undefined || error instanceof MercatoError) throw error;
      throw new MercatoError('warehouse', `cannot write to ${out}: ${error.message}; give another --out`, {
        cause: error,
      });
    },
  );
  const [page, tables] = [join(out, 'index.html'), join(out, 'data')];
  effects.out(
    lang === 'fr'
      ? `rapport : ${page} et ${files.length - 1} fichiers de tables dans ${tables}\n`
      : `report: ${page} and ${files.length - 1} files of tables in ${tables}\n`,
  );
  if (audit !== null)
    effects.out(lang === 'fr' ? `table avec totaux : ${audit.fr}\n` : `table with totals: ${audit.en}\n`);
}

/** A whole number given as an option. */
export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}
