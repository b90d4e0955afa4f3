import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDate } from '../../src/records/index.js';
import { sightings } from '../../src/sources/sightings.js';
import { openWarehouse, raw, sql, type Warehouse } from '../../src/warehouse/index.js';
import { folder, type Given, loadInto, refused } from './loading.js';

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openWarehouse(':memory:', { mode: 'write' });
});
afterAll(() => warehouse.close());

const file = (rows: readonly string[]): string => `person,employer,seen_on\n${rows.join('\n')}\n`;

/** Spells that come of rows, each in a line: `Acorn employee 2017-03..2019-03 to 2019-06..2020-01 @5`. */
async function spellsOf(rows: readonly string[] | Uint8Array, given: Given = {}): Promise<string[]> {
  const content = rows instanceof Uint8Array ? rows : file(rows);
  await loadInto(warehouse, sightings, { 'seen.csv': content }, given);
  const found = await warehouse.query(sql`select w.written, s.* from spell as s
    join employer as w on w.employer = s.employer join person as p on p.person = s.person
    order by s.start_date, s.start_latest, s.kind desc, w.written, s.line`);
  return found.map((s) => {
    const from = `${s.start_date}..${s.start_latest}`;
    const to =
      s.end_status === 'open' ? `open, seen until ${s.seen_until}` : `${s.end_date}..${s.end_latest}`;
    return `${s.written} ${s.kind} ${from} to ${to}`;
  });
}

const movesOf = () =>
  warehouse.query(sql`select f.title as "from", t.title as "to", gap, by_precision, m.joined_month - 12 * 2000 as joined
    from move as m join organisation as f on f.organisation = m.from_organisation
    join organisation as t on t.organisation = m.to_organisation order by joined_month`);

describe('sightings: one place', () => {
  it('join into one spell that starts at most the gap before the first and is censored at the last', async () => {
    expect(
      await spellsOf(['maud,Acorn,2019-05-17', 'maud,Acorn,2020-02-03', 'maud,Acorn,2021-11-30']),
    ).toEqual(['Acorn employee 2017-05-01..2019-05-17 to open, seen until 2021-11-30']);
  });

  it('are the same in any order of rows', async () => {
    expect(
      await spellsOf(['maud,Acorn,2021-11-30', 'maud,Acorn,2019-05-17', 'maud,Acorn,2020-02-03']),
    ).toEqual(['Acorn employee 2017-05-01..2019-05-17 to open, seen until 2021-11-30']);
  });

  it('become two spells over a gap of more than 24 months, and one up to it', async () => {
    expect(await spellsOf(['maud,Acorn,2018-01-31', 'maud,Acorn,2020-01-01'])).toHaveLength(1);
    // 25 months: whoever vanishes left in the first half of the time and came back in the second.
    expect(await spellsOf(['maud,Acorn,2018-01-01', 'maud,Acorn,2020-02-01'])).toEqual([
      'Acorn employee 2016-01-01..2018-01-01 to 2018-01-01..2018-12-01',
      'Acorn employee 2019-03-01..2020-02-01 to open, seen until 2020-02-01',
    ]);
    // Long after: nobody is taken to stay for longer than the gap without being seen.
    expect(await spellsOf(['maud,Acorn,2008-01-01', 'maud,Acorn,2020-02-01'])).toEqual([
      'Acorn employee 2006-01-01..2008-01-01 to 2008-01-01..2010-01-01',
      'Acorn employee 2018-02-01..2020-02-01 to open, seen until 2020-02-01',
    ]);
  });

  it('stay two episodes where they are two spells', async () => {
    for (const gap of [1, 2, 3, 12]) {
      for (const months of [gap + 1, gap + 2, gap + 3].filter((m) => m > 1)) {
        const later = parseDate(
          `${2018 + Math.floor(months / 12)}-${String(1 + (months % 12)).padStart(2, '0')}`,
        );
        await spellsOf(['maud,Acorn,2018-01-20', `maud,Acorn,${later?.earliest}`], { gap });
        const [count] = await warehouse.query(
          sql`select (select count(*) from spell) as spells, (select count(*) from episode) as episodes`,
        );
        expect({ gap, months, ...count }).toEqual({ gap, months, spells: 2, episodes: 2 });
      }
    }
  });

  it('take the gap that is given, which is part of the version of the file', async () => {
    const rows = ['maud,Acorn,2018-01-01', 'maud,Acorn,2018-09-01'];
    expect(await spellsOf(rows, { gap: 8 })).toHaveLength(1);
    expect(await spellsOf(rows, { gap: 7 })).toHaveLength(2);
  });

  it('count once where a row says the same again, and say so', async () => {
    const rows = ['maud,Acorn,2019', ' maud ,Acorn ,2019', 'maud,Birch,2019', 'maud,Birch,2019-02-01'];
    await spellsOf(rows);
    expect(await warehouse.query(sql`select rule, "rows" from oddity`)).toEqual([
      { rule: 'sighting_repeated', rows: 1 },
    ]);
    // Birch has two dates and Acorn one.
    expect(
      await warehouse.query(sql`select w.written from spell as s join employer as w on w.employer = s.employer
      where kind = 'employee'`),
    ).toEqual([{ written: 'Birch' }]);
  });

  it('are of one person whatever the case of an address or a namespace', async () => {
    const rows = ['email:Maud@acorn.example,Acorn,2019', 'EMAIL:maud@acorn.example,Acorn,2020'];
    expect(await spellsOf(rows)).toHaveLength(1);
    expect(await spellsOf(['GitHub:maud,Acorn,2019', 'github: maud,Acorn,2020'])).toHaveLength(2);
    expect(await spellsOf(['GitHub:maud,Acorn,2019', 'github:maud,Acorn,2020'])).toHaveLength(1);
  });
});

