import { type Building, derive, prepare } from './derive.js';
import { type Decision, keepRegister, type Organisation, type RegisterFile } from './organisations/index.js';
import type { Warehouse } from './warehouse/index.js';
/** A file of the registry to load. */
export interface RegisterInput {
  readonly file: RegisterFile;
  /** What it says of organisations, in blocks. */
  readonly organisations: AsyncIterable<readonly Organisation[]> | Iterable<readonly Organisation[]>;
  readonly decisions: readonly Decision[];
}

/** What became of a file of the registry. */
export interface RegisterReport {
  readonly name: string;
  readonly outcome: 'loaded' | 'replaced' | 'unchanged';
  readonly organisations: number;
  readonly decisions: number;
}

/**
 * Adds files of the registry to a database and builds anew what rests on them, in one transaction: the whole registry is
 * checked before anything is kept.
 *
 * @param options.registry the registry that ships
 * @throws MercatoError `source`, with file and line, for what `mergeRegistries` refuses
 */
export async function loadRegisters(
  warehouse: Warehouse,
  registers: readonly RegisterInput[],
  options: Building,
): Promise<readonly RegisterReport[]> {
  return warehouse.transaction(async () => {
    await prepare(warehouse, options.key);
    const reports: RegisterReport[] = [];
    for (const { file, organisations, decisions } of registers) {
      const kept = await keepRegister(warehouse, file, organisations, decisions);
      reports.push({ name: file.name, ...kept, decisions: decisions.length });
    }
    await derive(warehouse, options.registry, options.progress);
    return reports;
  });
}
