import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/release/tabular.js';
import { formatCell, formatDate, formatInterval, formatNumber } from '../../src/report/format.js';
import { html } from '../../src/report/html.js';
import { pairsOf, winnerOf } from '../../src/report/pairs.js';

describe('formatNumber(value, kind, lang)', () => {
  it('keeps the sign as a real minus, and spaces that do not break', () => {
    expect(formatNumber(-1234, 'net', 'en')).toBe('−1,234');
    expect(formatNumber(-1234, 'net', 'fr')).toBe('−1\u00a0234');
    expect(formatNumber(12, 'net', 'fr')).toBe('+12');
    expect(formatNumber(0.789, 'share', 'fr')).toBe('78,9\u00a0%');
  });

  it('prints no 1 for what is not 1', () => {
    expect(formatNumber(1.0004, 'ratio', 'en')).toBe('1.0004');
    expect(formatNumber(0.0001, 'probability', 'fr')).toBe('< 0,001');
  });
});

describe('formatCell(cell, kind, lang)', () => {
  it('writes a day, and a stretch of days, as the language does', () => {
    expect(formatCell('2025-06-10/2025-06-13', 'day', 'en')).toBe('10 June 2025 to 13 June 2025');
    expect(formatCell('2025-06', 'day', 'fr')).toBe('juin 2025');
  });

  it('rounds the limits of a range outwards', () => {
    expect(formatCell({ low: 13.256, high: null }, 'ratio', 'en')).toBe('≥ 13.2');
    expect(formatCell({ low: 9, high: null }, 'ratio', 'en')).toBe('≥ 9.0');
    expect(formatCell({ low: 0, high: 0.07541 }, 'ratio', 'en')).toBe('≤ 0.0755');
    expect(formatCell({ low: -4, high: 0 }, 'net', 'en')).toBe('−4 … 0');
    expect(formatCell({ withheld: '<5' }, 'count', 'fr')).toBe('<5');
    expect(formatCell(null, 'count', 'fr')).toBe('–');
  });

  it('gives an interval its widest limits', () => {
    expect(formatInterval({ low: 1.5, high: 2 }, { low: 8, high: null }, 'ratio', 'en')).toBe('1.5 – ∞');
    expect(formatInterval(0.5, null, 'ratio', 'fr')).toBe('0,50 – ∞');
    expect(formatInterval({ withheld: 'n<5' }, { withheld: 'n<5' }, 'ratio', 'fr')).toBe('n<5');
  });
});

describe('formatDate(day, lang)', () => {
  it('writes the day in words', () => {
    expect([formatDate('2023-03-29', 'en'), formatDate('2023-03-29', 'fr')]).toEqual([
      '29 March 2023',
      '29 mars 2023',
    ]);
  });
});

describe('writeCsv(columns, rows)', () => {
  const lineOf = (cell: string | number) => writeCsv(['a'], [{ a: cell }]).split('\r\n')[1];

  it('makes text harmless that a spreadsheet would run, and leaves numbers', () => {
    expect(['=1+1', '+1', '-x', '@a', '\ta'].map(lineOf)).toEqual(["'=1+1", "'+1", "'-x", "'@a", "'\ta"]);
    expect(lineOf('\rb')).toBe('"\'\rb"');
    expect(lineOf(-12.5)).toBe('-12.5');
  });

  it('quotes commas, quotes and line breaks, and writes ranges', () => {
    const row = {
      a: 'x, "y"\nz',
      b: { low: 13.25, high: null },
      c: { withheld: '<5' },
      d: { low: -4, high: 0 },
    };
    expect(writeCsv(['a', 'b', 'c', 'd'], [row])).toBe(
      'a,b,c,d\r\n"x, ""y""\nz","[13.25, inf)",<5,"[-4, 0]"\r\n',
    );
  });
});

describe('html``', () => {
  it('escapes every value that is not markup', () => {
    expect(html`<a title="${'"\'<&>'}">${'<b>'}${html`<i>${1}</i>`}</a>`.html).toBe(
      '<a title="&quot;&#39;&lt;&amp;&gt;">&lt;b&gt;<i>1</i></a>',
    );
  });
});

describe('pairsOf(rows) and winnerOf(rows)', () => {
  const rows = [
    { from: 'A', from_id: 'a', to: 'B', to_id: 'b', hire: 20, net: 12, q_value: 0.01 },
    { from: 'B', from_id: 'b', to: 'A', to_id: 'a', hire: 8, net: -12, q_value: 0.01 },
    {
      from: 'C',
      from_id: 'c',
      to: 'A',
      to_id: 'a',
      hire: 30,
      net: { low: 26, high: 30 },
      q_value: { low: 0, high: 0.001 },
    },
    {
      from: 'C',
      from_id: 'c',
      to: 'B',
      to_id: 'b',
      hire: { withheld: '<5' },
      net: { withheld: 'n<5' },
      q_value: null,
    },
  ];

  it('names each pair once, the larger flow first', () => {
    expect(pairsOf(rows).map(({ from, to }) => `${from} ${to}`)).toEqual(['C A', 'A B']);
  });

  it('counts a gain at the least that it can be', () => {
    expect(winnerOf(rows)).toEqual({ organisation: 'A', net: 14 });
  });
});
