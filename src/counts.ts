import { hasWeights } from './careers/index.js';
import { withDerived } from './derived.js';
import type { Subject } from './measures/index.js';
import { type Scope, type Scoping, scopeOf } from './scope.js';
import type { Desk } from './subjects.js';
import { inTurn } from './turn.js';
import { name, onceIn, sql, type Warehouse } from './warehouse/index.js';

/** Organisations that are counted, by the table that counts them. */
const counted = new WeakMap<Warehouse, Map<string, ReadonlySet<number>>>();

/**
 * Counts by month what questions at a level and a view ask of large organisations, and keeps it beside a desk for questions to come. They are
 * answered without it too, only later; nothing is kept where people carry weights.
 *
 * @param least main jobs from which on an organisation is large
 */
export async function keepCounts(
  desk: Desk,
  { level, view }: Pick<Scoping, 'level' | 'view'>,
  least?: number,
): Promise<void> {
  const { warehouse, aside } = desk;
  if (aside === undefined) return;
  const scope = await inTurn(warehouse, async () =>
    (await isWeighted(warehouse))
      ? null
      : scopeOf(warehouse, [], [], { level, view, closeStale: false }, { lasting: true, least }),
  );
  if (scope === null || scope.counts === null) return;
  const { derivation, tables } = scope.counts;
  await withDerived(desk, [scope.derivation, derivation], async () => {
    const rows = await inTurn(warehouse, () =>
      warehouse.query<{ organisation: number }>(
        sql`select distinct organisation from ${name(tables.monthly)}`,
      ),
    );
    const known = counted.get(aside) ?? new Map<string, ReadonlySet<number>>();
    counted.set(aside, known);
    known.set(tables.monthly, new Set(rows.map(({ organisation }) => organisation)));
  });
}

/** The counts over the tables of a scope, where they are kept of every organisation named. */
export function countsKept(desk: Desk, { counts }: Scope, subjects: readonly Subject[]): Scope['counts'] {
  if (counts === null || desk.aside === undefined || subjects.length === 0) return null;
  const known = counted.get(desk.aside)?.get(counts.tables.monthly);
  return known !== undefined && subjects.every(({ organisation }) => known.has(organisation)) ? counts : null;
}

/** Whether people of the data carry sampling weights. */
export function isWeighted(warehouse: Warehouse): Promise<boolean> {
  return onceIn(warehouse, 'weights', () => hasWeights(warehouse));
}
