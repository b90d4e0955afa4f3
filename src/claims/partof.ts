import type { Organisation, Parent } from '../organisations/index.js';
import { parseDate } from '../records/index.js';
import type { Claim, Fact } from './claim.js';
import { dateIn, inBoth, listIn } from './print.js';
import type { DatalessCheck } from './verdict.js';

/**
 * Was an organisation part of another on the date that a claim gives, or else when it was made?
 *
 * Directly or through others above it. In every month that the date may mean: reproduced; in some: compatible; in none: contradicted. An organisation that the registry
 * has under nobody at any time may only not have been looked up, which decides nothing. Rows: one, or none where the claim names no whole.
 */
export function partOfChecks(
  { on: said }: Claim,
  { by, on = said }: Fact,
  row: Organisation,
  registry: readonly Organisation[],
): readonly DatalessCheck[] {
  const date = parseDate(on);
  if (by === undefined || date === null) return [];
  const byId = new Map(registry.map((each) => [each.id, each]));
  const titles = (ids: readonly string[]) => ids.map((id) => byId.get(id)?.title ?? id);
  const months = Array.from({ length: date.last - date.first + 1 }, (_, i) => date.first + i);
  const lines = months.map((month) => above(row, month, byId));
  const holding = lines.filter((line) => line.includes(by)).length;
  const others = titles(lines.find((line) => !line.includes(by)) ?? []);
  const [part, whole] = [row.title, ...titles([by])];
  const says = inBoth((lang) => {
    const day = dateIn(on, lang);
    if (row.parents.length === 0)
      return lang === 'en'
        ? `The registry does not say what ${part} is part of.`
        : `Le registre ne dit pas de quoi ${part} fait partie.`;
    const held =
      others.length > 0 ? listIn(others, lang) : lang === 'en' ? 'nobody' : 'aucune autre organisation';
    if (holding === months.length)
      return lang === 'en'
        ? `Part of what: in the registry ${part} is under ${whole} (${day}).`
        : `Partie de quoi : dans le registre, ${part} est sous ${whole} (${day}).`;
    if (holding > 0)
      return lang === 'en'
        ? `Part of what: in the registry ${part} is under ${whole} for a part of that time (${day}).`
        : `Partie de quoi : dans le registre, ${part} est sous ${whole} une partie de ce temps (${day}).`;
    return lang === 'en'
      ? `Part of what: in the registry ${part} is not under ${whole} (${day}), but under ${held}.`
      : `Partie de quoi : dans le registre, ${part} n’est pas sous ${whole} (${day}), mais sous ${held}.`;
  });
  const outcome = holding === months.length ? 'reproduced' : holding > 0 ? 'compatible' : 'contradicted';
  const link = row.parents.find(({ id }) => id === by) ?? row.parents[0];
  return [
    {
      kind: 'registry',
      says,
      numbers: { months: months.length, months_within: holding },
      claims: [],
      source: link?.source ?? row.source,
      ...(row.parents.length === 0 ? {} : { outcome }),
    },
  ];
}

/** Ids of what is above an organisation in a month, nearest first. */
function above(row: Organisation, month: number, byId: ReadonlyMap<string, Organisation>): readonly string[] {
  const line: string[] = [];
  for (let at: Organisation | undefined = row; at !== undefined; ) {
    const link = at.parents.find((each) => holds(each, month));
    if (link === undefined || link.id === row.id || line.includes(link.id)) return line;
    line.push(link.id);
    at = byId.get(link.id);
  }
  return line;
}

/** From the month of `since` up to, not including, that of `until`. */
function holds({ since, until }: Parent, month: number): boolean {
  const [first, end] = [since, until].map((day) => (day === undefined ? null : parseDate(day)?.first));
  return (first ?? month) <= month && month < (end ?? Number.POSITIVE_INFINITY);
}
