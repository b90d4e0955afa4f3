import { isRange, type ReleasedCell, type ReleasedRow } from '../release/index.js';
import type { ShownClaim } from './disclose.js';
import { pairOf, pairSays, type Told } from './faced.js';
import { formatDate, formatNumber } from './format.js';
import { growthSays, ranksSay, studySays } from './inferred.js';
import { linksOf } from './links.js';
import type { Claimed } from './material.js';

/** The firm that was asked about in June 2025, the rivals named beside it, and the month in which its campaign began. */
const subject = 'meta';
const rivals = [
  { id: 'openai', title: 'OpenAI' },
  { id: 'anthropic', title: 'Anthropic' },
  { id: 'google-deepmind', title: 'Google DeepMind' },
] as const;
const campaign = '2025-06';

/** Organisations that the questions are about. */
const asked = [subject, ...rivals.map(({ id }) => id)];
/** Pairs of which the questions ask who gains. */
export const questionPairs = rivals.map(({ id }) => [subject, id] as const);

/** Organisations that the questions are about, of those that the data has. */
export function askedAmong<P extends { readonly id: string }>(places: readonly P[]): readonly P[] {
  return asked.flatMap((id) => places.find((place) => place.id === id) ?? []);
}

/** Claims that bear on each question, by id. */
export const bearing = {
  strategy: [
    '02-signing-bonus',
    '03-yearly-pay',
    '05a-nine-figures',
    '05b-seven-to-nine-figures',
    '11c-meta-pay',
    '16-only-few-leaders',
    '17-no-such-bonus',
  ],
  payoff: ['25-will-it-pay-off', '04-none-of-the-best'],
  losses: ['11a-meta-loses-to-openai', '11b-meta-loses-to-anthropic', '14d-retention-meta'],
  reasons: [
    '11c-meta-pay',
    '18-most-attractive',
    '19-anthropic-pay',
    '20-anthropic-culture',
    '21-commercial-pressure',
  ],
  innovation: ['09-llama-benchmarks', '10-meta-innovation', '15-rails-of-open-source'],
} as const;

/** A question with its answer in plain text. */
export interface QuestionAnswer {
  readonly asks: string;
  /** The answer, in sentences. */
  readonly short: readonly string[];
  /** What is measured of it, each a sentence without its stop. */
  readonly measured: readonly string[];
  /** Claims that bear on it. */
  readonly claims: readonly ShownClaim[];
  /** What the measures beyond ratios changed for claims that bear on it. */
  readonly changed: readonly string[];
  /** What is missing for more of an answer. */
  readonly missing: readonly string[];
}

/**
 * The four questions of June 2025, each answered from what is measured and checked, or with what is missing.
 *
 * What is said follows from the figures shown: where an interval lies, which verdicts there are, until when the data goes.
 * Null where no claim is given that bears on any of them.
 */
export function answersTo(told: Told, claimed: Claimed): readonly QuestionAnswer[] | null {
  const all = Object.values(bearing).flat() as readonly string[];
  if (!claimed.claims.some(({ claim }) => all.includes(claim.id))) return null;
  return [
    strategyOf(told, claimed),
    payoffOf(told, claimed),
    lossesOf(told, claimed),
    innovationOf(told, claimed),
  ];
}

function strategyOf(told: Told, claimed: Claimed): QuestionAnswer {
  const { w } = told;
  const q = w.questions;
  const claims = among(claimed, bearing.strategy);
  const open = claims.filter(unchecked).length;
  const disputing = new Set(
    linksOf(claims)
      .filter(({ kind }) => kind === 'disputes')
      .map(({ from }) => from),
  ).size;
  return {
    asks: q.asks.strategy,
    short: [
      claims.length === 0
        ? q.noClaims
        : open > 0
          ? q.private(open, claims.length, whyNot(told, claims))
          : q.checked(claims.length),
      ...(disputing > 0 ? [q.disputes(disputing)] : []),
      ...balanceOf(told, claimed),
    ],
    measured: [...flowsOf(told, claimed), ...studySays(told, claimed.inferred), ...wagesOf(told)],
    claims,
    changed: [],
    missing: [q.lacks.offers, ...unstudied(told, claimed)],
  };
}

function payoffOf(told: Told, claimed: Claimed): QuestionAnswer {
  const { data, lang, w } = told;
  const q = w.questions;
  const claims = among(claimed, bearing.payoff);
  const { observedUntil } = data;
  const [first] = claims;
  const day = formatDate(observedUntil, lang);
  const months = monthsSince(campaign, observedUntil);
  return {
    asks: q.asks.payoff,
    short: [
      first === undefined || unchecked(first) ? q.open : q.verdictIs(w.claims.verdicts[first.verdict]),
      months <= 0 ? q.before(day) : q.after(day, months),
    ],
    measured: [...studySays(told, claimed.inferred), ...ranksSay(told, claimed.inferred, asked)],
    claims,
    changed: [
      ...(first === undefined ? [] : [q.anew.studied]),
      ...(claims.some(({ claim }) => claim.id === '04-none-of-the-best') ? [q.anew.left] : []),
    ],
    missing: [...unstudied(told, claimed), ...unranked(told, claimed), q.lacks.value],
  };
}

