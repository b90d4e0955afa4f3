import { formatMonth } from '../records/index.js';
import type { MoveParameters } from './_parameters.js';
import type { Context, Note } from './measure.js';

/** Months at the end of what is observed in which moves are still reported. */
const lateMonths = 3;

/** Chance is not coverage: the note under every interval. */
export const coverageNote: Note = {
  code: 'chance_not_coverage',
  en: 'An interval covers chance, not what the source fails to see: its people are not a sample of a firm’s staff. See mercato coverage.',
  fr: 'Un intervalle couvre le hasard, pas ce que la source ne voit pas : ses personnes ne sont pas un échantillon du personnel d’une entreprise. Voir mercato coverage.',
};

/** Moves that are not counted because of their cause. */
export function causeNote(others: number): readonly Note[] {
  return countNote(
    'other_causes',
    others,
    'Moves by another cause (takeover, spin-off, licence with hires, inside a group), not counted as hires: N; --cause counts them.',
    'Mouvements d’une autre cause (rachat, scission, licence avec embauches, interne à un groupe), non comptés comme embauches : N ; --cause les compte.',
  );
}

/** Those who left last may not have arrived yet. */
export function edgeNote({ maxGap }: MoveParameters, until: number, context: Context): readonly Note[] {
  if (until < context.observedMonth - maxGap) return [];
  const from = formatMonth(context.observedMonth - maxGap);
  return [
    {
      code: 'right_edge',
      en: `People who left since ${from} may not have arrived yet: the last ${maxGap} months are counted low; see mercato delay.`,
      fr: `Les personnes parties depuis ${from} ne sont peut-être pas encore arrivées : les ${maxGap} derniers mois sont sous-comptés ; voir mercato delay.`,
    },
  ];
}

/** Moves are reported late: what happened in the last months is not all in the source yet. */
export function lateNote(until: number, { observedMonth }: Context): readonly Note[] {
  if (until <= observedMonth - lateMonths) return [];
  const since = formatMonth(observedMonth - lateMonths + 1);
  return [
    {
      code: 'late_reports',
      en: `Moves are reported late: hires and departures since ${since} are counted low.`,
      fr: `Les mouvements sont déclarés tard : embauches et départs depuis ${since} sont sous-comptés.`,
    },
  ];
}

/** A note that says a number, where the number is not 0. */
export function countNote(code: string, count: number, en: string, fr: string): readonly Note[] {
  if (count === 0) return [];
  const say = (text: string, locale: string): string =>
    text.replace(/\bN\b/, new Intl.NumberFormat(locale).format(count));
  return [{ code, en: say(en, 'en'), fr: say(fr, 'fr') }];
}