describe('sightings: here and elsewhere', () => {
  it('leave start and end between them, and the point in the middle', async () => {
    expect(
      await spellsOf([
        'maud,Acorn,2018-01-10',
        'maud,Acorn,2018-03-10',
        'maud,Birch,2018-11-20',
        'maud,Birch,2019-01-05',
      ]),
    ).toEqual([
      'Acorn employee 2016-01-01..2018-01-10 to 2018-03-10..2018-11-20',
      'Birch employee 2018-03-10..2018-11-20 to open, seen until 2019-01-05',
    ]);
    expect(await movesOf()).toEqual([
      { from: 'Acorn', to: 'Birch', gap: 0, by_precision: true, joined: 18 * 12 + 7 },
    ]);
  });

  it('are as coarse as they are written', async () => {
    // A year may mean all of it: left and joined between some day of 2018 and some day of 2019.
    expect(await spellsOf(['maud,Acorn,2018', 'maud,Birch,2019', 'maud,Cedar,2019-09'])).toEqual([
      'Acorn employee 2016-01-01..2018-12-31 to 2018-01-01..2019-12-31',
      'Birch employee 2018-01-01..2019-12-31 to 2019-01-01..2019-09-30',
      'Cedar employee 2019-01-01..2019-09-30 to open, seen until 2019-09-30',
    ]);
  });

  it('are not taken to lie after observed-until', async () => {
    expect(await spellsOf(['maud,Acorn,2022'], { observedUntil: '2022-03-31' })).toEqual([
      'Acorn employee 2020-01-01..2022-03-31 to open, seen until 2022-03-31',
    ]);
  });

  it('do not end a job for a single sighting elsewhere in between', async () => {
    expect(
      await spellsOf(['maud,Acorn,2018-01-01', 'maud,Birch,2018-06-01', 'maud,Acorn,2019-01-01']),
    ).toEqual([
      'Acorn employee 2016-01-01..2018-01-01 to open, seen until 2019-01-01',
      'Birch affiliate 2018-06-01..2018-06-01 to 2018-06-01..2018-06-01',
    ]);
    expect(await movesOf()).toEqual([]);
  });

  it('begin a person’s first job nowhere before the year 1900', async () => {
    expect(await spellsOf(['maud,Acorn,1900-02-01'])).toEqual([
      'Acorn employee 1900-01-01..1900-02-01 to open, seen until 1900-02-01',
    ]);
  });
});

