import { describe, expect, it } from 'vitest';
import { place, quick, withDriver } from './command.js';

withDriver();

const careers = (...rows: readonly string[]): string => ['person,employer,start,end', ...rows, ''].join('\n');

const files = {
  'march.csv': careers('ann,Acme,2018,2020-01', 'ann,Bolt,2020-01,', 'ben,Acme,2017-04,'),
  'june.csv': careers(
    'ann,Acme,2018,2020-01',
    'ann,Bolt,2020-01,2020-05',
    'ann,Core,2020-05,',
    'ben,Acme,2017-04,2020-02',
    'ben,Bolt,2020-02,',
  ),
};

const load = (file: string, until: string, ...more: readonly string[]): readonly string[] => [
  ...['load', 'csv', file, '--observed-until', until],
  ...more,
];

describe('mercato load --replaces', () => {
  it('puts a later file in the place of an earlier one, and status and delay say what both know', async () => {
    const cwd = place(files);
    expect((await quick(load('march.csv', '2020-03-31'), { cwd })).code).toBe(0);
    const later = await quick(load('june.csv', '2020-06-30', '--replaces', 'march.csv'), { cwd });
    expect(later).toMatchObject({ code: 0, out: 'june.csv: replaced, 5 spells\n' });
    const { vintages, people } = JSON.parse((await quick(['status', '--json'], { cwd })).out);
    expect(people).toBe(2);
    const days = { source: 'csv', earlier: '2020-03-31', later: '2020-06-30' };
    expect(vintages).toEqual([{ ...days, followed: 2, known: 1, withdrawn: 0 }]);
    expect((await quick(['status'], { cwd })).out).toMatch(/csv +2020-03-31 +2020-06-30 +2 +1 +0/);
    const { rows, notes } = JSON.parse((await quick(['delay', '--since', '2020-05', '--json'], { cwd })).out);
    expect(rows.map((row: { month: string; reported: number }) => [row.month, row.reported])).toEqual([
      ['2020-06', 0],
      ['2020-05', 1],
    ]);
    expect(JSON.stringify(notes)).toContain('The delay of csv is that between its vintages');
  }, 120_000);

  it('is refused for several files, for itself, for a file that is not loaded and where nobody is told of', async () => {
    const cwd = place(files);
    const said = async (...args: readonly string[]) => (await quick(args, { cwd })).err;
    expect(await said(...load('june.csv', '2020-06-30', '--replaces', 'june.csv'))).toContain(
      '--replaces names the earlier vintage of one other file',
    );
    expect(await said(...load('june.csv', '2020-06-30', 'march.csv', '--replaces', 'old.csv'))).toContain(
      '--replaces names the earlier vintage of one other file',
    );
    expect(await said(...load('june.csv', '2020-06-30', '--replaces', 'march.csv'))).toContain(
      'not loaded as csv: march.csv',
    );
    expect(await said('load', 'hiringlab', 'june.csv', '--replaces', 'march.csv')).toContain(
      'it takes no --replaces',
    );
  }, 120_000);
});
