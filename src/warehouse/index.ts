export {
  type Dialect,
  duckdbDialect,
  monthOf,
  monthsBetween,
  trinoDialect,
} from './dialect.js';
export { openWarehouse } from './open.js';
export { all, join, list, name, raw, render, type Sql, type Steps, sql, upTo, type Value } from './sql.js';
export type { Block, OpenOptions, Row, Warehouse } from './warehouse.js';
