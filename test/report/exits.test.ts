import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/subjects.js';
import { deskOf, filesOf } from './world.js';

/** Forty hired at Ash and followed: nine leave for Elm, seven are not seen again, two are on their own; three go to Oak. */
function careers(): string {
  const lines = ['person,employer,start,end'];
  const leave = (name: string, count: number, next: string | null, on: string) => {
    for (let i = 0; i < count; i++) {
      lines.push(`${name}-${i},Ash,2020-01,${on}`);
      if (next !== null) lines.push(`${name}-${i},${next},${on},`);
    }
  };
  leave('elm', 9, 'Elm', '2021-03');
  leave('gone', 7, null, '2020-09');
  leave('self', 2, 'Freelance', '2021-05');
  leave('oak', 3, 'Oak', '2021-06');
  leave('stay', 19, null, '');
  for (let i = 0; i < 6; i++) lines.push(`there-${i},Elm,2015-02,`, `old-${i},Oak,2015-02,`);
  return `${lines.join('\n')}\n`;
}

let desk: Desk;
beforeAll(async () => {
  desk = await deskOf(false, { text: careers() });
});
afterAll(() => desk.warehouse.close());

const rowsIn = (files: ReadonlyMap<string, string>, id: string) =>
  [
    ...(parseHTML(files.get('index.html') ?? '')
      .document.querySelector(`#${id}`)
      ?.querySelectorAll('tbody tr') ?? []),
  ].map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent));

describe('the section of exits', () => {
  it('shows the destinations of many, and of the others what they are together', async () => {
    const files = await filesOf(desk, 'en');
    expect(rowsIn(files, 'exits').map((row) => row.slice(0, 6))).toEqual([
      ['Ash', 'Elm', '40', '9', '9', '22.5%'],
      ['Ash', 'not seen within 3 months', '40', '7', '7', '17.5%'],
      ['Ash', 'destinations withheld, together', '40', '5', '–', '12.5%'],
    ]);
    expect(parse(files.get('data/exits.csv') ?? '', { columns: true })).toMatchObject([
      { destination: 'Elm', events: '9' },
      { events: '7' },
      { events: '5', leavers: '', low: '' },
    ]);
    const says = parseHTML(files.get('index.html') ?? '').document.querySelector('#exits figcaption');
    expect(says?.textContent).toBe(
      'Of the rivals shown, Elm takes the largest share of another’s hires within 24 months: 22.5% of those of Ash',
    );
  });

  it('is in French too', async () => {
    const files = await filesOf(desk, 'fr');
    expect(rowsIn(files, 'exits')[1]?.[1]).toBe('pas revues en 3 mois');
  });
});

describe('the section of growth', () => {
  it('shows hires to exits only beside growth and hazard, few exits as few', async () => {
    const files = await filesOf(desk, 'en');
    const rows = rowsIn(files, 'growth');
    // Nobody left Elm in the last three whole years: 0 and 4 exits are one to a reader.
    expect(rows.find(([name]) => name === 'Elm')?.[2]).toBe('<5');
    const document = parseHTML(files.get('index.html') ?? '').document;
    const heads = [...document.querySelectorAll('#growth th[scope=col]')].map((head) => head.textContent);
    expect(heads.slice(1, 9)).toEqual([
      ...['hires', 'exits', 'hires to exits', '95 % interval of hires to exits'],
      ...['growth', '95 % interval of the growth', 'hazard', '95 % interval of the hazard'],
    ]);
    expect([...files.values()].join('')).not.toMatch(/NaN|Infinity|undefined/);
  });
});
