import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseRegistry } from '../../src/organisations/index.js';
import type { CvRow } from '../world.js';
import { type Served, served } from './serving.js';

const registry = parseRegistry(
  `organisations:
${['ash', 'beech', 'cedar', 'elm', 'fir', 'oak', 'pine'].map((id) => `  - {id: ${id}, title: ${id}, kind: company, source: 'https://example.org/${id}'}`).join('\n')}
  - id: yew
    title: yew
    kind: company
    parents: [{id: oak, since: 2018-06}]
    events: [{event: acquired, by: oak, on: 2018-06, source: 'https://example.org/yew'}]
    source: https://example.org/yew
`,
  'wood.yaml',
);

let count = 0;

/** So many people who come to one organisation from another, where they were for two years, or since an unknown month. */
function movers(from: string, to: string, joined: string, many: number, began?: string): readonly CvRow[] {
  const start = began ?? `${Number(joined.slice(0, 4)) - 2}${joined.slice(4)}`;
  return Array.from({ length: many }).flatMap((): CvRow[] => {
    count += 1;
    return [
      [`mover${count}`, from, start, joined],
      [`mover${count}`, to, joined, ''],
    ];
  });
}

const stayers = (at: string, many: number): readonly CvRow[] =>
  Array.from({ length: many }, (): CvRow => {
    count += 1;
    return [`stayer${count}`, at, '2012-01', ''];
  });

const rows: readonly CvRow[] = [
  // Four from Ash to Beech, one in each quarter, two of an unknown start; none from Ash to Elm.
  ...movers('ash', 'beech', '2018-02', 1),
  ...movers('ash', 'beech', '2018-05', 1, ''),
  ...movers('ash', 'beech', '2018-08', 1),
  ...movers('ash', 'beech', '2018-11', 1, ''),
  // Shown in each year, with tests.
  ...movers('ash', 'cedar', '2017-03', 12),
  ...movers('cedar', 'ash', '2017-03', 9),
  ...movers('ash', 'cedar', '2018-03', 20),
  ...movers('cedar', 'ash', '2018-03', 8),
  // Nine each, shown for both years together alone: four and five, and seven and two.
  ...movers('beech', 'cedar', '2017-03', 4),
  ...movers('beech', 'cedar', '2018-03', 5),
  ...movers('elm', 'cedar', '2017-03', 7),
  ...movers('elm', 'cedar', '2018-03', 2),
  // Two taken over with Yew, beside those hired.
  ...movers('yew', 'oak', '2016-03', 6),
  ['taken', 'yew', '2016-01', '2018-06'],
  ['taken', 'oak', '2018-06', ''],
  ['joined', 'yew', '2016-01', '2018-06'],
  ['joined', 'oak', '2018-06', ''],
  ...['ash', 'beech', 'cedar', 'elm', 'oak'].flatMap((at) => stayers(at, 20)),
  ...stayers('fir', 1),
  ...stayers('Roe & Daughter', 2),
  ...stayers('willow', 6),
  ...stayers('pine', 3),
];

let here: Served;
beforeAll(async () => {
  here = await served({}, rows, { registry });
});
afterAll(() => here.world.warehouse.close());

// biome-ignore lint/suspicious/noExplicitAny: what comes over the wire has no type yet
async function json(path: string): Promise<any> {
  const response = await here.app.request(`http://localhost${path}`, { headers: { host: 'localhost' } });
  expect(response.status).toBe(200);
  return response.json();
}

/** Everything that an answer says besides what was asked, and who. */
async function said(measure: string, organisations: readonly string[], asked = ''): Promise<unknown> {
  const names = organisations.map((name) => `organisation=${name}`).join('&');
  const { parameters: _, rows: found, ...answer } = await json(`/api/measures/${measure}?${names}${asked}`);
  const cells = found.map(({ from, from_id, to, to_id, ...row }: Record<string, unknown>) => row);
  const { unlisted, ...rest } = answer;
  return { ...rest, unlisted: unlisted && { ...unlisted, between: unlisted.between.length }, rows: cells };
}

const windows = ['', '&by=year', '&by=quarter', '&since=2018&until=2018', '&max-gap=0', '&cause=acquired'];

