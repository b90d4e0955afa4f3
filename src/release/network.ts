import { type Bordered, limitsOf, type Printed } from './bordered.js';

/** The room that cells of a table have, given all that is shown. */
export interface Network {
  /** By how much the cell may rise or fall, given all others: at most `most`. */
  room(cell: number, direction: 1 | -1, most: number): number;
  /**
   * Room of a cell as in `room`, made where there is none: cells that may be withheld are, the cheapest first.
   *
   * @returns cells that are to be withheld; null where even all of them would not do
   */
  makeRoom(cell: number, direction: 1 | -1, most: number): readonly number[] | null;
  /** Takes note that a cell is withheld. */
  withhold(cell: number, printed: Printed): void;
}

/**
 * The table as a network: a node for each row and each column, an arc for each cell. An inner cell and the grand total flow from
 * row to column, other totals from column to row, so that what enters a node leaves it exactly where every total is a sum. A reader
 * can think of any circulation within the limits of each cell.
 *
 * Method: Cox 1995, Journal of the American Statistical Association 90(432).
 */
export function networkOf(table: Bordered, printed: readonly Printed[], min: number): Network {
  const { rows, columns, cells } = table;
  const nodes = rows + columns;
  const size = rows * columns;
  const [up, down, cost] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  // What may rise or fall where a cell that is shown were withheld.
  const [upThen, downThen] = [new Float64Array(size), new Float64Array(size)];
  cells.forEach((cell, c) => {
    if (cell === null) return;
    const { count } = cell;
    const now = limitsOf(cell, printed[c] ?? 'shown', min);
    up[c] = now.high - count;
    down[c] = count - now.low;
    const then = limitsOf(cell, 'near', min);
    upThen[c] = then.high - count;
    downThen[c] = count - then.low;
    cost[c] = printed[c] !== 'shown' ? 0 : cell.free ? count + 1 : Number.POSITIVE_INFINITY;
  });

  const reached = new Int32Array(nodes);
  const queue = new Int32Array(nodes);
  const spent = new Float64Array(nodes);
  const isFinal = new Uint8Array(nodes);

  const isRow = (node: number): boolean => node < rows;
  const cellOf = (a: number, b: number): number =>
    isRow(a) ? a * columns + (b - rows) : b * columns + (a - rows);
  /** 1 where a cell flows from its row to its column. */
  const isDown = Uint8Array.from(cells, (_, c) =>
    (Math.floor(c / columns) === rows - 1) === (c % columns === columns - 1) ? 1 : 0,
  );
  const rises = (c: number, from: number): boolean => isRow(from) === (isDown[c] === 1);

  const capacity = (c: number, from: number, withheld: boolean): number => {
    const rise = rises(c, from);
    if (!withheld) return (rise ? upThen[c] : downThen[c]) ?? 0;
    return (rise ? up[c] : down[c]) ?? 0;
  };

  /** A way from one node to another by cells that are withheld, near ones first; `reached` holds it backwards. */
  const walk = (from: number, to: number, except: number): boolean => {
    reached.fill(-1);
    reached[from] = from;
    let [first, last] = [0, 0];
    queue[last++] = from;
    while (first < last) {
      const node = queue[first++]!;
      const [start, end] = isRow(node) ? [rows, nodes] : [0, rows];
      for (let next = start; next < end; next += 1) {
        if (reached[next] !== -1) continue;
        const c = cellOf(node, next);
        if (c === except || capacity(c, node, true) <= 0) continue;
        reached[next] = node;
        if (next === to) return true;
        if (isRow(next) !== isRow(to)) {
          const home = cellOf(next, to);
          if (home !== except && capacity(home, next, true) > 0) {
            reached[to] = next;
            return true;
          }
        }
        queue[last++] = next;
      }
    }
    return false;
  };

  /** The cheapest way from one node to another, by cells that are withheld or may be. */
  const walkCheaply = (from: number, to: number, except: number): boolean => {
    reached.fill(-1);
    spent.fill(Number.POSITIVE_INFINITY);
    isFinal.fill(0);
    spent[from] = 0;
    for (;;) {
      let node = -1;
      for (let n = 0; n < nodes; n += 1)
        if (isFinal[n] === 0 && spent[n]! < (node === -1 ? Number.POSITIVE_INFINITY : spent[node]!)) node = n;
      if (node === -1) return false;
      if (node === to) return true;
      isFinal[node] = 1;
      const [start, end] = isRow(node) ? [rows, nodes] : [0, rows];
      for (let next = start; next < end; next += 1) {
        if (isFinal[next] === 1) continue;
        const c = cellOf(node, next);
        if (c === except) continue;
        const price = capacity(c, node, true) > 0 ? 0 : cost[c] === 0 ? Number.POSITIVE_INFINITY : cost[c]!;
        if (price === Number.POSITIVE_INFINITY || (price > 0 && capacity(c, node, false) <= 0)) continue;
        if (spent[node]! + price >= spent[next]!) continue;
        spent[next] = spent[node]! + price;
        reached[next] = node;
      }
    }
  };

  const push = (from: number, to: number, amount: number): void => {
    for (let node = to; node !== from; node = reached[node]!) {
      const before = reached[node]!;
      const c = cellOf(before, node);
      const [more, less] = rises(c, before) ? [up, down] : [down, up];
      more[c] = more[c]! - amount;
      less[c] = less[c]! + amount;
    }
  };

  const narrowest = (from: number, to: number, most: number): number => {
    let amount = most;
    for (let node = to; node !== from; node = reached[node]!) {
      const before = reached[node]!;
      amount = Math.min(amount, capacity(cellOf(before, node), before, true));
    }
    return amount;
  };

  /** Where what a cell gains comes out, and where it must go in again; the other way round for what it loses. */
  const endsOf = (cell: number, direction: 1 | -1): readonly [number, number] => {
    const [row, column] = [Math.floor(cell / columns), rows + (cell % columns)];
    return (isDown[cell] === 1) === (direction === 1) ? [column, row] : [row, column];
  };

  const withhold = (c: number, as: Printed): void => {
    const cell = cells[c];
    if (cell === null || cell === undefined) return;
    const limits = limitsOf(cell, as, min);
    up[c] = limits.high - cell.count;
    down[c] = cell.count - limits.low;
    cost[c] = 0;
  };

  const explore = (
    cell: number,
    direction: 1 | -1,
    most: number,
    further: (from: number, to: number) => boolean,
  ): number => {
    const wanted = Math.min(most, (direction === 1 ? up[cell] : down[cell]) ?? 0);
    if (wanted <= 0) return 0;
    const [from, to] = endsOf(cell, direction);
    const before = [up.slice(), down.slice()] as const;
    let found = 0;
    while (found < wanted && (walk(from, to, cell) || further(from, to))) {
      const amount = narrowest(from, to, wanted - found);
      if (amount === Number.POSITIVE_INFINITY) {
        found = amount;
        break;
      }
      push(from, to, amount);
      found += amount;
    }
    up.set(before[0]);
    down.set(before[1]);
    return found;
  };

  return {
    withhold,
    room: (cell, direction, most) => explore(cell, direction, most, () => false),
    makeRoom(cell, direction, most) {
      const added: number[] = [];
      const found = explore(cell, direction, most, (from, to) => {
        if (!walkCheaply(from, to, cell)) return false;
        for (let node = to; node !== from; node = reached[node]!) {
          const c = cellOf(reached[node]!, node);
          if (cost[c] === 0) continue;
          withhold(c, 'near');
          added.push(c);
        }
        return true;
      });
      for (const c of added) withhold(c, 'near');
      return found < most ? null : added;
    },
  };
}
