import type { Result } from '../ask.js';
import { headcount } from '../measures/index.js';
import { formatMonth, parseMonth } from '../records/index.js';
import { flowRatio } from '../stats/index.js';
import { inBoth } from './print.js';
import type { Asking, Read, Reading, Wanted } from './reading.js';
import { endOf, fixedWindow, type Horizon, recentWindows, viewsOf, type Window } from './windows.js';
import { decimalIn, intervalIn, monthIn } from './wording.js';

/** How many people are there: at least so many, or more or fewer than before. */
export const headcountRead: Read = {
  units: ['people', 'times'],
  askings(wanted, horizon) {
    const { of, comparator, figure } = wanted;
    if (of.length !== 1 || comparator === 'more_than_reverse' || comparator === 'leads') return [];
    if (figure?.unit === 'people' && comparator !== 'rises' && comparator !== 'falls')
      return counted(wanted, horizon);
    return changed(wanted, horizon);
  },
};

type Row = Result['rows'][number];

function counted(wanted: Wanted, horizon: Horizon): readonly Asking[] {
  const end = endOf(wanted.parameters, horizon);
  return asked(wanted, end, end, (rows) => {
    const people = peopleIn(rows, end);
    return {
      kind: 'count',
      value: people,
      low: people,
      high: null,
      cases: [people],
      counts: { people },
      says: inBoth((lang) =>
        lang === 'en'
          ? `${decimalIn(people, 'en')} people of the data were there in ${monthIn(end, 'en')}`
          : `${decimalIn(people, 'fr')} personnes des données y étaient en ${monthIn(end, 'fr')}`,
      ),
    };
  });
}

/** People at the end of a window over people before it; as if both were drawn afresh, which makes the interval wide. */
function changed(wanted: Wanted, horizon: Horizon): readonly Asking[] {
  const fixed = fixedWindow(wanted.parameters, horizon);
  return (fixed === null ? recentWindows(wanted.parameters, horizon) : [fixed]).flatMap((window) => {
    const [first, last] = [
      parseMonth(window.parameters.since ?? '', 'first'),
      parseMonth(window.parameters.until ?? '', 'last'),
    ];
    if (first === null || last === null) return [];
    return asked(
      wanted,
      first - 1,
      last,
      (rows) => {
        const [before, after] = [peopleIn(rows, first - 1), peopleIn(rows, last)];
        const { ratio, low, high } = flowRatio(after, before);
        return {
          kind: 'ratio',
          value: ratio,
          low,
          high,
          cases: [after, before],
          counts: { before, after },
          says: inBoth((lang) => {
            const said = (limit: number) => decimalIn(limit, lang, 2);
            const [then, now] = [monthIn(first - 1, lang), monthIn(last, lang)];
            const interval = intervalIn(low, high, lang, said);
            return lang === 'en'
              ? `${decimalIn(before, 'en')} people of the data were there in ${then} and ${decimalIn(after, 'en')} in ${now}, ${interval} times as many`
              : `${decimalIn(before, 'fr')} personnes des données y étaient en ${then} et ${decimalIn(after, 'fr')} en ${now}, ${interval} fois autant`;
          }),
        };
      },
      window,
    );
  });
}

function asked(
  { of, parameters }: Wanted,
  since: number,
  until: number,
  read: (rows: readonly Row[]) => Omit<Reading, 'definition'>,
  window?: Window,
): readonly Asking[] {
  return viewsOf(parameters).map((view) => ({
    measure: headcount,
    questions: [
      {
        subjects: of,
        parameters: {
          ...parameters,
          since: formatMonth(since),
          until: formatMonth(until),
          ...view.parameters,
        },
      },
    ],
    read: ([result]: readonly Result[]) => {
      const month = {
        en: `in ${monthIn(until, 'en')}`,
        fr: `en ${monthIn(until, 'fr')}`,
      };
      const definition = [window?.words ?? month, ...(view.words === null ? [] : [view.words])];
      return [{ definition, ...read(result?.rows ?? []) }];
    },
  }));
}

function peopleIn(rows: readonly Row[], month: number): number {
  return Number(rows.find((row) => row.month === formatMonth(month))?.people ?? 0);
}
