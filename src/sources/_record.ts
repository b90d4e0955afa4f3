import { type Sql, sql, type Warehouse } from '../warehouse/index.js';
import type { BadRow, Format, InputFile } from './source.js';

/** What a file gave, and how it was read. */
export interface Given {
  /** Its number in the database. */
  readonly number: Sql;
  readonly version: string;
  readonly observedUntil: string;
  readonly simulated: boolean;
  /** The table it fills, and the rows it gave to it. */
  readonly fills: string;
  readonly rows: number;
  readonly bad: readonly BadRow[];
  readonly oddities: ReadonlyMap<string, number>;
}

/** The number of the next file of a database. */
export const nextFile = sql`(select coalesce(max(file), 0) + 1 from file)`;

/** Records a file whose rows are kept, and the oddities met in it. */
export async function recordFile(
  warehouse: Warehouse,
  source: Format,
  file: InputFile,
  { number, version, observedUntil, simulated, fills, rows, bad, oddities }: Given,
): Promise<void> {
  for (const [rule, times] of oddities) {
    await warehouse.run(sql`insert into oddity select ${number}, ${rule}, ${times}`);
  }
  await warehouse.run(sql`insert into file select ${number}, ${source.name}, ${file.name}, ${file.place}, ${version},
    cast(${observedUntil} as date), ${simulated}, ${fills}, ${rows}, ${bad.length}`);
}
