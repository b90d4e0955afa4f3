import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { registryIn } from '../derive.js';
import { MercatoError } from '../errors.js';
import {
  checkDecisions,
  doubts,
  mergeRegistries,
  namesIn,
  type Register,
  resolveNames,
  type WrittenName,
} from '../organisations/index.js';
import { writeCsv } from '../release/index.js';
import { columnsOf, count } from './data.js';
import type { Effects } from './effects.js';
import { registerAt } from './register.js';
import { databaseOf, formatOf, languageOf, type Shared, withDesk, withShared } from './shared.js';
import { shipped } from './shipped.js';
import { grid } from './table.js';

interface ResolveGiven extends Shared {
  readonly top: number;
  readonly overrides?: string;
}

/** Names taken together, and the registry that they are held against. */
interface Asked {
  readonly register: Register;
  readonly names: readonly WrittenName[];
}

/** The command `resolve`. */
export function resolveCommand(effects: Effects): Command {
  return withShared(
    new Command('resolve').argument('[names...]', 'employers as written; - reads them from standard input'),
  )
    .summary('how employer names are understood')
    .description(
      'How employer names are understood, why and how surely, one row per name; together with those of the database where there is one.\nWithout names: the heaviest doubts of the data: ambiguous names, unsure joins, organisations that the registry does not know.',
    )
    .option('--top <n>', 'rows where no name is given', count, 50)
    .option('--overrides <file>', 'decisions about names to try, in YAML as load organisations takes them')
    .addHelpText(
      'after',
      '\nExamples:\n  mercato resolve "Google LLC" "Google DeepMind" Freelance\n  cut -d, -f2 careers.csv | mercato resolve - --json\n  mercato resolve "Acme (Berlin)" --overrides mine.yaml\n  mercato resolve --top 100',
    )
    .action(async (given: string[], options: ResolveGiven) => {
      const names = given.length === 1 && given[0] === '-' ? await inputLines() : given;
      if (given.length === 0 && options.overrides !== undefined) {
        throw new MercatoError('usage', '--overrides needs names to try it on; name them, or - to read them');
      }
      const rows =
        given.length === 0
          ? await withDesk(options, effects, ({ warehouse }) => doubts(warehouse, options.top))
          : understood(names, await askedOf(options, effects), await overridesOf(options));
      const shown = rows as readonly { readonly [column: string]: string | number | null }[];
      const format = formatOf(options);
      if (format === 'json') effects.out(`${JSON.stringify(shown, null, 2)}\n`);
      else if (format === 'csv') effects.out(writeCsv(Object.keys(shown[0] ?? {}), shown));
      else effects.out(`${grid(columnsOf(shown), shown, languageOf(options, effects))}\n`);
    });
}

async function askedOf(given: ResolveGiven, effects: Effects): Promise<Asked> {
  const { registry } = shipped();
  if (given.db === undefined && !existsSync(databaseOf(given, effects))) {
    return { register: { organisations: registry, decisions: [] }, names: [] };
  }
  return withDesk(given, effects, async ({ warehouse }) => {
    const register = await registryIn(warehouse, registry);
    return { register, names: (await warehouse.has('employer')) ? (await namesIn(warehouse)).names : [] };
  });
}

function understood(names: readonly string[], { register, names: loaded }: Asked, tried: Register) {
  const weights = new Map(loaded.map(({ written, weight }) => [written, weight]));
  for (const name of names) if (!weights.has(name)) weights.set(name, loaded.length === 0 ? 1 : 0);
  const batch = [...weights].map(([written, weight]) => ({ written, weight }));
  const organisations = mergeRegistries(register.organisations, [tried.organisations]);
  checkDecisions(tried.decisions, organisations);
  const decisions = [...register.decisions, ...tried.decisions];
  const resolutions = resolveNames(batch, organisations, decisions);
  const byName = new Map(batch.map(({ written }, i) => [written, resolutions[i]]));
  return names.map((name) => {
    const { organisation = null, title = null, how, state = null, score } = byName.get(name) ?? {};
    return { name, organisation: organisation ?? state, title, how, score };
  });
}

/** Organisations and decisions of a file that is only tried. */
async function overridesOf({ overrides }: ResolveGiven): Promise<Register> {
  if (overrides === undefined) return { organisations: [], decisions: [] };
  const { organisations, decisions } = await registerAt(overrides);
  return { organisations: organisations.flat(), decisions };
}

async function inputLines(): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) lines.push(line);
  return lines;
}
