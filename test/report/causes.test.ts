import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.js';
import { ratio } from '../../src/measures/index.js';
import { barsOf, others, sumBeside } from '../../src/report/others.js';
import { happened } from '../../src/report/timeline.js';
import { words } from '../../src/report/words.js';
import { sources } from '../../src/sources/index.js';
import type { Desk } from '../../src/subjects.js';
import { deskOf, deskOfTakeover, filesOf } from './world.js';

let desk: Desk;
let english: ReadonlyMap<string, string>;
let french: ReadonlyMap<string, string>;

beforeAll(async () => {
  desk = await deskOfTakeover();
  english = await filesOf(desk, 'en');
  french = await filesOf(desk, 'fr');
});

afterAll(async () => desk.warehouse.close());

const page = (files: ReadonlyMap<string, string>) => parseHTML(files.get('index.html') ?? '').document;
const textIn = (files: ReadonlyMap<string, string>, selector: string): string =>
  page(files).querySelector(selector)?.textContent ?? '';
const rowsOf = (name: string): readonly Record<string, unknown>[] =>
  JSON.parse(english.get(`data/${name}.json`) ?? '{"rows":[]}').rows;
const small = { withheld: '<5' };

describe('the picture of causes', () => {
  const flow = (from: string, shown: object) => ({
    ...{ from, from_id: from, to: 'Oak', to_id: 'oak' },
    ...{ hire: small, acquired: small, internal: small, spun_off: small, licensed_and_hired: small },
    ...shown,
  });

  it('draws a takeover beside hires, and what is withheld as such', () => {
    const bars = [...page(english).querySelectorAll('#causes svg > g')]
      .slice(1)
      .map((bar) =>
        [...bar.children]
          .map((part) => part.textContent.replace(/.*→ Oak(?=Pine)/, ''))
          .filter((text) => text !== ''),
      );
    expect(bars).toEqual([
      ['Oak → FirOak → Fir', 'hires 99', '<5'],
      ['Pine → Oak', '<5', 'by takeover 77', '<5'],
      ['Fir → OakFir → Oak', 'hires 66', '<5'],
    ]);
  });

  it('says nothing of a withheld number by a length or a place', async () => {
    const other = await deskOfTakeover(0);
    const files = await filesOf(other, 'en');
    await other.warehouse.close();
    const drawn = (of: ReadonlyMap<string, string>) => page(of).querySelector('#causes svg')?.outerHTML;
    expect(drawn(files)).toBe(drawn(english));
    expect(rowsOf('causes')).toEqual(JSON.parse(files.get('data/causes.json') ?? '').rows);
  });

  it('tells causes by more than their colours', () => {
    const strokes = [...page(english).querySelectorAll('#causes svg .over')].map((line) =>
      line.getAttribute('stroke-dasharray'),
    );
    expect(strokes).toEqual(['1.5 4.5', '1.5 4.5']);
  });

  it('has its label, sources and that people are simulated', () => {
    const says = 'The largest flow that is no hiring goes from Pine to Oak: 7 moves of another cause';
    expect(textIn(english, '#causes figcaption')).toBe(says);
    expect(page(english).querySelector('#causes svg')?.getAttribute('aria-label')).toBe(
      `${says}. Simulated people.`,
    );
    expect(textIn(english, '#causes .under')).toMatch(/^Simulated people\. Source: /);
  });

  it('says that there is none, and draws nothing', async () => {
    const none = await deskOf();
    const files = await filesOf(none, 'en');
    await none.warehouse.close();
    expect(page(files).querySelector('#causes svg')).toBeNull();
    expect(textIn(files, '#causes')).toContain('No flow has 5 or more moves of another cause than hire.');
  });

  it('takes the largest with another cause first, and orders by all that is shown', () => {
    const rows = [
      flow('A', { hire: 90 }),
      flow('B', { hire: 6, acquired: 7 }),
      flow('C', { internal: 5 }),
      flow('D', {}),
    ];
    expect(barsOf(rows).map(({ from }) => from)).toEqual(['A', 'B', 'C']);
    const many = Array.from({ length: 20 }, (_, i) => flow(`M${i}`, { acquired: 10 + i }));
    const plain = Array.from({ length: 20 }, (_, i) => flow(`P${i}`, { hire: 50 + i }));
    const chosen = barsOf([...many, ...plain]).map(({ from }) => from);
    expect(chosen.filter((from) => String(from).startsWith('M'))).toHaveLength(8);
    expect(chosen).toHaveLength(14);
    expect(chosen[0]).toBe('P19');
  });

  it('gives a sum as a range where what is not shown could be told from it', () => {
    const rows = [flow('A', { acquired: 20, hire: 9 })];
    expect(sumBeside([], others, 4, 5)).toEqual(small);
    expect(sumBeside(rows, others, 20, 5)).toEqual({ low: 20, high: 24 });
    expect(sumBeside(rows, others, 24, 5)).toEqual({ low: 20, high: 24 });
    expect(sumBeside(rows, others, 25, 5)).toBe(25);
  });
});

