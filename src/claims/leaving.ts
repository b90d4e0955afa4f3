import type { Result } from '../ask.js';
import { exits } from '../measures/index.js';
import { formatMonth } from '../records/index.js';
import { inBoth } from './print.js';
import type { Read, Reading, Wanted } from './reading.js';
import { endOf, viewsOf } from './windows.js';
import { decimalIn, intervalIn, monthIn, points, shareIn } from './wording.js';

/** Which share of those hired by one organisation has left for another by so many months. */
export const exitsRead: Read = {
  units: ['percent'],
  askings(wanted, horizon) {
    const [from, to, third] = wanted.of;
    if (from === undefined || to === undefined || third !== undefined) return [];
    if (wanted.comparator !== undefined && directions.has(wanted.comparator)) return [];
    const end = endOf(wanted.parameters, horizon);
    return viewsOf(wanted.parameters).map((view) => ({
      measure: exits,
      questions: [questionOf(wanted, from, to, end, view.parameters)],
      read: ([result]: readonly Result[]) => {
        const row = result?.rows.find(({ named }) => named === true);
        return row === undefined
          ? []
          : [
              {
                definition: [
                  inBoth((lang) => monthIn(end, lang)),
                  ...(view.words === null ? [] : [view.words]),
                ],
                ...leftFor(row, end),
              },
            ];
      },
    }));
  },
};

const directions: ReadonlySet<string> = new Set(['more_than_reverse', 'leads', 'rises', 'falls']);

function questionOf({ parameters }: Wanted, from: string, to: string, end: number, view: object) {
  return { subjects: [from], parameters: { ...parameters, to: [to], until: formatMonth(end), ...view } };
}

function leftFor(row: Result['rows'][number], end: number): Omit<Reading, 'definition'> {
  const [value, low, high] = [points(row.incidence), points(row.low), points(row.high)];
  const [people, jobs, events] = [Number(row.people), Number(row.episodes), Number(row.events)];
  const [from, to, months] = [String(row.organisation), String(row.destination), Number(row.months)];
  return {
    kind: 'share',
    value,
    low,
    high,
    cases: [people],
    counts: { people, jobs, events },
    says: inBoth((lang) => {
      const [many, left, till] = [decimalIn(people, lang), decimalIn(events, lang), monthIn(end, lang)];
      const counted =
        lang === 'en'
          ? `of ${many} hired by ${from} until ${till}, ${events === 0 ? 'nobody' : left} left for ${to} within ${months} months`
          : `sur ${many} embauches chez ${from} jusqu’en ${till}, ${left} ${events > 1 ? 'sont parties' : 'est partie'} pour ${to} en ${months} mois`;
      if (value === null) return counted;
      const interval = intervalIn(low, high, lang, (limit) => shareIn(limit, lang));
      return `${counted}${lang === 'en' ? ': ' : ' : '}${shareIn(value, lang)}, ${interval}`;
    }),
  };
}
