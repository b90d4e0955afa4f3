import { MercatoError } from '../errors.js';
import { parseDate, socOf } from '../records/index.js';
import { annualWage } from './_wage.js';

/** Columns that are read, by the names that they have had: first that of fiscal year 2020 on, then older ones. */
const columns = {
  number: ['CASE_NUMBER'],
  status: ['CASE_STATUS'],
  received: ['RECEIVED_DATE', 'CASE_SUBMITTED'],
  decided: ['DECISION_DATE'],
  certified: ['ORIGINAL_CERT_DATE'],
  employer: ['EMPLOYER_NAME'],
  title: ['JOB_TITLE'],
  soc: ['SOC_CODE'],
  fullTime: ['FULL_TIME_POSITION'],
  positions: ['TOTAL_WORKER_POSITIONS', 'TOTAL_WORKERS'],
  changed: ['CHANGE_EMPLOYER'],
  wage: ['WAGE_RATE_OF_PAY_FROM', 'WAGE_RATE_OF_PAY_FROM_1', 'WAGE_RATE_OF_PAY'],
  unit: ['WAGE_UNIT_OF_PAY', 'WAGE_UNIT_OF_PAY_1'],
} as const;
type Column = keyof typeof columns;

const all = Object.keys(columns) as Column[];
/** Without these a filing still says what its employer pays. */
const spare: readonly Column[] = ['received', 'certified', 'fullTime', 'changed'];

/**
 * Where the columns of a file are, in the order of `columns`, by name in any case and order; -1 for a spare one that is not there.
 *
 * @param where file and line, for messages
 * @throws MercatoError `source` that names the columns that are missing or there twice
 */
export function filingPlaces(head: readonly (string | null)[], where: string): readonly number[] {
  const known = head.map((name) => folded(name ?? ''));
  const missing: string[] = [];
  const places = all.map((column) => {
    const names: readonly string[] = columns[column].map(folded);
    const name = names.find((each) => known.includes(each));
    const place = name === undefined ? -1 : known.indexOf(name);
    if (place < 0 && !spare.includes(column)) missing.push(columns[column].join(' or '));
    if (place >= 0 && known.lastIndexOf(known[place] ?? '') !== place) {
      throw new MercatoError(
        'source',
        `two columns of one name: ${head[place]} (${where}); keep one of them`,
      );
    }
    return place;
  });
  if (missing.length > 0) {
    throw new MercatoError(
      'source',
      `missing column: ${missing.join(', ')} (${where}); is this a disclosure file of LCA cases?`,
      { data: { missing } },
    );
  }
  return places;
}

/** A certified case, as it is kept. */
export interface Filing {
  readonly number: string;
  /** Days, `YYYY-MM-DD`: of the last decision, and of the certification. */
  readonly decided: string;
  readonly certified: string;
  readonly employer: string;
  readonly title: string | null;
  readonly soc: string | null;
  readonly positions: number;
  /** Of these, for people hired away from another employer; null where the file does not say. */
  readonly changed: number | null;
  readonly fullTime: boolean;
  /** Base wage, its lower end. Units: dollars a year. Null where there is none that is plausible. */
  readonly wage: number | null;
  /** Rules that were applied to it. */
  readonly odd: readonly string[];
}

/** Why a row is no filing: another status, no employer, or a fault that a person must mend. */
export type NoFiling =
  | 'not_certified'
  | 'no_employer'
  | { readonly field: string; readonly value: string; readonly reason: string };

/** Most positions that a case can have, in four digits; beyond, the number is a slip. */
const mostPositions = 9_999;

/** A row of cells, in the order of `filingPlaces`, as a filing. */
export function filingOf(
  cells: readonly (string | null)[],
  dayOf: (serial: number) => string | null,
): Filing | NoFiling {
  const cell = (column: Column): string => (cells[all.indexOf(column)] ?? '').trim();
  const day = (column: Column): string | null => dayIn(cell(column), dayOf);
  const status = folded(cell('status'));
  if (status !== 'CERTIFIED' && status !== 'CERTIFIEDWITHDRAWN') return 'not_certified';
  if (cell('number') === '') return { field: 'CASE_NUMBER', value: '', reason: 'empty case number' };
  if (cell('employer') === '') return 'no_employer';
  const decided = day('decided');
  if (decided === null) {
    return {
      field: 'DECISION_DATE',
      value: cell('decided'),
      reason: 'invalid decision date; write YYYY-MM-DD',
    };
  }
  const odd: string[] = [];
  const withdrawn = status === 'CERTIFIEDWITHDRAWN' ? day('received') : null;
  const said = day('certified') ?? withdrawn ?? decided;
  const soc = socOf(cell('soc'));
  if (soc === null) odd.push('no_occupation');
  const counted = wholeIn(cell('positions'));
  const positions = counted === null || counted === 0 || counted > mostPositions ? 1 : counted;
  if (positions !== counted) odd.push('no_positions');
  const changes = wholeIn(cell('changed'));
  if (changes !== null && changes > positions) odd.push('changes_beyond_positions');
  const fullTime = !/^n/i.test(cell('fullTime'));
  if (!fullTime) odd.push('part_time');
  const wage = annualWage(cell('wage'), cell('unit'));
  if (typeof wage === 'string') odd.push(wage);
  return {
    number: cell('number'),
    decided,
    certified: [said, decided].sort()[0] ?? decided,
    employer: cell('employer'),
    title: cell('title') || null,
    soc,
    positions,
    changed: changes === null ? null : Math.min(changes, positions),
    fullTime,
    wage: typeof wage === 'string' ? null : wage,
    odd,
  };
}

function folded(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

function wholeIn(text: string): number | null {
  const value = Number(text.replaceAll(',', ''));
  return text !== '' && Number.isInteger(value) && value >= 0 ? value : null;
}

/** A day from a serial number of a spreadsheet, `2024-02-29`, or `2/29/2024`, whatever time follows. */
function dayIn(text: string, dayOf: (serial: number) => string | null): string | null {
  if (/^\d{5,6}(?:\.\d+)?$/.test(text)) return dayOf(Number(text));
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s.*)?$/.exec(text);
  const written =
    us === null
      ? text.slice(0, 10)
      : `${us[3]}-${(us[1] ?? '').padStart(2, '0')}-${(us[2] ?? '').padStart(2, '0')}`;
  const date = parseDate(written);
  return date?.precision === 'day' ? date.earliest : null;
}
