import { createHash } from 'node:crypto';
import { piecesApart, vintageTable } from '../records/index.js';
import { list, monthOf, raw, type Sql, sql, type Warehouse } from '../warehouse/index.js';
import { longestGap } from './build.js';

/** Session tables of what the earlier vintage knew. */
const [person, move] = ['earlier_person', 'earlier_move'];

/** Months between two dates of joining up to which a move is the same one, told again. */
const toldAgain = 12;

/** Months before the earlier vintage ends for which moves are compared. */
const longestAge = 120;

/** The last day that files observe; null where none of the source is at these places. */
async function observedBy(warehouse: Warehouse, files: Sql): Promise<string | null> {
  const [found] = await warehouse.query<{ day: string | null }>(
    sql`select max(observed_until) as day from file where file in ${files}`,
  );
  return found?.day ?? null;
}

function filesAt(source: string, places: readonly string[]): Sql {
  return sql`(select file from file where source = ${source} and place in ${list([...places])})`;
}

/** Moves between two jobs of a source, at least one of them told by some files; organisations by id, since numbers change. */
function movesOf(source: string, files: Sql): Sql {
  const spellOf = (episode: string): Sql => sql`${raw(episode)} % ${raw(String(piecesApart))}`;
  return sql`select m.person, a.id as from_id, b.id as to_id, m.joined_month
    from move as m
    join organisation as a on a.organisation = m.from_organisation
    join organisation as b on b.organisation = m.to_organisation
    join spell as s on s.spell = ${spellOf('m.from_episode')}
    join spell as t on t.spell = ${spellOf('m.to_episode')}
    where m.gap <= ${longestGap} and (s.file in ${files} or t.file in ${files})
      and s.file in (select file from file where source = ${source})
      and t.file in (select file from file where source = ${source})`;
}

/** What is known of the earlier vintage once it is gone. */
export interface Earlier {
  readonly source: string;
  /** Last day that it observes. */
  readonly observedUntil: string;
}

/**
 * Remembers, for the session, the moves of the files at some places, before a later vintage takes their place.
 *
 * @returns null where no file of the source is there
 */
export async function keepEarlier(
  warehouse: Warehouse,
  source: string,
  places: readonly string[],
): Promise<Earlier | null> {
  const files = filesAt(source, places);
  const observedUntil = await observedBy(warehouse, files);
  if (observedUntil === null) return null;
  await warehouse.keep(person, 'session', sql`select distinct person from spell where file in ${files}`);
  await warehouse.keep(move, 'session', movesOf(source, files));
  return { source, observedUntil };
}

/**
 * Compares the moves that a later vintage knows with those that the earlier one knew, and keeps how many they are.
 *
 * Only people who are in both are followed: somebody new to a source is no late report. A move is the same where person and
 * organisations are, and the months of joining lie at most a year apart. Nothing is kept where the later one does not observe longer, or has nothing new.
 *
 * Rows of `vintage`: one per month of joining in the ten years before the earlier vintage ends.
 * @param places those of the files of the later vintage
 * @returns how many people are in both
 */
export async function keepVintage(
  warehouse: Warehouse,
  { source, observedUntil: earlier }: Earlier,
  places: readonly string[],
): Promise<number> {
  const files = filesAt(source, places);
  const later = await observedBy(warehouse, files);
  const both = sql`(select p.person from ${raw(person)} as p where p.person in (select person from spell where file in ${files}))`;
  const [shared] = await warehouse.query<{ people: number }>(
    sql`select count(*) as people from ${both} as p`,
  );
  if (later !== null && later.slice(0, 7) > earlier.slice(0, 7)) {
    await warehouse.keep('later_move', 'session', movesOf(source, files));
    const hash = createHash('sha256')
      .update(JSON.stringify([...places].sort()))
      .digest('hex')
      .slice(0, 12);
    const [end] = [monthOf(sql`cast(${earlier} as date)`)];
    await warehouse.run(sql`delete from ${raw(vintageTable.name)} where source = ${source} and files = ${hash}
      and earlier = cast(${earlier} as date) and later = cast(${later} as date)`);
    await warehouse.run(sql`insert into ${raw(vintageTable.name)}
      select ${source}, ${hash}, cast(${earlier} as date), cast(${later} as date), joined_month,
        sum(followed), sum(known), sum(followed_before) - sum(kept) from (
          select l.joined_month, 1 as followed, ${one(sql`l`, sql`${raw(move)}`)} as known, 0 as followed_before, 0 as kept
            from later_move as l where l.person in ${both}
          union all
          select l.joined_month, 0, 0, 1, ${one(sql`l`, sql`later_move`)}
            from ${raw(move)} as l where l.person in ${both}) as told
      where joined_month <= ${end} and joined_month > ${end} - ${longestAge}
        and exists (select 1 from later_move where joined_month > ${end})
      group by joined_month having sum(followed) + sum(followed_before) > sum(kept) order by joined_month`);
    await warehouse.drop('later_move');
  }
  await dropEarlier(warehouse);
  return shared?.people ?? 0;
}

/** 1 where a move is told by another table too. */
function one(told: Sql, other: Sql): Sql {
  return sql`case when exists (select 1 from ${other} as o where o.person = ${told}.person and o.from_id = ${told}.from_id
    and o.to_id = ${told}.to_id and abs(o.joined_month - ${told}.joined_month) <= ${toldAgain}) then 1 else 0 end`;
}

/** Forgets what `keepEarlier` kept. */
export async function dropEarlier(warehouse: Warehouse): Promise<void> {
  await warehouse.drop(move);
  await warehouse.drop(person);
}
