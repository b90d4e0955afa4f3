import { openWorkbook, packingOf, type SheetRow } from '../files/index.js';
import { filingTable } from '../records/index.js';
import { type Filing, filingOf, filingPlaces, type NoFiling } from './_filing.js';
import { recordsOf } from './_records.js';
import type { FileReading, FilledRow, TableSource } from './source.js';

/** Labor condition applications that the US Department of Labor discloses: positions, what they pay, and who files for them. */
export const lca: TableSource = {
  name: 'lca',
  title: 'US Department of Labor LCA disclosure data',
  description:
    'Labor condition applications (H-1B, H-1B1, E-3) as the Office of Foreign Labor Certification publishes them each quarter: employer, title, occupation, positions and base wage of each case. Columns are found by name in any case and order, by the names from fiscal year 2020 on or those of 2015 to 2019; of several worksites the first counts. Cases that were certified are kept, also where they were withdrawn later; names and addresses of people are not read. The last decision of a file is its observed-until.',
  accepts: 'XLSX as published, its first sheet, streamed; or the same as CSV, also gzip',
  homepage: 'https://www.dol.gov/agencies/eta/foreign-labor/performance',
  licence: 'public domain (a work of the United States government)',
  example: 'mercato load lca LCA_Disclosure_Data_FY2025_Q1.xlsx LCA_Disclosure_Data_FY2025_Q2.xlsx',
  oddities: [
    {
      rule: 'not_certified',
      meaning: 'a case that was denied, or withdrawn before it was decided, is read past',
    },
    { rule: 'no_employer', meaning: 'a certified case without an employer is read past' },
    { rule: 'no_occupation', meaning: 'what is no code of an occupation counts as another occupation' },
    { rule: 'no_positions', meaning: 'positions that are missing, 0 or above 9,999 count as 1' },
    {
      rule: 'changes_beyond_positions',
      meaning: 'more people hired away from other employers than positions count as all of these',
    },
    { rule: 'part_time', meaning: 'a case of part-time positions is kept and not measured' },
    { rule: 'no_wage', meaning: 'a case without a wage is kept and not measured' },
    { rule: 'no_unit_of_pay', meaning: 'a wage of no known unit is not measured' },
    {
      rule: 'implausible_wage',
      meaning: 'a wage that comes to less than 15,080 or more than 5,000,000 dollars a year is not measured',
    },
  ],
  fills: filingTable,
  rows,
};

async function* rows(reading: FileReading): AsyncGenerator<readonly FilledRow[]> {
  const { file } = reading;
  if ((await packingOf(file)) === 'zip') {
    const sheet = await openWorkbook(file);
    const places = (head: SheetRow): readonly number[] =>
      filingPlaces(head.cells, `${file.name}:${head.row}`);
    for await (const block of sheet.rows(places)) {
      yield block.flatMap(({ row, cells }) => filled(reading, row, filingOf(cells, sheet.dayOf)));
    }
    return;
  }
  let places: readonly number[] | undefined;
  for await (const records of recordsOf(reading)) {
    const block: FilledRow[] = [];
    for (const { line, cells } of records) {
      if (places === undefined) places = filingPlaces(cells, `${file.name}:${line}`);
      else {
        const chosen = places.map((place) => cells[place] ?? null);
        block.push(
          ...filled(
            reading,
            line,
            filingOf(chosen, () => null),
          ),
        );
      }
    }
    yield block;
  }
}

function filled(reading: FileReading, line: number, filing: Filing | NoFiling): readonly FilledRow[] {
  if (typeof filing === 'string') {
    reading.oddity(filing);
    return [];
  }
  if ('reason' in filing) {
    reading.bad({ line, ...filing });
    return [];
  }
  const { givenUntil } = reading;
  if (givenUntil !== undefined && filing.decided > givenUntil) {
    const reason = `decision after observed-until; the file is observed until ${givenUntil}`;
    reading.bad({ line, field: 'DECISION_DATE', value: filing.decided, reason });
    return [];
  }
  for (const rule of filing.odd) reading.oddity(rule);
  reading.observedUntil(filing.decided);
  const { number, decided, certified, employer, title, soc, positions, changed, fullTime, wage } = filing;
  return [
    { line, values: [number, decided, certified, employer, title, soc, positions, changed, fullTime, wage] },
  ];
}
