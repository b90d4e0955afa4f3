import { protectionOf } from './audit.js';
import { type Bordered, type Printed, primaryIn } from './bordered.js';
import { networkOf } from './network.js';

/**
 * Which cells of a table with margins are withheld, so that nothing withheld can be computed?
 *
 * Those of fewer people than the minimum (primary suppression), then others (complementary suppression), until every withheld cell has its
 * protection interval. The cheapest are taken, by their count, cell by cell in the order of the table; ties by place. A cell that readers know from
 * elsewhere but for a small part is withheld too. It ends: each step withholds a further cell.
 *
 * Rows: one per cell, in their order; null where the table cannot be protected and must not be shown.
 * Method: Kelly, Golden and Assad 1992 (10.1002/net.3230220407), by successive cheapest augmenting paths in place of a linear program.
 */
export function suppress(table: Bordered, min: number): readonly Printed[] | null {
  const printed = primaryIn(table, min);
  table.cells.forEach((cell, c) => {
    if (
      min > 1 &&
      cell !== null &&
      printed[c] === 'shown' &&
      cell.free &&
      cell.known > 0 &&
      cell.count - cell.known < min
    )
      printed[c] = 'near';
  });
  const network = networkOf(table, printed, min);
  const waiting = printed.flatMap((how, c) => (how === 'shown' || table.cells[c] === null ? [] : [c]));
  const make = (cell: number, direction: 1 | -1, most: number): boolean => {
    const added = network.makeRoom(cell, direction, most);
    for (const c of added ?? []) {
      printed[c] = 'near';
      waiting.push(c);
    }
    return added !== null;
  };
  for (const c of waiting) {
    const { count } = table.cells[c]!;
    const { low, high, width } = protectionOf(table, c, printed[c]!, min);
    if (!make(c, -1, Math.max(0, count - low)) || !make(c, 1, Math.max(0, high - count))) return null;
    const found = width === 0 ? 0 : network.room(c, 1, width);
    const rest = found < width ? network.room(c, -1, width - found) : 0;
    if (found + rest < width && !make(c, 1, width)) return null;
  }
  return printed;
}
