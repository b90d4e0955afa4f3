import type { Result } from '../ask.js';
import { ranking } from '../measures/index.js';
import { inBoth, type Lang } from './print.js';
import type { Read, Reading } from './reading.js';
import { viewsOf, windowsOf } from './windows.js';
import { decimalIn, fromName, numeric } from './wording.js';

/** Whether an organisation is the one that people who move prefer, all moves taken together. */
export const rankingRead: Read = {
  units: [],
  askings({ of, comparator, parameters }, horizon) {
    if (of.length !== 1 || (comparator !== undefined && comparator !== 'leads')) return [];
    return windowsOf(parameters, horizon).flatMap((window) =>
      viewsOf(parameters).map((view) => ({
        measure: ranking,
        questions: [
          { subjects: of, parameters: { ...parameters, ...window.parameters, ...view.parameters } },
        ],
        read: ([result]: readonly Result[]) => {
          const row = result?.rows[0];
          const definition = [window.words, ...(view.words === null ? [] : [view.words])];
          return row === undefined ? [] : [{ definition, ...rankOf(row, window.words) }];
        },
      })),
    );
  },
};

function rankOf(
  row: Result['rows'][number],
  when: Readonly<Record<Lang, string>>,
): Omit<Reading, 'definition'> {
  const [rank, low, high] = [numeric(row.rank), numeric(row.rank_low), numeric(row.rank_high)];
  const [came, left] = [Number(row.moves_in), Number(row.moves_out)];
  return {
    kind: 'rank',
    value: rank,
    low,
    high,
    cases: rank === null ? [] : [came, left],
    counts: rank === null ? {} : { moves_in: came, moves_out: left },
    says: inBoth((lang) => {
      const name = String(row.organisation);
      if (rank === null)
        return lang === 'en'
          ? `${name} has no rank ${when.en}: too few moves lead into it and out of it, from and to those that have one`
          : `${name} n’a pas de rang ${when.fr} : trop peu de mouvements y mènent et en partent, depuis et vers celles qui en ont un`;
      const moved =
        lang === 'en'
          ? `among those ranked ${decimalIn(came, lang)} moved to ${name} and ${decimalIn(left, lang)} from it ${when.en}`
          : `parmi les organisations classées ${decimalIn(came, lang)} passages vers ${name} et ${decimalIn(left, lang)} ${fromName(name, 'fr')} ${when.fr}`;
      const interval =
        low === null || high === null
          ? ''
          : lang === 'en'
            ? `, 95% interval ${low} to ${high}`
            : `, intervalle à 95 % de ${low} à ${high}`;
      return lang === 'en'
        ? `${moved}: rank ${rank} by moves${interval}`
        : `${moved} : rang ${rank} par les mouvements${interval}`;
    }),
  };
}
