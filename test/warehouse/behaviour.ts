import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MercatoError } from '../../src/errors.js';
import { column } from '../../src/records/index.js';
import {
  type Block,
  firstDay,
  monthOf,
  monthsBetween,
  raw,
  type Sql,
  sql,
  type Warehouse,
} from '../../src/warehouse/index.js';

/** Opens the same empty warehouse anew for each test; `signal` interrupts it. */
export type Open = (signal?: AbortSignal) => Promise<Warehouse>;

/** Texts that break what is not careful: quotes, ends of statements, control characters, both directions, many bytes. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  "'; drop table spell; --",
  '"; drop table "spell',
  '`back` "double" \'single\' \\ backslash',
  '? $1 :name %s {here}',
  'line one\nline two\r\nand\ttab',
  'null',
  '\u0000 begins and ends with it \u0000',
  '\u0007\u001b[31m',
  '🧑‍🔬 Ünï·cödé 東京 株式会社',
  'e\u0301 is not \u00e9',
  '\u202eright to left\u202c שלום مرحبا',
  'byte-order \ufeff mark',
  'x'.repeat(100_000),
];

const letters = [column('n', 'integer', '', 'number'), column('letter', 'text', '', 'letter')];

/** What any engine must do: the whole of what `Warehouse` promises. */
export function behavesAsWarehouse(name: string, open: Open): void {
  describe(`warehouse on ${name}`, () => {
    let warehouse: Warehouse;
    beforeEach(async () => {
      warehouse = await open();
    });
    afterEach(() => warehouse.close());

    const one = async (statement: Sql): Promise<unknown> => {
      const [row] = await warehouse.query<{ value: string }>(statement);
      return row?.value;
    };
    const lettered = async (table: string): Promise<void> => {
      await warehouse.create(table, 'stored', letters);
      await warehouse.append(table, letters, [
        [
          [1, 2, 3],
          ['a', 'b', null],
        ],
      ]);
    };
    const refusal = async (work: Promise<unknown>): Promise<MercatoError> => {
      const error = await work.then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(MercatoError);
      return error as MercatoError;
    };

    describe('values', () => {
      it.each([0, 1, -1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, 2 ** 53, -(2 ** 53)])(
        'gives the integer %d as a number',
        async (value) => {
          expect(await one(sql`select cast(${String(value)} as bigint) as value`)).toBe(value);
        },
      );

      it.each(['9007199254740993', '-9007199254740993', '9223372036854775807'])(
        'refuses %s, which no number holds',
        async (text) => {
          await expect(one(sql`select cast(${text} as bigint) as value`)).rejects.toThrow(RangeError);
        },
      );

      it('gives sums of integers as numbers', async () => {
        await lettered('numbers');
        expect(await one(sql`select sum(n) as value from numbers`)).toBe(6);
      });

      it('refuses a sum that no number holds', async () => {
        const most = String(2 ** 53);
        const statement = sql`select sum(n) as value from (
          select cast(${most} as bigint) as n union all select cast(${most} as bigint)) as t`;
        await expect(one(statement)).rejects.toThrow(RangeError);
      });

      it.each([0.5, -0.1, 1e-300, 1.7976931348623157e308, 0.30000000000000004])(
        'gives the number %d back to the last bit',
        async (value) => {
          expect(await one(sql`select ${value} as value`)).toBe(value);
        },
      );

      it('gives decimals as numbers', async () => {
        expect(await one(sql`select cast('12.25' as decimal(9, 2)) as value`)).toBe(12.25);
      });

      it.each(['1900-01-01', '1970-01-01', '1999-12-31', '2024-02-29', '2200-12-31'])(
        'gives the date %s as text',
        async (day) => {
          expect(await one(sql`select cast(${day} as date) as value`)).toBe(day);
        },
      );

      it('gives booleans and nulls as they are', async () => {
        const rows = await warehouse.query(
          sql`select ${true} as yes, ${false} as no, cast(${null} as varchar) as nothing, 1 = 1 as same`,
        );
        expect(rows).toEqual([{ yes: true, no: false, nothing: null, same: true }]);
      });

      it.each(hostileTexts.map((text) => [text.slice(0, 30), text] as const))(
        'gives %j back as a parameter, letter for letter',
        async (_, text) => {
          expect(await one(sql`select cast(${text} as varchar) as value`)).toBe(text);
        },
      );

      it('gives texts back through append, letter for letter and in their rows', async () => {
        await warehouse.create('texts', 'stored', letters);
        await warehouse.append('texts', letters, [[hostileTexts.map((_, i) => i), hostileTexts]]);
        const rows = await warehouse.query(sql`select n, letter from texts order by n`);
        expect(rows).toEqual(hostileTexts.map((letter, n) => ({ n, letter })));
      });

      it('gives any text back, by parameter and by append', async () => {
        const texts = fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 20 }), { maxLength: 20 });
        const run = fc.asyncProperty(texts, async (written) => {
          await warehouse.create('texts', 'session', letters);
          await warehouse.append('texts', letters, [[written.map((_, i) => i), written]]);
          for (const text of written) {
            const found = sql`select count(*) as value from texts where letter = ${text}`;
            expect(await one(found)).toBe(1);
          }
        });
        await fc.assert(run, { numRuns: 30 });
      });

      it('finds a text that a parameter names and nothing else', async () => {
        await lettered('spell');
        const name = "a' or 1 = 1; drop table spell; --";
        expect(await warehouse.query(sql`select n from spell where letter = ${name}`)).toEqual([]);
        expect(await warehouse.has('spell')).toBe(true);
      });

      it('puts nulls last where asked to, whichever way it orders', async () => {
        await lettered('lettering');
        const order = async (how: string) =>
          (
            await warehouse.query(sql`select letter from lettering order by letter ${raw(how)} nulls last`)
          ).map((row) => row.letter);
        expect(await order('asc')).toEqual(['a', 'b', null]);
        expect(await order('desc')).toEqual(['b', 'a', null]);
      });

      it('puts nulls last in an ascending order that does not say', async () => {
        await lettered('lettering');
        const rows = await warehouse.query(sql`select letter from lettering order by letter`);
        expect(rows.map((row) => row.letter)).toEqual(['a', 'b', null]);
      });
    });

    describe('dialect', () => {
      const elapsed = (from: string, to: string): Promise<unknown> =>
        one(
          sql`select ${monthsBetween(warehouse.dialect, sql`cast(${from} as date)`, sql`cast(${to} as date)`)} as value`,
        );

      it.each([
        ['2023-01-31', '2023-02-28', 1],
        ['2023-01-30', '2023-02-28', 1],
        ['2023-01-28', '2023-02-28', 1],
        ['2023-01-28', '2023-02-27', 0],
        ['2023-01-29', '2023-02-27', 0],
        ['2024-01-31', '2024-02-28', 0],
        ['2024-01-31', '2024-02-29', 1],
        ['2024-01-30', '2024-02-29', 1],
        ['2024-02-29', '2025-02-28', 12],
        ['2024-02-29', '2028-02-28', 47],
        ['2024-02-29', '2028-02-29', 48],
        ['2023-02-28', '2023-03-28', 1],
        ['2023-02-28', '2023-03-27', 0],
        ['2023-03-31', '2023-04-30', 1],
        ['2022-12-31', '2023-01-01', 0],
        ['2022-12-01', '2023-01-01', 1],
        ['2023-05-17', '2023-05-17', 0],
        ['1899-12-31', '2200-01-01', 3600],
      ])('counts from %s to %s %d months', async (from, to, months) => {
        expect(await elapsed(from, to)).toBe(months);
      });

      it('counts months as a calendar walked month by month does', async () => {
        const day = fc.date({
          min: new Date('1900-01-01'),
          max: new Date('2199-12-31'),
          noInvalidDate: true,
        });
        const pairs = fc.sample(fc.tuple(day, fc.nat({ max: 1500 })), { numRuns: 300, seed: 20 });
        const cases = pairs.map(([from, days]) => ({
          from: dayOf(from),
          to: dayOf(new Date(Math.min(from.getTime() + days * 86_400_000, Date.UTC(2200, 0, 1)))),
        }));
        await warehouse.create('ranges', 'session', [
          column('from_day', 'text', '', 'first day'),
          column('to_day', 'text', '', 'last day'),
        ]);
        await warehouse.append(
          'ranges',
          [column('from_day', 'text', '', ''), column('to_day', 'text', '', '')],
          [[cases.map((c) => c.from), cases.map((c) => c.to)]],
        );
        const [from, to] = [sql`cast(from_day as date)`, sql`cast(to_day as date)`];
        const rows = await warehouse.query<{ from_day: string; to_day: string; months: number }>(
          sql`select from_day, to_day, ${monthsBetween(warehouse.dialect, from, to)} as months from ranges`,
        );
        expect(rows).toHaveLength(300);
        for (const { from_day, to_day, months } of rows) {
          expect(`${from_day} ${to_day}: ${months}`).toBe(
            `${from_day} ${to_day}: ${walked(from_day, to_day)}`,
          );
        }
      });

      it('counts months from January of the year 0 and back to their first day', async () => {
        for (const [day, month, first] of [
          ['1900-01-31', 22801, '1900-01-01'],
          ['2023-12-31', 24288, '2023-12-01'],
          ['2024-01-01', 24289, '2024-01-01'],
          ['2024-11-15', 24299, '2024-11-01'],
        ] as const) {
          const back = firstDay(sql`cast(${month} as bigint)`);
          expect(await one(sql`select ${back} as value`)).toBe(first);
          expect(await one(sql`select ${monthOf(sql`cast(${day} as date)`)} as value`)).toBe(month);
        }
      });

      it('knows the last day of months', async () => {
        for (const [day, last] of [
          ['2023-02-01', '2023-02-28'],
          ['2024-02-10', '2024-02-29'],
          ['1900-02-28', '1900-02-28'],
          ['2000-02-28', '2000-02-29'],
          ['2023-12-31', '2023-12-31'],
        ]) {
          const date = sql`cast(${day ?? ''} as date)`;
          expect(await one(sql`select ${warehouse.dialect.lastDay(date)} as value`)).toBe(last);
        }
      });

      it('matches a regular expression anywhere in a text, null in null', async () => {
        const matches = (text: string | null, pattern: string) =>
          one(
            sql`select ${warehouse.dialect.matches(sql`cast(${text} as varchar)`, sql`${pattern}`)} as value`,
          );
        expect(await matches('Senior Research Engineer', 'Research')).toBe(true);
        expect(await matches('Senior Research Engineer', '^Research')).toBe(false);
        expect(await matches('Directeur général', 'é')).toBe(true);
        expect(await matches(null, '.*')).toBe(null);
      });

      it('calls a pattern that is no regular expression a wrong parameter', async () => {
        for (const pattern of ['(', '[a', '*', '(?=look)', 'a{2,1}']) {
          const statement = sql`select ${warehouse.dialect.matches(sql`cast(${'text'} as varchar)`, sql`${pattern}`)} as value`;
          const error = await refusal(warehouse.query(statement));
          expect({ pattern, code: error.code }).toEqual({ pattern, code: 'parameter' });
        }
      });
    });

    describe('tables', () => {
      it('creates an empty table, fills it and drops it', async () => {
        expect(await warehouse.has('letters')).toBe(false);
        await lettered('letters');
        expect(await warehouse.has('letters')).toBe(true);
        expect(await one(sql`select count(*) as value from letters`)).toBe(3);
        await warehouse.create('letters', 'stored', letters);
        expect(await one(sql`select count(*) as value from letters`)).toBe(0);
        await warehouse.drop('letters');
        expect(await warehouse.has('letters')).toBe(false);
        await warehouse.drop('letters');
      });

      it('keeps the rows of a query, and keeps others in their place', async () => {
        await lettered('letters');
        for (const scope of ['stored', 'session'] as const) {
          const table = `kept_${scope}`;
          await warehouse.keep(table, scope, sql`select n from letters where n > ${1}`);
          expect(await one(sql`select count(*) as value from ${raw(table)}`)).toBe(2);
          await warehouse.keep(table, scope, sql`select n from letters where n > ${2}`);
          expect(await one(sql`select count(*) as value from ${raw(table)}`)).toBe(1);
        }
      });

      it('gives every type of column its values back', async () => {
        const columns = [
          column('i', 'integer', '', ''),
          column('m', 'month', '', ''),
          column('x', 'number', '', ''),
          column('t', 'text', '', ''),
          column('b', 'boolean', '', ''),
        ];
        await warehouse.create('types', 'stored', columns);
        const rows = [
          { i: 2 ** 53, m: 24289, x: 0.1, t: 'text', b: true },
          { i: -7, m: 0, x: -1e-9, t: '', b: false },
          { i: null, m: null, x: null, t: null, b: null },
        ];
        const values = columns.map((c) => rows.map((row) => row[c.name as keyof (typeof rows)[0]]));
        await warehouse.append('types', columns, [values as Block]);
        expect(await warehouse.query(sql`select * from types order by i desc nulls last`)).toEqual(rows);
      });

      it('appends nothing of no blocks and of an empty one', async () => {
        await warehouse.create('letters', 'session', letters);
        await warehouse.append('letters', letters, []);
        await warehouse.append('letters', letters, [[[], []]]);
        expect(await one(sql`select count(*) as value from letters`)).toBe(0);
      });

      it('appends blocks of any size, as they come, each row once', async () => {
        const blocks = (async function* (): AsyncGenerator<Block> {
          for (const [from, size] of [
            [0, 1],
            [1, 2047],
            [2048, 2049],
            [4097, 10_000],
          ] as const) {
            const numbers = Array.from({ length: size }, (_, i) => from + i);
            yield [numbers, numbers.map((n) => `row ${n}`)];
          }
        })();
        await warehouse.create('many', 'stored', letters);
        await warehouse.append('many', letters, blocks);
        const [row] = await warehouse.query(
          sql`select count(*) as n, count(distinct n) as apart, sum(n) as total,
            sum(case when letter = concat('row ', cast(n as varchar)) then 1 else 0 end) as right_rows from many`,
        );
        expect(row).toEqual({ n: 14_097, apart: 14_097, total: (14_096 * 14_097) / 2, right_rows: 14_097 });
      });

      it('names the columns that a query would give', async () => {
        await lettered('letters');
        const columns = await warehouse.columns(sql`select letter, n + ${1} as next from letters`);
        expect(columns.map((c) => c.name)).toEqual(['letter', 'next']);
      });

      it('quotes names, whatever is in them', async () => {
        const table = 'a "b"; drop table spell';
        await warehouse.create(table, 'session', [column('order', 'integer', '', '')]);
        expect(await warehouse.has(table)).toBe(true);
        await warehouse.drop(table);
        expect(await warehouse.has(table)).toBe(false);
      });
    });

    describe('stream(statement)', () => {
      it('gives every row of a long result once, in blocks, column by column', async () => {
        const numbers = Array.from({ length: 50_000 }, (_, i) => i);
        await warehouse.create('many', 'stored', letters);
        await warehouse.append('many', letters, [[numbers, numbers.map((n) => `row ${n}`)]]);
        const seen = new Set<number>();
        let blocks = 0;
        for await (const [n = [], letter = []] of warehouse.stream(sql`select n, letter from many`)) {
          blocks++;
          expect(letter).toHaveLength(n.length);
          n.forEach((value, i) => {
            expect(letter[i]).toBe(`row ${value}`);
            seen.add(Number(value));
          });
        }
        expect(seen.size).toBe(50_000);
        expect(blocks).toBeGreaterThan(1);
      });

      it('gives no block with a row for a query without rows', async () => {
        let rows = 0;
        for await (const [n = []] of warehouse.stream(sql`select 1 as n where ${1} = 2`)) rows += n.length;
        expect(rows).toBe(0);
      });

      it('can be left half-way', async () => {
        await warehouse.create('many', 'stored', letters);
        const numbers = Array.from({ length: 20_000 }, (_, i) => i);
        await warehouse.append('many', letters, [[numbers, numbers.map(String)]]);
        for await (const [n] of warehouse.stream(sql`select n from many`)) {
          expect(n?.length).toBeGreaterThan(0);
          break;
        }
        expect(await one(sql`select count(*) as value from many`)).toBe(20_000);
      });
    });

    describe('transaction(work)', () => {
      it('keeps all of it when the work is done, and gives its result', async () => {
        await lettered('letters');
        const result = await warehouse.transaction(async () => {
          await warehouse.run(sql`delete from letters where n = ${1}`);
          await warehouse.keep('other', 'stored', sql`select 1 as n`);
          return 'done';
        });
        expect(result).toBe('done');
        expect(await one(sql`select count(*) as value from letters`)).toBe(2);
        expect(await warehouse.has('other')).toBe(true);
      });

      it('undoes tables made, replaced, filled and dropped when the work fails', async () => {
        await lettered('letters');
        await lettered('dropped');
        const failure = new Error('half-way');
        const work = warehouse.transaction(async () => {
          await warehouse.run(sql`delete from letters`);
          await warehouse.append('letters', letters, [[[9], ['z']]]);
          await warehouse.keep('letters', 'stored', sql`select 1 as n`);
          await warehouse.create('made', 'stored', letters);
          await warehouse.drop('dropped');
          throw failure;
        });
        await expect(work).rejects.toBe(failure);
        expect(await warehouse.query(sql`select n, letter from letters order by n`)).toEqual([
          { n: 1, letter: 'a' },
          { n: 2, letter: 'b' },
          { n: 3, letter: null },
        ]);
        expect(await warehouse.has('made')).toBe(false);
        expect(await warehouse.has('dropped')).toBe(true);
      });

      it('undoes all when a statement in it fails, and works on afterwards', async () => {
        await lettered('letters');
        const work = warehouse.transaction(async () => {
          await warehouse.run(sql`delete from letters`);
          await warehouse.query(sql`select * from nowhere`);
        });
        expect((await refusal(work)).code).toBe('warehouse');
        expect(await one(sql`select count(*) as value from letters`)).toBe(3);
        await warehouse.transaction(() => warehouse.run(sql`delete from letters`));
        expect(await one(sql`select count(*) as value from letters`)).toBe(0);
      });

      it('undoes all when the blocks to append fail', async () => {
        await lettered('letters');
        const blocks = (async function* (): AsyncGenerator<Block> {
          yield [[4], ['d']];
          throw new Error('the file ends here');
        })();
        const work = warehouse.transaction(() => warehouse.append('letters', letters, blocks));
        await expect(work).rejects.toThrow('the file ends here');
        expect(await one(sql`select count(*) as value from letters`)).toBe(3);
      });
    });

    describe('beside()', () => {
      it('has the stored tables, and session tables of its own', async () => {
        await warehouse.create('letters', 'stored', letters);
        await warehouse.append('letters', letters, [[[1], ['a']]]);
        await warehouse.keep('own', 'session', sql`select 1 as n`);
        const other = await warehouse.beside();
        expect(await other.query(sql`select letter from letters`)).toEqual([{ letter: 'a' }]);
        expect(await other.has('own')).toBe(false);
        await other.keep('own', 'session', sql`select 2 as n`);
        await other.keep('shared', 'stored', sql`select 3 as n`);
        expect(await one(sql`select n as value from own`)).toBe(1);
        expect(await one(sql`select n as value from shared`)).toBe(3);
        await other.close();
        expect(await one(sql`select n as value from own`)).toBe(1);
      });

      it('goes on where the other session is interrupted, and ends with it', async () => {
        const other = await warehouse.beside();
        const long = raw(
          `select sum(a.n * b.n) as value from (${tenThousand}) as a cross join (${tenThousand}) as b`,
        );
        const started = other.query(long);
        warehouse.interrupt();
        expect((await started).length).toBe(1);
        await warehouse.close();
        expect((await refusal(other.query(sql`select 1 as n`))).code).toBe('cancelled');
      });
    });

    describe('errors', () => {
      it('says warehouse where a table is unknown, with the engine underneath', async () => {
        const error = await refusal(warehouse.query(sql`select * from nowhere where n = ${1}`));
        expect(error.code).toBe('warehouse');
        expect(error.message).toContain('nowhere');
        expect(error.cause).toBeInstanceOf(Error);
      });

      it('says warehouse where a value cannot be what it is cast to', async () => {
        const error = await refusal(warehouse.query(sql`select cast(${'no date'} as date) as value`));
        expect(error.code).toBe('warehouse');
      });

      it('says warehouse in every way of asking', async () => {
        const bad = sql`select * from nowhere`;
        const streamed = async (): Promise<void> => {
          for await (const _ of warehouse.stream(bad));
        };
        for (const work of [
          () => warehouse.run(bad),
          () => warehouse.columns(bad),
          () => warehouse.keep('kept', 'session', bad),
          () => warehouse.append('nowhere', letters, [[[1], ['a']]]),
          streamed,
        ]) {
          expect((await refusal(work())).code).toBe('warehouse');
        }
      });

      it('says cancelled after the signal, for whatever is asked', async () => {
        const stop = new AbortController();
        const interrupted = await open(stop.signal);
        try {
          await interrupted.create('letters', 'session', letters);
          stop.abort();
          for (const work of [
            () => interrupted.query(sql`select 1 as n`),
            () => interrupted.append('letters', letters, [[[1], ['a']]]),
          ]) {
            expect((await refusal(work())).code).toBe('cancelled');
          }
        } finally {
          await interrupted.close();
        }
      });

      it('stops a long query at the signal and undoes its transaction', async () => {
        const stop = new AbortController();
        const interrupted = await open(stop.signal);
        try {
          const started = Date.now();
          const work = interrupted.transaction(async () => {
            await interrupted.create('made', 'stored', letters);
            setTimeout(() => stop.abort(), 100);
            const long = `select sum(a.n * b.n * c.n) as value from ${['a', 'b', 'c']
              .map((t) => `(${tenThousand}) as ${t}`)
              .join(' cross join ')}`;
            await interrupted.query(raw(long));
          });
          expect((await refusal(work)).code).toBe('cancelled');
          expect(Date.now() - started).toBeLessThan(20_000);
        } finally {
          await interrupted.close();
        }
      });
    });
  });
}

const digits = `(values ${Array.from({ length: 10 }, (_, i) => `(${i})`).join(', ')})`;
const tenThousand = `select 1.0 * (p.d + 10 * q.d + 100 * r.d + 1000 * s.d) as n from ${['p', 'q', 'r', 's']
  .map((t) => `${digits} as ${t} (d)`)
  .join(' cross join ')}`;

/** Whole months from one day to a later one, by walking: the k-th anniversary is the same day, or the month's last. */
function walked(from: string, to: string): number {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  for (let months = 0; ; months++) {
    const first = new Date(Date.UTC(year, month - 1 + months + 1, 1));
    const last = new Date(Date.UTC(year, month + months + 1, 0)).getUTCDate();
    first.setUTCDate(Math.min(day, last));
    if (dayOf(first) > to) return months;
  }
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
