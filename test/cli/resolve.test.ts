import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { mercato, observed, place, quick, withDriver } from './command.js';

withDriver();

const careers = `person,employer,start,end
ada,Korvidia Technologies,2018,2019
ben,Korvidia Technologies,2018,2019
cyd,Northern Meteorology,2018,2019
dov,Northern Meteorology,2018,2020
eve,Northern Metorology,2019,2020
fay,Google LLC,2019,2020
`;
const overrides = 'decisions:\n  - {written: "Korvidia Technologies (Oslo)", organisation: openai}\n';
const stray = 'decisions:\n  - {written: Korvidia, organisation: korvidia-of-oslo}\n';

let cwd = '';
const rowsOf = async (...args: string[]) =>
  JSON.parse((await quick(['resolve', ...args, '--json'], { cwd })).out);

beforeAll(async () => {
  cwd = place({
    'careers.csv': careers,
    'mine.yaml': overrides,
    'broken.yaml': 'decisions: 7\n',
    'stray.yaml': stray,
  });
  expect((await quick(['load', 'csv', 'careers.csv', ...observed], { cwd })).code).toBe(0);
});

describe('mercato resolve NAME, beside a database', () => {
  it('answers as the database does, and says how and how surely', async () => {
    expect(await rowsOf('Korvidia')).toEqual([
      {
        name: 'Korvidia',
        organisation: '~korvidia-technologies',
        title: 'Korvidia Technologies',
        how: 'similarity',
        score: 0.92,
      },
    ]);
  });

  it('takes the names by themselves where there is no database', async () => {
    const { out } = await quick(['resolve', 'Korvidia', '--json'], { cwd: place({ 'x.csv': '' }) });
    expect(JSON.parse(out)).toMatchObject([{ organisation: '~korvidia', how: 'own', score: 1 }]);
  });

  it('tries decisions from a file', async () => {
    expect(await rowsOf('Korvidia Technologies (Oslo)', '--overrides', 'mine.yaml')).toMatchObject([
      { organisation: 'openai', title: 'OpenAI', how: 'decided', score: 1 },
    ]);
    expect(await rowsOf('Korvidia Technologies (Oslo)')).toMatchObject([
      { organisation: '~korvidia-technologies' },
    ]);
  });

  it.each([
    [['resolve', '--overrides', 'mine.yaml'], '--overrides needs names'],
    [['resolve', 'Korvidia', '--overrides', 'none.yaml'], 'no such file: none.yaml'],
    [['resolve', 'Korvidia', '--overrides', 'broken.yaml'], 'broken.yaml:1'],
    [['resolve', 'Korvidia', '--overrides', '.'], 'a folder, not a file'],
    [
      ['resolve', 'Korvidia', '--overrides', 'stray.yaml'],
      'unknown organisation: "korvidia-of-oslo" (stray.yaml:2)',
    ],
    [['resolve', 'Korvidia', '--db', join('no', 'such.duckdb')], 'such.duckdb'],
  ])('refuses %j', async (args, message) => {
    const said = await mercato(args, { cwd });
    expect(said.code).not.toBe(0);
    expect(said.err).toContain(message);
  });
});

describe('mercato resolve, without names', () => {
  it('lists doubts, the heaviest first, and which doubt it is', async () => {
    expect(
      (await rowsOf()).map((row: { doubt: string; name: string; spells: number }) => [
        row.doubt,
        row.name,
        row.spells,
      ]),
    ).toEqual([
      ['unregistered', 'Northern Meteorology', 3],
      ['unregistered', 'Korvidia Technologies', 2],
      ['unsure', 'Northern Metorology', 1],
    ]);
    expect(await rowsOf('--top', '1')).toHaveLength(1);
  });
});
