import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { demoPeople, demoSeed, expected, simulate, talentWar, writeCsv } from '../demo/index.js';
import { MercatoError } from '../errors.js';
import { load } from '../load.js';
import { csv } from '../sources/index.js';
import { type Effects, inputFile } from './effects.js';
import { headline } from './headline.js';
import { writingTo } from './loading.js';
import { progressOn } from './progress.js';
import { reportTo, wholeNumber } from './report.js';
import { serve, usualPlace } from './serve.js';
import { databaseOf, languageOf, type Shared, withDesk, withShared } from './shared.js';

/** Shown in the report after the organisations with published figures. */
const rivals = ['Hugging Face', 'xAI', 'Google', 'Microsoft', 'Amazon', 'Mistral AI', 'Scale AI', 'NVIDIA'];

interface DemoGiven extends Shared {
  readonly out: string;
  readonly serve: boolean;
  readonly seed: number;
  readonly people: number;
}

/** `demo`: simulates, loads by the ordinary path, prints the headline table and writes the report. */
export function demoCommand(effects: Effects): Command {
  return withShared(
    new Command('demo').summary('a simulated talent war, loaded, measured, reported and served'),
  )
    .description(
      'Simulates people moving between the organisations of the 2025 AI talent war from known hazards, loads them,\nprints the headline table beside the truth behind it, writes the report, and opens the dashboard on this machine.\nNobody in it is real.',
    )
    .option('--out <dir>', 'folder of the report', './mercato-report')
    .option('--no-serve', 'end after the report, without the dashboard')
    .option('--seed <n>', 'seed of the simulation', wholeNumber, demoSeed)
    .option('--people <n>', 'people simulated', wholeNumber, demoPeople)
    .addHelpText(
      'after',
      '\nExamples:\n  mercato demo\n  mercato demo --no-serve --people 5000 --seed 7 --out /tmp/demo --lang fr',
    )
    .action(async (given: DemoGiven) => {
      const shared = { ...given, db: given.db ?? effects.env.MERCATO_DB ?? './mercato-demo.duckdb' };
      await loadWorld(shared, effects);
      const lang = languageOf(shared, effects);
      await withDesk(shared, effects, async (desk) => {
        effects.out(await headline(desk, given.people, lang));
        const leading = expected(talentWar, given.people).retention.map((r) => r.organisation);
        await reportTo(given.out, desk, lang, 5, effects, [...leading, ...rivals]);
      });
      const further = lang === 'fr' ? 'pour continuer :' : 'ask further:';
      const db = `--db ${databaseOf(shared, effects)}`;
      effects.out(`${further} mercato ratio DeepMind Anthropic ${db}\n`);
      effects.out(`${' '.repeat(further.length)} mercato check ${db}\n`);
      if (given.serve) await serve({ ...shared, ...usualPlace }, effects, true);
    });
}

/** Simulates into a file, and loads that by the ordinary path, marked as simulated. */
async function loadWorld(given: DemoGiven, effects: Effects): Promise<void> {
  const database = databaseOf(given, effects);
  const folder = await mkdtemp(join(tmpdir(), 'mercato-demo-'));
  const progress = progressOn(effects);
  try {
    const path = join(folder, 'simulated.csv');
    progress.step('simulating', 0);
    const text = writeCsv(simulate({ seed: given.seed, people: given.people }));
    await pipeline(Readable.from(text), createWriteStream(path), { signal: effects.signal });
    // The folder is new at every run: the place must not be, so that another seed replaces this one.
    const file = { ...(await inputFile(path)), place: 'simulated' };
    const { observedUntil } = talentWar;
    const how = { map: new Map(), observedUntil, skipBad: 0, simulated: true, progress: progress.step };
    await writingTo(database, effects, ({ warehouse, ...writing }) =>
      load(warehouse, { source: csv, files: [file], ...how, ...writing }),
    );
  } catch (error) {
    if (effects.signal.aborted) throw new MercatoError('cancelled', 'cancelled; nothing was changed');
    throw error;
  } finally {
    progress.done();
    await rm(folder, { recursive: true, force: true });
  }
}
