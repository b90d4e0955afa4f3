import { arrivalTable } from '../records/index.js';
import { all, join, name, raw, type Sql, type Steps, sql } from '../warehouse/index.js';
import { foundersJobs, selfEmployment } from './_destinations.js';
import { presenceChanges, riskChanges, turnKinds, turns } from './_monthly.js';
import type { PopulationParameters } from './_parameters.js';
import { isNarrowed } from './_steps.js';
import type { Context, CountTables } from './measure.js';

const everyMonth = 1e9;

const counted = {
  presence: ['people', 'unknown_start'],
  risk: ['begun', 'ended', 'brief'],
  turning: Object.keys(turnKinds),
} as const;

/** The tables of careers that are counted. */
type Careers = Pick<Context['tables'], 'episode' | 'move'>;

/** Main jobs from which on an organisation is large: counts of fewer are read as soon from the jobs. */
export const leastJobs = 1000;

/**
 * What is counted of everybody at each large organisation month by month: the columns of `presenceChanges`, of `riskChanges` and of each kind
 * of turn. Jobs without weights.
 */
function monthlySteps({ episode }: Careers, least: number): Steps {
  const jobs = { from: name('job'), conditions: [] };
  const columns = Object.values(counted).flat();
  const part = (step: string, own: readonly string[]): Sql =>
    sql`select organisation, month, ${join(columns.map((c) => (own.includes(c) ? name(c) : sql`0 as ${name(c)}`)))} from ${name(step)}`;
  const parts = Object.entries(counted).map(([step, own]) => part(step, own));
  const kinds = Object.entries(turnKinds).map(
    ([kind, is]) => sql`count(case when ${is} then 1 end) as ${name(kind)}`,
  );
  const came = sql`e.from_month`;
  return {
    steps: [
      ...jobsOfLarge(episode, least),
      [
        'presence',
        presenceChanges(jobs, { weighted: false }, { came, gone: sql`e.to_month`, until: everyMonth }),
      ],
      ['risk', riskChanges(jobs, { weighted: false }, everyMonth)],
      ['turn', turns(jobs, { weighted: false })],
      ['turning', sql`select organisation, month, ${join(kinds)} from turn group by organisation, month`],
      ['part', join(parts, ' union all ')],
      [
        'monthly',
        sql`select organisation, month, ${join(columns.map((c) => sql`cast(sum(${name(c)}) as integer) as ${name(c)}`))}
          from part group by organisation, month order by organisation, month`,
      ],
    ],
  };
}

/** Main jobs of people who held several at one large organisation: where people are counted, only these can be one person twice. */
function returnerSteps({ episode }: Careers, least: number): Steps {
  return {
    steps: [
      ...jobsOfLarge(episode, least),
      [
        'several',
        sql`select organisation, person from job group by organisation, person having count(*) > 1`,
      ],
      [
        'returner',
        sql`select e.* from job as e join several as s on s.organisation = e.organisation and s.person = e.person
          order by e.organisation, e.person, e.episode`,
      ],
    ],
  };
}

/** Moves between two large organisations, which are few of all: as the moves say, pair by pair. */
function betweenSteps({ episode, move }: Careers, least: number): Steps {
  const columns = join(arrivalTable.columns.map((column) => sql`m.${name(column.name)}`));
  return {
    steps: [
      largeStep(episode, least),
      [
        'between',
        sql`select ${columns} from ${name(move)} as m
          where m.from_organisation in (select organisation from large) and m.to_organisation in (select organisation from large)
          order by m.from_organisation, m.to_organisation, m.from_episode`,
      ],
    ],
  };
}

/** How each table that is kept is made from the careers of everybody, and from how many main jobs on an organisation is large. */
export const countSteps: {
  readonly [kind in keyof CountTables]: (careers: Careers, least: number) => Steps;
} = {
  monthly: monthlySteps,
  returner: returnerSteps,
  between: betweenSteps,
  founding: (careers) => ({ steps: [['founding', sql`${foundersJobs(careers)} order by episode`]] }),
  alone: () => ({
    steps: [['alone', sql`select * from (${selfEmployment}) as begun order by person, begun`]],
  }),
};

function jobsOfLarge(episode: string, least: number): Steps['steps'] {
  return [
    largeStep(episode, least),
    [
      'job',
      sql`select * from ${name(episode)} where main and organisation in (select organisation from large)`,
    ],
  ];
}

function largeStep(episode: string, least: number): Steps['steps'][number] {
  return [
    'large',
    sql`select organisation from ${name(episode)} where main group by organisation having count(*) >= ${least}`,
  ];
}

/** Counts that are kept, where they answer: of all people. */
export function countsIn(p: PopulationParameters, { tables }: Context): Context['tables']['counts'] {
  return isNarrowed(p) ? undefined : tables.counts;
}

/** Some of what is counted month by month, of the organisations asked about. */
export function monthlyIn(
  { monthly }: { readonly monthly: string },
  columns: readonly string[],
  conditions: readonly Sql[],
): Sql {
  return sql`select e.organisation, e.month, ${raw(columns.map((c) => `e.${c}`).join(', '))} from ${name(monthly)} as e
    where ${all(conditions)}`;
}
