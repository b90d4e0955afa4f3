import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { deskOf, filesOf } from './world.js';

/** Ash, Elm and Oak exchange people; Fir has too few to be ranked, and Yew too few people to be shown. */
function careers(): string {
  const lines = ['person,employer,start,end'];
  const go = (from: string, to: string, count: number, again = 1): void => {
    for (let i = 0; i < count; i++) {
      for (let time = 0; time < again; time++) {
        const year = 2010 + 2 * time;
        lines.push(`${from}-${to}-${i},${from},${year}-01,${year + 1}-01`);
        lines.push(`${from}-${to}-${i},${to},${year + 1}-01,${year + 2}-01`);
      }
    }
  };
  go('Ash', 'Elm', 20);
  go('Elm', 'Ash', 8);
  go('Elm', 'Oak', 9);
  go('Oak', 'Elm', 7);
  go('Fir', 'Ash', 6);
  go('Ash', 'Yew', 3, 3);
  return `${lines.join('\n')}\n`;
}

it('the section of the ranking shows values with intervals of rank, and who is not ranked', async () => {
  const desk = await deskOf(false, { text: careers() });
  const [english, french] = [await filesOf(desk, 'en'), await filesOf(desk, 'fr')];
  await desk.warehouse.close();
  const section = parseHTML(english.get('index.html') ?? '').document.querySelector('#ranking');
  const rows = [...(section?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.querySelectorAll('th, td')].slice(0, 2).map((cell) => cell.textContent),
  );
  expect(rows).toEqual([
    ['Oak', '1'],
    ['Elm', '2'],
    ['Ash', '3'],
  ]);
  expect(section?.querySelectorAll('svg circle')).toHaveLength(3);
  expect(section?.querySelector('h3')?.textContent).toBe('Not ranked');
  expect(section?.textContent).toContain('made those moves: Fir, Yew.');
  expect(english.get('data/ranking.csv')).toContain('rank_low,rank_high');
  expect(english.get('data/ranking.csv')).not.toContain('Yew');
  const title = parseHTML(french.get('index.html') ?? '').document.querySelector('#ranking h2');
  expect(title?.textContent).toBe('Qui préfèrent les gens qui bougent');
});
