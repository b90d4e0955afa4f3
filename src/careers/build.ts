import { episodeTable, moveTable } from '../records/index.js';
import { monthOf, raw, type Sql, type Steps, sql, upTo, type Warehouse } from '../warehouse/index.js';
import { type CareerOptions, type Exactness, episodeSteps, monthIn } from './episodes.js';
import { careerSteps, placementSteps, waitingSteps } from './path.js';

/** Names under which derived tables are kept; the stored ones are those of a load. */
export interface CareerTables {
  readonly episode: string;
  readonly move: string;
}

/**
 * Builds episodes and moves from spells and resolutions, and keeps them under the given names.
 *
 * Reads `spell`, `resolution`, `file`. Rows: as `episodeTable` and `moveTable` say. Method: docs/definitions.md.
 */
export async function buildCareers(
  warehouse: Warehouse,
  tables: CareerTables,
  scope: 'stored' | 'session',
  options: CareerOptions,
): Promise<void> {
  const precision = { coarse: await hasCoarseDates(warehouse) };
  const placement = [...episodeSteps({ ...options, ...precision }).steps, ...placementSteps(precision).steps];
  const { steps: path } = careerSteps(precision);
  await warehouse.keep('placement', 'session', upTo({ steps: placement }));
  await warehouse.keep('waiting', 'session', upTo({ steps: [...path, ...waitingSteps.steps] }));
  await warehouse.keep(
    tables.episode,
    scope,
    upTo({ steps: [...path, ...episodes(precision).steps] }, 'built_episode', columnsOf(episodeTable)),
  );
  await warehouse.keep(
    tables.move,
    scope,
    upTo({ steps: [...path, ...moves.steps] }, 'built_move', columnsOf(moveTable)),
  );
  for (const table of ['placement', 'waiting']) await warehouse.drop(table);
}

async function hasCoarseDates(warehouse: Warehouse): Promise<boolean> {
  const exact = sql`('day', 'month')`;
  const found = await warehouse.query(
    sql`select 1 as found from spell where start_precision not in ${exact} or end_precision not in ${exact} limit 1`,
  );
  return found.length > 0;
}

const columnsOf = (table: { readonly columns: readonly { readonly name: string }[] }): Sql =>
  raw(table.columns.map((c) => `"${c.name}"`).join(', '));

/** Every episode: those on the main path with their months on it, and the others. */
function episodes({ coarse }: Exactness): Steps {
  const whereOver = (column: string): string => `case when over then ${column} end`;
  const [start, end] = ['nullif(begins, 0)', whereOver('last_seen')];
  const aside = [
    ...[start, ...(coarse ? ['start_first', 'start_last'] : [start, start])],
    ...[end, ...(coarse ? ['end_first', 'end_last'].map(whereOver) : [end, end])],
  ].join(', ');
  const others = raw(`episode, person, organisation, founder, "open",
    case when over then null else last_seen end as censored_month, seen as observed_month`);
  return {
    steps: [
      [
        'main_job',
        sql`select c.*, case when w.episode is null then c.arrival else w.from_month end as from_month
          from career as c left join waiting as w on w.episode = c.episode`,
      ],
      [
        'built_episode',
        sql`select ${others}, true as main, start_month, start_first, start_last,
            ${raw(['end_month', 'end_first', 'end_last'].map((c) => `${whereOver(c)} as ${c}`).join(', '))}, from_month,
            case when to_month < from_month then from_month else to_month end as to_month
          from main_job
          union all
          select ${others}, false, ${raw(aside)}, null, null from placement where not main`,
      ],
    ],
  };
}

/** Transitions between two organisations whose first job ended on a known date. Every cause is hire for now. */
const moves: Steps = {
  steps: [
    [
      'transition',
      sql`select person, organisation, episode, nth, before_organisation, before_episode, before_known, left_month,
          joined_month, by_precision, was_concurrent
        from career where followed and before_organisation <> organisation`,
    ],
    [
      'state_begun',
      sql`select s.person, ${monthIn(sql`s.start_date`, sql`s.start_latest`)} as begun
        from spell as s join resolution as r on r.employer = s.employer
        join (select file, ${monthOf(sql`observed_until`)} as seen from file) as f on f.file = s.file
        where r.state is not null and s.start_date is not null`,
    ],
    [
      'passed_state',
      sql`select distinct t.episode from transition as t
        join state_begun as s on s.person = t.person and s.begun >= t.left_month and s.begun <= t.joined_month`,
    ],
    [
      'built_move',
      sql`select t.person, before_organisation as from_organisation, organisation as to_organisation,
          before_episode as from_episode, t.episode as to_episode, left_month, joined_month,
          joined_month - left_month as gap, 'hire' as cause, before_known as known_start, was_concurrent,
          by_precision, p.episode is not null as via_state, nth > 1 as is_return
        from transition as t left join passed_state as p on p.episode = t.episode`,
    ],
  ],
};
