import { impliedCounts, leastExcludingParity } from '../stats/index.js';
import type { Row } from '../warehouse/index.js';
import { countNote, coverageNote, lateNote } from './_notes.js';
import { type WindowParameters, windowOf } from './_parameters.js';
import type { Context, Note, ResultRow } from './measure.js';

/** What a reader of hires to exits must know. */
export function growthNotes(
  rows: readonly ResultRow[],
  changes: readonly Row[],
  p: WindowParameters & { readonly printed?: string | undefined },
  context: Context,
): readonly Note[] {
  const { until } = windowOf(p, context.observedMonth);
  const sum = (name: string): number => rows.reduce((all, row) => all + Number(row[name] ?? 0), 0);
  const undated = changes.reduce((all, row) => all + Number(row.undated), 0);
  const count = (condition: (row: ResultRow) => boolean): number => rows.filter(condition).length;
  return [
    {
      code: 'growth_not_appeal',
      en: 'Many hires for each exit say that a firm grows, or that few leave, or both: only the hazard says how many leave. A static firm shows 1 whatever its hazard.',
      fr: 'Beaucoup d’embauches par départ disent qu’une entreprise grandit, ou que peu partent, ou les deux : seul le risque dit combien partent. Une entreprise stable montre 1 quel que soit son risque.',
    },
    coverageNote,
    ...lateNote(until, context),
    ...(p.printed === undefined ? [] : [printedNote(p.printed)]),
    ...countNote(
      'unknown_start',
      sum('left_out'),
      'Exits out of jobs with an unknown start, left out since nobody knows when these people were hired: N. Where they are many, the people counted begin as few, and growth reads high.',
      'Départs d’emplois dont le début est inconnu, laissés de côté puisque personne ne sait quand ces personnes ont été embauchées : N. Là où ils sont nombreux, les personnes comptées sont d’abord peu nombreuses, et la croissance se lit trop haute.',
    ),
    ...countNote(
      'taken',
      sum('taken_in') + sum('taken_out'),
      'Starts and ends by takeover, spin-off or inside a group, neither hires nor exits: N.',
      'Débuts et fins par rachat, scission ou à l’intérieur d’un groupe, ni embauches ni départs : N.',
    ),
    ...countNote(
      'undated_end',
      undated,
      'Jobs over on an unknown date, no exits: N.',
      'Emplois terminés à une date inconnue, pas comptés comme départs : N.',
    ),
    ...countNote(
      'no_exposure',
      count((row) => row.hazard === null),
      'There is no growth and no hazard where nobody with a known start is there in the period; rows: N.',
      'Il n’y a ni croissance ni risque là où personne dont le début est connu n’est présent dans la période ; lignes : N.',
    ),
    ...countNote(
      'no_exits',
      count((row) => row.exits === 0),
      'There is no ratio where nobody left: the upper limit of the hazard says how much that is worth; rows: N.',
      'Il n’y a pas de rapport là où personne n’est parti : la limite haute du risque dit ce que cela vaut ; lignes : N.',
    ),
  ];
}

function printedNote(printed: string): Note {
  const least = impliedCounts(printed);
  const parity = leastExcludingParity(printed);
  const pair = ({ forward, backward }: { readonly forward: number; readonly backward: number }): string =>
    `${forward}:${backward}`;
  const words = {
    en: `A printed ${printed} needs at least ${pair(least)} hires to exits`,
    fr: `Un ${printed} imprimé demande au moins ${pair(least)} embauches contre départs`,
  };
  const same = parity === null || pair(parity) === pair(least);
  const further = {
    en: same ? '' : `, and excludes equal numbers only from ${pair(parity)} on`,
    fr: same ? '' : `, et n’exclut l’égalité qu’à partir de ${pair(parity)}`,
  };
  return {
    code: 'printed',
    en: `${words.en}${further.en}. It says nothing of hazard without the growth: implied_growth and implied_hazard give the one at the other as measured.`,
    fr: `${words.fr}${further.fr}. Il ne dit rien du risque sans la croissance : implied_growth et implied_hazard donnent l’une à partir de l’autre tel que mesuré.`,
  };
}
