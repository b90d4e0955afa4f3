import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { all, join, list, name, raw, render, type Sql, sql, upTo } from '../../src/warehouse/index.js';

describe('sql`…`', () => {
  it('makes every value a parameter, in order', () => {
    const statement = sql`select * from spell where person = ${7} and title = ${"'; drop table spell"} and x = ${null}`;
    expect(render(statement)).toBe('select * from spell where person = ? and title = ? and x = ?');
    expect(statement.values).toEqual([7, "'; drop table spell", null]);
  });

  it('splices a piece of SQL in with its values where they stand', () => {
    const inner = sql`b = ${2} or c = ${3}`;
    const statement = sql`a = ${1} and (${inner}) and d = ${4}`;
    expect(render(statement)).toBe('a = ? and (b = ? or c = ?) and d = ?');
    expect(statement.values).toEqual([1, 2, 3, 4]);
  });

  it('splices a piece at either end and two side by side', () => {
    const one = sql`${1}`;
    expect(render(sql`${one}${one}`)).toBe('??');
    expect(sql`${one}${raw(' and ')}${one}`.values).toEqual([1, 1]);
  });

  it('is what it was without inserts', () => {
    expect(render(sql`select 1`)).toBe('select 1');
    expect(sql`select 1`.values).toEqual([]);
  });

  it('numbers placeholders for engines that want numbers', () => {
    expect(render(sql`a = ${'x'} and b = ${'y'}`, (i) => `$${i}`)).toBe('a = $1 and b = $2');
  });

  it('never lets a value into its text', () => {
    const property = fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 8 }), (values) => {
      const statement = join(
        values.map((value) => sql`x = ${value}`),
        ' or ',
      );
      expect(statement.values).toEqual(values);
      expect(render(statement)).toBe(values.map(() => 'x = ?').join(' or '));
    });
    fc.assert(property);
  });

  it('has one place for each value, however pieces are nested', () => {
    const { tree } = fc.letrec<{ tree: Sql; leaf: Sql; branch: Sql }>((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('branch')),
      leaf: fc.oneof(
        fc.integer().map((value) => sql`${value}`),
        fc.constantFrom('a', '"b"', '').map(raw),
      ),
      branch: fc.tuple(tie('tree'), fc.integer(), tie('tree')).map(([a, n, b]) => sql`(${a} ${n} ${b})`),
    }));
    const property = fc.property(tree, (statement) => {
      expect(statement.strings).toHaveLength(statement.values.length + 1);
      expect(render(statement).split('?')).toHaveLength(statement.values.length + 1);
    });
    fc.assert(property);
  });
});

describe('name(identifier)', () => {
  it('quotes and doubles quotes', () => {
    expect(render(name('order'))).toBe('"order"');
    expect(render(name('a"; drop table b; --"'))).toBe('"a""; drop table b; --"""');
  });

  it('is one quoted name whatever it is given', () => {
    const property = fc.property(fc.string(), (text) => {
      const quoted = render(name(text));
      expect(quoted).toMatch(/^"(?:[^"]|"")*"$/s);
      expect(quoted.slice(1, -1).replaceAll('""', '"')).toBe(text);
    });
    fc.assert(property);
  });
});

describe('list(values)', () => {
  it('has a parameter for each value', () => {
    const three = list(['a', 2, null]);
    expect(render(three)).toBe('(?, ?, ?)');
    expect(three.values).toEqual(['a', 2, null]);
  });

  it('holds nothing where there are no values', () => {
    expect(render(list([]))).toBe('(null)');
  });
});

describe('all(conditions)', () => {
  it('joins by and, and is true of none', () => {
    expect(render(all([sql`a = ${1}`, sql`b`]))).toBe('a = ? and b');
    expect(render(all([]))).toBe('true');
  });
});

describe('upTo(steps)', () => {
  const steps = {
    steps: [
      ['first', sql`select ${1} as n`],
      ['second', sql`select n + ${2} as n from first`],
      ['third', sql`select n + ${3} as n from second`],
    ] as const,
  };

  it('ends with all rows of the last step', () => {
    const statement = upTo(steps);
    expect(statement.values).toEqual([1, 2, 3]);
    expect(render(statement)).toMatchInlineSnapshot(`
      "with "first" as (select ? as n),
      "second" as (select n + ? as n from first),
      "third" as (select n + ? as n from second)
      select * from "third""
    `);
  });

  it('stops at an earlier step, with the values up to it', () => {
    const statement = upTo(steps, 'second', raw('n'));
    expect(statement.values).toEqual([1, 2]);
    expect(render(statement)).toMatch(/select n from "second"$/);
    expect(render(statement)).not.toContain('third');
  });

  it('refuses a step that is not there', () => {
    expect(() => upTo(steps, 'fourth')).toThrow(new RangeError('unknown step: "fourth"'));
    expect(() => upTo({ steps: [] })).toThrow(RangeError);
  });
});