describe('sightings: two places at once', () => {
  it('make the one with more the main job, and the other a side job', async () => {
    expect(
      await spellsOf([
        'maud,Birch,2019-01',
        'maud,Birch,2019-02',
        'maud,Acorn,2019-01',
        'maud,Acorn,2019-02',
        'maud,Acorn,2019-03',
      ]),
    ).toEqual([
      'Acorn employee 2017-01-01..2019-01-31 to open, seen until 2019-03-31',
      'Birch affiliate 2019-01-01..2019-01-31 to 2019-02-01..2019-02-28',
    ]);
    const kept = await warehouse.query(sql`select o.title, main from episode as e
      join organisation as o on o.organisation = e.organisation`);
    expect(kept).toEqual([{ title: 'Acorn', main: true }]);
  });

  it('go to the earlier where they are seen as often, and to the first name where they are as early', async () => {
    expect(
      await spellsOf([
        'maud,Birch,2019-01',
        'maud,Acorn,2019-02',
        'maud,Birch,2019-03',
        'maud,Acorn,2019-03',
      ]),
    ).toEqual([
      'Birch employee 2017-01-01..2019-01-31 to open, seen until 2019-03-31',
      'Acorn affiliate 2019-02-01..2019-02-28 to 2019-03-01..2019-03-31',
    ]);
    expect((await spellsOf(['maud,Birch,2019-01', 'maud,Acorn,2019-01']))[0]).toMatch(/^Acorn employee/);
  });

  it('end the weaker job where the stronger begins, and keep the late stragglers beside it', async () => {
    const rows = ['maud,Acorn,2018-01-01', 'maud,Acorn,2019-06-01', 'maud,Acorn,2020-02-01'];
    const birch = ['2019-09-01', '2019-12-01', '2020-03-01', '2020-06-01'].map((day) => `maud,Birch,${day}`);
    expect(await spellsOf([...rows, ...birch])).toEqual([
      'Acorn employee 2016-01-01..2018-01-01 to 2019-06-01..2019-09-01',
      'Birch employee 2019-06-01..2019-09-01 to open, seen until 2020-06-01',
      'Acorn affiliate 2020-02-01..2020-02-01 to 2020-02-01..2020-02-01',
    ]);
    expect((await movesOf()).map((m) => [m.from, m.to])).toEqual([['Acorn', 'Birch']]);
  });

  it('let the weaker begin where the stronger, begun earlier, ends', async () => {
    const acorn = ['2018-01-01', '2018-06-01', '2019-01-01'].map((day) => `maud,Acorn,${day}`);
    expect(await spellsOf([...acorn, 'maud,Birch,2018-10-01', 'maud,Birch,2019-05-01'])).toEqual([
      'Acorn employee 2016-01-01..2018-01-01 to 2019-01-01..2019-05-01',
      'Birch affiliate 2018-10-01..2018-10-01 to 2018-10-01..2018-10-01',
      'Birch employee 2019-01-01..2019-05-01 to open, seen until 2019-05-01',
    ]);
    expect((await movesOf()).map((m) => [m.from, m.to])).toEqual([['Acorn', 'Birch']]);
  });

  it('part a weaker job around a stronger one inside it', async () => {
    const birch = ['2018-06-01', '2018-07-01', '2018-08-01'].map((day) => `maud,Birch,${day}`);
    expect(await spellsOf(['maud,Acorn,2018-01-01', ...birch, 'maud,Acorn,2019-01-01'])).toEqual([
      'Acorn employee 2016-01-01..2018-01-01 to 2018-01-01..2018-06-01',
      'Birch employee 2018-01-01..2018-06-01 to 2018-08-01..2019-01-01',
      'Acorn employee 2018-08-01..2019-01-01 to open, seen until 2019-01-01',
    ]);
    expect((await movesOf()).map((m) => [m.from, m.to])).toEqual([
      ['Acorn', 'Birch'],
      ['Birch', 'Acorn'],
    ]);
  });
});

describe('sightings: somebody seen everywhere', () => {
  it('is no one person from 1,001 employers on, and is counted', async () => {
    const rows = (places: number) => Array.from({ length: places }, (_, i) => `crowd,Firm ${i},2019-05-17`);
    expect(await spellsOf([...rows(1000), 'maud,Acorn,2019'])).toHaveLength(1001);
    expect(await spellsOf([...rows(1001), 'maud,Acorn,2019', 'maud,Acorn,2019'])).toHaveLength(1);
    const oddities = await warehouse.query(sql`select rule, "rows" from oddity order by rule`);
    expect(oddities).toEqual([
      { rule: 'many_places', rows: 1001 },
      { rule: 'sighting_repeated', rows: 1 },
    ]);
  }, 30_000);
});

