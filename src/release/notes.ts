import {
  delay,
  exits,
  flows,
  growth,
  headcount,
  type Note,
  pay,
  ranking,
  ratio,
  retention,
  study,
  type Words,
} from '../measures/index.js';
import { isRange, isWithheld, type ReleasedCell, type ReleasedRow } from './cell.js';

/** Notes that a measure has where there is somebody to say it of. */
const ofSomebody: ReadonlyMap<string, readonly string[]> = new Map([
  [headcount.name, ['unknown_start']],
  [flows.name, ['other_causes']],
  [ratio.name, ['other_causes', 'unknown_start']],
  [retention.name, ['unknown_start', 'not_followed']],
  [exits.name, ['seen_later', 'too_recent', 'unknown_start', 'not_followed']],
  [growth.name, ['unknown_start', 'taken', 'undated_end']],
  [study.name, ['other_causes', 'unknown_start']],
  [ranking.name, ['other_causes']],
  [delay.name, ['withdrawn']],
  [pay.name, ['part_time', 'no_wage', 'ambiguous_employer']],
]);

/**
 * Notes of a result of which some rows are shown, where many results may be asked for: the same whether there is anybody to say them of or not, since a
 * window after another would tell how many there are.
 */
export function servedNotes(
  { measure, notes }: { readonly measure: string; readonly notes: readonly Note[] },
  rows: readonly ReleasedRow[],
  min: number,
): readonly Note[] {
  const always = ofSomebody.get(measure) ?? [];
  return [
    ...notes.filter(({ code }) => code !== withheldCode && !always.includes(code)),
    ...always.flatMap((code) => {
      const words = uncounted[code];
      return words === undefined ? [] : [{ code, ...words }];
    }),
    ...withheldNote(withheldCells(rows), min),
  ];
}

const withheldCode = 'withheld';

/** Cells that are withheld or shown as a range. */
export function withheldCells(rows: readonly ReleasedRow[]): number {
  return rows.reduce(
    (sum, row) => sum + Object.values(row).reduce<number>((cells, cell) => cells + withheldIn(cell), 0),
    0,
  );
}

function withheldIn(cell: ReleasedCell): number {
  if (isWithheld(cell) || isRange(cell)) return 1;
  return Array.isArray(cell) ? withheldCells(cell) : 0;
}

/** Notes that count people say it without the number; one that tells that nobody left is dropped. */
export function releasedNote(note: Note): readonly Note[] {
  if (telling.has(note.code)) return [];
  const words = uncounted[note.code];
  return [words === undefined ? note : { code: note.code, ...words }];
}

/** Codes of notes that tell that nobody left, or was there at all, or between what a withheld count lies. */
const telling: ReadonlySet<string> = new Set([
  'no_limits',
  'no_finite_effect',
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
    en: 'Those who count as not seen again may have been seen in a main job later.',
    fr: 'Des personnes comptées comme pas revues peuvent avoir été vues plus tard dans un emploi principal.',
  },
  not_followed: {
    en: 'Shares of hires are empty where nobody was followed for as many months.',
    fr: 'Les parts des embauches sont vides là où personne n’a été suivi pendant autant de mois.',
  },
  withdrawn: {
    en: 'Moves that only an earlier vintage has, of people in both, are not in a nowcast.',
    fr: 'Les mouvements que seul un millésime antérieur connaît, de personnes présentes dans les deux, ne sont pas dans une prévision.',
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

/** How many cells say less than their figure. */
export function withheldNote(count: number, min: number): readonly Note[] {
  if (count === 0) return [];
  const say = (locale: string): string =>
    new Intl.NumberFormat(locale).format(count).replace(/\u202f/g, '\u00a0');
  const many = count > 1;
  return [
    {
      code: withheldCode,
      en: `${say('en-GB')} ${many ? 'cells are' : 'cell is'} withheld or shown as a range: ${many ? 'they rest' : 'it rests'} on fewer than ${min} people, moves or positions, and could point to a person.`,
      fr: `${say('fr-FR')} ${many ? 'cases sont masquées ou remplacées' : 'case est masquée ou remplacée'} par un intervalle : ${many ? 'elles reposent' : 'elle repose'} sur moins de ${min} personnes, mouvements ou postes et ${many ? 'pourraient' : 'pourrait'} désigner quelqu’un.`,
    },
  ];
}
