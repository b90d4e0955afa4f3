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
  type Words,
} from '../measures/index.js';
import { type Column, episodeTable, moveTable } from '../records/index.js';
import { isRange, isWithheld, type ReleasedCell, type ReleasedRow } from './cell.js';
import { releaseDelay } from './delay.js';
import { releaseExits } from './exits.js';
import { flagColumn, flagged } from './flags.js';
import { releaseFlows } from './flows.js';
import { releaseGrowth } from './growth.js';
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
      : releaseBeside(result.measure, ruled, result.rows, result.parameters, published, minCell);
  const reported = countsPeople(result.measure);
  const rows = reported ? flagged(beside, result.data, result.parameters) : beside;
  const withheld = rows.reduce((sum, row) => sum + withheldIn(row), 0);
  return {
    measure: result.measure,
    parameters: result.parameters,
    data: result.data,
    columns: reported ? [...columns, flagColumn] : columns,
    rows,
    total: result.total,
    notes: [
      ...result.notes.flatMap(releaseNote),
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

function withheldIn(row: ReleasedRow): number {
  return Object.values(row).reduce<number>((sum, cell) => sum + withheldCells(cell), 0);
}

function withheldCells(cell: ReleasedCell): number {
  if (isWithheld(cell) || isRange(cell)) return 1;
  return Array.isArray(cell) ? cell.reduce((sum, point) => sum + withheldIn(point), 0) : 0;
}

/** Notes that count people say it without the number; one that tells that nobody left is dropped. */
function releaseNote(note: Note): readonly Note[] {
  if (telling.has(note.code)) return [];
  if (note.code === 'no_limits' || note.code === 'bounds' || note.code === 'no_finite_effect') return [];
  const words = uncounted[note.code];
  return [words === undefined ? note : { code: note.code, ...words }];
}

/** Codes of notes that tell that nobody left, or was there at all, or between what a withheld count lies. */
const telling: ReadonlySet<string> = new Set([
  'no_limits',
  'bounds',
  'no_exits',
  'no_exposure',
  'nobody_hired',
]);

/** What notes say without their number, by code. */
const uncounted: Readonly<Record<string, Words>> = {
  dropped: {
    en: 'Organisations with too few moves into them and out of them, from and to the others, are not ranked.',
    fr: 'Les organisations où trop peu de mouvements mènent, ou d’où trop peu partent, depuis et vers les autres, ne sont pas classées.',
  },
  unknown_start: {
    en: 'Jobs that began on an unknown date cannot be followed from their start: they are in the counts, and out of rates, D1 and D2.',
    fr: 'Les emplois commencés à une date inconnue ne peuvent être suivis depuis leur début : ils sont dans les nombres, et hors des taux, de D1 et de D2.',
  },
  seen_later: {
    en: 'Some of those who count as not seen again were seen in a main job later.',
    fr: 'Certaines des personnes comptées comme pas revues ont été vues plus tard dans un emploi principal.',
  },
  too_recent: {
    en: 'Jobs left so recently that a new one would not be seen yet are a destination of their own.',
    fr: 'Les emplois quittés si récemment qu’un nouveau ne serait pas encore vu sont une destination à part.',
  },
  taken: {
    en: 'Starts and ends by takeover, spin-off or inside a group are neither hires nor exits.',
    fr: 'Les débuts et fins par rachat, scission ou à l’intérieur d’un groupe ne sont ni embauches ni départs.',
  },
  undated_end: {
    en: 'Jobs over on an unknown date are no exits.',
    fr: 'Les emplois terminés à une date inconnue ne comptent pas comme départs.',
  },
  part_time: {
    en: 'Part-time cases, whose wage for a year says nothing of full time, are left out.',
    fr: 'Les dossiers à temps partiel, dont le salaire annuel ne dit rien du temps plein, sont laissés de côté.',
  },
  no_wage: {
    en: 'Cases without a wage, or with one below 15,080 or above 5,000,000 dollars a year, are left out.',
    fr: 'Les dossiers sans salaire, ou au salaire inférieur à 15 080 ou supérieur à 5 000 000 dollars par an, sont laissés de côté.',
  },
  ambiguous_employer: {
    en: 'Cases of employers that two organisations claim are left out.',
    fr: 'Les dossiers d’employeurs que deux organisations revendiquent sont laissés de côté.',
  },
  no_exposure: {
    en: 'Hires in months in which nobody with a known start was at the origin are not in the study.',
    fr: 'Les embauches dans des mois où personne au début connu n’était à l’origine sont hors de l’étude.',
  },
  other_causes: {
    en: 'Moves by another cause (takeover, spin-off, licence with hires, inside a group) are not counted as hires.',
    fr: 'Les mouvements d’une autre cause (rachat, scission, licence avec embauches, interne à un groupe) ne comptent pas comme embauches.',
  },
};

function withheldNote(count: number, min: number): readonly Note[] {
  if (count === 0) return [];
  const say = (locale: string): string =>
    new Intl.NumberFormat(locale).format(count).replace(/\u202f/g, '\u00a0');
  const many = count > 1;
  return [
    {
      code: 'withheld',
      en: `${say('en-GB')} ${many ? 'cells are' : 'cell is'} withheld or shown as a range: ${many ? 'they rest' : 'it rests'} on fewer than ${min} people, moves or positions, and could point to a person.`,
      fr: `${say('fr-FR')} ${many ? 'cases sont masquées ou remplacées' : 'case est masquée ou remplacée'} par un intervalle : ${many ? 'elles reposent' : 'elle repose'} sur moins de ${min} personnes, mouvements ou postes et ${many ? 'pourraient' : 'pourrait'} désigner quelqu’un.`,
    },
  ];
}
