import type { Comparator, Firmness } from '../claims/index.js';
import { cues, type Topic } from './_cues.js';
import { perYearBefore } from './_nouns.js';
import { phrases, wholeWords } from './_pattern.js';
import { type Attribution, attributionAt, type PlacedSentence } from './attribution.js';
import { datesIn } from './dates.js';
import { type Guess, topicsOf } from './guess.js';
import type { ArticleLanguage } from './language.js';
import type { Named } from './mentions.js';
import { firmnessOf } from './mood.js';
import { type Quantity, quantitiesIn } from './numbers.js';
import { ratiosIn } from './ratios.js';
import { type Sides, sidesOf } from './sides.js';

/** Something that an article states and somebody may check. */
export interface Statement {
  readonly sentence: PlacedSentence;
  /** Absent for a statement without a figure. */
  readonly quantity?: Quantity;
  /** Year or date of a fact. */
  readonly year?: string;
  readonly attribution: Attribution | null;
  readonly firmness: Guess<Firmness>;
  readonly topics: readonly Guess<Topic>[];
  readonly sides: Sides;
  readonly direction?: Comparator;
  readonly scope: readonly { readonly word: string; readonly effect: string }[];
  /** A medium named in the sentence before. */
  readonly near?: string;
  /** Other sentences that state it. */
  readonly again: readonly number[];
}

/** Every statement of an article that somebody may check, once each. Rows: in the order of the text. */
export function statementsOf(
  sentences: readonly PlacedSentence[],
  attributions: readonly Attribution[],
  lang: ArticleLanguage,
): readonly Statement[] {
  const found: Statement[] = [];
  sentences.forEach((sentence, i) => {
    const context = contextOf(sentences, i);
    const previous = sentences[i - 1];
    const before = previous?.paragraph === sentence.paragraph ? previous.text : '';
    const near =
      previous?.paragraph === sentence.paragraph
        ? previous.mentions.find((one) => one.kind === 'medium')
        : undefined;
    const about: About = {
      deal: lastSides(found, ['acquired', 'stake_taken']),
      ratio: lastSides(found, ['ratio']),
      sentence,
      attributions,
      lang,
      context,
      before,
      ...(near?.kind === 'medium' ? { near: near.name } : {}),
    };
    const withFigure = [...figured(about), ...dated(about)];
    found.push(...withFigure, ...plain(about, withFigure));
  });
  return merged(dealsOf(found));
}

/** Organisations of the last statement of some topics. */
function lastSides(found: readonly Statement[], topics: readonly Topic[]): readonly Named[] {
  return (
    found.findLast(
      (one) => topics.some((topic) => topic === one.topics[0]?.value) && one.sides.organisations.length > 1,
    )?.sides.organisations ?? []
  );
}

interface About {
  readonly sentence: PlacedSentence;
  readonly attributions: readonly Attribution[];
  readonly lang: ArticleLanguage;
  readonly context: readonly Named[];
  readonly before: string;
  readonly near?: string;
  /** Sides of the last deal, and of the last ratio, that the article told of. */
  readonly deal: readonly Named[];
  readonly ratio: readonly Named[];
}

/** Organisations that the article spoke of before a sentence, the last first; its first one of all at the end. */
function contextOf(sentences: readonly PlacedSentence[], at: number): readonly Named[] {
  const found: Named[] = [];
  const put = (one: Named): void => {
    if (one.id !== undefined && !found.some((other) => other.id === one.id)) found.push(one);
  };
  const here = sentences[at]?.paragraph ?? 0;
  for (let i = at - 1; i >= 0 && (sentences[i]?.paragraph ?? 0) >= here - 1 && at - i < 6; i -= 1) {
    for (const one of sentences[i]?.mentions ?? []) if (one.kind === 'organisation') put(one);
  }
  for (const sentence of sentences.slice(0, 3))
    for (const one of sentence.mentions) if (one.kind === 'organisation') put(one);
  return found;
}

