import type { Result } from '../ask.js';
import type { DataLine } from '../dataLine.js';
import { MercatoError } from '../errors.js';
import {
  coverage,
  delay,
  demand,
  exits,
  flows,
  growth,
  headcount,
  measures,
  type Note,
  pay,
  type ResultRow,
  ranking,
  ratio,
  retention,
  study,
  type Tested,
  table,
  timeline,
} from '../measures/index.js';
import { type Column, episodeTable, moveTable } from '../records/index.js';
import type { ReleasedRow } from './cell.js';
import { releaseDelay } from './delay.js';
import { releaseExits } from './exits.js';
import { flagColumn, flagged } from './flags.js';
import { releaseFlows } from './flows.js';
import { releaseGrowth } from './growth.js';
import { releasedNote, withheldCells, withheldNote } from './notes.js';
import { releaseAny, releaseCoverage, releaseHeadcount } from './parts.js';
import { releasePay } from './pay.js';
import { releaseRanking } from './ranking.js';
import { releaseRatio } from './ratio.js';
import { releaseRetention } from './retention.js';
import type { Published } from './seen.js';
import { releaseStudy } from './study.js';
import { type Audited, auditNote, releaseTable } from './table.js';
import { areWeighted, isOfWeights, releaseWeighted } from './weighted.js';
import { releaseBeside } from './windows.js';

/** A result as it may leave this machine. */
export interface Released {
  readonly measure: string;
  readonly parameters: { readonly [name: string]: unknown };
  readonly data: DataLine;
  readonly columns: readonly Column[];
  readonly rows: readonly ReleasedRow[];
  /** Rows there would be without `top`. */
  readonly total: number;
  readonly notes: readonly Note[];
  /** The least count that is shown. */
  readonly minCell: number;
  /** Cells that are withheld or shown as a range. */
  readonly withheld: number;
  /** What the audit of a table with totals found. */
  readonly audited?: Audited;
}

type Rule = (
  rows: readonly ResultRow[],
  min: number,
  columns: readonly Column[],
  tested?: readonly Tested[],
) => readonly ReleasedRow[];

const rules: ReadonlyMap<string, Rule> = new Map([
  [headcount.name, releaseHeadcount],
  [flows.name, releaseFlows],
  [ratio.name, releaseRatio],
  [retention.name, releaseRetention],
  [exits.name, releaseExits],
  [growth.name, releaseGrowth],
  [study.name, releaseStudy],
  [coverage.name, releaseCoverage],
  [pay.name, releasePay],
  [ranking.name, releaseRanking],
  [delay.name, releaseDelay],
]);

/** Measures whose optional columns are no bounds by precision. */
const keepsOptional: ReadonlySet<string> = new Set([ranking.name]);

/** Measures that tell of nobody: there is nothing to withhold. */
const ofNobody: ReadonlySet<string> = new Set([timeline.name, demand.name]);

/**
 * What of a result may be shown?
 *
 * Counts of people, and of what they did, below the minimum are withheld, 0 included; a figure that would reveal one becomes a
 * range or is withheld. What is shown of a withheld figure is computed from what is shown of its counts, so that nothing can
 * be computed back from it. A result that tells of nobody is shown as it is. Bounds by precision are left out: they would say of a withheld count between what it lies. A result whose rows were cut is released more narrowly than a whole one. Differences between two results are looked at where what is `published` is given, and only of flows and ratios.
 *
 * Rows: those of the result, in its order.
 * @param minCell the least count that is shown
 * @param published the flows that every other window, level, view and gap of them is held against, where many may be asked for
 * @throws MercatoError `parameter` for a measure that shows single people, or a minimum that is no whole number of 1 or more
 */
export function release(result: Result, minCell = 5, published?: Published): Released {
  if (!(Number.isInteger(minCell) && minCell >= 1)) {
    throw new MercatoError('parameter', `invalid minimum cell: ${minCell}; give a whole number of 1 or more`);
  }
  if (measures.some(({ name, local }) => name === result.measure && local === true)) {
    throw new MercatoError(
      'parameter',
      `${result.measure} shows single people and is not released; ask it on this machine`,
      {
        data: { measure: result.measure },
      },
    );
  }
  const nobody = ofNobody.has(result.measure);
  const weighted = areWeighted(result.rows);
  const keeps = nobody || keepsOptional.has(result.measure);
  const columns = result.columns.filter(
    (column) =>
      keeps || !column.optional || column.type === 'curve' || (weighted && isOfWeights(column.name)),
  );
  const bounds = result.columns.filter((column) => !columns.includes(column)).map(({ name }) => name);
  const whole = bounds.length === 0 ? result.rows : result.rows.map((row) => without(row, bounds));
  const rule = nobody ? () => whole : (rules.get(result.measure) ?? releaseAny);
  const totals = result.measure === table.name ? releaseTable(result.rows, minCell, result.parameters) : null;
  const ruled =
    totals?.rows ??
    (weighted
      ? releaseWeighted(rule, result.rows, minCell, columns, result.tested)
      : rule(whole, minCell, columns, result.tested));
  const beside =
    published === undefined
      ? ruled
      : releaseBeside(
          result.measure,
          ruled,
          result.rows,
          result.parameters,
          published,
          minCell,
          result.tested,
        );
  const reported = countsPeople(result.measure);
  const rows = reported ? flagged(beside, result.data, result.parameters) : beside;
  const withheld = withheldCells(rows);
  return {
    measure: result.measure,
    parameters: result.parameters,
    data: result.data,
    columns: reported ? [...columns, flagColumn] : columns,
    rows,
    total: result.total,
    notes: [
      ...result.notes.flatMap(releasedNote),
      ...(totals === null ? [] : [auditNote(totals.audited, minCell)]),
      ...withheldNote(withheld, minCell),
    ],
    minCell,
    withheld,
    ...(totals === null ? {} : { audited: totals.audited }),
  };
}

/** Whether a measure counts careers, and so moves that are reported late. */
function countsPeople(name: string): boolean {
  const reads = measures.find((measure) => measure.name === name)?.reads ?? [];
  return reads.includes(episodeTable.name) || reads.includes(moveTable.name);
}

function without(row: ResultRow, names: readonly string[]): ResultRow {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}
