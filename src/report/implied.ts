import { impliedCounts, leastExcludingParity } from '../stats/index.js';
import type { Frame } from './frame.js';
import type { Sheet } from './table.js';

/** Ratios as the press prints them. */
const printed = ['1.5', '2.0', '3', '8.2', '10.6'];

/** The least counts behind a printed ratio, and the least that exclude parity: arithmetic, not data. */
export function impliedSheet({ material, w }: Frame): Sheet {
  return {
    name: 'implied',
    caption: w.implied,
    columns: [
      { name: 'printed', kind: 'text' },
      { name: 'forward_least', kind: 'count' },
      { name: 'backward_least', kind: 'count' },
      { name: 'interval', kind: 'ratio', limits: ['low', 'high'] },
      { name: 'forward_parity', kind: 'count' },
      { name: 'backward_parity', kind: 'count' },
      { name: 'parity_interval', kind: 'ratio', limits: ['parity_low', 'parity_high'] },
    ],
    rows: printed.map((figure) => {
      const least = impliedCounts(figure);
      const parity = leastExcludingParity(figure);
      return {
        printed: w.lang === 'fr' ? figure.replace('.', ',') : figure,
        forward_least: least.forward,
        backward_least: least.backward,
        low: least.low,
        high: least.high,
        forward_parity: parity?.forward ?? null,
        backward_parity: parity?.backward ?? null,
        parity_low: parity?.low ?? null,
        parity_high: parity?.high ?? null,
      };
    }),
    of: { measure: 'implied', parameters: {}, data: material.data, notes: [], minCell: material.minCell },
  };
}