function lossesOf(told: Told, claimed: Claimed): QuestionAnswer {
  const { lang, w, months } = told;
  const q = w.questions;
  const reasons = among(claimed, bearing.reasons);
  const open = reasons.filter(unchecked).length;
  const { loses, gains, even, otherwise } = sidesOf(claimed);
  const shares = [subject, ...rivals.map(({ id }) => id)].flatMap((id) => {
    const row = claimed.retention.rows.find((r) => r.id === id && r.definition === 'D1');
    return typeof row?.share === 'number'
      ? [q.keep(String(row.organisation), formatNumber(row.share, 'share', lang))]
      : [];
  });
  return {
    asks: q.asks.losses,
    short: [
      ...(loses.length > 0
        ? [q.isLosing(q.names(loses))]
        : gains.length + even.length > 0
          ? [q.isNotLosing]
          : balanceOf(told, claimed)),
      ...(otherwise.length > 0 ? [q.perHead(q.names(otherwise))] : []),
      ...(open > 0 ? [q.reasons(open, reasons.length, whyNot(told, reasons))] : []),
    ],
    measured: [
      ...flowsOf(told, claimed),
      ...wagesOf(told),
      ...(shares.length > 0 ? [q.keeps(months, shares.join(w.semicolon)).replace(/\.$/, '')] : []),
      ...growthSays(told, claimed.inferred, asked),
      ...ranksSay(told, claimed.inferred, asked),
    ],
    claims: [...among(claimed, bearing.losses), ...reasons],
    changed: [
      ...among(claimed, ['18-most-attractive']).map(({ verdict }) =>
        q.anew.ranked(w.claims.verdicts[verdict]),
      ),
      ...among(claimed, ['11a-meta-loses-to-openai']).map(({ verdict }) =>
        q.anew.beside(w.claims.verdicts[verdict]),
      ),
    ],
    missing: [q.lacks.offers, q.lacks.reasons, ...unranked(told, claimed)],
  };
}

function innovationOf(told: Told, claimed: Claimed): QuestionAnswer {
  const q = told.w.questions;
  const claims = among(claimed, bearing.innovation);
  const open = claims.filter(unchecked).length;
  const disputing = linksOf(claims).filter(({ kind }) => kind === 'disputes').length;
  return {
    asks: q.asks.innovation,
    short: [
      claims.length === 0
        ? q.noClaims
        : open > 0
          ? q.opinions(open, claims.length, whyNot(told, claims))
          : q.checked(claims.length),
      ...(disputing > 0 ? [q.disputes(disputing)] : []),
    ],
    measured: [],
    claims,
    changed: [],
    missing: [q.lacks.inventions],
  };
}

/** Rivals by which side gains beyond chance, as far as the ratios shown tell; and those to which it is otherwise by the rates. */
export function sidesOf(claimed: Claimed): Readonly<Record<Side | 'otherwise', readonly string[]>> {
  const sides = rivals.map(({ id, title }) => {
    const row = pairOf(claimed, subject, id);
    const name = row === undefined ? title : nameIn(row, id);
    return { name, side: sideIn(row, 'low', 'high'), rate: sideIn(row, 'rate_low', 'rate_high') };
  });
  const on = (side: Side): readonly string[] => sides.flatMap((s) => (s.side === side ? [s.name] : []));
  const otherwise = sides.flatMap(({ name, side, rate }) =>
    side === 'loses' && rate === 'gains' ? [name] : [],
  );
  return {
    loses: on('loses'),
    gains: on('gains'),
    even: on('even'),
    few: on('few'),
    absent: on('absent'),
    otherwise,
  };
}

type Side = 'loses' | 'gains' | 'even' | 'few' | 'absent';

function sideIn(row: ReleasedRow | undefined, lower: string, upper: string): Side {
  if (row === undefined) return 'absent';
  const leaves = row.from_id === subject;
  const [least, most] = [limitOf(row[lower], 'low'), limitOf(row[upper], 'high')];
  if (least !== null && least > 1) return leaves ? 'loses' : 'gains';
  if (most !== null && most < 1) return leaves ? 'gains' : 'loses';
  return typeof row.ratio === 'number' ? 'even' : 'few';
}

function limitOf(cell: ReleasedCell | undefined, side: 'low' | 'high'): number | null {
  if (isRange(cell)) return cell[side];
  return typeof cell === 'number' ? cell : null;
}

function nameIn(row: ReleasedRow, id: string): string {
  return String(row.from_id === id ? row.from : row.to);
}

function balanceOf({ w }: Told, claimed: Claimed): readonly string[] {
  const q = w.questions;
  const { otherwise: _, ...sides } = sidesOf(claimed);
  return Object.entries(sides).flatMap(([side, names]) =>
    names.length === 0 ? [] : [q[side as Side](q.names(names))],
  );
}

function flowsOf(told: Told, claimed: Claimed): readonly string[] {
  return questionPairs.flatMap(([from, to]) => {
    const row = pairOf(claimed, from, to);
    return row === undefined ? [] : [pairSays(told, row)];
  });
}

function wagesOf({ wages, w }: Told): readonly string[] {
  return wages ? [w.questions.wages] : [];
}

function unstudied(told: Told, { inferred }: Claimed): readonly string[] {
  return studySays(told, inferred).length > 0 ? [] : [told.w.questions.lacks.eventStudy];
}

function unranked(told: Told, { inferred }: Claimed): readonly string[] {
  return ranksSay(told, inferred, [subject]).length > 0 ? [] : [told.w.questions.lacks.ranking];
}

function among({ claims }: Claimed, ids: readonly string[]): readonly ShownClaim[] {
  return ids.flatMap((id) => claims.find(({ claim }) => claim.id === id) ?? []);
}

function unchecked({ verdict }: ShownClaim): boolean {
  return verdict === 'not checkable' || verdict === 'too little data';
}

/** Why claims cannot be checked, each reason once. */
function whyNot({ w }: Told, claims: readonly ShownClaim[]): string {
  const why = claims.map(({ uncheckable }) => uncheckable).filter((reason) => reason !== undefined);
  return [...new Set(why)].map((reason) => w.claims.uncheckable[reason]).join(', ');
}

function monthsSince(month: string, day: string): number {
  const count = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return count(day) - count(month);
}
