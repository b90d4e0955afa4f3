import { describe, expect, it } from 'vitest';
import { headcount, timeline } from '../../src/measures/index.js';
import { flagged } from '../../src/release/flags.js';
import { release } from '../../src/release/index.js';
import { resultOf } from './result.js';

const data = { observedUntil: '2024-12-31' };
const flagsOf = (row: Parameters<typeof flagged>[0][number], parameters = {}) =>
  flagged([row], data, parameters)[0]?.flags;

describe('flagged(rows, data, parameters)', () => {
  it('says what is withheld and what is computed from the rest, points of curves too', () => {
    const past = { month: '2020-01' };
    expect(flagsOf({ ...past, people: 9 })).toBe(null);
    expect(flagsOf({ ...past, people: { withheld: '<5' } })).toBe('withheld');
    expect(flagsOf({ ...past, net: { low: 1, high: 5 } })).toBe('computed');
    expect(
      flagsOf({ ...past, curve: [{ share: { low: 0, high: 1 } }, { share: { withheld: 'n<5' } }] }),
    ).toBe('withheld computed');
  });

  it('says that the last three months are not final', () => {
    expect(flagsOf({ month: '2024-09' })).toBe(null);
    expect(flagsOf({ month: '2024-10' })).toBe('not_final');
    expect(flagsOf({ period: '2023' })).toBe(null);
    expect(flagsOf({ period: '2024' })).toBe('not_final');
    expect(flagsOf({ period: '2024-Q3' })).toBe(null);
    expect(flagsOf({ period: '2024-Q4' })).toBe('not_final');
    expect(flagsOf({ period: null })).toBe('not_final');
    expect(flagsOf({ period: null }, { until: '2023' })).toBe(null);
    expect(flagsOf({ period: '2024' }, { until: '2024-06' })).toBe(null);
  });
});

describe('release(result)', () => {
  it('flags rows of people, in a column that says what the flags are', () => {
    const row = { organisation: 'A', month: '2020-01', people: 3, unknown_start: 0 };
    const { rows, columns } = release(resultOf(headcount, [row]));
    expect(rows[0]?.flags).toBe('withheld');
    expect(columns.at(-1)?.name).toBe('flags');
  });

  it('flags nothing that tells of nobody', () => {
    expect(release(resultOf(timeline, [])).columns.some(({ name }) => name === 'flags')).toBe(false);
  });
});
