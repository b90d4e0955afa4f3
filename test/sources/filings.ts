import { type BookCell, type BookOptions, workbookOf } from '../files/workbooks.js';

/** Columns of a disclosure file since fiscal year 2020, in the publisher's order, without those of addresses and agents. */
export const newColumns = [
  'CASE_NUMBER',
  'CASE_STATUS',
  'RECEIVED_DATE',
  'DECISION_DATE',
  'ORIGINAL_CERT_DATE',
  'VISA_CLASS',
  'JOB_TITLE',
  'SOC_CODE',
  'SOC_TITLE',
  'FULL_TIME_POSITION',
  'BEGIN_DATE',
  'END_DATE',
  'TOTAL_WORKER_POSITIONS',
  'NEW_EMPLOYMENT',
  'CONTINUED_EMPLOYMENT',
  'CHANGE_PREVIOUS_EMPLOYMENT',
  'NEW_CONCURRENT_EMPLOYMENT',
  'CHANGE_EMPLOYER',
  'AMENDED_PETITION',
  'EMPLOYER_NAME',
  'TRADE_NAME_DBA',
  'EMPLOYER_POC_LAST_NAME',
  'NAICS_CODE',
  'WORKSITE_CITY',
  'WAGE_RATE_OF_PAY_FROM',
  'WAGE_RATE_OF_PAY_TO',
  'WAGE_UNIT_OF_PAY',
  'PREVAILING_WAGE',
  'PW_UNIT_OF_PAY',
  'PW_WAGE_LEVEL',
] as const;

/** Names that a column had in fiscal years 2015 to 2018. */
export const oldNames: Readonly<Record<string, string>> = {
  RECEIVED_DATE: 'CASE_SUBMITTED',
  BEGIN_DATE: 'EMPLOYMENT_START_DATE',
  END_DATE: 'EMPLOYMENT_END_DATE',
  SOC_TITLE: 'SOC_NAME',
  NAICS_CODE: 'NAIC_CODE',
  TOTAL_WORKER_POSITIONS: 'TOTAL_WORKERS',
};

/** What a case says where that is not the usual: a certified, full-time case of one developer at Oak for 100,000 a year. */
export type Case = Partial<Record<(typeof newColumns)[number], BookCell>>;

const usual: Case = {
  CASE_STATUS: 'Certified',
  RECEIVED_DATE: 45_292,
  DECISION_DATE: 45_299,
  VISA_CLASS: 'H-1B',
  JOB_TITLE: 'Software Engineer',
  SOC_CODE: '15-1252.00',
  SOC_TITLE: 'Software Developers',
  FULL_TIME_POSITION: 'Y',
  BEGIN_DATE: 45_352,
  TOTAL_WORKER_POSITIONS: 1,
  NEW_EMPLOYMENT: 1,
  CHANGE_EMPLOYER: 0,
  EMPLOYER_NAME: 'OAK, INC.',
  EMPLOYER_POC_LAST_NAME: 'Doe-Nobody',
  WAGE_RATE_OF_PAY_FROM: 100_000,
  WAGE_UNIT_OF_PAY: 'Year',
  PREVAILING_WAGE: 90_000,
  PW_UNIT_OF_PAY: 'Year',
};

let cases = 0;

/** Rows of a file: its head line and its cases, each with a number of its own unless it says one. */
export function casesOf(some: readonly Case[], columns: readonly string[] = newColumns): BookCell[][] {
  const rows = some.map((each) => {
    const all: Case = { CASE_NUMBER: `I-200-24001-${String(++cases).padStart(6, '0')}`, ...usual, ...each };
    return columns.map((column) => all[column as keyof Case] ?? null);
  });
  return [[...columns], ...rows];
}

/** A disclosure file as it is published. */
export function disclosureOf(
  some: readonly Case[],
  columns: readonly string[] = newColumns,
  options: BookOptions = {},
): Buffer {
  return workbookOf(casesOf(some, columns), options);
}
