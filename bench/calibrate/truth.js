// What the measures estimate, from the chances of a world. A job that begins in month s and ends in month s + d is at risk in d
// months, so the chance to end after exactly d is (1 - h)^(d - 1) h. Expected numbers follow month by month: whoever is
// at a firm in a month came before and did not leave, enters, arrives after a gap, or comes back after a break.

/** Expected shares of people, month by month, of those who are somewhere in the beginning or enter later. */
function expectedOf(world, at, entering, last) {
  const firms = world.firms.map((_, firm) => firm);
  const months = Array.from({ length: last + 1 }, (_, month) => month);
  const there = months.map((month) => (month === 0 ? [...at] : firms.map(() => 0)));
  const begun = months.map(() => firms.map(() => 0));
  const away = months.map(() => 0);
  const moves = firms.map(() => firms.map(() => 0));
  const arriving = months.map(() => firms.map(() => 0));
  const leaving = months.map(() => 0);
  for (const month of months.slice(1)) {
    for (const from of firms) {
      const left = there[month - 1][from] * world.hazards[from];
      for (const to of firms) {
        for (const [gap, share] of world.gaps.entries()) {
          if (month + gap > last) continue;
          const moved = left * world.destinations[from][to] * share;
          arriving[month + gap][to] += moved;
          moves[from][to] += moved;
        }
      }
      leaving[month] += left * world.destinations[from][firms.length];
    }
    // Somebody away since month e may begin again from e + shortestBreak on, with the same chance in every month.
    const ready = (away[month - 1] ?? 0) + (leaving[month - world.shortestBreak] ?? 0);
    away[month] = ready * (1 - world.returning);
    for (const firm of firms) {
      const back = ready * world.returning * world.entries[firm];
      begun[month][firm] = arriving[month][firm] + back + entering * world.entries[firm];
      there[month][firm] = there[month - 1][firm] * (1 - world.hazards[firm]) + begun[month][firm];
    }
  }
  return { there, begun, moves };
}

/** True values of what is asked of a world: of the first firm, and of the first and second as a pair. */
export function truthOf(world, months) {
  const start = world.entries.map((share) => share * world.early);
  const { begun, moves } = expectedOf(world, start, (1 - world.early) / world.last, world.last);
  const kept = 1 - world.hazards[0];
  const recent = begun.slice(world.last - months, world.last).map((firms, i) => [firms[0], months - i]);
  const hired = recent.reduce((sum, [people]) => sum + people, 0);
  const only = world.firms.map((_, firm) => (firm === 0 ? 1 : 0));
  const later = expectedOf(world, only, 0, months).there[months];
  const destined = world.firms.reduce((sum, _, firm) => sum + world.destinations[0][firm], 0);
  const leaves = (from, to) => world.hazards[from] * world.destinations[from][to];
  return {
    ratio: moves[0][1] / moves[1][0],
    rate_ratio: leaves(0, 1) / leaves(1, 0),
    D1: kept ** months,
    D2: recent.reduce((sum, [people, length]) => sum + people * kept ** length, 0) / hired,
    D3: later[0],
    incidence: destined * (1 - kept ** months),
  };
}

/** Values by expected moves: the weights with which moves into and out of each firm balance, as logarithms with mean 0 over moves. */
export function valuesOf(world) {
  const start = world.entries.map((share) => share * world.early);
  const { moves } = expectedOf(world, start, (1 - world.early) / world.last, world.last);
  const out = moves.map((row) => row.reduce((sum, count) => sum + count, 0));
  let weights = moves.map(() => 1);
  for (let step = 0; step < 2000; step++) {
    const into = moves.map((_, to) => moves.reduce((sum, row, from) => sum + row[to] * weights[from], 0));
    weights = into.map((sum, firm) => (sum / out[firm] + weights[firm]) / 2);
  }
  const at = moves.map((_, firm) => out[firm] + moves.reduce((sum, row) => sum + row[firm], 0));
  const values = weights.map(Math.log);
  const mean = values.reduce((sum, value, firm) => sum + value * at[firm], 0) / at.reduce((a, b) => a + b, 0);
  return values.map((value) => value - mean);
}
