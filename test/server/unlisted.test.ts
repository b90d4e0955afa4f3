import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.js';
import { flows } from '../../src/measures/index.js';
import { houseOf, peopleOf, registryOf } from '../careers/houses.js';
import { observedUntil } from '../measures/sample.js';
import { served } from './serving.js';

const names = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Eta', 'Zeta'];

describe('a flow without a row', () => {
  it.each([51, 52, 53, 54])('is as small as it is said to be, in a random house (%i)', async (seed) => {
    const registry = registryOf(houseOf(seed));
    const { app, world } = await served({}, peopleOf(900, seed, false), { observedUntil, registry });
    const flowsOf = async (more: string) => {
      const asked = names.map((name) => `organisation=${name}`).join('&');
      const response = await app.request(`http://localhost/api/measures/flows?limit=1000&${asked}${more}`, {
        headers: { host: 'localhost' },
      });
      expect(response.status).toBe(200);
      return (await response.json()) as {
        readonly rows: readonly { readonly from: string; readonly to: string }[];
        readonly unlisted: { readonly most: number; readonly between: readonly string[] };
      };
    };
    const { rows, unlisted } = await flowsOf('');
    expect(unlisted.most).toBe(4);
    const seen = new Set(rows.map(({ from, to }) => `${from}>${to}`));
    const truth = await ask(world, flows, { subjects: names });
    for (const { from, to, people } of truth.rows) {
      const isSmall = [from, to].every((end) => unlisted.between.includes(String(end)));
      if (isSmall && !seen.has(`${from}>${to}`)) expect(Number(people)).toBeLessThan(5);
    }
    for (const more of ['&since=2021', '&level=group', '&view=pro-forma', '&max-gap=1']) {
      expect((await flowsOf(more)).unlisted.between).toEqual([]);
    }
    await world.warehouse.close();
  });

  it('is so between organisations that hold the same others at all times', async () => {
    const { app, world } = await served();
    const response = await app.request(
      'http://localhost/api/measures/flows?organisation=Ember&organisation=Lumen&organisation=Boreal',
      { headers: { host: 'localhost' } },
    );
    const { unlisted } = (await response.json()) as { readonly unlisted: { readonly between: string[] } };
    // Boreal took over another, and Lumen had two owners.
    expect(unlisted.between).toEqual(['Ember']);
    await world.warehouse.close();
  });
});
