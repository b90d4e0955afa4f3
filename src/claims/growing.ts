import type { Result } from '../ask.js';
import { growth } from '../measures/index.js';
import { inBoth, type Lang } from './print.js';
import type { Read, Reading } from './reading.js';
import { viewsOf, windowsOf } from './windows.js';
import { decimalIn, intervalIn, numeric, timesIn } from './wording.js';

/** People hired for each who leaves, which is growth over hazard, and one. */
export const growthRead: Read = {
  units: ['ratio'],
  askings(wanted, horizon) {
    const { of, comparator, parameters } = wanted;
    if (of.length !== 1 || (comparator !== undefined && directions.has(comparator))) return [];
    return windowsOf(parameters, horizon).flatMap((window) =>
      viewsOf(parameters).map((view) => ({
        measure: growth,
        questions: [
          { subjects: of, parameters: { ...parameters, ...window.parameters, ...view.parameters } },
        ],
        read: ([result]: readonly Result[]) => {
          const row = result?.rows[0];
          const definition = [window.words, ...(view.words === null ? [] : [view.words])];
          return row === undefined ? [] : [{ definition, ...split(row, window.words) }];
        },
      })),
    );
  },
};

const directions: ReadonlySet<string> = new Set(['more_than_reverse', 'leads', 'rises', 'falls']);

function split(
  row: Result['rows'][number],
  when: Readonly<Record<Lang, string>>,
): Omit<Reading, 'definition'> {
  const [value, low, high] = [numeric(row.ratio), numeric(row.low), numeric(row.high)];
  const [hires, exits] = [Number(row.hires), Number(row.exits)];
  const [grows, hazard] = [numeric(row.growth), numeric(row.hazard)];
  return {
    kind: 'ratio',
    value,
    low,
    high,
    cases: [hires, exits],
    counts: { hires, exits },
    says: inBoth((lang) => {
      const [name, came, left] = [String(row.organisation), decimalIn(hires, lang), decimalIn(exits, lang)];
      const said = (limit: number) => timesIn(limit, lang);
      const interval = low === null ? '' : `, ${intervalIn(low, high, lang, said)}`;
      const rates =
        grows === null || hazard === null
          ? ''
          : lang === 'en'
            ? `; growth ${decimalIn(grows, lang, 2)} and hazard ${decimalIn(hazard, lang, 2)} a year`
            : ` ; croissance ${decimalIn(grows, lang, 2)} et risque ${decimalIn(hazard, lang, 2)} par an`;
      return lang === 'en'
        ? `${name} hired ${came} and lost ${left} ${when.en}${value === null ? '' : `: ${said(value)} hired for one who left`}${interval}${rates}`
        : `${name} a embauché ${came} personnes et en a perdu ${left} ${when.fr}${value === null ? '' : ` : ${said(value)} embauches pour un départ`}${interval}${rates}`;
    }),
  };
}
