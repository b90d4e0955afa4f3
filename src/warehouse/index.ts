export {
  type Dialect,
  duckdbDialect,
  firstDay,
  middleMonth,
  monthOf,
  monthsBetween,
  trinoDialect,
} from './dialect.js';
export { numbersIn } from './numbers.js';
export { onceIn } from './once.js';
export { openWarehouse, rewriteWarehouse } from './open.js';
export { all, join, list, name, raw, render, type Sql, type Steps, sql, upTo, type Value } from './sql.js';
export type { Block, OpenOptions, Row, Warehouse } from './warehouse.js';