function figured(about: About): readonly Statement[] {
  const { sentence, lang, context } = about;
  if (isIn(corrections, sentence.text) || isQuestion(sentence.text)) return [];
  const dates = datesIn(sentence.text);
  const quantities = quantitiesIn(sentence.text, lang).filter(
    (one) => !dates.some((date) => date.start < one.end && date.end > one.start),
  );
  const ratios = ratiosIn(sentence, quantities, context, about.ratio);
  const isPart = (one: Quantity): boolean => ratios.some(({ quantity }) => quantity.start === one.start);
  return [
    ...ratios.map(({ quantity, organisations, score }) => ({
      ...frame(about, quantity.start, quantity.end),
      quantity,
      topics: [{ value: 'ratio' as const, score: 0.9 }],
      sides: { organisations, score },
    })),
    ...quantities
      .filter((one) => !isPart(one) && !(ratios.length > 0 && one.kind !== 'money' && one.kind !== 'percent'))
      .flatMap((one) => counted(one, about)),
  ];
}

/** What the parts of a statement are that do not depend on its kind. */
function frame({ sentence, attributions, lang, near }: About, start: number, end: number) {
  const attribution = attributionAt(attributions, {
    start: sentence.start + start,
    end: sentence.start + end,
  });
  return {
    sentence,
    attribution,
    firmness: firmnessOf(sentence.text, start, attribution, lang),
    scope: scopeOf(sentence.text, lang),
    again: [],
    ...(near === undefined ? {} : { near }),
  };
}

const corrections = wholeWords(
  phrases(
    'à tort, par erreur, une version précédente, wrongly, incorrectly, an earlier version, a previous version, correction, rectificatif, erratum, misstated, last week we said',
  ),
);
const market = wholeWords(
  phrases(
    `action, actions cédait, titre, le titre, cours, en Bourse, à la Bourse, shares, share price, stock price, shares fell, shares rose, par mois, a month, per month, loyer, rent, billet, ticket, abonnement, subscription, menu`,
  ),
);
const fewest = 3;
const movers = wholeWords(
  phrases(
    'recruté, embauché, accueilli, débauché, compte, emploie, hired, recruited, poached, number, reach, employs, was, closer to, nearer to, atteindre, atteindra, total, chiffre',
  ),
);

