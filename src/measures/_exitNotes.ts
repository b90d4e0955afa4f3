import { formatMonth } from '../records/index.js';
import { type OtherDestination, otherDestinations } from './_destinations.js';
import { countNote, coverageNote, lateNote } from './_notes.js';
import { type WindowParameters, windowOf } from './_parameters.js';
import type { Answers, Context, Note, ResultRow } from './measure.js';

type Asked = WindowParameters & { readonly maxGap: number; readonly months: number };

/** What a reader of exits by destination must know. */
export function exitNotes(
  rows: readonly ResultRow[],
  answers: Answers,
  p: Asked,
  context: Context,
): readonly Note[] {
  const { until } = windowOf(p, context.observedMonth);
  const has = (destination: OtherDestination) => (row: ResultRow) => row.destination === destination;
  const events = (destination: OtherDestination): number =>
    rows.filter(has(destination)).reduce((sum, row) => sum + Number(row.events), 0);
  const unseen = context.destinations.length + otherDestinations.indexOf('not seen again');
  const later = (answers.departed ?? [])
    .filter((row) => Number(row.destination) === unseen)
    .reduce((sum, row) => sum + Number(row.later), 0);
  const one = rows.filter(has('not seen again'));
  const unknown = (answers.unknown ?? []).reduce((sum, row) => sum + Number(row.jobs), 0);
  return [
    {
      code: 'competing',
      en: `Followed to ${formatMonth(until)}. Destinations compete: a share is of all who were hired, and those of all destinations and D1 of retention add up to 1.`,
      fr: `Suivi jusqu’à ${formatMonth(until)}. Les destinations sont concurrentes : une part est de toutes les embauches, et celles de toutes les destinations et D1 de la rétention font 1.`,
    },
    coverageNote,
    ...lateNote(until, context),
    {
      code: 'not_seen',
      en: `Not seen again: no main job began within ${p.maxGap} months of leaving, and no self-employment within 3. It may be a break, a job that the source does not see, or a profile left as it was.`,
      fr: `Pas revu : aucun emploi principal n’a commencé dans les ${p.maxGap} mois après le départ, ni travail indépendant dans les 3 mois. Cela peut être une pause, un emploi que la source ne voit pas ou un profil laissé tel quel.`,
    },
    ...countNote(
      'seen_later',
      later,
      'Of the jobs that count as not seen again, people were seen in a main job later: N.',
      'Parmi les emplois comptés comme pas revus, personnes vues plus tard dans un emploi principal : N.',
    ),
    ...countNote(
      'too_recent',
      events('too recent'),
      `Jobs left so recently that a new one would not be seen yet, a destination of their own: N.`,
      `Emplois quittés si récemment qu’un nouveau ne serait pas encore vu, une destination à part : N.`,
    ),
    ...countNote(
      'unknown_start',
      unknown,
      'Main jobs with an unknown start, left out: N.',
      'Emplois principaux dont le début est inconnu, laissés de côté : N.',
    ),
    ...countNote(
      'nobody_hired',
      one.filter((row) => row.episodes === 0).length,
      'Nobody is seen to be hired in the window, so there is nobody to follow; organisations: N.',
      'Personne n’est vu embauché dans la fenêtre, il n’y a donc personne à suivre ; organisations : N.',
    ),
    ...countNote(
      'not_followed',
      one.filter((row) => row.incidence === null && row.episodes !== 0).length,
      `Shares are empty where nobody was followed for ${p.months} months; organisations: N.`,
      `Les parts sont vides là où personne n’a été suivi pendant ${p.months} mois ; organisations : N.`,
    ),
    ...countNote(
      'no_limits',
      rows.filter((row) => row.incidence !== null && row.low === null).length,
      'A destination to which nobody went, or everybody did, has no limits; rows: N.',
      'Une destination où personne n’est allé, ou tout le monde, n’a pas de limites ; lignes : N.',
    ),
  ];
}