describe('what is chosen by hires', () => {
  it('leaves takeovers out of ribbons, tables of flows and pairs', () => {
    expect(textIn(english, '#flows svg')).not.toContain('Pine');
    for (const name of ['flows', 'ratios']) {
      expect(rowsOf(name).length).toBeGreaterThan(0);
      expect(rowsOf(name).flatMap(({ from, to }) => [from, to])).not.toContain('Pine');
    }
  });

  it('counts a flow the same in every table, so that none says what another withholds', async () => {
    const group = await deskOfTakeover(3, 2);
    const files = await filesOf(group, 'en');
    const alone = await ask(group, ratio, { subjects: ['Oak', 'Fir'] });
    await group.warehouse.close();
    const figures = ['flows', 'causes', 'ratios'].flatMap((name) =>
      JSON.parse(files.get(`data/${name}.json`) ?? '')
        .rows.filter((row: Record<string, unknown>) => row.from === 'Oak' && row.to === 'Fir')
        .map((row: Record<string, unknown>) => row.hire ?? row.forward),
    );
    expect(figures).toEqual([9, 9, 9]);
    // Nobody is beside them in this question, and Oak holds what it owns.
    expect(alone.rows[0]?.forward).toBe(11);
  });

  it('says so in both languages, and no longer that takeovers are not told apart', () => {
    expect(textIn(english, '#flows')).toContain(words.en.hiresOnly);
    expect(textIn(french, '#flows')).toContain(words.fr.hiresOnly.replace(' :', '\u00a0:'));
    expect(textIn(english, '#ratios')).toContain(words.en.ratiosOfHires);
    expect(textIn(french, '#ratios')).toContain(words.fr.ratiosOfHires.replace(' :', '\u00a0:'));
    expect(english.get('index.html')).not.toMatch(/not told|not separated/);
    expect(french.get('index.html')).not.toMatch(/pas encore distingués/);
  });

  it('counts the moves of other causes beside the hires', () => {
    expect(textIn(english, '#causes .caveat')).toContain(
      '7 … 11 moves have another cause than hire, beside ≥ 15 hires',
    );
    expect(textIn(french, '#causes .caveat')).toContain('7 … 11 mouvements ont une autre cause');
    expect(textIn(english, '#headline')).toContain('moves of another cause7 … 11');
    expect(textIn(french, '#headline')).toContain('mouvements d’une autre cause7 … 11');
  });
});

describe('the timeline', () => {
  const told = (files: ReadonlyMap<string, string>): Record<string, string> =>
    Object.fromEntries(
      [...page(files).querySelectorAll('dl.events dt')].map((dt) => [
        dt.textContent,
        dt.nextElementSibling?.textContent.trim() ?? '',
      ]),
    );

  it('has a line for each organisation, in both languages, up to the last day observed', () => {
    expect(told(english)).toEqual({
      Oak: '2018-12-01 takes over Pine',
      Fir: '2012-05 renamed from Twig to Fir',
      Pine: '2018-12-01 taken over by Oak',
    });
    expect(told(french)).toEqual({
      Oak: '2018-12-01 rachat de Pine',
      Fir: '2012-05 Twig devient Fir',
      Pine: '2018-12-01 rachat par Oak',
    });
  });

  it('links each event to its source', () => {
    const links = [...page(english).querySelectorAll('dl.events a')].map((a) => a.getAttribute('href'));
    expect(links).toContain('https://example.org/deal?a=1&b=2');
    expect(links).toHaveLength(3);
    expect(rowsOf('timeline')[0]).toMatchObject({ organisation: 'Oak', event: 'takes over Pine' });
  });

  it('marks what takes people along on the lines of headcounts', () => {
    const titles = (files: ReadonlyMap<string, string>) =>
      [...page(files).querySelectorAll('#headcount svg title')].slice(1).map((title) => title.textContent);
    expect(titles(english)).toEqual(['2018-12-01 takes over Pine']);
    expect(titles(french)).toEqual(['2018-12-01 rachat de Pine']);
  });

  it('says that the registry knows of none', async () => {
    const none = await deskOf();
    const [en, fr] = [await filesOf(none, 'en'), await filesOf(none, 'fr')];
    await none.warehouse.close();
    expect(textIn(en, '#headcount')).toContain(words.en.noEvents);
    expect(textIn(fr, '#headcount')).toContain(words.fr.noEvents);
  });

  it('has words for every event from both sides', () => {
    const events = ['acquired', 'stake_taken', 'merged', 'spun_off', 'licensed_and_hired'];
    const both = events.flatMap((event) =>
      ['itself', 'other'].map((role) => ({ event, role, other: 'Oak' })),
    );
    const alone = [
      { event: 'founded' },
      { event: 'closed' },
      { event: 'renamed', was: 'Twig', became: 'Oak' },
    ];
    for (const lang of ['en', 'fr'] as const) {
      const said = [...both, ...alone].map((row) =>
        happened({ was: null, became: null, ...row }, words[lang]),
      );
      expect(new Set(said).size).toBe(said.length);
      for (const text of said) expect(text).not.toMatch(/null|undefined|_/);
      for (const text of said.slice(0, both.length)) expect(text).toContain('Oak');
    }
  });

  it('elides the French article before a vowel, and holds French marks to their word', () => {
    expect(words.fr.events.acquires('Apigee')).toBe('rachat d’Apigee');
    expect(words.fr.events.acquires('Heptio')).toBe('rachat de Heptio');
    expect(french.get('index.html')).not.toMatch(/[a-zé»] [:;?!](?=[\s<])/);
  });

  it('names every source of people in French', () => {
    for (const { name } of sources) expect(words.fr.sourceTitles).toHaveProperty(name);
  });
});