describe('an answer about few', () => {
  it.each(windows)('is the one about nobody: flows of two organisations%s', async (asked) => {
    expect(await said('flows', ['ash', 'beech'], asked)).toEqual(await said('flows', ['ash', 'elm'], asked));
  });

  it('says nothing of rows that it leaves out by what it notes, be they of few or of a part of many', async () => {
    const year = '&until=2017';
    expect(await said('flows', ['elm', 'cedar'])).not.toEqual(await said('flows', ['elm', 'ash']));
    const [ofMany, ofFew, ofNone] = [
      await said('flows', ['elm', 'cedar'], year),
      await said('flows', ['beech', 'cedar'], year),
      await said('flows', ['oak', 'cedar'], year),
    ];
    expect(ofMany).toEqual(ofNone);
    expect(ofFew).toEqual(ofNone);
  });

  it('tests no other pairs beside few than beside nobody', async () => {
    const qOf = async (third: string, asked = ''): Promise<unknown> => {
      const names = ['ash', 'cedar', third].map((name) => `organisation=${name}`).join('&');
      const { rows: found } = await json(`/api/measures/flows?${names}${asked}`);
      return found
        .filter((row: { from: string; to: string }) => ![row.from, row.to].includes(third))
        .map((row: { q_value: unknown }) => row.q_value);
    };
    for (const asked of ['&by=year', '&until=2017', '&since=2018']) {
      const none = await qOf('oak', asked);
      expect(none).not.toEqual([]);
      for (const third of ['beech', 'elm', 'yew']) expect(await qOf(third, asked)).toEqual(none);
    }
  });

  it('tests so many pairs of one with all, as if there were some more than are shown, in steps of the minimum', async () => {
    const { rows: found } = await json('/api/measures/flows?organisation=ash&since=2018&until=2018');
    const [{ p_value, q_value }] = found;
    expect(q_value / p_value).toBeCloseTo(1 + 5, 9);
  });

  it('has the same notes, whether anybody was taken over or came at an unknown time', async () => {
    const codes = async (measure: string, ...names: string[]): Promise<unknown> =>
      ((await said(measure, names, '&until=2019')) as { notes: { code: string }[] }).notes
        .map(({ code }) => code)
        .filter((code) => code !== 'withheld');
    expect(await codes('flows', 'yew', 'oak')).toEqual(await codes('flows', 'ash', 'cedar'));
    expect(await codes('ratio', 'ash', 'beech')).toEqual(await codes('ratio', 'ash', 'elm'));
    for (const measure of ['headcount', 'retention', 'exits', 'growth'])
      expect(await codes(measure, 'ash')).toEqual(await codes(measure, 'cedar'));
  });
});

describe('the order of rows', () => {
  it('is that of what is shown, whatever cause is asked for', async () => {
    const orderOf = async (asked: string): Promise<string[]> =>
      (await json(`/api/measures/flows${asked}`)).rows.map((row: { from: string; to: string }) =>
        [row.from, row.to].join(' '),
      );
    const usual = await orderOf('');
    expect(usual[0]).toBe('ash cedar');
    expect(usual).toContain('yew oak');
    expect(await orderOf('?cause=acquired')).toEqual(usual);
  });

  it('is by name among organisations of too few hires in exits', async () => {
    const named = ['pine', 'fir', 'cedar'].map((name) => `organisation=${name}`).join('&');
    for (const asked of [named, '']) {
      const { rows: found } = await json(`/api/measures/exits?${asked}`);
      const names: string[] = found
        .filter(({ people }: { people: unknown }) => typeof people === 'object')
        .map((row: { organisation: string }) => row.organisation);
      expect(names).toContain('pine');
      expect(names).toEqual([...names].sort());
    }
  });

  it('is by id among organisations of too few people', async () => {
    const { organisations } = await json('/api/organisations');
    const few = organisations.filter(({ people }: { people: number | null }) => people === null);
    expect(few.map(({ id }: { id: string }) => id)).toEqual(['fir', 'pine']);
    const shown = organisations.slice(0, -2).map(({ people }: { people: number }) => people);
    expect(shown).toEqual([...shown].sort((a, b) => b - a));
  });
});

describe('a firm of few people that no registry has', () => {
  it.each(['retention', 'exits', 'headcount', 'growth', 'coverage', 'flows'])(
    'is not named by %s',
    async (measure) => {
      const whole = JSON.stringify((await json(`/api/measures/${measure}?limit=1000`)).rows);
      expect(whole).toContain(measure === 'flows' ? 'cedar' : 'willow');
      expect(whole).not.toContain('Roe');
    },
  );

  it('is as unknown to whoever names it as one that is not there, and is proposed to nobody', async () => {
    const detailOf = async (measure: string, name: string): Promise<unknown> => {
      const address = `/api/measures/${measure}?organisation=${encodeURIComponent(name)}`;
      const response = await here.app.request(`http://localhost${address}`, {
        headers: { host: 'localhost' },
      });
      return ((await response.json()) as { detail: unknown }).detail;
    };
    for (const measure of ['headcount', 'retention', 'flows'])
      for (const name of ['Roe & Daughter', 'roe and daughter', 'Roe & Daugther'])
        expect(await detailOf(measure, name)).toBe(
          `unknown organisation: ${JSON.stringify(name)}; see mercato resolve for the names in the data`,
        );
    expect(await detailOf('headcount', 'Wilow')).toContain('did you mean willow?');
  });
});
