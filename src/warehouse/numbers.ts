import type { Sql } from './sql.js';
import type { Warehouse } from './warehouse.js';

/** All rows of a query of whole numbers, in arrays that grow by half where they are full. */
export async function numbersIn(
  warehouse: Warehouse,
  statement: Sql,
): Promise<Readonly<Record<string, Int32Array>>> {
  const names = (await warehouse.columns(statement)).map(({ name }) => name);
  let held = names.map(() => new Int32Array(4096));
  let count = 0;
  for await (const block of warehouse.stream(statement)) {
    const more = block[0]?.length ?? 0;
    if (count + more > (held[0]?.length ?? 0)) {
      const size = Math.ceil((count + more) * 1.5);
      held = held.map((values) => {
        const grown = new Int32Array(size);
        grown.set(values);
        return grown;
      });
    }
    for (const [i, values] of block.entries()) held[i]?.set(values as number[], count);
    count += more;
  }
  return Object.fromEntries(names.map((name, i) => [name, held[i]?.subarray(0, count) ?? new Int32Array()]));
}
