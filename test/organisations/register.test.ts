import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergeRegistries, parseRegister, parseRegistry } from '../../src/organisations/index.js';
import { loadRegisters } from '../../src/registers.js';
import { csv } from '../../src/sources/csv.js';
import { openWarehouse, sql, type Warehouse } from '../../src/warehouse/index.js';
import { loadInto } from '../sources/loading.js';

const key = new Uint8Array(32).fill(3);
const source = 'source: "https://example.org/x"';
const shipped = mergeRegistries(
  parseRegistry(
    `organisations:
  - {id: oak, title: Oak, kind: company, ${source}}
  - {id: nut, title: Nut, kind: lab, ${source}, parents: [{id: oak, since: 2015-03, until: 2019-01}]}
  - {id: elm, title: Elm, kind: company, ${source}, events: [
      {event: acquired, by: oak, announced: 2018-11-06, on: 2018-12, ${source}},
      {event: split, into: [nut, oak], on: 2020, ${source}}]}
`,
    'shipped.yaml',
    'shipped',
  ),
);

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse(':memory:', { mode: 'write' });
});
afterEach(() => warehouse.close());

const register = (text: string, { name = 'mine.yaml', version = text } = {}) => {
  const { organisations, decisions } = parseRegister(text, name);
  const file = { authority: 'user' as const, name, place: name, version };
  return loadRegisters(warehouse, [{ file, organisations: [organisations], decisions }], {
    registry: shipped,
    key,
  });
};
const people = (text: string) =>
  loadInto(
    warehouse,
    csv,
    { 'people.csv': `person,employer,start\n${text}` },
    { registry: shipped, key, observedUntil: '2024-12-31' },
  );
const titles = async () =>
  (await warehouse.query(sql`select title from organisation where met order by title`)).map(
    ({ title }) => title,
  );
const mine = (title: string) =>
  `organisations: [{id: ash, title: ${title}, kind: company, ${source}, aliases: [The Ash Tree], parents: [{id: oak}]}]\n`;

describe('loadRegisters(warehouse, registers, options)', () => {
  it('gives loaded people their organisations anew', async () => {
    await people('ada,The Ash Tree,2019\nada,Oak,2021\n');
    expect(await titles()).toEqual(['Oak', 'The Ash Tree']);
    expect(await register(mine('Ash'))).toEqual([
      { name: 'mine.yaml', outcome: 'loaded', organisations: 1, decisions: 0 },
    ]);
    expect(await titles()).toEqual(['Ash', 'Oak']);
  });

  it('serves people that are loaded later', async () => {
    await register(mine('Ash'));
    await people('ada,The Ash Tree,2019\n');
    expect(await titles()).toEqual(['Ash']);
  });

  it('replaces what the same file said, and passes over the same content', async () => {
    await people('ada,The Ash Tree,2019\n');
    await register(mine('Ash'));
    expect(await register(mine('Ash'))).toMatchObject([{ outcome: 'unchanged' }]);
    expect(await register(mine('Ash Works'))).toMatchObject([{ outcome: 'replaced' }]);
    expect(await titles()).toEqual(['Ash Works']);
  });

  it.each([
    [
      'a parent that nobody registered',
      mine('Ash').replace('id: oak', 'id: oka'),
      'unknown parent: "oka" (mine.yaml:1)',
    ],
    [
      'a name of another',
      mine('Elm'),
      'claimed by two organisations: "Elm" (elm at shipped.yaml:4, ash at mine.yaml:1)',
    ],
    [
      'a circle through what ships',
      `organisations: [{id: oak, title: Oak, kind: company, ${source}, parents: [{id: nut, since: 2016}]}]`,
      'parents run in a circle: "oak > nut > oak"',
    ],
  ])('changes nothing at %s', async (_, text, message) => {
    await people('ada,The Ash Tree,2019\n');
    const before = await warehouse.query(sql`select * from meta order by fact`);
    await expect(register(text)).rejects.toMatchObject({
      code: 'source',
      message: expect.stringContaining(message),
    });
    expect(await warehouse.query(sql`select * from meta order by fact`)).toEqual(before);
    expect(await warehouse.query(sql`select count(*) as n from registration`)).toEqual([{ n: 0 }]);
  });

  it('follows a decision, and stops at one that names nobody', async () => {
    await people('ada,The Ash Tree,2019\n');
    await register('decisions: [{written: The Ash Tree, organisation: elm}]\n');
    expect(await titles()).toEqual(['Elm']);
    await expect(
      register('decisions: [{written: Ash, organisation: ash}]\n', { name: 'b.yaml' }),
    ).rejects.toThrow(
      'unknown organisation: "ash" (b.yaml:1); write the id of an organisation of the registry, own, self-employed or unknown',
    );
    expect(await titles()).toEqual(['Elm']);
  });

  it('names both files where two of a user claim one alias', async () => {
    await register(mine('Ash'));
    const other = `organisations: [{id: yew, title: Yew, kind: company, ${source}, aliases: [the ash tree]}]\n`;
    await expect(register(other, { name: 'other.yaml' })).rejects.toThrow(
      'claimed by two organisations: "the ash tree" (ash at mine.yaml:1, yew at other.yaml:1); leave it to one of them',
    );
  });
});

describe('what a database keeps of the registry', () => {
  it('holds owners by month and events with the other organisation, also of those nobody is at', async () => {
    await people('ada,Nut,2019\n');
    const number = sql`select o.id, p.parent, p.since, p.until from parent as p join organisation as o on o.organisation = p.organisation`;
    expect(await warehouse.query(number)).toEqual([
      { id: 'nut', parent: 3, since: 2015 * 12 + 3, until: 2019 * 12 + 1 },
    ]);
    const events = await warehouse.query(
      sql`select o.id, e.event, b.id as other, e.announced, e.effective, e.dated from event as e
        join organisation as o on o.organisation = e.organisation
        left join organisation as b on b.organisation = e.other order by e.event, o.id`,
    );
    expect(events).toEqual([
      {
        id: 'elm',
        event: 'acquired',
        other: 'oak',
        announced: 2018 * 12 + 11,
        effective: 2018 * 12 + 12,
        dated: '2018-12',
      },
      {
        id: 'nut',
        event: 'spun_off',
        other: 'elm',
        announced: null,
        effective: 2020 * 12 + 1,
        dated: '2020',
      },
      {
        id: 'oak',
        event: 'spun_off',
        other: 'elm',
        announced: null,
        effective: 2020 * 12 + 1,
        dated: '2020',
      },
    ]);
    expect(await titles()).toEqual(['Nut']);
  });
});
