import { millionths, piecesApart } from '../records/index.js';
import { name, raw, type Steps, sql, type Warehouse } from '../warehouse/index.js';

/**
 * Does any spell carry a sampling weight?
 *
 * Where none does, nothing is weighed: no query joins or sums a weight.
 */
export async function hasWeights(warehouse: Warehouse): Promise<boolean> {
  const found = await warehouse.query(sql`select 1 as found from spell where weight is not null limit 1`);
  return found.length > 0;
}

/**
 * The rows of a step with their `weight`: that of the spell that begins an episode, 1 where it carries none; null for all where no spell
 * of the database does. A piece of a spell that was cut has the weight of the spell.
 *
 * @param episode column of the episode whose weight it is
 */
export function weighing(step: string, episode: string, weighted: boolean): Steps['steps'][number] {
  const from = name(step);
  if (!weighted) return ['weighed', sql`select *, cast(null as bigint) as weight from ${from}`];
  return [
    'weighed',
    sql`select b.*, coalesce(s.weight, ${raw(String(millionths))}) as weight from ${from} as b
      left join spell as s on s.spell = b.${name(episode)} % ${raw(String(piecesApart))}`,
  ];
}
