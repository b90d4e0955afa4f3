import { MercatoError } from '../errors.js';
import { formatMonth, parseMonth } from '../records/index.js';
import { list, type Row, type Sql, sql } from '../warehouse/index.js';

/** A month that an event may have, and which of its dates that is; null where the question gives the month. */
export interface EventMonth {
  readonly month: number;
  readonly dated: 'announced' | 'effective' | null;
}

/** An event of the registry in which an organisation that is looked at has a part. */
export interface Registered {
  readonly id: string;
  readonly organisation: number;
  readonly other: number | null;
  readonly months: readonly EventMonth[];
}

const span = /^(\d{4}-\d{2})(?:\/(\d{4}-\d{2}))?$/;
const ofRegistry = /^([a-z0-9]+(?:-[a-z0-9]+)*):([a-z_]+)$/;
const mostMonths = 24;

/** Whether a text names a month, months from one to another, or an event of the registry. */
export function isEvent(text: string): boolean {
  return ofRegistry.test(text) || monthsOf(text) !== null;
}

/** The months that a text names; null where it names an event of the registry. */
function monthsOf(text: string): readonly EventMonth[] | null {
  const found = span.exec(text);
  const first = found === null ? null : parseMonth(found[1] ?? '', 'first');
  const last = found === null ? null : parseMonth(found[2] ?? found[1] ?? '', 'last');
  if (first === null || last === null || last < first || last - first >= mostMonths) return null;
  return Array.from({ length: last - first + 1 }, (_, i) => ({ month: first + i, dated: null }));
}

/** Events of some organisations, and of the one whose event is asked about. */
export function eventSteps(event: string, organisations: readonly number[]): Sql {
  const [, id = ''] = ofRegistry.exec(event) ?? [];
  return sql`select o.id, e.organisation, e.event, e.other, e.announced, e.effective
    from event as e join organisation as o on o.organisation = e.organisation
    where e.organisation in ${list(organisations)} or e.other in ${list(organisations)} or o.id = ${id}
    order by e.effective, o.id, e.event, e.other`;
}

/** Events as the registry has them. */
export function registeredIn(rows: readonly Row[]): readonly Registered[] {
  return rows.map((row) => {
    const effective = Number(row.effective);
    const announced = row.announced === null ? effective : Number(row.announced);
    return {
      id: `${row.id}:${row.event}`,
      organisation: Number(row.organisation),
      other: row.other === null ? null : Number(row.other),
      months: [
        { month: announced, dated: announced === Number(row.announced) ? 'announced' : 'effective' },
        ...(announced === effective ? [] : [{ month: effective, dated: 'effective' as const }]),
      ],
    };
  });
}

/**
 * The months of the event asked about, and the organisations that have a part in it where the registry says who.
 *
 * @throws MercatoError `parameter` for an event that the registry does not have
 */
export function eventMonths(
  event: string,
  registered: readonly Registered[],
): { readonly months: readonly EventMonth[]; readonly parties: readonly number[] } {
  const given = monthsOf(event);
  if (given !== null) return { months: given, parties: [] };
  const found = registered.filter(({ id }) => id === event);
  if (found.length === 0) {
    const known = [
      ...new Set(registered.map(({ id, months }) => `${id} (${formatMonth(months[0]!.month)})`)),
    ];
    const fix = known.length === 0 ? 'give a month, YYYY-MM' : `give a month, or one of ${known.join(', ')}`;
    throw new MercatoError('parameter', `unknown event: ${JSON.stringify(event)} (registry); ${fix}`);
  }
  const months = new Map(found.flatMap(({ months }) => months).map((one) => [one.month, one]));
  return {
    months: [...months.values()].sort((a, b) => a.month - b.month),
    parties: found.flatMap(({ organisation, other }) => [organisation, ...(other === null ? [] : [other])]),
  };
}
