/** An employment as a record states it, all text, dates as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export interface Employment {
  readonly employer: string;
  readonly title: string | null;
  readonly country: string | null;
  /** Blank where unknown. */
  readonly start: string;
  /** Blank where open. */
  readonly end: string;
  readonly source: OrcidSource;
}

/** Who says it: the person, also through a system of theirs; a member organisation of ORCID; or nobody named. */
export type OrcidSource = 'orcid:self' | 'orcid:member' | 'orcid';

/** What is read of a record; `closed` where ORCID gives an error in its place, for a deactivated or locked one. */
export interface OrcidRecord {
  readonly id: string | null;
  readonly closed: boolean;
  /** Day of the last change, `YYYY-MM-DD`. */
  readonly modified: string | null;
  readonly employments: readonly Employment[];
}

/** A record in which nothing is employment: passed over. */
export const emptyRecord: OrcidRecord = { id: null, closed: false, modified: null, employments: [] };

const idPattern = /(?<!\d)\d{4}-\d{4}-\d{4}-\d{3}[\dX](?!\d)/;

/** The ORCID iD in a text such as an address or the name of a member; null where there is none. */
export function idIn(text: string): string | null {
  return idPattern.exec(text)?.[0] ?? null;
}

/**
 * Whether the last character of an iD is the check of the others.
 *
 * Method: ISO/IEC 7064:2003, MOD 11-2.
 */
export function isValidId(id: string): boolean {
  const digits = id.replaceAll('-', '');
  let total = 0;
  for (const digit of digits.slice(0, -1)) total = ((total + Number(digit)) * 2) % 11;
  const check = (12 - total) % 11;
  return digits.at(-1) === (check === 10 ? 'X' : String(check));
}

/** A date of parts: a part that is missing, or after a missing one, makes it coarser. */
export function dateOf(year: unknown, month: unknown, day: unknown): string {
  const parts: string[] = [];
  for (const part of [year, month, day]) {
    const text = part === null || part === undefined ? '' : String(part).trim();
    if (text === '') break;
    parts.push(parts.length === 0 ? text : text.padStart(2, '0'));
  }
  return parts.join('-');
}

/** Who says it, by the identifiers of an assertion: an iD as its source or its origin is a person. */
export function sourceOf(person: string | null, origin: string | null, client: string | null): OrcidSource {
  if (person !== null || origin !== null) return 'orcid:self';
  return client === null ? 'orcid' : 'orcid:member';
}

/** The record in a parsed JSON document; null where it is none. */
export function recordOf(document: unknown): OrcidRecord | null {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return null;
  if ('error-code' in document || 'response-code' in document) return { ...emptyRecord, closed: true };
  const activities = at(document, 'activities-summary');
  if (at(document, 'orcid-identifier') === undefined && activities === undefined) return null;
  const groups = list(at(activities, 'employments', 'affiliation-group'));
  const summaries = groups.flatMap((group) => list(at(group, 'summaries')));
  const changed = at(document, 'history', 'last-modified-date', 'value');
  return {
    id: idIn(text(at(document, 'orcid-identifier', 'path')) ?? text(at(document, 'path')) ?? ''),
    closed: false,
    modified: typeof changed === 'number' ? dayOf(changed) : null,
    employments: summaries.map((summary) => employmentOf(at(summary, 'employment-summary'))),
  };
}

function employmentOf(summary: unknown): Employment {
  const date = (name: string): string => {
    const part = (unit: string): unknown => at(summary, name, unit, 'value');
    return dateOf(part('year'), part('month'), part('day'));
  };
  const said = (name: string): string | null => text(at(summary, 'source', name, 'path'));
  return {
    employer: text(at(summary, 'organization', 'name')) ?? '',
    title: text(at(summary, 'role-title')),
    country: text(at(summary, 'organization', 'address', 'country')),
    start: date('start-date'),
    end: date('end-date'),
    source: sourceOf(said('source-orcid'), said('assertion-origin-orcid'), said('source-client-id')),
  };
}

function dayOf(milliseconds: number): string | null {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as { readonly [key: string]: unknown })[key];
  }
  return found;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
