import { all, name, type Sql, sql } from '../warehouse/index.js';
import type { MoveParameters } from './_parameters.js';
import { type Period, periodRows } from './_period.js';
import { moveConditions, populationIn } from './_steps.js';
import { weighing } from './_weights.js';
import type { Context, Note, ResultRow } from './measure.js';

/**
 * Moves that the precision of their dates allows in a period, and whether every date that it allows puts them there (`sure`). The order of a person's
 * jobs and the cause of a move are those of the point estimate.
 */
export function possibleSteps(
  p: MoveParameters,
  context: Context,
  periods: readonly Period[],
  also: readonly Sql[] = [],
): (readonly [string, Sql])[] {
  const conditions = [
    sql`m.joined_last >= p.first_month and m.joined_first <= p.last_month and m.least_gap <= ${p.maxGap}`,
    ...moveConditions(p, context, also),
  ];
  return [
    ['period', periodRows(periods)],
    ...populationIn(p, context).steps,
    [
      'ranged',
      sql`select person, from_organisation, to_organisation, from_episode, cause${weighing(context, sql`, weight`)},
          coalesce(joined_first, joined_month) as joined_first, coalesce(joined_last, joined_month) as joined_last,
          case when was_concurrent or joined_first is null then gap else joined_first - left_last end as least_gap,
          case when was_concurrent or joined_first is null then gap else joined_last - left_first end as most_gap
        from ${name(context.tables.move)}`,
    ],
    [
      'possible',
      sql`select p.nth, m.*, case when m.joined_first >= p.first_month and m.joined_last <= p.last_month
            and m.most_gap <= ${p.maxGap} then 1 else 0 end as sure
        from ranged as m join period as p on true where ${all(conditions)}`,
    ],
  ];
}

/** Says how many rows change within the precision of the dates. */
export function boundsNote(
  { bounds }: { readonly bounds: boolean },
  rows: readonly ResultRow[],
  ...pairs: readonly (readonly [least: string, most: string])[]
): readonly Note[] {
  if (!bounds) return [];
  const changing = rows.filter((row) => pairs.some(([least, most]) => row[least] !== row[most])).length;
  const held = {
    en: 'The order of jobs and the causes of moves are held as they are.',
    fr: 'L’ordre des emplois et les causes des mouvements sont tenus fixes.',
  };
  if (changing === 0) {
    return [
      {
        code: 'bounds',
        en: `No figure changes within the precision of the dates. ${held.en}`,
        fr: `Aucun chiffre ne change dans la précision des dates. ${held.fr}`,
      },
    ];
  }
  return [
    {
      code: 'bounds',
      en: `${changing} of ${rows.length} rows change within the precision of the dates: from min to max. ${held.en}`,
      fr: `${changing} des ${rows.length} lignes changent dans la précision des dates : de min à max. ${held.fr}`,
    },
  ];
}
