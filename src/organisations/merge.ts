import { refuse } from '../files/index.js';
import { formatMonth, parseDate, states } from '../records/index.js';
import { cleanName } from './clean.js';
import { monthsOf, partiesOf } from './event.js';
import { authorities, type Decision, type Organisation, type Parent, spellings } from './registry.js';

/**
 * What does the registry hold once the files of a user are laid over the one that ships, and that over the Research Organization Registry?
 *
 * Rows: one per organisation, by id. A later file replaces the whole row of the same id, whatever the order in which files are given.
 *
 * @throws MercatoError `source`, with file and line: a name, alias or domain that two organisations claim; a parent or a party of an event
 *   that is unknown; parents that overlap, lie outside their dates or run in a circle
 */
export function mergeRegistries(
  shipped: readonly Organisation[],
  user: readonly (readonly Organisation[])[] = [],
): readonly Organisation[] {
  const rank = ({ authority }: Organisation): number => -authorities.indexOf(authority);
  const ordered = [...shipped, ...user.flat()].sort((a, b) => rank(a) - rank(b));
  const byId = new Map(ordered.map((row) => [row.id, row]));
  const rows = [...byId.values()];
  checkClaims(rows);
  for (const row of rows) checkLinks(row, byId);
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Checks that decisions name organisations of the registry, `own` or a state.
 *
 * @throws MercatoError `source`, with file and line, for the first that does not
 */
export function checkDecisions(decisions: readonly Decision[], registry: readonly Organisation[]): void {
  const known = new Set<string>([...registry.map(({ id }) => id), 'own', ...states]);
  const wrong = decisions.find(({ organisation }) => !known.has(organisation));
  if (wrong) {
    const fix = `write the id of an organisation of the registry, own, ${states.join(' or ')}`;
    throw refuse('unknown organisation', wrong.organisation, wrong.where, fix);
  }
}

/** Rows of the Research Organization Registry may share names: which one is meant is then left open. */
function checkClaims(rows: readonly Organisation[]): void {
  const owners = new Map<string, Organisation>();
  for (const row of rows) {
    if (row.authority === 'ror') continue;
    for (const name of spellings(row)) claim(owners, `name ${cleanName(name)}`, name, row);
    for (const name of row.acronyms) claim(owners, `acronym ${name}`, name, row);
    for (const name of row.domains) claim(owners, `domain ${name}`, name, row);
  }
}

function claim(owners: Map<string, Organisation>, key: string, name: string, row: Organisation): void {
  const owner = owners.get(key) ?? row;
  if (owner.id !== row.id) {
    const both = `${owner.id} at ${owner.where}, ${row.id} at ${row.where}`;
    throw refuse('claimed by two organisations', name, both, 'leave it to one of them');
  }
  owners.set(key, owner);
}

function checkLinks(row: Organisation, byId: ReadonlyMap<string, Organisation>): void {
  for (const event of row.events) {
    for (const party of partiesOf(event)) {
      if (!byId.has(party))
        throw refuse('unknown organisation', party, event.where, 'add it to the registry first');
      if (party === row.id)
        throw refuse('an event with itself', party, event.where, 'name the other organisation');
    }
  }
  const links = [...row.parents].sort((a, b) => sinceOf(a) - sinceOf(b));
  links.forEach((link, nth) => {
    const parent = byId.get(link.id);
    if (parent === undefined)
      throw refuse('unknown parent', link.id, link.where, 'add it to the registry first');
    const next = links[nth + 1];
    if (next !== undefined && sinceOf(next) < untilOf(link)) {
      throw refuse(
        'overlapping parents',
        `${link.id}, ${next.id}`,
        `${link.where} and ${next.where}`,
        'end one before the other begins',
      );
    }
    checkDates(link, parent);
    checkCircle(row, link, byId);
  });
}

function checkDates(link: Parent, parent: Organisation): void {
  for (const { event, ...dates } of parent.events) {
    const { effective } = monthsOf({ event, ...dates } as Organisation['events'][number]);
    const wrong =
      (event === 'founded' && link.since !== undefined && sinceOf(link) < effective) ||
      (event === 'closed' && effective < (link.until === undefined ? sinceOf(link) : untilOf(link)));
    if (wrong) {
      throw refuse(
        'parent outside its dates',
        link.id,
        `${link.where}, ${event} in ${formatMonth(effective)} at ${dates.where}`,
        'mend one of the two dates',
      );
    }
  }
}

/** A circle is closed by the link of it that begins last: each is followed upwards in the month it begins. */
function checkCircle(row: Organisation, link: Parent, byId: ReadonlyMap<string, Organisation>): void {
  const month = sinceOf(link);
  const met = new Set([row.id]);
  for (let at: Parent | undefined = link; at !== undefined; ) {
    if (met.has(at.id)) {
      throw refuse(
        'parents run in a circle',
        [...met, at.id].join(' > '),
        link.where,
        'remove one of the links',
      );
    }
    met.add(at.id);
    at = byId.get(at.id)?.parents.find((above) => sinceOf(above) <= month && month < untilOf(above));
  }
}

/** First month of a link; 0 where it holds always. */
export function sinceOf({ since }: Parent): number {
  return since === undefined ? 0 : (parseDate(since)?.first ?? 0);
}

/** Month from which a link no longer holds; infinite where it holds today. */
export function untilOf({ until }: Parent): number {
  return until === undefined ? Number.POSITIVE_INFINITY : (parseDate(until)?.first ?? 0);
}
