import { ask } from '../ask.js';
import { mostInTable, table, tableEnds } from '../measures/index.js';
import { type Released, type ReleasedCell, type ReleasedRow, release } from '../release/index.js';
import type { Desk } from '../subjects.js';
import { type Frame, type Section, sheetOf, sourceLine } from './frame.js';
import { html } from './html.js';
import { shownHires } from './pairs.js';
import { type Sheet, withheldIn } from './table.js';

const says = {
  en: {
    heading: 'Won and lost in all',
    lead: 'All hires into and out of each organisation, whoever is on the other side. A withheld cell prints as <5 where it is below the minimum, and as n<5 where one below it could be told from it.',
    table: 'Hires won and lost, all organisations together',
    whole: 'Origin-destination table, with all others and the totals',
    others: 'all others',
    all: 'all',
    none: 'Totals would give away hires of few people here: none are shown.',
    withheld: (count: number) => `Withheld: ${count}.`,
  },
  fr: {
    heading: 'Gains et pertes en tout',
    lead: 'Toutes les embauches vers et depuis chaque organisation, quelle que soit l’autre partie. Une case masquée s’écrit <5 sous le minimum, et n<5 là où elle en trahirait une.',
    table: 'Embauches gagnées et perdues, toutes organisations confondues',
    whole: 'Table origine-destination, avec toutes les autres et les totaux',
    others: 'toutes les autres',
    all: 'toutes',
    none: 'Des totaux trahiraient ici des embauches de peu de personnes : aucun n’est montré.',
    withheld: (count: number) => `Cases masquées : ${count}.`,
  },
} as const;

/** Hires among the organisations of the report, each for itself as in its other tables, with all others and the totals. */
export async function gatherTotals(
  desk: Desk,
  named: readonly string[],
  minCell: number,
): Promise<Released | null> {
  if (named.length === 0) return null;
  const question = {
    subjects: named.slice(0, mostInTable),
    beside: named,
    parameters: { small: minCell },
  };
  return release(await ask(desk, table, question), minCell);
}

/** All hires in the data, as the totals show them; where they do not, as many at least as stand in the flows that are shown. */
export function allHires({ rows }: Released, flows: readonly ReleasedRow[]): ReleasedCell {
  const all = rows.find((row) => isAll(row, 'from') && isAll(row, 'to'))?.moves;
  if (typeof all === 'number') return all;
  return { low: flows.reduce((sum, row) => sum + shownHires(row), 0), high: null };
}

/** Everybody whom each organisation won and lost, and the whole table in its files. */
export function totalsSection(frame: Frame): readonly Section[] {
  const { totals, minCell } = frame.material;
  if (totals === null) return [];
  const { lang } = frame;
  const w = says[lang];
  const named = (title: ReleasedCell | undefined): string =>
    title === tableEnds.all ? w.all : title === tableEnds.others ? w.others : String(title);
  const won = new Map(totals.rows.filter((row) => isAll(row, 'from')).map((row) => [keyOf(row, 'to'), row]));
  const rows = totals.rows
    .filter((row) => isAll(row, 'to') && !isAll(row, 'from'))
    .map((row): ReleasedRow => {
      const [lost, gained] = [row.moves ?? null, won.get(keyOf(row, 'from'))?.moves ?? null];
      const net =
        typeof lost === 'number' && typeof gained === 'number' ? gained - lost : { withheld: `n<${minCell}` };
      return {
        organisation: named(row.from),
        hires_won: gained,
        hires_lost: lost,
        net,
        flags: row.flags ?? null,
      };
    });
  const sums: Sheet = {
    name: 'totals',
    caption: w.table,
    columns: [
      { name: 'organisation', kind: 'text' },
      { name: 'hires_won', kind: 'count' },
      { name: 'hires_lost', kind: 'count' },
      { name: 'net', kind: 'net' },
    ],
    rows,
    of: totals,
  };
  const whole: Sheet = {
    name: 'table',
    caption: w.whole,
    columns: [
      { name: 'from', kind: 'text' },
      { name: 'to', kind: 'text' },
      { name: 'hire', kind: 'count' },
    ],
    rows: totals.rows.map(({ from, to, moves, flags }) => ({
      from: from ?? null,
      to: to ?? null,
      hire: moves ?? null,
      flags: flags ?? null,
    })),
    of: totals,
  };
  const audited = totals.notes.find(({ code }) => code === 'audited')?.[lang] ?? '';
  const some = rows.length > 0;
  const body = html`<p>${w.lead.replaceAll('<5', `<${minCell}`)}</p>
${some ? sheetOf(frame, sums) : html`<p>${w.none}</p>`}
<div class="sheet"><p class="under">${sourceLine(frame)} ${w.whole}. ${frame.w.download} <a href="data/table.csv">CSV</a>, <a href="data/table.json">JSON</a>. ${w.withheld(withheldIn(whole))} ${audited}</p></div>`;
  return [{ id: 'totals', heading: w.heading, body, sheets: some ? [sums, whole] : [whole] }];
}

function isAll(row: ReleasedRow, end: 'from' | 'to'): boolean {
  return row[end] === tableEnds.all && row[`${end}_id`] === null;
}

function keyOf(row: ReleasedRow, end: 'from' | 'to'): string {
  return JSON.stringify([row[`${end}_id`] ?? null, row[end] ?? null]);
}
