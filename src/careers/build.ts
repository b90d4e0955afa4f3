import { episodeTable, moveTable } from '../records/index.js';
import { monthOf, raw, type Sql, type Steps, sql, upTo, type Warehouse } from '../warehouse/index.js';
import { type CareerOptions, episodeSteps, monthIn } from './episodes.js';
import { careerSteps, placementSteps } from './path.js';

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
  const coarse = await warehouse.query(
    sql`select 1 as found from spell where start_precision not in ('day', 'month') or end_precision not in ('day', 'month') limit 1`,
  );
  const { steps } = episodeSteps(options);
  const precision = { coarse: coarse.length > 0 };
  await warehouse.keep(
    'placement',
    'session',
    upTo({ steps: [...steps, ...placementSteps(precision).steps] }),
  );
  await warehouse.keep('career', 'session', upTo(careerSteps));
  await warehouse.keep(tables.episode, scope, episodes);
  await warehouse.keep(tables.move, scope, upTo(moves, 'built_move', columnsOf(moveTable)));
  for (const table of ['placement', 'career']) await warehouse.drop(table);
}

const columnsOf = (table: { readonly columns: readonly { readonly name: string }[] }): Sql =>
  raw(table.columns.map((c) => `"${c.name}"`).join(', '));

const facts = (from: string, path: string): Sql => {
  const over = '(not "open" and not undated)';
  const ended = (column: string): string => `case when ${over} then ${column} end as ${column}`;
  const dates = ['end_month', 'end_first', 'end_last'].map(ended).join(', ');
  return raw(`select episode, person, organisation, founder, start_month, start_first, start_last, "open", ${dates},
    case when ${over} then null else last_seen end as censored_month, seen as observed_month, main, ${path} from ${from}`);
};

/** Every episode: those on the main path with their months on it, and the others. */
const episodes = sql`select ${columnsOf(episodeTable)} from (
  ${facts('career', 'from_month, to_month')}
  union all ${facts('placement where not main', 'null as from_month, null as to_month')}) as built`;

/** Transitions between two organisations whose first job ended on a known date. Every cause is hire for now. */
const moves: Steps = {
  steps: [
    ['transition', sql`select * from career where followed and before_organisation <> organisation`],
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
