import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/demo/csv.js';
import type { SimulatedSpell } from '../../src/demo/cv.js';

const spell: SimulatedSpell = {
  person: 'sim-000001',
  employer: 'OpenAI',
  start: '2020-01-17',
  end: '2021-03',
  title: 'Research Scientist',
  kind: 'employee',
  country: 'US',
};

describe('writeCsv(spells)', () => {
  it('writes a line for the columns and one for each spell', () => {
    expect([...writeCsv([spell])]).toEqual([
      'person,employer,start,end,title,kind,country\nsim-000001,OpenAI,2020-01-17,2021-03,Research Scientist,employee,US\n',
    ]);
  });

  it('leaves an unknown start and an open end blank', () => {
    expect([...writeCsv([{ ...spell, start: null, end: null }])].join('')).toContain('OpenAI,,,Research');
  });

  it('quotes commas, quotes and line breaks', () => {
    const text = [...writeCsv([{ ...spell, employer: 'OpenAI, Inc.', title: 'a "b"\nc' }])].join('');
    expect(text).toContain('"OpenAI, Inc.",2020-01-17,2021-03,"a ""b""\nc",');
  });

  it('comes in pieces that end with a line', () => {
    const pieces = [...writeCsv([spell, spell, spell], 2)];
    expect(pieces.map((piece) => piece.split('\n').length - 1)).toEqual([3, 1]);
  });

  it('gives the columns alone for nobody', () => {
    expect([...writeCsv([])]).toEqual(['person,employer,start,end,title,kind,country\n']);
  });
});
