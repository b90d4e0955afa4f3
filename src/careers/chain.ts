import { name, raw, type Sql, type Steps, sql, type Warehouse } from '../warehouse/index.js';

/** Months by which the next job may begin before the last one ends and still follow it. */
export const overlap = 3;

/** Table of the episodes that a cut began, each with the one that its job began with. */
const continued = 'continued';

/**
 * Which episode did a job begin with that changes of parent cut? Each cut leads from one episode to the one before, until one that no cut began.
 *
 * Reads `employment`. Rows of `continued`: one per episode that a cut began, with `root`.
 */
export async function keepChains(warehouse: Warehouse): Promise<void> {
  await warehouse.keep(continued, 'session', cut);
  while (await isLong(warehouse)) {
    await warehouse.keep(
      'continued_further',
      'session',
      sql`select c.episode, coalesce(r.root, c.root) as root from ${name(continued)} as c
        left join ${name(continued)} as r on r.episode = c.root`,
    );
    await warehouse.keep(continued, 'session', sql`select * from continued_further`);
    await warehouse.drop('continued_further');
  }
}

/** Forgets what `keepChains` kept. */
export async function dropChains(warehouse: Warehouse): Promise<void> {
  await warehouse.drop(continued);
}

/** An episode that a cut began, and the one at the place where the organisation stood before. */
const cut = sql`select e.episode, p.episode as root from employment as e
  join employment as p on p.person = e.person and p.organisation = e.came_from
    and p.begins < e.begins and p.ends >= e.begins
  where e.start_cut`;

async function isLong(warehouse: Warehouse): Promise<boolean> {
  const found = await warehouse.query(
    sql`select 1 as found from ${name(continued)} as c join ${name(continued)} as r on r.episode = c.root limit 1`,
  );
  return found.length > 0;
}

/**
 * The turn of every episode on the path. Whoever has a job that is cut has all episodes of it in a row, where the whole job would be;
 * so that a job held beside it does not come between.
 *
 * Reads `employment` and `continued`. Rows of the last step: those of `employment`, with `turn`, `chain` and `chain_begins`, null for people without a cut.
 */
export const turnSteps: Steps['steps'] = [
  [
    'person_cut',
    sql`select distinct e.person from continued as c join employment as e on e.episode = c.episode`,
  ],
  [
    'chained',
    sql`select e.person, e.episode, e.organisation, e.begins, e.ends, coalesce(c.root, e.episode) as chain
      from employment as e join person_cut as p on p.person = e.person
      left join continued as c on c.episode = e.episode`,
  ],
  [
    'spanned',
    sql`select *, min(case when episode = chain then begins end) over whole as chain_begins, max(ends) over whole as chain_ends,
        min(case when episode = chain then organisation end) over whole as chain_at
      from chained window whole as (partition by person, chain)`,
  ],
  [
    'turned',
    sql`select episode, chain, chain_begins, cast(row_number() over (partition by person order by
        chain_begins, chain_ends, chain_at, chain, begins, ends, organisation, episode) as integer) as turn
      from spanned`,
  ],
  [
    'employment_in_turn',
    sql`select e.*, coalesce(t.turn, e.begins) as turn, t.chain, t.chain_begins
      from employment as e left join turned as t on t.episode = e.episode`,
  ],
];

/**
 * Whether episodes of people with a cut are on the path: by their whole jobs, and then by what of a job lies behind the month in which it
 * takes over.
 *
 * @param end column that says where an episode ends on the path
 */
export function chainSteps(end: Sql): Steps['steps'] {
  return [
    [
      'chain_whole',
      sql`select episode, person, chain, chain_begins, begins, turn, ${end} as ends, max(${end}) over whole as chain_ends,
          min(turn) over whole as chain_turn
        from placed where chain is not null window whole as (partition by person, chain)`,
    ],
    [
      'chain_place',
      sql`select *, max(ends) over (partition by person order by chain_turn range between unbounded preceding and 1 preceding) as before_ends,
          max(ends) over (partition by person, chain order by turn rows between unbounded preceding and 1 preceding) as within_ends
        from chain_whole`,
    ],
    [
      'placed_chain',
      sql`select p.*, (before_ends is null or c.chain_begins >= before_ends - ${raw(String(overlap))} or c.ends > before_ends)
          and (before_ends is null or c.chain_begins >= before_ends or c.chain_ends > before_ends)
          and (within_ends is null or c.begins >= within_ends or c.ends > within_ends) as chain_main
        from placed as p left join chain_place as c on c.episode = p.episode`,
    ],
  ];
}

/**
 * Ends every open job at the start of the next open one. A cut begins no job, so that what it began closes nothing, and of a job that is closed
 * nothing is left beyond.
 *
 * Reads `employment` and `continued`. Rows of the last step: those of `employment` that are left.
 */
export function closeSteps(coarse: boolean): Steps['steps'] {
  const when = (text: string): Sql => raw(coarse ? text : '');
  const root = when(', r.start_first as chain_first, r.start_last as chain_last');
  const bounds = when(', chain_first, chain_last');
  const clipped = '(s.closing is not null and (j."open" or j.ends > s.closing))';
  const clip = (column: string, by: string): string =>
    `case when ${clipped} then s.${by} else j.${column} end as ${column}`;
  const kept = [
    'organisation',
    'nth',
    'founder',
    'undated',
    'begins',
    'seen',
    'known',
    'start_cut',
    'first_unit',
    'last_unit',
    'came_from',
  ];
  return [
    [
      'rooted',
      sql`select e.*, r.episode as chain, r.begins as chain_begins, r.organisation as chain_at${root}
        from employment as e left join continued as c on c.episode = e.episode
        join employment as r on r.episode = coalesce(c.root, e.episode)`,
    ],
    [
      'stale',
      sql`select chain, min(nullif(chain_begins, 0)) over later as closing${when(
        ', min(chain_first) over later as first_closing, min(chain_last) over later as last_closing',
      )}
        from (select distinct person, chain, chain_begins, chain_at${bounds} from rooted where "open") as open_job
        window later as (partition by person order by chain_begins, chain_at, chain
          rows between 1 following and unbounded following)`,
    ],
    [
      'closed',
      sql`select j.episode, j.person, ${raw(kept.map((column) => `j.${column}`).join(', '))},
          j."open" and s.closing is null as "open", j.end_cut and (s.closing is null or j.ends < s.closing) as end_cut,
          ${raw([clip('ends', 'closing'), clip('last_seen', 'closing')].join(', '))}
          ${when(`, j.start_first, j.start_last, ${clip('end_first', 'first_closing')}, ${clip('end_last', 'last_closing')}`)}
        from rooted as j left join stale as s on s.chain = j.chain
        where s.closing is null or not j.start_cut or j.begins < s.closing`,
    ],
  ];
}
