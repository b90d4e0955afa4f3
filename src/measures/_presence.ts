import { all, list, name, raw, type Sql, type Steps, sql } from '../warehouse/index.js';
import { type WindowParameters, windowOf } from './_parameters.js';
import { populationStep } from './_steps.js';
import { tenureSteps } from './_tenure.js';
import { sidesOver, weighing, weightSum } from './_weights.js';
import { type Context, where } from './measure.js';

type Asked = WindowParameters & { readonly months: number };

/** Main jobs `e` of the organisations named or of the peer set. */
export function mainJobs(context: Context): Sql[] {
  return [sql`e.main`, ...jobsThere(context)];
}

/** Jobs `e` of the organisations named or of the peer set. */
export function jobsThere({ among, subjects }: Context): Sql[] {
  return where([
    subjects.length === 0 ? null : sql`e.organisation in ${list(subjects.map((s) => s.organisation))}`,
    among === null ? null : sql`e.organisation in ${list(among)}`,
  ]);
}

/** Jobs begun by hire in the last m months, and whether they are held at T; one that ended by no choice of the person is out. `weighed`: their weights. */
export function recent(p: Asked, context: Context, weighed = false): Steps {
  const { until } = windowOf(p, context.observedMonth);
  const begun = sql`e.begun_by is null and e.start_month >= ${until - p.months} and e.start_month < ${until}
    and ${observedAt(until)} and not ${taken(until)}`;
  return {
    steps: [
      ...tenureSteps(p, context),
      [
        'hired',
        sql`select e.organisation, e.person, ${oneIf(heldAt(until, last(sql`e.last_end`)))} as held,
            ${oneIf(heldAt(until, last(sql`e.last_end_first`)))} as least,
            ${oneIf(heldAt(until, last(sql`e.last_end_last`)))} as most${weighing(context, sql`, e.weight`)}
          from tenure as e where ${all([...mainJobs(context), begun])}`,
      ],
      ...(weighed
        ? presenceWeights('hired')
        : ([
            [
              'recent',
              sql`select o.title, h.* from (
            select organisation, count(distinct person) as people, count(*) as jobs, sum(held) as held,
              sum(least) as least, sum(most) as most
            from hired group by organisation) as h
          join organisation as o on o.organisation = h.organisation`,
            ],
          ] as const)),
    ],
  };
}

/** People whose main job is there at T - m, and whether it is at T; who went with a part of the organisation is out. `weighed`: their weights. */
export function staff(p: Asked, context: Context, weighed = false): Steps {
  const { until } = windowOf(p, context.observedMonth);
  const earlier = until - p.months;
  const there = sql`coalesce(e.from_month, 0) <= ${earlier} and ${heldAt(earlier, own(sql`e.to_month`))} and ${observedAt(until)}`;
  const later = sql`coalesce(e.from_month, 0) <= ${until}`;
  const shifted = (bound: string): Sql => sql`e.last_to + coalesce(${raw(`e.${bound}`)} - e.last_end, 0)`;
  const held = heldAt(until, last(sql`e.last_to`));
  const least = heldAt(until, last(shifted('last_end_first')));
  const most = heldAt(until, last(shifted('last_end_last')));
  const of = sql`from before as b left join after as a on a.organisation = b.organisation and a.person = b.person
            where b.taken = 0 or a.held = 1`;
  return {
    steps: [
      ...tenureSteps(p, context),
      [
        'before',
        sql`select e.organisation, e.person, max(case when ${taken(until)} then 1 else 0 end) as taken${weighing(context, sql`, max(e.weight) as weight`)}
          from tenure as e where ${all([...mainJobs(context), there])} group by e.organisation, e.person`,
      ],
      [
        'after',
        sql`select e.organisation, e.person, max(${oneIf(held)}) as held, max(${oneIf(least)}) as least,
            max(${oneIf(most)}) as most
          from tenure as e where ${all([...mainJobs(context), later, sql`(${held} or ${least} or ${most})`])}
          group by e.organisation, e.person`,
      ],
      ...(weighed
        ? ([
            [
              'staffed',
              sql`select b.organisation, b.person, b.weight, coalesce(a.held, 0) as held, coalesce(a.least, 0) as least,
                  coalesce(a.most, 0) as most ${of}`,
            ],
            ...presenceWeights('staffed'),
          ] as const)
        : ([
            [
              'staff',
              sql`select o.title, s.* from (
            select b.organisation, count(*) as people, count(*) as jobs, sum(coalesce(a.held, 0)) as held,
              sum(coalesce(a.least, 0)) as least, sum(coalesce(a.most, 0)) as most
            ${of} group by b.organisation) as s
          join organisation as o on o.organisation = s.organisation`,
            ],
          ] as const)),
    ],
  };
}

/** Weights of those who are held and of those who are not, and of those who may be at the least and at the most; reads a step with `held`, `least`, `most`. */
function presenceWeights(from: string): Steps['steps'] {
  return [
    ['sides', sidesOver(from, ['organisation'], sql`held = 1`)],
    [
      'weights',
      sql`select s.*, r.least, r.most from sides as s
        join (select organisation, ${weightSum(sql`weight * least`)} as least, ${weightSum(sql`weight * most`)} as most
          from ${name(from)} group by organisation) as r on r.organisation = s.organisation`,
    ],
  ];
}

/** How a job stands: by its own months, or by those of the last job that it goes on in. */
interface Standing {
  readonly end: Sql;
  readonly open: Sql;
  readonly censored: Sql;
}

const own = (end: Sql): Standing => ({ end, open: sql`e."open"`, censored: sql`e.censored_month` });
const last = (end: Sql): Standing => ({ end, open: sql`e.last_open`, censored: sql`e.last_censored` });

function oneIf(condition: Sql): Sql {
  return sql`case when ${condition} then 1 else 0 end`;
}

/** Whether a job goes on after a month; an open one does in the last month observed. */
function heldAt(month: number, { end, open, censored }: Standing): Sql {
  return sql`(${end} > ${month} or (${open} and ${censored} >= ${month}))`;
}

/** Whether a job ended, up to a month, by no choice of the person. */
function taken(month: number): Sql {
  return sql`(e.last_ended_by is not null and e.last_end <= ${month})`;
}

/** Whether the source says how the job stands in a month: one that observes so far, and knows of an end when it was. */
function observedAt(month: number): Sql {
  return sql`(e.observed_month >= ${month} and (e.last_end is not null or e.last_open))`;
}

/** Main jobs whose start is unknown. */
export function unknownStarts(p: WindowParameters, context: Context): Steps {
  return {
    steps: [
      populationStep(p, context),
      [
        'unknown',
        sql`select count(*) as jobs from population as e where ${all([...mainJobs(context), sql`not e.known_start`])}`,
      ],
    ],
  };
}
