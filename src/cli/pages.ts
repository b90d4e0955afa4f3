import { createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, InvalidArgumentError } from 'commander';
import { ask, type Desk } from '../ask.js';
import { demoPeople, demoSeed, expected, simulate, talentWar, writeCsv } from '../demo/index.js';
import { MercatoError } from '../errors.js';
import { load } from '../load.js';
import { ratio, retention } from '../measures/index.js';
import { column } from '../records/index.js';
import { writeReport } from '../report/index.js';
import { csv } from '../sources/index.js';
import { openWarehouse } from '../warehouse/index.js';
import { discard, type Effects, inputFile, pseudonymKey, put } from './effects.js';
import { explainCommand } from './measure.js';
import { progressOn } from './progress.js';
import { databaseOf, languageOf, type Shared, withDesk, withShared } from './shared.js';
import { shipped } from './shipped.js';
import { grid, type Language } from './table.js';

/** Commands that explain, write pages, or show all of it: explain, report, demo. */
export function pageCommands(effects: Effects): Command[] {
  return [explainCommand(effects), reportCommand(effects), demoCommand(effects)];
}

interface ReportGiven extends Shared {
  readonly out: string;
  readonly minCell: number;
}

function reportCommand(effects: Effects): Command {
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

async function reportTo(
  out: string,
  desk: Desk,
  lang: Language,
  minCell: number,
  effects: Effects,
): Promise<void> {
  const write = (name: string, text: string): Promise<void> => put(join(out, name), text);
  const { files } = await writeReport(desk, { lang, minCell, write }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === undefined || error instanceof MercatoError) throw error;
      throw new MercatoError('warehouse', `cannot write to ${out}: ${error.message}; give another --out`, {
        cause: error,
      });
    },
  );
  effects.out(`report: ${join(out, 'index.html')} and ${files.length - 1} tables in ${join(out, 'data')}\n`);
}

interface DemoGiven extends Shared {
  readonly out: string;
  readonly serve: boolean;
  readonly seed: number;
  readonly people: number;
}

function demoCommand(effects: Effects): Command {
  return withShared(new Command('demo').summary('a simulated talent war, loaded, measured and reported'))
    .description(
      'Simulates people moving between the organisations of the 2025 AI talent war from known hazards, loads them,\nprints the headline table beside the truth behind it, and writes the report. Nobody in it is real.',
    )
    .option('--out <dir>', 'folder of the report', './mercato-report')
    .option('--no-serve', 'end after the report')
    .option('--seed <n>', 'seed of the simulation', wholeNumber, demoSeed)
    .option('--people <n>', 'people simulated', wholeNumber, demoPeople)
    .addHelpText(
      'after',
      '\nExamples:\n  mercato demo\n  mercato demo --people 5000 --seed 7 --out /tmp/demo --lang fr',
    )
    .action(async (given: DemoGiven) => {
      const shared = { ...given, db: given.db ?? effects.env.MERCATO_DB ?? './mercato-demo.duckdb' };
      await loadWorld(shared, effects);
      const lang = languageOf(shared, effects);
      await withDesk(shared, effects, async (desk) => {
        effects.out(await headline(desk, given.people, lang));
        await reportTo(given.out, desk, lang, 5, effects);
      });
      effects.out(`ask further: mercato ratio DeepMind Anthropic --db ${databaseOf(shared, effects)}\n`);
    });
}

/** Simulates into a file, and loads that by the ordinary path, marked as simulated. */
async function loadWorld(given: DemoGiven, effects: Effects): Promise<void> {
  const database = databaseOf(given, effects);
  const isNew = !existsSync(database);
  const folder = await mkdtemp(join(tmpdir(), 'mercato-demo-'));
  const progress = progressOn(effects);
  try {
    const path = join(folder, 'simulated.csv');
    progress.step('simulating', 0);
    const text = writeCsv(simulate({ seed: given.seed, people: given.people }));
    await pipeline(Readable.from(text), createWriteStream(path), { signal: effects.signal });
    // The folder is new at every run: the place must not be, so that another seed replaces this one.
    const file = { ...(await inputFile(path)), place: 'simulated' };
    const key = await pseudonymKey(effects, database);
    const warehouse = await openWarehouse(database, { mode: 'write', signal: effects.signal });
    try {
      const { registry } = shipped();
      const observedUntil = talentWar.observedUntil;
      const options = {
        source: csv,
        files: [file],
        registry,
        key,
        map: new Map(),
        observedUntil,
        skipBad: 0,
      };
      await load(warehouse, { ...options, simulated: true, progress: progress.step });
    } catch (error) {
      await warehouse.close();
      if (isNew) await discard(database);
      throw error;
    } finally {
      await warehouse.close();
    }
  } catch (error) {
    if (effects.signal.aborted) throw new MercatoError('cancelled', 'cancelled; nothing was changed');
    throw error;
  } finally {
    progress.done();
    await rm(folder, { recursive: true, force: true });
  }
}

const headlineColumns = [
  column('question', 'text', '', 'what is asked'),
  column('truth', 'text', '', 'what the simulation was built from'),
  column('measured', 'text', '', 'what Mercato measures'),
  column('interval', 'text', '', '95 % interval'),
  column('counts', 'text', '', 'counts behind it'),
];

async function headline(desk: Desk, people: number, lang: Language): Promise<string> {
  const truth = expected(talentWar, people);
  const digits = (value: unknown, places: number): string =>
    typeof value === 'number' ? value.toFixed(places) : '-';
  const percent = (value: unknown): string =>
    typeof value === 'number' ? `${(100 * value).toFixed(1)} %` : '-';
  const rows = [];
  for (const pair of truth.ratios.filter((r) => r.to === 'Anthropic')) {
    const [row] = (await ask(desk, ratio, { subjects: [pair.from, pair.to] })).rows;
    rows.push({
      question: `${pair.from} > ${pair.to}`,
      truth: digits(pair.ratio, 1),
      measured: digits(row?.ratio, 1),
      interval: `${digits(row?.low, 1)} to ${digits(row?.high, 1)}`,
      counts: `${row?.forward}:${row?.backward}`,
    });
  }
  const names = truth.retention.map((r) => r.organisation);
  const kept = (await ask(desk, retention, { subjects: names })).rows.filter(
    (row) => row.definition === 'D1',
  );
  for (const [i, row] of kept.entries()) {
    rows.push({
      question: `${row.organisation}, ${lang === 'fr' ? 'rétention à 24 mois' : '24-month retention'} (D1)`,
      truth: percent(truth.retention[i]?.share),
      measured: percent(row.share),
      interval: `${percent(row.low)} to ${percent(row.high)}`,
      counts: `${row.events}/${row.episodes}`,
    });
  }
  const banner =
    lang === 'fr'
      ? 'PERSONNES SIMULÉES, à partir de chiffres publiés (SignalFire, mai 2025) : les retrouver ne prouve rien sur ces entreprises.'
      : 'SIMULATED PEOPLE, built from published figures (SignalFire, May 2025): finding them again proves nothing of these firms.';
  return `${banner}\n${grid(headlineColumns, rows, lang)}\n`;
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}