function counted(quantity: Quantity, about: About): readonly Statement[] {
  const { sentence } = about;
  const { text } = sentence;
  const value = Number(quantity.figure.printed);
  const isCount =
    quantity.kind === 'people' ||
    quantity.kind === 'cases' ||
    quantity.kind === 'organisations' ||
    quantity.kind === 'bare';
  if (isCount && quantity.figure.scale === undefined && value < fewest) return [];
  if (quantity.kind === 'bare') {
    const before = text.slice(Math.max(0, quantity.start - 30), quantity.start);
    if (
      !isIn(movers, before) ||
      /\p{Lu}\p{L}*\s$/u.test(before) ||
      !/^[\s,.;»”")]|^$/u.test(text.slice(quantity.end))
    )
      return [];
    if (
      /^\s(?:\p{Ll}|\p{Lu})/u.test(text.slice(quantity.end)) &&
      !/^\s(?:by|d'ici|à|en|since|depuis|chez|from|in|this)\s/.test(text.slice(quantity.end))
    )
      return [];
  }
  const base = frame(about, quantity.start, quantity.end);
  const kind = quantity.kind === 'bare' ? 'people' : quantity.kind;
  const guessed = likelier(
    quantity,
    about,
    topicsOf({ text, at: quantity.start, kind, before: about.before }),
  );
  const isNamed = sentence.mentions.some((one) => one.kind === 'organisation');
  if (guessed.length === 0 && (isCount || !isNamed || isIn(market, text))) return [];
  if (
    guessed[0]?.value !== 'private figure' &&
    guessed[0]?.value !== 'acquired' &&
    isIn(market, nearBefore(text, quantity.start)) &&
    quantity.kind !== 'people'
  )
    return [];
  const topics =
    base.firmness.value === 'prediction' &&
    guessed[0]?.value !== 'acquired' &&
    guessed[0]?.value !== 'stake_taken'
      ? [{ value: 'prediction' as const, score: 0.7 }, ...guessed]
      : guessed;
  const sides = sidesOf(
    guessed[0]?.value ?? 'no such measure',
    sentence,
    quantity.start,
    about.context,
    about.deal,
  );
  const pay = guessed[0]?.value === 'private figure';
  const isYearly =
    pay &&
    (quantity.perYear || perYearBefore.test(nearBefore(text, quantity.start)) || isSalary(text, quantity));
  const unit = quantity.figure.unit;
  const figure =
    isYearly && (unit === 'USD' || unit === 'EUR' || unit === 'GBP')
      ? { ...quantity.figure, unit: `${unit} per year` as const }
      : quantity.figure;
  return [{ ...base, quantity: { ...quantity, figure }, topics, sides, ...directionOf(text) }];
}

const salary = wholeWords(phrases('salaire, salaires, salary, salaries, base pay, salaire de base'));
const onceOnly = wholeWords(
  phrases(
    'prime, primes, bonus, bonuses, par mois, per month, a month, signer, sign, signing, augmenté, over, sur quatre ans',
  ),
);

/** A salary is of a year unless told. */
function isSalary(text: string, { start, end }: Quantity): boolean {
  return (
    isIn(salary, text.slice(Math.max(0, start - 90), start)) &&
    !isIn(onceOnly, text.slice(Math.max(0, start - 30), end + 25))
  );
}

function nearBefore(text: string, at: number): string {
  return (
    text
      .slice(Math.max(0, at - 45), at)
      .split(/[,;:]/)
      .at(-1) ?? ''
  );
}

const likely =
  /(?:plus|moins|more|less|as)\s(?:susceptibles?|enclins?|nombreux|likely|apt|prone|de chances)/iu;

/** Multiples of a likelihood to move are ratios. */
function likelier(
  quantity: Quantity,
  { sentence }: About,
  guessed: readonly Guess<Topic>[],
): readonly Guess<Topic>[] {
  if (quantity.kind !== 'times' || !likely.test(sentence.text.slice(quantity.end, quantity.end + 40)))
    return guessed;
  return [{ value: 'ratio', score: 0.8 }, ...guessed];
}

/** Facts with a year: founded, bought, closed, part of. */
function dated(about: About): readonly Statement[] {
  const { sentence, context } = about;
  if (isIn(corrections, sentence.text)) return [];
  return datesIn(sentence.text).flatMap((date): Statement[] => {
    if (date.date.startsWith('--')) return [];
    const ahead =
      sentence.text
        .slice(0, date.start)
        .split(/[,;:«»"“”]/)
        .at(-1) ?? '';
    const topics = topicsOf({
      text: ahead.slice(-60),
      at: Math.min(60, ahead.length),
      kind: 'year',
      before: '',
    });
    const [first] = topics;
    if (
      first === undefined ||
      first.score < 0.5 ||
      (!/(?:en|in|depuis|since|de)\s$/iu.test(sentence.text.slice(0, date.start)) && date.date.length === 4)
    )
      return [];
    if (date.date.length !== 4 && first.value !== 'founded') return [];
    const base = frame(about, date.start, date.end);
    const figure = { printed: date.date.slice(0, 4), unit: 'year' as const };
    const quantity: Quantity = {
      start: date.start,
      end: date.end,
      figure,
      bound: 'equals',
      kind: 'other',
      perYear: false,
    };
    return [
      {
        ...base,
        quantity,
        year: date.date,
        topics,
        sides: sidesOf(first.value, sentence, date.start, context, about.deal),
      },
    ];
  });
}

const plainTopics: ReadonlySet<Topic> = new Set([
  'flows',
  'demand',
  'acquired',
  'merged',
  'stake_taken',
  'private figure',
]);
const comparing = wholeWords(
  phrases(
    'plus, mieux, supérieur, supérieurs, supérieure, supérieures, moins, more, better, higher, lower, less, above, below',
  ),
);
const leading = wholeWords(
  phrases(
    'le plus, la plus, les plus, surtout, le premier, most, the most, top, leads, mainly, more than any',
  ),
);
const rising = wholeWords(
  phrases(
    'hausse, augmente, augmenté, augmentation, bondi, bondit, grimpé, grimpe, croissance, progressé, progresse, explosé, explose, rose, rises, risen, rise, soared, soars, jumped, jumps, grew, grown, climbed, surged, surge, surges, up',
  ),
);
const falling = wholeWords(
  phrases(
    'baisse, baissé, chute, chuté, recul, reculé, recule, diminué, diminue, effondré, fell, falls, fallen, fall, dropped, drops, declined, decline, declines, plunged, slumped, down',
  ),
);
const losing = wholeWords(
  phrases(
    "perd, perdent, perdre, perdrait, perdraient, lose, loses, losing, loses people, au profit de, au profit d'",
  ),
);

function directionOf(text: string): { readonly direction?: Comparator } {
  if (isIn(losing, text)) return { direction: 'more_than_reverse' };
  if (isIn(leading, text)) return { direction: 'leads' };
  if (isIn(rising, text)) return { direction: 'rises' };
  if (isIn(falling, text)) return { direction: 'falls' };
  return {};
}

/** Hedged or directional statements without a figure, on moves, pay, demand and takeovers. */
function plain(about: About, figures: readonly Statement[]): readonly Statement[] {
  const { text } = about.sentence;
  if (
    isQuestion(text) ||
    isIn(corrections, text) ||
    figures.some(({ topics }) => topics[0]?.value === 'ratio')
  )
    return [];
  const guessed = topicsOf({ text, at: 0, kind: 'none', before: '' }).filter(({ value }) =>
    plainTopics.has(value),
  );
  const { direction } = directionOf(text);
  const turns = direction === 'rises' || direction === 'falls';
  const directed = guessed.find(
    ({ value }) => (value === 'flows' && direction !== undefined && !turns) || (value === 'demand' && turns),
  );
  const chosen = directed ?? guessed[0];
  if (chosen === undefined || figures.some(({ topics }) => topics[0]?.value === chosen.value)) return [];
  const at = placeOf(text, chosen.value);
  const base = frame(about, at, at + 1);
  const isHedged = base.firmness.value === 'conditional' || base.firmness.value === 'rumour';
  if (directed === undefined && (!isHedged || figures.length > 0)) return [];
  if (chosen.value === 'private figure' && !isIn(comparing, text)) return [];
  if (chosen.value !== 'demand' && !about.sentence.mentions.some((one) => one.kind === 'organisation'))
    return [];
  const sides = sidesOf(chosen.value, about.sentence, at, about.context, about.deal);
  const topics = [
    { value: chosen.value, score: Math.max(0.55, chosen.score) },
    ...guessed.filter((one) => one !== chosen),
  ];
  const statement = { ...base, topics, ...(direction === undefined ? {} : { direction }) };
  const [from, ...to] = sides.organisations;
  if (chosen.value !== 'flows' || to.length < 2 || from === undefined) return [{ ...statement, sides }];
  return to.map((one) => ({ ...statement, sides: { organisations: [from, one], score: sides.score } }));
}

/** Where the first word of a topic stands. */
function placeOf(text: string, topic: Topic): number {
  const places = cues.flatMap((cue) =>
    cue.topic === topic && cue.kinds.has('none')
      ? [...text.matchAll(cue.words)].map((found) => found.index)
      : [],
  );
  const lost = topic === 'flows' ? [...text.matchAll(losing)].map((found) => found.index) : [];
  return Math.min(...(lost.length > 0 ? lost : places), text.length - 1);
}

function isQuestion(text: string): boolean {
  return /\?\s*[»”"]?$/.test(text);
}

const narrowing: Readonly<Record<ArticleLanguage, RegExp>> = {
  en: wholeWords(
    phrases(
      'best, top, senior, leading, only, so far, at least so far, specialised, experienced, handful of',
    ),
  ),
  fr: wholeWords(
    phrases(
      "meilleurs, meilleures, meilleur, de premier plan, seulement, jusqu'à présent, expérimentés, confirmés, confirmé, poignée de",
    ),
  ),
};
const blurring: Readonly<Record<ArticleLanguage, RegExp>> = {
  en: wholeWords(phrases('many, several, numerous, some, dozens of')),
  fr: wholeWords(phrases('nombreux, nombreuses, plusieurs, certains, certaines, des dizaines de')),
};

function scopeOf(text: string, lang: ArticleLanguage): Statement['scope'] {
  const words = (pattern: RegExp, effect: string) =>
    [...new Set([...text.matchAll(pattern)].map(([word]) => word.toLowerCase()))].map((word) => ({
      word,
      effect,
    }));
  return [...words(narrowing[lang], 'narrows'), ...words(blurring[lang], 'blurs')];
}

/** The price of a deal is the price of the stake that the next or last sentence tells of. */
function dealsOf(statements: readonly Statement[]): readonly Statement[] {
  return statements.map((one) => {
    const [first] = one.topics;
    if (
      one.quantity?.kind !== 'money' ||
      (first?.value !== 'acquired' && first !== undefined && first.value !== 'flows')
    )
      return one;
    const stake = statements.find(
      (other) =>
        other.quantity?.kind === 'percent' &&
        other.topics[0]?.value === 'stake_taken' &&
        Math.abs(other.sentence.number - one.sentence.number) <= 1,
    );
    if (stake === undefined) return one;
    const shared = one.sentence.mentions.some(
      (m) => m.kind === 'organisation' && stake.sides.organisations.some((s) => s.id === m.id),
    );
    if (!shared && stake.sentence !== one.sentence) return one;
    return { ...one, topics: [{ value: 'stake_taken', score: 0.6 }, ...one.topics], sides: stake.sides };
  });
}

/** One statement of several that print the same figure of the same kind, not about different organisations and not by different people. */
function merged(statements: readonly Statement[]): readonly Statement[] {
  const kept: Statement[] = [];
  for (const one of statements) {
    const i = kept.findIndex((other) => isSame(other, one));
    const other = kept[i];
    if (other === undefined) kept.push(one);
    else
      kept[i] = {
        ...better(other, one),
        again: [...other.again, other.sentence.number, one.sentence.number].filter(
          (n) => n !== better(other, one).sentence.number,
        ),
      };
  }
  return kept;
}

function isSame(a: Statement, b: Statement): boolean {
  const [x, y] = [a.quantity?.figure, b.quantity?.figure];
  if (x === undefined || y === undefined) return false;
  if (
    x.printed !== y.printed ||
    x.scale !== y.scale ||
    x.unit.replace(' per year', '') !== y.unit.replace(' per year', '')
  )
    return false;
  const [p, q] = [a.attribution?.speaker.name, b.attribution?.speaker.name];
  if (p && q && p !== q) return false;
  if (a.attribution?.denies !== b.attribution?.denies && a.attribution && b.attribution) return false;
  if ((a.firmness.value === 'conditional') !== (b.firmness.value === 'conditional') && p !== q) return false;
  const ids = (s: Statement) => s.sides.organisations.map(({ id }) => id);
  if (p && p === q) return true;
  const overlap = ids(a).some((id) => ids(b).includes(id)) || ids(a).length === 0 || ids(b).length === 0;
  return overlap && (a.topics[0]?.value === b.topics[0]?.value || x.scale !== undefined);
}

/** Of two that state the same, the one that says more: who says it, and of how many organisations. */
function better(a: Statement, b: Statement): Statement {
  const weight = (s: Statement): number =>
    (s.attribution?.speaker.name ? 2 : 0) +
    s.sides.organisations.length +
    (s.topics[0]?.score ?? 0) -
    (/[.!?»”"]$/.test(s.sentence.text) ? 0 : 1.5);
  return weight(b) > weight(a) ? b : a;
}

function isIn(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}