describe('sightings: files', () => {
  const query = `select * from (values ('maud', 'Acorn', date '2019-05-17'), ('maud', 'Acorn', date '2020-02-03'),
    ('nils', 'Birch', date '2021-01-01')) as t (person, employer, seen_on)`;

  async function parquetOf(statement: string): Promise<Buffer> {
    const path = join(folder, 'written.parquet');
    await warehouse.run(raw(`copy (${statement}) to '${path}' (format parquet)`));
    return readFileSync(path);
  }

  it('may be Parquet, whatever their name, with dates, times, texts or years', async () => {
    const expected = [
      'Acorn employee 2017-05-01..2019-05-17 to open, seen until 2020-02-03',
      'Birch employee 2019-01-01..2021-01-01 to open, seen until 2021-01-01',
    ];
    expect(await spellsOf(await parquetOf(query))).toEqual(expected);
    for (const type of ['timestamp', 'varchar']) {
      const cast = `select person, employer, cast(seen_on as ${type}) as seen_on from (${query})`;
      expect(await spellsOf(await parquetOf(cast))).toEqual(expected);
    }
    const years = await parquetOf(`select 'maud' as person, 'Acorn' as employer, 2019 as seen_on`);
    expect(await spellsOf(years)).toEqual([
      'Acorn employee 2017-01-01..2019-12-31 to open, seen until 2019-12-31',
    ]);
  });

  it('may call their columns otherwise', async () => {
    const map = { person: 'author', employer: 'institution', seen_on: 'published' } as const;
    const content = Buffer.from('author;institution;published\nmaud;Acorn, Works;2019\n');
    expect(await spellsOf(content, { map })).toEqual([
      'Acorn, Works employee 2017-01-01..2019-12-31 to open, seen until 2019-12-31',
    ]);
  });

  it('refuse a mapping of what they do not have', async () => {
    const error = await refused(
      sightings,
      { 'seen.csv': file(['maud,Acorn,2019']) },
      { map: { start: 'seen_on' } },
    );
    expect(error.message).toBe('no such field: start (sightings); --map fills person, employer, seen_on');
  });

  it.each([
    ['maud,Acorn,1899-12-31', 'sighting before 1900: "1899-12-31" (seen.csv:3); mend the date'],
    ['maud,Acorn,1203', 'sighting before 1900: "1203" (seen.csv:3)'],
    [
      'maud,Acorn,2019-02-30',
      'invalid date of a sighting: "2019-02-30" (seen.csv:3); write YYYY, YYYY-MM or YYYY-MM-DD',
    ],
    ['maud,Acorn,2019-01/2019-05', 'invalid date of a sighting: "2019-01/2019-05" (seen.csv:3)'],
    ['maud,Acorn,2019~', 'invalid date of a sighting: "2019~" (seen.csv:3)'],
    ['maud,Acorn,', 'invalid date of a sighting: "" (seen.csv:3)'],
    [
      'maud,Acorn,2023-01-01',
      'sighting after observed-until: "2023-01-01" (seen.csv:3); the file is observed until 2022-12-31',
    ],
    [',Acorn,2019', 'empty person: "" (seen.csv:3)'],
    ['maud, ,2019', 'empty employer: " " (seen.csv:3)'],
  ])('name file and line of %s', async (row, message) => {
    const content = file(['nils,Birch,2019', row, 'nils,Birch,2020']);
    const error = await refused(sightings, { 'seen.csv': content });
    expect(error.message).toContain(message);
    expect(await spellsOf(['nils,Birch,2019', row], { skipBad: 1 })).toEqual([
      'Birch employee 2017-01-01..2019-12-31 to open, seen until 2019-12-31',
    ]);
  });

  it('stop at the first twenty bad rows of many', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `p${i},Acorn,never`);
    const error = await refused(sightings, { 'seen.csv': file(rows) });
    expect(error.message.split('\n')).toHaveLength(22);
  });

  it('say that observed-until is missing, or a column, or all', async () => {
    const options = { observedUntil: undefined } as Given;
    expect((await refused(sightings, { 'seen.csv': file(['maud,Acorn,2019']) }, options)).message).toContain(
      'observed-until is missing: seen.csv',
    );
    expect(
      (await refused(sightings, { 'a.csv': 'person,employer,date\nmaud,Acorn,2019\n' })).message,
    ).toContain('missing column: seen_on (a.csv:1)');
    expect((await refused(sightings, { 'a.csv': '' })).message).toContain('empty file: a.csv');
  });
});

