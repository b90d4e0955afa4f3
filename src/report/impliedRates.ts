import { impliedGrowth, impliedHazard } from '../stats/index.js';
import type { Frame } from './frame.js';
import type { Sheet } from './table.js';

/** Ratios of hires to exits as somebody may print them, after that of a firm that does not grow. */
const printed = [1, 1.5, 2, 3, 8.2, 10.6];

/** Hazards of a laboratory that keeps 80 % of its hires for two years, and of one that keeps 64 %. */
const [low, high] = [0.112, 0.223] as const;

/** What a printed ratio of hires to exits implies: growth at two hazards, hazard at two growths. Arithmetic, not data. */
export function impliedRatesSheet({ material, w }: Frame): Sheet {
  return {
    name: 'implied_growth',
    caption: w.leaving.impliedTable,
    columns: [
      { name: 'hires_printed', kind: 'ratio' },
      { name: 'growth_at_low', kind: 'ratio' },
      { name: 'growth_at_high', kind: 'ratio' },
      { name: 'hazard_at_double', kind: 'ratio' },
      { name: 'hazard_at_triple', kind: 'ratio' },
    ],
    rows: printed.map((ratio) => ({
      hires_printed: ratio,
      growth_at_low: impliedGrowth(ratio, low),
      growth_at_high: impliedGrowth(ratio, high),
      hazard_at_double: impliedHazard(ratio, Math.LN2),
      hazard_at_triple: impliedHazard(ratio, Math.log(3)),
    })),
    of: { measure: 'implied', parameters: {}, data: material.data, notes: [], minCell: material.minCell },
  };
}
