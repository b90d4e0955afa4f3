import { arrivalTable, episodeTable, moveTable } from '../records/index.js';
import { monthOf, name, raw, type Sql, type Steps, sql, upTo, type Warehouse } from '../warehouse/index.js';
import { causeSteps, type OwnershipTables } from './causes.js';
import { closeSteps, dropChains, keepChains } from './chain.js';
import { type CareerOptions, episodeSteps, monthIn, type Shape } from './episodes.js';
import { careerSteps, placementSteps, waitingSteps } from './path.js';
import { hasWeights, weighing } from './weights.js';

/** Names under which derived tables are kept; the stored ones are those of a load. */
export interface CareerTables {
  readonly episode: string;
  readonly move: string;
  /** The moves in the order of the organisation joined; not kept where it has no name. */
  readonly arrival?: string;
}

/** Where organisations stand, for careers to be built by. */
export interface OrganisationTables extends OwnershipTables {
  readonly standing: string;
}

/** Longest gap of a transition that ends or begins a job by its cause: that of a move. */
export const longestGap = 3;

/** Longest break after which a job at one organisation still goes on: that between its spells. */
const longestBreak = 1;

/**
 * Builds episodes and moves from spells and resolutions, and keeps them under the given names.
 *
 * Reads `spell`, `resolution`, `file`, `event` and the tables of standings, none where no organisation stands at another.
 * Rows: as `episodeTable` and `moveTable` say. Method: docs/definitions.md.
 */
export async function buildCareers(
  warehouse: Warehouse,
  tables: CareerTables,
  scope: 'stored' | 'session',
  options: CareerOptions,
  organisations?: OrganisationTables,
): Promise<void> {
  const nested = organisations !== undefined && (await hasRows(warehouse, organisations.line));
  const weighted = await hasWeights(warehouse);
  const shape = { coarse: await hasCoarseDates(warehouse), nested };
  const closeStale = options.closeStale && !nested;
  const spells = episodeSteps({ ...options, closeStale, ...shape }, organisations?.standing ?? '');
  const { steps: path } = careerSteps(shape);
  const keep = (table: string, steps: Steps) => warehouse.keep(table, 'session', upTo(steps));
  if (nested) {
    await keep('employment', spells);
    await keepChains(warehouse);
    if (options.closeStale) {
      await keep('employment_closed', { steps: closeSteps(shape.coarse) });
      await warehouse.keep('employment', 'session', sql`select * from employment_closed`);
      await warehouse.drop('employment_closed');
    }
  }
  await keep('placement', {
    steps: [...(nested ? [] : spells.steps), ...placementSteps(shape).steps],
  });
  await keep('waiting', { steps: [...path, ...waitingSteps(shape).steps] });
  if (nested) {
    await keep('transition', { steps: [...path, ['passage', passage(shape)]] });
    await keep('caused', causeSteps(organisations));
  }
  const transition = nested ? [] : ([...path, ['transition', passage(shape)]] as const);
  // Rows of one organisation lie together where they stay: a question about it then reads few blocks.
  const placed = (query: Sql, organisation: Sql): Sql =>
    scope === 'stored' ? sql`${query} order by ${organisation}` : query;
  const moves = upTo(
    { steps: [...transition, ...moveSteps(shape), weighing('built_move', 'from_episode', weighted)] },
    'weighed',
    columnsOf(moveTable),
  );
  await warehouse.keep(tables.move, scope, placed(moves, sql`from_organisation`));
  if (tables.arrival !== undefined) {
    const arrivals = sql`select ${columnsOf(arrivalTable)} from ${name(tables.move)}`;
    await warehouse.keep(tables.arrival, scope, placed(arrivals, sql`to_organisation`));
  }
  const episodes = upTo(
    { steps: [...path, ...jobSteps(shape), weighing('built_episode', 'episode', weighted)] },
    'weighed',
    columnsOf(episodeTable),
  );
  await warehouse.keep(tables.episode, scope, placed(episodes, sql`organisation`));
  if (nested) await dropChains(warehouse);
  for (const table of ['placement', 'waiting', ...(nested ? ['employment', 'transition', 'caused'] : [])])
    await warehouse.drop(table);
}

async function hasCoarseDates(warehouse: Warehouse): Promise<boolean> {
  const exact = sql`('day', 'month')`;
  const found = await warehouse.query(
    sql`select 1 as found from spell where start_precision not in ${exact} or end_precision not in ${exact} limit 1`,
  );
  return found.length > 0;
}

async function hasRows(warehouse: Warehouse, table: string): Promise<boolean> {
  return (await warehouse.query(sql`select 1 as found from ${name(table)} limit 1`)).length > 0;
}

