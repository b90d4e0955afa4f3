/** Times a year of each unit of pay; an hour is one of 40 a week. */
const timesAYear: ReadonlyMap<string, number> = new Map([
  ['hour', 2080],
  ['hr', 2080],
  ['week', 52],
  ['wk', 52],
  ['biweekly', 26],
  ['bi', 26],
  ['month', 12],
  ['mth', 12],
  ['year', 1],
  ['yr', 1],
]);

/** The federal minimum wage, full time: 7.25 an hour. Units: dollars a year. */
export const leastWage = 15_080;
/** Above it a wage is a slip of the unit. Units: dollars a year. */
export const mostWage = 5_000_000;

/** Why a filing has no wage to measure. */
export type NoWage = 'no_wage' | 'no_unit_of_pay' | 'implausible_wage';

const amount = /^\$?\s*(\d[\d,]*(?:\.\d+)?(?:e\+?\d{1,2})?)\s*(?:(?:-|–|to)\s*(?:\$?\s*[\d,.]+)?)?$/i;

/**
 * What does a base wage as filed come to in a year?
 *
 * Of a range its lower end counts. Hour × 2080, week × 52, two weeks × 26, month × 12; a wage beyond what is plausible for full time says
 * nothing. Units: dollars a year, to the cent.
 */
export function annualWage(written: string, unit: string): number | NoWage {
  const found = amount.exec(written.trim())?.[1];
  if (found === undefined || Number(found.replaceAll(',', '')) === 0) return 'no_wage';
  const times = timesAYear.get(unit.toLowerCase().replace(/[^a-z]/g, ''));
  if (times === undefined) return 'no_unit_of_pay';
  const annual = Math.round(Number(found.replaceAll(',', '')) * times * 100) / 100;
  return annual >= leastWage && annual <= mostWage ? annual : 'implausible_wage';
}