describe('sightings: laws', () => {
  /** A sighting by month count from January 2010, seen on the first. */
  interface Seen {
    readonly employer: string;
    readonly month: number;
  }
  const day = (month: number): string =>
    `${2010 + Math.floor(month / 12)}-${String(1 + (((month % 12) + 12) % 12)).padStart(2, '0')}-01`;

  /** One person's career by the rules, one month after another: who is the main employer where somebody is seen. */
  function reference(seen: readonly Seen[], gap: number): string[] {
    const stays: { employer: string; months: number[] }[] = [];
    for (const employer of [...new Set(seen.map((s) => s.employer))].sort()) {
      const months = [...new Set(seen.filter((s) => s.employer === employer).map((s) => s.month))];
      let last = Number.NEGATIVE_INFINITY;
      for (const month of months.sort((a, b) => a - b)) {
        if (month - last > gap) stays.push({ employer, months: [month] });
        else stays.at(-1)?.months.push(month);
        last = month;
      }
    }
    const from = (s: (typeof stays)[0]): number => s.months[0] ?? 0;
    const to = (s: (typeof stays)[0]): number => s.months.at(-1) ?? 0;
    // Strongest first.
    stays.sort(
      (a, b) => b.months.length - a.months.length || from(a) - from(b) || (a.employer < b.employer ? -1 : 1),
    );
    const mains: { employer: string; stay: number; month: number }[] = [];
    const beside = new Set<string>();
    stays.forEach((stay, i) => {
      for (const month of stay.months) {
        const stronger = stays.slice(0, i).some((w) => from(w) <= month && month <= to(w));
        if (stronger) beside.add(`${stay.employer} ${day(month)}`);
        else mains.push({ employer: stay.employer, stay: i, month });
      }
    });
    mains.sort((a, b) => a.month - b.month);
    // A run of sightings of one stay with no other main sighting between is a main spell.
    const runs: { employer: string; stay: number; first: number; last: number }[] = [];
    for (const { employer, stay, month } of mains) {
      const run = runs.at(-1);
      if (run?.stay === stay) run.last = month;
      else runs.push({ employer, stay, first: month, last: month });
    }
    const spells = runs.map((run, i) => {
      const [before, after] = [runs[i - 1], runs[i + 1]];
      const half = (months: number): number => Math.min(gap, Math.max(0, Math.floor((months - 2) / 2)));
      const start =
        before === undefined
          ? run.first - gap
          : before.employer === run.employer
            ? run.first - half(run.first - before.last)
            : before.last;
      const end =
        after === undefined
          ? `open ${day(run.last)}`
          : after.employer === run.employer
            ? `${day(run.last)} ${day(run.last + half(after.first - run.last))}`
            : `${day(run.last)} ${day(after.first)}`;
      return `${run.employer} ${day(start)} ${day(run.first)} ${end}`;
    });
    return [...spells.sort(), ...[...beside].map((b) => `beside ${b}`).sort()];
  }

  const careers = fc.array(
    fc.record({ employer: fc.constantFrom('Acorn', 'Birch', 'Cedar'), month: fc.nat(72) }),
    { minLength: 1, maxLength: 14 },
  );

  it('agree with a plain account of each person, in any order of rows', async () => {
    const property = fc.asyncProperty(
      fc.array(careers, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 30 }),
      fc.infiniteStream(fc.nat()),
      async (people, gap, shuffle) => {
        const rows = people
          .flatMap((seen, p) => seen.map((s) => `p${p},${s.employer},${day(s.month)}`))
          .map((row) => ({ row, at: shuffle.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
        await loadInto(warehouse, sightings, { 'law.csv': file(rows) }, { gap, namespace: 'law' });
        const found = await warehouse.query<{ [column: string]: string }>(
          sql`select s.person, w.written, s.kind, s.start_date, s.start_latest, s.end_date, s.end_latest, s.end_status, s.seen_until
            from spell as s join employer as w on w.employer = s.employer join file as f on f.file = s.file
            where f.name = 'law.csv'`,
        );
        const text = (s: { [column: string]: string }): string =>
          `${s.written} ${s.start_date} ${s.start_latest} ${s.end_status === 'open' ? `open ${s.seen_until}` : `${s.end_date} ${s.end_latest}`}`;
        const spells = found.filter((s) => s.kind === 'employee').map(text);
        const expected = people.map((seen) => reference(seen, gap));
        expect(spells.sort()).toEqual(
          expected.flatMap((lines) => lines.filter((l) => !l.startsWith('beside'))).sort(),
        );
        // Side jobs: no sighting is lost, and no spell is longer than its sightings.
        const sides = new Set(expected.flatMap((lines) => lines.filter((l) => l.startsWith('beside'))));
        for (const s of found.filter((s) => s.kind === 'affiliate')) {
          expect(sides).toContain(`beside ${s.written} ${s.start_date}`);
          expect(sides).toContain(`beside ${s.written} ${s.end_date}`);
        }
      },
    );
    await fc.assert(property, { numRuns: 25 });
  }, 60_000);
});