const columnsOf = (table: { readonly columns: readonly { readonly name: string }[] }): Sql =>
  raw(table.columns.map((c) => `"${c.name}"`).join(', '));

/** Every episode: those on the main path with their months on it, and the others. */
function jobSteps({ coarse, nested }: Shape): Steps['steps'] {
  const whereOver = (column: string): string => `case when over then ${column} end`;
  const [start, end] = ['nullif(begins, 0)', whereOver('last_seen')];
  const aside = [
    ...[start, ...(coarse ? ['start_first', 'start_last'] : [start, start])],
    ...[end, ...(coarse ? ['end_first', 'end_last'].map(whereOver) : [end, end])],
  ].join(', ');
  const others = raw(`episode, person, organisation, founder, "open",
    case when over then null else last_seen end as censored_month, seen as observed_month,
    ${nested ? 'known' : 'begins > 0'} as known_start`);
  const cut = (column: string): string => `case when ${column} then 'reorganised' end`;
  const sides = nested ? raw(`${cut('start_cut')}, ${cut('end_cut')}`) : raw(`${none}, ${none}`);
  const mains = nested
    ? raw(
        `coalesce(${cut('start_cut')}, begun_cause) as begun_by, coalesce(${cut('end_cut')}, ended_cause) as ended_by`,
      )
    : raw(`${none} as begun_by, ${none} as ended_by`);
  return [
    ...(nested
      ? ([
          [
            'no_choice',
            sql`select t.episode, t.before_episode, case when from_unit = to_unit then 'reorganised' else c.cause end as cause
              from transition as t join caused as c on c.episode = t.episode
              where c.cause <> 'licensed_and_hired' and t.joined_month - t.left_month
                <= case when from_unit = to_unit then ${raw(String(longestBreak))} else ${raw(String(longestGap))} end`,
          ],
        ] as const)
      : []),
    [
      'main_job',
      sql`select c.*, case when w.episode is null then c.arrival else w.from_month end as from_month${raw(
        nested ? ', b.cause as begun_cause, e.cause as ended_cause' : '',
      )}
        from career as c left join waiting as w on w.episode = c.episode
        ${raw(
          nested
            ? 'left join no_choice as b on b.episode = c.episode left join no_choice as e on e.before_episode = c.episode'
            : '',
        )}`,
    ],
    [
      'built_episode',
      sql`select ${others}, true as main, start_month, start_first, start_last,
          ${raw(['end_month', 'end_first', 'end_last'].map((c) => `${whereOver(c)} as ${c}`).join(', '))}, from_month,
          case when to_month < from_month then from_month else to_month end as to_month, ${mains}
        from main_job
        union all
        select ${others}, false, ${raw(aside)}, null, null, ${sides} from placement where not main`,
    ],
  ];
}

const none = 'cast(null as varchar)';

/** Transitions between two organisations whose first job ended on a known date; what a cut ended goes on elsewhere. */
function passage({ coarse, nested }: Shape): Sql {
  const units = nested
    ? 'before_last_unit as from_unit, first_unit as to_unit'
    : 'before_organisation as from_unit, organisation as to_unit';
  const bounds = coarse
    ? `before_end_first as left_first, before_end_last as left_last,
      case when was_concurrent then before_end_first else start_first end as joined_first,
      case when was_concurrent then before_end_last else start_last end as joined_last`
    : ['left_first', 'left_last', 'joined_first', 'joined_last']
        .map((c) => `cast(null as integer) as ${c}`)
        .join(', ');
  return sql`select person, organisation, episode, nth, before_organisation, before_episode, before_known, left_month,
      joined_month, by_precision, was_concurrent, ${raw(units)}, ${raw(bounds)}
    from career where followed and before_organisation <> organisation ${raw(nested ? 'and not before_end_cut' : '')}`;
}

function moveSteps({ nested }: Shape): Steps['steps'] {
  const cause = raw(nested ? "coalesce(c.cause, 'hire')" : "'hire'");
  return [
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
      sql`select t.person, before_organisation as from_organisation, organisation as to_organisation, from_unit, to_unit,
          before_episode as from_episode, t.episode as to_episode, left_month, joined_month,
          joined_month - left_month as gap, left_first, left_last, joined_first, joined_last, ${cause} as cause,
          before_known as known_start, was_concurrent, by_precision, p.episode is not null as via_state, nth > 1 as is_return
        from transition as t left join passed_state as p on p.episode = t.episode
        ${raw(nested ? 'left join caused as c on c.episode = t.episode where from_unit <> to_unit' : '')}`,
    ],
  ];
}
