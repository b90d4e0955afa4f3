import { studyRead } from './campaigns.js';
import type { Asked, Claim } from './claim.js';
import type { Figure } from './figure.js';
import { growthRead } from './growing.js';
import { exitsRead } from './leaving.js';
import { measureNamed } from './ledger.js';
import { flowsRead, ratioRead } from './pairs.js';
import { rankingRead } from './ranks.js';
import type { Asking, Read } from './reading.js';
import { demandRead } from './series.js';
import { headcountRead } from './sizes.js';
import { retentionRead } from './stays.js';
import type { Horizon } from './windows.js';

/** Date of the definitions, as docs/definitions.md gives it; it moves whenever one of them changes what is measured. */
export const definitionsOf = '2026-11-24';

/** How each measure is read; a measure without an entry checks no claim. */
const reads: Readonly<Record<string, Read>> = {
  ratio: ratioRead,
  flows: flowsRead,
  retention: retentionRead,
  exits: exitsRead,
  growth: growthRead,
  ranking: rankingRead,
  study: studyRead,
  headcount: headcountRead,
  demand: demandRead,
};

/** Every admissible definition of what is asked, and the figure that each is held against. */
export interface Admissible {
  readonly askings: readonly Asking[];
  readonly figure: Figure | undefined;
}

/**
 * Under which definitions can a claim be measured?
 *
 * Those that its wording leaves open. What it fixes (its parameters, its value) is not varied, and sensitivity settings never
 * count. Null where Mercato has no such measure, or the measure does not answer what is claimed.
 */
export function admissible(
  { measure: name, of, parameters, value }: Asked,
  { comparator, figures }: Pick<Claim, 'comparator' | 'figures'>,
  horizon: Horizon,
): Admissible | null {
  const read = Object.hasOwn(reads, name) ? reads[name] : undefined;
  const measure = measureNamed(name);
  if (read === undefined || measure === undefined) return null;
  const [figure] = figures.filter(({ unit }) => read.units.includes(unit));
  if (figure === undefined && figured.has(comparator ?? '')) return null;
  const fixed = Object.fromEntries(Object.entries(parameters).filter(([key]) => !sensitivities.has(key)));
  const askings = read.askings({ measure, of, parameters: fixed, value, comparator, figure }, horizon);
  return askings.length === 0 ? null : { askings, figure };
}

/** Comparators that hold a figure against what is measured. */
const figured: ReadonlySet<string> = new Set(['equals', 'about', 'at_least', 'at_most']);

/** Settings that show how firm a result is, and forms of printing it; no claim is about them. */
const sensitivities: ReadonlySet<string> = new Set(['maxGap', 'closeStale', 'bounds', 'by', 'top', 'curve']);
