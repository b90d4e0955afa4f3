import { formatMonth } from '../records/index.js';
import { leastPlacebos } from '../stats/index.js';
import { countNote } from './_notes.js';
import { type Comparison, type FlowSeries, type Flows, hiresIn } from './_studySeries.js';
import { fewestHires } from './_studySteps.js';
import type { Note, Words } from './measure.js';

/** The last months, in which moves are not all known yet, and which no study looks at. */
export const withheldMonths = 3;

/** Why there is no effect, by code. */
export const reasons = {
  outside: {
    en: 'the event lies outside the months that can be looked at',
    fr: 'l’événement est hors des mois qui peuvent être considérés',
  },
  few_before: {
    en: 'fewer than 12 months before it can be looked at',
    fr: 'moins de 12 mois avant lui peuvent être considérés',
  },
  few_after: {
    en: 'fewer than 3 months from it on can be looked at',
    fr: 'moins de 3 mois à partir de lui peuvent être considérés',
  },
  no_comparison: {
    en: 'there is no flow to compare with',
    fr: 'il n’y a aucun flux à comparer',
  },
  no_events: {
    en: 'nobody was hired that way in the months around it',
    fr: 'personne n’a été embauché dans ce sens dans les mois qui l’entourent',
  },
  no_contrast: {
    en: 'the months around it do not tell an effect from a trend',
    fr: 'les mois qui l’entourent ne distinguent pas un effet d’une tendance',
  },
} as const satisfies Readonly<Record<string, Words>>;

export type Reason = keyof typeof reasons;

/** One row has no effect, and why. */
export function reasonNote(flow: string, month: number, reason: Reason): Note {
  const words = reasons[reason];
  const at = formatMonth(month);
  return {
    code: `no_effect_${reason}`,
    en: `${flow}, ${at}: no effect, since ${words.en}.`,
    fr: `${flow}, ${at} : pas d’effet, car ${words.fr}.`,
  };
}

/** The window and its right edge. */
export function edgeNotes(last: number): readonly Note[] {
  return [
    {
      code: 'right_edge_withheld',
      en: `Nothing after ${formatMonth(last)} is looked at: moves of the last ${withheldMonths} months of the data are not all reported yet.`,
      fr: `Rien n’est considéré après ${formatMonth(last)} : les mouvements des ${withheldMonths} derniers mois des données ne sont pas encore tous signalés.`,
    },
  ];
}

const namedAtMost = 5;

/** Which flows compare, and which were dropped and why. */
export function comparisonNotes(
  { flows, sameOrigin, excluded }: Comparison,
  all: Flows,
  named: boolean,
  from: number,
  end: number,
): readonly Note[] {
  const first = flows.slice(0, namedAtMost).map(({ title }) => title);
  const rest = flows.length - first.length;
  const idle = named ? 0 : all.flows.filter((flow) => hiresIn(all, flow, from, end) < fewestHires).length;
  const compared: readonly Note[] =
    flows.length === 0
      ? []
      : [
          {
            code: 'compared',
            en: `Compared with ${flows.length === 1 ? 'one flow' : `${flows.length} flows`}: ${first.join('; ')}${rest > 0 ? ` and ${rest} more` : ''}.`,
            fr: `Comparé à ${flows.length === 1 ? 'un flux' : `${flows.length} flux`} : ${first.join(' ; ')}${rest > 0 ? ` et ${rest} de plus` : ''}.`,
          },
        ];
  return [
    ...compared,
    ...countNote(
      'same_origin',
      sameOrigin,
      'Flows compared with that leave an organisation which a studied flow leaves: N. An event that drives people out of it moves these as well, and who went one way could not go the other; --against names others.',
      'Flux de comparaison qui quittent une organisation que quitte un flux étudié : N. Un événement qui en chasse les gens les touche aussi, et qui est parti d’un côté ne pouvait partir de l’autre ; --against en nomme d’autres.',
    ),
    ...countNote(
      'not_compared_destination',
      excluded.get('destination') ?? 0,
      'Flows to or from where a studied flow leads may be part of the same event and are not compared: N.',
      'Flux vers la destination d’un flux étudié, ou partant d’elle, qui peuvent relever du même événement et ne sont pas comparés : N.',
    ),
    ...countNote(
      'not_compared_party',
      excluded.get('party') ?? 0,
      'Flows to or from an organisation to which the event happened are not compared: N.',
      'Flux vers une organisation touchée par l’événement, ou partant d’elle, qui ne sont pas comparés : N.',
    ),
    ...countNote(
      'not_compared_few',
      idle,
      `Large flows with fewer than ${fewestHires} hires in the months looked at are not compared: N.`,
      `Grands flux à moins de ${fewestHires} embauches dans les mois considérés, qui ne sont pas comparés : N.`,
    ),
  ];
}

/** Flows named to compare with that share in what is studied, or have no hires. */
export function namedNotes(against: readonly string[], found: readonly FlowSeries[]): readonly Note[] {
  const missing = against.length - found.length;
  return countNote(
    'named_without_hires',
    missing,
    'Flows of --against without a hire in the months looked at, and so not compared: N.',
    'Flux de --against sans embauche dans les mois considérés, donc non comparés : N.',
  );
}

/** Too few placebos for limits. */
export function placeboNote(placebos: number): Note {
  return {
    code: 'few_placebos',
    en: `${placebos} placebos are fewer than ${leastPlacebos}: there are no limits, and no p-value can be below ${(1 / (1 + placebos)).toFixed(2)}.`,
    fr: `${placebos} placebos, moins de ${leastPlacebos} : il n’y a pas de limites, et aucune valeur p ne peut être inférieure à ${(1 / (1 + placebos)).toFixed(2).replace('.', ',')}.`,
  };
}

/** Several dates: none is the right one. */
export const datesNote: Note = {
  code: 'several_dates',
  en: 'The event has more than one date, and each has its row: an answer that holds for one of them alone is none.',
  fr: 'L’événement a plusieurs dates, et chacune a sa ligne : une réponse qui ne vaut que pour l’une d’elles n’en est pas une.',
};

/** Fewer months than asked. */
export function shortNote(before: number, after: number, asked: { before: number; after: number }): Note {
  return {
    code: 'short_window',
    en: `Fewer months can be looked at than asked: ${before} of ${asked.before} before, ${after} of ${asked.after} from the event on.`,
    fr: `Moins de mois peuvent être considérés que demandé : ${before} sur ${asked.before} avant, ${after} sur ${asked.after} à partir de l’événement.`,
  };
}

/** Effects of 0 and beyond all limits. */
export const infiniteNote: Note = {
  code: 'no_finite_effect',
  en: 'Where nobody was hired that way on one side of the event the effect is 0, or has no value, and one limit is missing.',
  fr: 'Là où personne n’a été embauché dans ce sens d’un côté de l’événement, l’effet est 0 ou n’a pas de valeur, et une limite manque.',
};

/** What an effect is not. */
export const causationNote: Note = {
  code: 'not_a_proof',
  en: 'A ratio of rate ratios that placebos do not match says that the flow changed then more than others did, not why: anything else that touched it alone at that time counts as well.',
  fr: 'Un rapport de rapports de taux que les placebos n’atteignent pas dit que le flux a alors changé plus que d’autres, non pourquoi : tout ce qui l’a touché seul au même moment compte aussi.',
};
