import { afterEach, describe, expect, it } from 'vitest';
import { ask, explain } from '../src/ask.js';
import { keepCounts } from '../src/counts.js';
import {
  exits,
  flows,
  growth,
  headcount,
  leastJobs,
  type Measure,
  ranking,
  ratio,
} from '../src/measures/index.js';
import { levels, views } from '../src/records/index.js';
import type { Desk } from '../src/subjects.js';
import { sql } from '../src/warehouse/index.js';
import { houseOf, peopleOf, registryOf } from './careers/houses.js';
import { people } from './careers/people.js';
import { observedUntil, places } from './measures/sample.js';
import { type CvRow, type World, type WorldOptions, worldOf } from './world.js';

let world: World;
afterEach(() => world.warehouse.close());

/** A desk beside which counts can be kept, and one without. */
async function desksOver(rows: readonly CvRow[], options: WorldOptions) {
  world = await worldOf(rows, options);
  const { warehouse, known } = world;
  return { kept: { warehouse, known, aside: await warehouse.beside() }, alone: { warehouse, known } };
}

type AnyMeasure = Measure<unknown>;
const counting = [headcount, growth, flows, ratio] as readonly unknown[] as readonly AnyMeasure[];
const usual = { level: 'company', view: 'point-in-time' } as const;

const windows = [
  {},
  { by: 'year' },
  { by: 'quarter', since: '2020-05' },
  { since: '2020-07', until: '2020-07' },
  { since: '2020-08', until: '2021-03' },
];

/** Whether a question reads what is kept. */
async function readsCounts(desk: Desk, measure: AnyMeasure, parameters = {}, subjects = places) {
  const statements = await explain(desk, measure, {
    subjects: measure.subjects === 'pair' ? subjects.slice(0, 2) : subjects,
    parameters,
  });
  return statements.some(({ sql }) => /\b(?:monthly|returner|between|founding|alone)_/.test(sql));
}

describe('counts that are kept', () => {
  it.each([11, 12, 13])('answer as the jobs of random people do (%i)', async (seed) => {
    const { kept, alone } = await desksOver(people(400, seed), { observedUntil });
    await keepCounts(kept, usual, 1);
    for (const measure of counting) {
      let found = 0;
      const named =
        measure.subjects === 'pair' ? [['Alpha', 'Beta']] : [['Alpha'], ['Beta', 'Gamma'], places];
      for (const subjects of named) {
        for (const parameters of windows) {
          const question = { subjects, parameters };
          const answer = await ask(kept, measure, question);
          found += answer.rows.length;
          expect(answer).toEqual(await ask(alone, measure, question));
        }
      }
      expect(found).toBeGreaterThan(0);
      expect(await readsCounts(kept, measure)).toBe(true);
      expect(await readsCounts(alone, measure)).toBe(false);
    }
  });

  it.each([41, 42, 43])(
    'say of founders and the self-employed what the jobs of random people do (%i)',
    async (seed) => {
      const { kept, alone } = await desksOver(people(600, seed), { observedUntil });
      const measure = exits as unknown as AnyMeasure;
      for (const view of views) {
        await keepCounts(kept, { level: 'company', view }, 1);
        const question = { subjects: places, parameters: { view, months: 12 } };
        const { rows, ...rest } = await ask(kept, measure, question);
        for (const destination of ['founded one', 'self-employed']) {
          expect(rows.some((row) => row.destination === destination && Number(row.events) > 0)).toBe(true);
        }
        expect({ rows, ...rest }).toEqual(await ask(alone, measure, question));
        expect(await readsCounts(kept, measure, { view })).toBe(true);
      }
    },
  );

  it.each([21, 22])('do so at every level and view of a random house (%i)', async (seed) => {
    const { kept, alone } = await desksOver(peopleOf(400, seed, true), {
      observedUntil,
      registry: registryOf(houseOf(seed)),
    });
    const counted = new Set<boolean>();
    for (const level of levels) {
      for (const view of views) {
        await keepCounts(kept, { level, view }, 1);
        for (const measure of counting) {
          for (const subjects of [
            ['Alpha', 'Beta'],
            ['Gamma', 'Eta'],
          ]) {
            const parameters = { level, view, by: 'quarter' };
            const question = { subjects, parameters };
            const asked = async (desk: Desk) =>
              ask(desk, measure, question).catch((error: Error) => error.message);
            expect(await asked(kept)).toEqual(await asked(alone));
            counted.add(await readsCounts(kept, measure, parameters, subjects).catch(() => false));
          }
        }
      }
    }
    expect(counted).toContain(true);
  });

  it('are of no use where not all are asked about, or one who is small is', async () => {
    const { kept } = await desksOver(people(400, 14), { observedUntil });
    await keepCounts(kept, usual, 1);
    const asked = headcount as unknown as AnyMeasure;
    expect(await readsCounts(kept, asked, { kind: 'employee' })).toBe(false);
    expect(await readsCounts(kept, asked, { bounds: true })).toBe(false);
    expect(await readsCounts(kept, asked, {}, [])).toBe(false);
  });

  it('are not for measures that look at everybody, whoever is named', async () => {
    const { kept, alone } = await desksOver(people(400, 16), { observedUntil });
    const sizes = await world.warehouse.query<{ title: string; jobs: number }>(
      sql`select o.title, count(*) as jobs from episode as e join organisation as o on o.organisation = e.organisation
        where e.main group by o.title order by count(*) desc`,
    );
    const [first, second, third] = sizes;
    const subjects = [String(first?.title), String(second?.title)];
    expect(Number(third?.jobs)).toBeLessThan(Number(second?.jobs));
    await keepCounts(kept, usual, Number(second?.jobs));
    expect(await readsCounts(kept, counting[1] as AnyMeasure, {}, subjects)).toBe(true);
    const looking = ranking as unknown as AnyMeasure;
    expect(await readsCounts(kept, looking, {}, subjects)).toBe(false);
    const question = { subjects, parameters: { minMoves: 1 } };
    const answer = await ask(kept, looking, question);
    expect(answer.rows.length).toBeGreaterThan(1);
    expect(answer).toEqual(await ask(alone, looking, question));
  });

  it('leave out who has few jobs', async () => {
    const { kept } = await desksOver(people(400, 15), { observedUntil });
    await keepCounts(kept, usual);
    expect(leastJobs).toBeGreaterThan(400);
    expect(await readsCounts(kept, headcount as unknown as AnyMeasure)).toBe(false);
  });

  it('are not kept of people with weights', async () => {
    const rows: CvRow[] = [['ana', 'Alpha', '2020-01', '', { weight: '2.5' }]];
    const { kept, alone } = await desksOver(rows, { observedUntil });
    await keepCounts(kept, usual, 1);
    const question = { subjects: ['Alpha'], parameters: { by: 'year' } };
    const { rows: found } = await ask(kept, headcount as unknown as AnyMeasure, question);
    expect(found).toEqual((await ask(alone, headcount as unknown as AnyMeasure, question)).rows);
    expect(found[0]?.weighted_people).toBe(2.5);
    expect(await readsCounts(kept, headcount as unknown as AnyMeasure, {}, ['Alpha'])).toBe(false);
  });
});
