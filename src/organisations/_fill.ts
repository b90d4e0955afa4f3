import type { Table } from '../records/index.js';
import type { Row, Warehouse } from '../warehouse/index.js';

/** Keeps a table of a few rows, under its own name or another. */
export async function fill(
  warehouse: Warehouse,
  { name, columns }: Table,
  scope: 'stored' | 'session',
  rows: readonly Row[],
): Promise<void> {
  await warehouse.create(name, scope, columns);
  await warehouse.append(name, columns, [columns.map((c) => rows.map((row) => row[c.name] ?? null))]);
}
