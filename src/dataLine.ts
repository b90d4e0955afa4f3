import { MercatoError } from './errors.js';
import {
  employerTable,
  episodeTable,
  metaTable,
  moveTable,
  personTable,
  spellTable,
} from './records/index.js';
import { checkSchema } from './schema.js';
import { type TableSource, tableSources } from './sources/index.js';
import { onceIn, sql, type Warehouse } from './warehouse/index.js';

/** What the data behind a result is. */
export interface DataLine {
  readonly version: string;
  readonly observedUntil: string;
  readonly sources: readonly string[];
  /** Who is counted; blank where nobody is. */
  readonly population: string;
  readonly simulated: boolean;
}

/** Tables of careers that files fill or that are derived from them alone. */
const ofCareers = [spellTable, personTable, employerTable, episodeTable, moveTable].map(({ name }) => name);

/** Formats that fill a table among those that are read. */
function fillersOf(reads: readonly string[]): readonly TableSource[] {
  return tableSources.filter(({ fills }) => reads.includes(fills.name));
}

/**
 * What is loaded, as every result says it.
 *
 * It rests on the files that fill the tables which are read: those of careers, unless only tables that files of another kind
 * fill are named. Where nothing is named it rests on every file.
 *
 * @param also tables that are read where something fills them: their sources are named, and no more
 * @throws MercatoError `warehouse` where no such file is loaded, with what to load
 */
export async function dataLine(
  { warehouse }: { readonly warehouse: Warehouse },
  parameters: { readonly [name: string]: unknown } = {},
  reads?: readonly string[],
  also: readonly string[] = [],
): Promise<DataLine> {
  const fillers = fillersOf(reads ?? []);
  const careers = fillers.length === 0 || ofCareers.some((table) => reads?.includes(table));
  const rested = [...(careers ? [spellTable.name] : []), ...fillers.map(({ fills }) => fills.name)];
  const { facts, all } = await onceIn(warehouse, 'what is loaded', async () => {
    if (!(await warehouse.has(metaTable.name))) throw nothingLoaded(fillers, false);
    return {
      facts: await warehouse.query<{ fact: string; value: string }>(sql`select fact, value from meta`),
      all: await warehouse.query<{
        source: string;
        fills: string;
        observed_until: string;
        simulated: boolean;
      }>(
        sql`select source, fills, max(observed_until) as observed_until, simulated from file
          group by source, fills, simulated order by source, fills`,
      ),
    };
  });
  const fact = (name: string): string => facts.find((f) => f.fact === name)?.value ?? '';
  checkSchema(fact('schema_version'));
  const files = all.filter(({ fills }) => reads === undefined || rested.includes(fills));
  if (files.length === 0) throw nothingLoaded(fillers, all.length > 0);
  const beside = all.filter(({ fills }) => also.includes(fills));
  const narrowed = ['title', 'kind', 'country', 'source', 'among']
    .filter((name) => parameters[name] !== undefined)
    .map((name) => `${name}: ${String(parameters[name])}`);
  return {
    version: fact('data_version'),
    observedUntil:
      files
        .map((f) => f.observed_until)
        .sort()
        .at(-1) ?? '',
    sources: [...new Set([...files, ...beside].map((f) => f.source))],
    population: !careers ? '' : narrowed.length === 0 ? 'everybody' : narrowed.join(', '),
    simulated: files.some((f) => f.simulated),
  };
}

/** What to load where nothing is that a question could be asked of. */
function nothingLoaded(fillers: readonly TableSource[], others: boolean): MercatoError {
  const [filler] = fillers;
  const what = filler === undefined ? 'of careers' : `that fills the table ${filler.fills.name}`;
  const fix =
    filler === undefined ? 'see mercato load --help, or try mercato demo' : `load some: ${filler.example}`;
  const nothing = filler === undefined && !others ? 'nothing' : `nothing ${what}`;
  return new MercatoError('warehouse', `${nothing} is loaded; ${fix}`);
}
