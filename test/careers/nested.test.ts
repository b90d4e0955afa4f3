import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatMonth, type Level, levels, type View, views } from '../../src/records/index.js';
import { name, sql } from '../../src/warehouse/index.js';
import { type CvRow, derivedAt, type World, worldOf } from '../world.js';
import { houseOf, peopleOf, registryOf } from './houses.js';
import { careerOf, type Job, type Passage, type Stance } from './nested.js';
import { observed, observedUntil } from './people.js';
import { byPerson } from './reference.js';

const shown = (month: unknown): string =>
  Number(month) > 0 && Number.isFinite(Number(month)) ? formatMonth(Number(month)) : '-';
const said = (parts: readonly unknown[]): string =>
  parts.map((part) => (part === null ? '-' : String(part))).join(' ');

const passageText = ({ a, b, left, joined, byPrecision, concurrent, isReturn, cause }: Passage): string =>
  said([
    a.person,
    `${a.organisation}(${a.units[1]}) > ${b.organisation}(${b.units[0]})`,
    ...[shown(left), shown(joined), byPrecision, concurrent, isReturn, a.known, cause],
  ]);

const jobText = (job: Job): string =>
  said([
    ...[job.person, job.organisation, job.over, job.known, job.main],
    ...[job.main ? shown(job.from) : '-', job.main ? shown(job.to) : '-'],
    ...[job.startCut ? 'reorganised' : job.begunBy, job.endCut ? 'reorganised' : job.endedBy],
  ]);

async function found(
  world: World,
  level: Level,
  view: View,
  closeStale: boolean,
): Promise<{ jobs: string[]; passages: string[] }> {
  const tables = await derivedAt(world, { level, view, closeStale });
  const person = (row: { pseudonym: unknown }): string => world.people.get(String(row.pseudonym)) ?? '';
  const moves = await world.warehouse.query(
    sql`select p.pseudonym, a.id as a, b.id as b, u.id as u, v.id as v, m.* from ${name(tables.move)} as m
      join person as p on p.person = m.person
      join organisation as a on a.organisation = m.from_organisation join organisation as b on b.organisation = m.to_organisation
      join organisation as u on u.organisation = m.from_unit join organisation as v on v.organisation = m.to_unit`,
  );
  const episodes = await world.warehouse.query(
    sql`select p.pseudonym, o.id, e.* from ${name(tables.episode)} as e join person as p on p.person = e.person
      join organisation as o on o.organisation = e.organisation`,
  );
  return {
    passages: moves
      .map((m) =>
        said([
          person(m as never),
          `${m.a}(${m.u}) > ${m.b}(${m.v})`,
          ...[
            shown(m.left_month),
            shown(m.joined_month),
            m.by_precision,
            m.was_concurrent,
            m.is_return,
            m.known_start,
            m.cause,
          ],
        ]),
      )
      .sort(),
    jobs: episodes
      .map((e) =>
        said([
          ...[
            person(e as never),
            e.id,
            e.open ? 'open' : e.end_month === null ? 'unknown' : 'ended',
            e.known_start,
            e.main,
          ],
          ...[shown(e.from_month), shown(e.to_month), e.begun_by, e.ended_by],
        ]),
      )
      .sort(),
  };
}

/** What both say of the person with the fewest rows for whom they differ. */
function difference(rows: readonly CvRow[], here: readonly string[], there: readonly string[]): string {
  const of = (list: readonly string[], person: string): string[] =>
    list.filter((text) => text.startsWith(`${person} `));
  if (JSON.stringify(here) === JSON.stringify(there)) return '';
  const wrong = [...byPerson(rows)]
    .filter(([person]) => JSON.stringify(of(here, person)) !== JSON.stringify(of(there, person)))
    .sort(([, a], [, b]) => a.length - b.length);
  const [person, own] = wrong[0] ?? ['', []];
  return [
    `${wrong.length} people differ; one of them:`,
    ...own.map((row) => JSON.stringify(row)),
    ...['warehouse', ...of(here, person), 'reference', ...of(there, person)],
  ].join('\n');
}

describe.each([
  [71, false],
  [72, false],
  [73, true],
  [74, true],
])('careers of 600 people in a random house (seed %i, coarse dates: %s)', (seed, coarse) => {
  const house = houseOf(seed);
  const rows = peopleOf(600, seed, coarse);
  let world: World;
  beforeAll(async () => {
    world = await worldOf(rows, { registry: registryOf(house), observedUntil });
  });
  afterAll(() => world.warehouse.close());

  it.each(
    [false, true].flatMap((stale) =>
      levels.flatMap((level) => views.map((view): [Level, View, boolean] => [level, view, stale])),
    ),
  )('are those of the plain reference: %s, %s, open jobs closed: %s', async (level, view, closeStale) => {
    const stance: Stance = { house, level, view, observed, closeStale };
    const careers = [...byPerson(rows).values()].map((own) => careerOf(own, stance));
    const { jobs, passages } = await found(world, level, view, closeStale);
    const meant = careers.flatMap((career) => career.passages.map(passageText)).sort();
    expect(difference(rows, passages, meant)).toBe('');
    expect(difference(rows, jobs, careers.flatMap((career) => career.jobs.map(jobText)).sort())).toBe('');
  });
});
