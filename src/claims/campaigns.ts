import type { Result } from '../ask.js';
import { study } from '../measures/index.js';
import { dateIn, inBoth } from './print.js';
import type { Read, Reading } from './reading.js';
import { viewsOf } from './windows.js';
import { decimalIn, fromName, intervalIn, numeric, timesIn } from './wording.js';

/** By how much more a flow changed at an event than others did. */
export const studyRead: Read = {
  units: ['times'],
  askings({ of, parameters, comparator }) {
    if (of.length !== 2 || parameters.event === undefined) return [];
    if (comparator === 'leads' || comparator === 'more_than_reverse') return [];
    return viewsOf(parameters).map((view) => ({
      measure: study,
      questions: [{ subjects: of, parameters: { ...parameters, ...view.parameters } }],
      read: ([result]: readonly Result[]) =>
        (result?.rows ?? []).map((row) => {
          const event = inBoth((lang) =>
            lang === 'en'
              ? `event in ${dateIn(String(row.event), 'en')}`
              : `événement en ${dateIn(String(row.event), 'fr')}`,
          );
          return { definition: [event, ...(view.words === null ? [] : [view.words])], ...effectOf(row) };
        }),
    }));
  },
};

function effectOf(row: Result['rows'][number]): Omit<Reading, 'definition'> {
  const [value, low, high] = [numeric(row.effect), numeric(row.low), numeric(row.high)];
  const [before, after] = [Number(row.hires_before), Number(row.hires_after)];
  return {
    kind: 'ratio',
    value,
    low,
    high,
    cases: [after, before],
    counts: { before, after },
    says: inBoth((lang) => {
      const [from, to] = [String(row.from), String(row.to)];
      const [first, then] = [decimalIn(before, lang), decimalIn(after, lang)];
      const said = (limit: number) => timesIn(limit, lang);
      const when = dateIn(String(row.event), lang);
      const counted =
        lang === 'en'
          ? `${first} hired by ${to} from ${from} in the ${row.months_before} months before ${when} and ${then} in the ${row.months_after} from it on`
          : `${first} embauches ${fromName(from, 'fr')} par ${to} dans les ${row.months_before} mois avant ${when} et ${then} dans les ${row.months_after} suivants`;
      if (value === null)
        return `${counted}${lang === 'en' ? '; no effect can be estimated' : ' ; aucun effet ne peut être estimé'}`;
      const interval = intervalIn(low, high, lang, said);
      return lang === 'en'
        ? `${counted}: against other flows ${said(value)} times the rate, ${interval}`
        : `${counted} : face aux autres flux ${said(value)} fois le taux, ${interval}`;
    }),
  };
}
