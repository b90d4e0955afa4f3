import type { Result } from '../ask.js';
import { retention, type Words } from '../measures/index.js';
import { formatMonth } from '../records/index.js';
import { inBoth } from './print.js';
import type { Asking, Read, Reading, Wanted } from './reading.js';
import { endOf, type Horizon, viewsOf } from './windows.js';
import { decimalIn, intervalIn, monthIn, points, shareIn } from './wording.js';

/** Which share stays: cohorts of hires followed (D1), recent hires (D2) and staff (D3), all of which bear the name. */
export const retentionRead: Read = {
  units: ['percent'],
  askings(wanted, horizon) {
    const { comparator, of } = wanted;
    const compares = comparator === 'leads';
    if (comparator === 'more_than_reverse' || comparator === 'rises' || comparator === 'falls') return [];
    if (compares ? of.length < 2 : of.length !== 1) return [];
    const open = kinds.filter((kind) => wanted.value === undefined || wanted.value === kind);
    return open.length === 0 ? [] : asked(wanted, open, horizon, compares);
  },
};

type Row = Result['rows'][number];
const kinds = ['D1', 'D2', 'D3'] as const;
type Kind = (typeof kinds)[number];

const kindWords: Readonly<Record<Kind, Words>> = {
  D1: { en: 'hires followed from joining (D1)', fr: 'embauches suivies depuis leur arrivée (D1)' },
  D2: { en: 'recent hires still present (D2)', fr: 'embauches récentes encore là (D2)' },
  D3: { en: 'staff still present (D3)', fr: 'personnel encore là (D3)' },
};

function asked(
  wanted: Wanted,
  open: readonly Kind[],
  horizon: Horizon,
  compares: boolean,
): readonly Asking[] {
  const { of, parameters } = wanted;
  const end = endOf(parameters, horizon);
  return viewsOf(parameters).map((view) => ({
    measure: retention,
    questions: [{ subjects: of, parameters: { ...parameters, until: formatMonth(end), ...view.parameters } }],
    read: ([result]: readonly Result[]) => {
      const rows = result?.rows ?? [];
      const titles = [...new Set(rows.map((row) => row.organisation))];
      return open.flatMap((kind) => {
        const each = titles.flatMap((title) =>
          rows.filter((row) => row.organisation === title && row.definition === kind),
        );
        const [first, ...others] = each;
        if (first === undefined) return [];
        const definition = view.words === null ? [kindWords[kind]] : [kindWords[kind], view.words];
        const read = compares ? leadOf(first, others, kind, end) : shareOf(first, kind, end);
        return [{ definition, ...read }];
      });
    },
  }));
}

function shareOf(row: Row, kind: Kind, end: number): Omit<Reading, 'definition'> {
  const [value, low, high] = [points(row.share), points(row.low), points(row.high)];
  const [people, jobs, events] = [Number(row.people), Number(row.episodes), Number(row.events)];
  return {
    kind: 'share',
    value,
    low,
    high,
    cases: [people],
    counts: { people, jobs, events },
    says: inBoth((lang) => {
      const counted = countedIn(row, kind, end)[lang];
      if (value === null) return counted;
      const colon = lang === 'en' ? ': ' : ' : ';
      const interval = intervalIn(low, high, lang, (limit) => shareIn(limit, lang));
      return `${counted}${colon}${shareIn(value, lang)}, ${interval}`;
    }),
  };
}

function countedIn(row: Row, kind: Kind, end: number): Words {
  const [name, people, months] = [String(row.organisation), Number(row.people), Number(row.months)];
  const followed = row.share !== null;
  return inBoth((lang) => {
    const [many, till, then] = [decimalIn(people, lang), monthIn(end, lang), monthIn(end - months, lang)];
    if (lang === 'en') {
      if (kind === 'D1' && !followed)
        return `of ${many} hired by ${name} until ${till}, nobody was followed for ${months} months`;
      if (kind === 'D1')
        return `of ${many} hired by ${name} until ${till}, still there after ${months} months`;
      if (kind === 'D2') return `of ${many} hired by ${name} in the ${months} months to ${till}, still there`;
      return `of ${many} at ${name} in ${then}, still there in ${till}`;
    }
    if (kind === 'D1' && !followed)
      return `sur ${many} embauches chez ${name} jusqu’en ${till}, aucune suivie pendant ${months} mois`;
    if (kind === 'D1')
      return `sur ${many} embauches chez ${name} jusqu’en ${till}, encore là après ${months} mois`;
    if (kind === 'D2')
      return `sur ${many} embauches chez ${name} dans les ${months} mois jusqu’en ${till}, encore là`;
    return `sur ${many} personnes chez ${name} en ${then}, encore là en ${till}`;
  });
}

/**
 * How far a share lies above the highest of others, in points.
 *
 * Method: the difference to each other one by the limits of both shares (Newcombe 1998, 10.1002/(SICI)1097-0258(19980430)17:8<873,
 * method 10, with the limits of the measure); the least of all lower and of all upper limits, so that it leads where it leads each.
 */
function leadOf(first: Row, others: readonly Row[], kind: Kind, end: number): Omit<Reading, 'definition'> {
  const all = [first, ...others];
  const differences = others.map((other) => differenceOf(first, other));
  const known = differences.filter((difference) => difference !== null);
  const complete = known.length === others.length && known.length > 0;
  const least = (key: 'value' | 'low' | 'high') =>
    complete ? Math.min(...known.map((difference) => difference[key])) : null;
  return {
    kind: 'difference',
    value: least('value'),
    low: least('low'),
    high: least('high'),
    cases: [Math.min(...all.map((row) => Number(row.people)))],
    counts: Object.fromEntries(all.map((row) => [String(row.organisation), Number(row.people)])),
    says: inBoth((lang) =>
      all.map((row) => shareOf(row, kind, end).says[lang]).join(lang === 'en' ? '; ' : ' ; '),
    ),
  };
}

function differenceOf(one: Row, other: Row) {
  const [p, pLow, pHigh] = [points(one.share), points(one.low), points(one.high)];
  const [q, qLow, qHigh] = [points(other.share), points(other.low), points(other.high)];
  if (p === null || pLow === null || pHigh === null || q === null || qLow === null || qHigh === null)
    return null;
  return {
    value: p - q,
    low: p - q - Math.hypot(p - pLow, qHigh - q),
    high: p - q + Math.hypot(pHigh - p, q - qLow),
  };
}
