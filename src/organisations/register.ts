import { decisionTable, registerTable, registrationTable } from '../records/index.js';
import { type Block, name, sql, type Warehouse } from '../warehouse/index.js';
import type { Authority, Decision, Organisation, Register } from './registry.js';

/** A file of the registry as it is kept. */
export interface RegisterFile {
  readonly authority: Exclude<Authority, 'shipped'>;
  readonly name: string;
  /** Hash of the place it was loaded from. */
  readonly place: string;
  /** Hash of its content. */
  readonly version: string;
}

/** What is known of a file of the registry that was loaded. */
export interface RegisterStatus {
  readonly authority: string;
  readonly file: string;
  readonly version: string;
  readonly organisations: number;
  readonly decisions: number;
}

/**
 * Keeps what a file of the registry says; what the same file said before goes. Rows come in blocks, so that a large registry is never held whole.
 *
 * @returns whether it was there before, unchanged or not
 */
export async function keepRegister(
  warehouse: Warehouse,
  file: RegisterFile,
  organisations: AsyncIterable<readonly Organisation[]> | Iterable<readonly Organisation[]>,
  decisions: readonly Decision[],
): Promise<{ readonly outcome: 'loaded' | 'replaced' | 'unchanged'; readonly organisations: number }> {
  const [before] = await warehouse.query<{ register: number; version: string; organisations: number }>(
    sql`select register, version, organisations from register where place = ${file.place}`,
  );
  if (before?.version === file.version) return { outcome: 'unchanged', organisations: before.organisations };
  if (before !== undefined) {
    for (const table of [registerTable, registrationTable, decisionTable]) {
      await warehouse.run(sql`delete from ${name(table.name)} where register = ${before.register}`);
    }
  }
  const [next] = await warehouse.query<{ register: number }>(
    sql`select coalesce(max(register), 0) + 1 as register from register`,
  );
  const number = next?.register ?? 1;
  let count = 0;
  const blocks = (async function* (): AsyncGenerator<Block> {
    for await (const rows of organisations) {
      count += rows.length;
      yield [rows.map(() => number), rows.map((row) => row.id), rows.map((row) => JSON.stringify(row))];
    }
  })();
  await warehouse.append(registrationTable.name, registrationTable.columns, blocks);
  await warehouse.append(decisionTable.name, decisionTable.columns, [
    [
      decisions.map(() => number),
      decisions.map(({ written }) => written),
      decisions.map(({ organisation }) => organisation),
      decisions.map(({ where }) => where),
    ],
  ]);
  await warehouse.run(
    sql`insert into register select ${number}, ${file.authority}, ${file.name}, ${file.place}, ${file.version},
      ${count}, ${decisions.length}`,
  );
  return { outcome: before === undefined ? 'loaded' : 'replaced', organisations: count };
}

/** What the files of the registry in a database say, the one loaded last at the end. */
export async function registersIn(warehouse: Warehouse): Promise<Register> {
  const organisations: Organisation[] = [];
  type Stored = Omit<Organisation, 'officers'> & Partial<Organisation>;
  for await (const [bodies = []] of warehouse.stream(
    sql`select body from registration order by register, id`,
  )) {
    for (const body of bodies) organisations.push({ officers: [], ...(JSON.parse(String(body)) as Stored) });
  }
  const decisions = await warehouse.query<{ written: string; organisation: string; where: string }>(
    sql`select written, organisation, place as "where" from decision order by register, place, written`,
  );
  return { organisations, decisions };
}

/** The files of the registry that were loaded. */
export async function registersOf(warehouse: Warehouse): Promise<readonly RegisterStatus[]> {
  return warehouse.query<RegisterStatus & { [column: string]: string | number }>(
    sql`select authority, name as file, substr(version, 1, 12) as version, organisations, decisions
      from register order by register`,
  );
}
