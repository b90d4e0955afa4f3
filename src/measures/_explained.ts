import { raw, type Steps, sql } from '../warehouse/index.js';
import type { PayLine } from './_drawn.js';
import { windowOf } from './_parameters.js';
import { filedSteps } from './_pay.js';
import type { Context, Note } from './measure.js';

/** Positions below which the pay of an organisation is not known. */
export const fewestPositions = 5;

/** Half of the way through the wages of all positions of an organisation, certified in the window. */
export function medianPay(
  p: { readonly since?: string | undefined; readonly until?: string | undefined },
  context: Context,
): Steps {
  const middle = (round: 'floor' | 'ceil', end: string) =>
    raw(`min(case when upto > ${round}((n - 1) / 2.0) then wage end) as ${end}`);
  return {
    steps: [
      ...filedSteps({}, { ...context, subjects: [] }, windowOf(p, lastOfAll)),
      [
        'waged',
        sql`select organisation, wage, sum(positions) as positions from filed
          where full_time and wage is not null and organisation is not null group by organisation, wage`,
      ],
      [
        'counted',
        sql`select organisation, wage, sum(positions) over (partition by organisation order by wage) as upto,
          sum(positions) over (partition by organisation) as n from waged`,
      ],
      [
        'middle',
        sql`select organisation, max(n) as positions, ${middle('floor', 'low')}, ${middle('ceil', 'high')}
          from counted group by organisation order by organisation`,
      ],
    ],
  };
}

/** Beyond every month: filings may be younger than the careers beside them. */
const lastOfAll = 12 * 9999;

/** What the line of pay says, and what it cannot. */
export function payNotes(line: PayLine | null): readonly Note[] {
  if (line === null) {
    return [
      {
        code: 'no_pay_line',
        en: `What pay explains is not said: fewer than three of the organisations that are ranked have wages of at least ${fewestPositions} positions in filings, or all pay the same.`,
        fr: `Ce que le salaire explique n’est pas dit : moins de trois des organisations classées ont des salaires d’au moins ${fewestPositions} postes dans les déclarations, ou toutes paient autant.`,
      },
    ];
  }
  const { organisations, slope, slopeLow, slopeHigh, explained } = line;
  const tenth = Math.log(1.1);
  const say = (locale: string, value: number): string =>
    new Intl.NumberFormat(locale, {
      maximumFractionDigits: 2,
      minimumFractionDigits: 2,
      signDisplay: 'negative',
    })
      .format(value)
      .replace('-', '−');
  const share = (locale: string): string =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(explained);
  const between = (locale: string, and: string): string =>
    slopeLow === null || slopeHigh === null
      ? ''
      : ` (95 %: ${say(locale, slopeLow * tenth)} ${and} ${say(locale, slopeHigh * tenth)})`;
  return [
    {
      code: 'pay_line',
      en: `Over ${organisations} organisations with pay in filings, a median base wage higher by 10 % goes with a value higher by ${say('en-GB', slope * tenth)}${between('en-GB', 'to')}; it explains ${share('en-GB')} of the differences. Unexplained is the value less that.`,
      fr: `Sur ${organisations} organisations dont le salaire est déclaré, un salaire de base médian plus haut de 10 % va avec une valeur plus haute de ${say('fr-FR', slope * tenth)}${between('fr-FR', 'à')} ; il explique ${share('fr-FR')} des différences. L’inexpliqué est la valeur moins cela.`,
    },
    {
      code: 'pay_limits',
      en: 'What pay does not explain is not culture. Pay is here the base wage attested for positions that need a visa: a floor, of other people than those who moved, without bonus or equity, over all occupations and places. Equity, work, place, colleagues, prospects, size and chance are all in what is left.',
      fr: 'Ce que le salaire n’explique pas n’est pas la culture. Le salaire est ici le salaire de base attesté pour des postes qui demandent un visa : un plancher, d’autres personnes que celles qui ont bougé, sans prime ni actions, tous métiers et lieux confondus. Actions, travail, lieu, collègues, perspectives, taille et hasard sont tous dans ce qui reste.',
    },
  ];
}
