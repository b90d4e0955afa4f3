import {
  corrections,
  holds,
  knowing,
  market,
  movers,
  onceOnly,
  rents,
  salary,
  samples,
  sourcing,
  standing,
} from './_context.js';
import type { Topic } from './_cues.js';
import { perYearBefore } from './_nouns.js';
import {
  type About,
  directionOf,
  frameOf,
  isQuestion,
  lastSides,
  type Statement,
  withoutSpeaker,
} from './about.js';
import { datesIn } from './dates.js';
import { type Guess, topicsOf } from './guess.js';
import { type Quantity, quantitiesIn } from './numbers.js';
import { ratiosIn } from './ratios.js';
import { type Sides, sidesOf } from './sides.js';

/** Fewest that a count counts to be a claim. */
const fewest = 3;

/** What a sentence states with a figure: ratios first, then each other figure; none in a question or a correction. */
export function figured(about: About): readonly Statement[] {
  const { sentence, lang, context, usual } = about;
  if (holds(corrections, sentence.text) || isQuestion(sentence.text)) return [];
  const dates = datesIn(sentence.text);
  const quantities = quantitiesIn(sentence.text, lang, usual).filter(
    (one) => !dates.some((date) => date.start < one.end && date.end > one.start),
  );
  const ratios = ratiosIn(sentence, quantities, context, lastSides(about, ['ratio']));
  const found: Statement[] = ratios.map(({ quantity, organisations, score }) => ({
    ...frameOf(about, quantity.start, quantity.end),
    quantity,
    topics: [{ value: 'ratio' as const, score: 0.9 }],
    sides: { organisations, score },
  }));
  for (const one of quantities) {
    const isPart = ratios.some(({ quantity }) => quantity.start === one.start);
    if (isPart || (ratios.length > 0 && one.kind !== 'money' && one.kind !== 'percent')) continue;
    const statement = counted(one, about, found);
    if (statement !== null) found.push(statement);
  }
  return found;
}

function counted(quantity: Quantity, about: About, here: readonly Statement[]): Statement | null {
  const { sentence } = about;
  const { text } = sentence;
  const isCount =
    quantity.kind === 'people' ||
    quantity.kind === 'cases' ||
    quantity.kind === 'organisations' ||
    quantity.kind === 'bare';
  if (
    isCount &&
    (isFew(quantity) ||
      sourcing.test(text.slice(0, quantity.start)) ||
      knowing.test(text.slice(quantity.end)) ||
      holds(samples, text))
  )
    return null;
  if (quantity.kind === 'bare' && !isLed(quantity, text)) return null;
  const base = frameOf(about, quantity.start, quantity.end);
  const kind = quantity.kind === 'bare' ? 'people' : quantity.kind;
  const own = possessed(quantity, text) ?? topicsOf({ text, at: quantity.start, kind, before: about.before });
  const guessed = parted(inherited(likelier(quantity, text, own), quantity, about, here), quantity);
  const [first] = guessed;
  const isNamed = sentence.mentions.some((one) => one.kind === 'organisation');
  if (first === undefined && (isCount || !isNamed || holds(market, text))) return null;
  if (isMarket(quantity, text, first?.value)) return null;
  const isOfSome =
    sentence.mentions.some((one) => one.kind === 'organisation' || one.kind === 'firm') ||
    base.attribution !== null ||
    holds(standing, text);
  if (first?.value === 'no such measure' && !isOfSome) return null;
  const isDeal = first?.value === 'acquired' || first?.value === 'stake_taken';
  const topics =
    base.firmness.value === 'prediction' && !isDeal
      ? [{ value: 'prediction' as const, score: 0.7 }, ...guessed]
      : guessed;
  const shown =
    first?.value === 'private figure'
      ? base.attribution?.speaker.kind === 'person'
        ? sentence
        : withoutSpeaker(sentence, base.attribution)
      : withoutSpeaker(sentence, base.attribution);
  const again = here.findLast((one) => one.quantity?.kind === 'people')?.sides;
  const plainSides =
    quantity.kind === 'bare' && own.length === 0 && again
      ? again
      : sidesOf(
          first?.value ?? 'no such measure',
          shown,
          quantity.start,
          about.context,
          lastSides(about, ['acquired', 'stake_taken']),
        );
  const sides = first?.value === 'flows' ? completed(plainSides, about) : plainSides;
  return { ...base, quantity: yearly(quantity, text, first?.value), topics, sides, ...directionOf(text) };
}

/** The other side of a flow is that of the last one that the paragraph told of, where one side is the same. */
function completed(sides: Sides, { found, sentence }: About): Sides {
  const [only, ...more] = sides.organisations;
  if (more.length > 0) return sides;
  const last = found.findLast(
    (one) =>
      one.sentence.paragraph === sentence.paragraph &&
      one.topics[0]?.value !== 'headcount' &&
      one.sides.organisations.length === 2 &&
      (one.topics[0]?.value === 'flows' || one.topics[0]?.value === 'ratio'),
  );
  if (last === undefined || (only && !last.sides.organisations.some((one) => one.id === only.id)))
    return sides;
  return { organisations: last.sides.organisations, score: 0.5 };
}

/** "Its 550 employees" counts the staff. */
function possessed({ kind, start }: Quantity, text: string): readonly Guess<Topic>[] | null {
  return kind === 'people' && /(?:its|their|ses|leurs|nos|our)\s$/i.test(text.slice(0, start))
    ? [{ value: 'headcount', score: 0.7 }]
    : null;
}

function isFew({ figure }: Quantity): boolean {
  return figure.scale === undefined && Number(figure.printed) < fewest;
}

/** Whether the words around a number without a noun make it a count of people. */
function isLed(quantity: Quantity, text: string): boolean {
  const before = text.slice(Math.max(0, quantity.start - 30), quantity.start);
  const behind = text.slice(quantity.end);
  if (/\p{Lu}\p{L}*\s$/u.test(before) || !/^[\s,.;»”")]|^$/u.test(behind)) return false;
  if (
    /^\s\p{L}/u.test(behind) &&
    !/^\s(?:by|d'ici|à|en|since|depuis|chez|from|in|this|next|and|et)\s/.test(behind)
  )
    return false;
  return holds(movers, before) || quantity.bound !== 'equals' || /(?:^|\s)(?:to|à|of)\s$/.test(before);
}

function isMarket(quantity: Quantity, text: string, topic: Topic | undefined): boolean {
  if (
    quantity.kind === 'money' &&
    holds(rents, text.slice(Math.max(0, quantity.start - 40), quantity.end + 20))
  )
    return true;
  return (
    topic !== 'private figure' &&
    topic !== 'acquired' &&
    quantity.kind !== 'people' &&
    holds(market, nearBefore(text, quantity.start))
  );
}

const likely =
  /(?:plus|moins|more|less|as)\s(?:susceptibles?|enclins?|nombreux|likely|apt|prone|de chances)/iu;

/** Multiples of a likelihood to move are ratios. */
function likelier(
  { kind, end }: Quantity,
  text: string,
  guessed: readonly Guess<Topic>[],
): readonly Guess<Topic>[] {
  return kind === 'times' && likely.test(text.slice(end, end + 40))
    ? [{ value: 'ratio', score: 0.8 }, ...guessed]
    : guessed;
}

/** A share that is bought is a stake. */
function parted(guessed: readonly Guess<Topic>[], { kind, figure }: Quantity): readonly Guess<Topic>[] {
  return kind === 'percent' && figure.printed !== '100' && guessed[0]?.value === 'acquired'
    ? [{ value: 'stake_taken', score: guessed[0].score }, ...guessed]
    : guessed;
}

/** In a list the kind is said once: a figure of which nothing is said is of the kind of the one before it. */
function inherited(
  guessed: readonly Guess<Topic>[],
  quantity: Quantity,
  about: About,
  here: readonly Statement[],
): readonly Guess<Topic>[] {
  const unclear = (guessed[0]?.score ?? 0) < 0.5;
  if (!unclear) return guessed;
  const beside = (one: Statement): boolean =>
    one.sentence.paragraph === about.sentence.paragraph && about.sentence.number - one.sentence.number <= 1;
  const isSameKind = (one: Statement): boolean => one.quantity?.kind === quantity.kind;
  const before =
    here.findLast(isSameKind) ??
    (quantity.kind === 'percent' ? about.found.findLast((one) => isSameKind(one) && beside(one)) : undefined);
  const [kind] = before?.topics.filter(({ value }) => value !== 'prediction') ?? [];
  if (kind && kind.score >= 0.5)
    return [{ value: kind.value, score: 0.55 }, ...guessed.filter(({ value }) => value !== kind.value)];
  if (quantity.kind !== 'bare' || guessed.length > 0) return guessed;
  const last = about.found.findLast(
    (one) => one.quantity?.kind === 'people' && one.sentence.paragraph === about.sentence.paragraph,
  );
  const [first] = last?.topics ?? [];
  return first === undefined ? [] : [{ value: first.value === 'ratio' ? 'flows' : first.value, score: 0.5 }];
}

/** An amount of pay with what makes it one of a year. */
function yearly(quantity: Quantity, text: string, topic: Topic | undefined): Quantity {
  const { unit } = quantity.figure;
  if (topic !== 'private figure' || (unit !== 'USD' && unit !== 'EUR' && unit !== 'GBP')) return quantity;
  const isYearly =
    quantity.perYear || perYearBefore.test(nearBefore(text, quantity.start)) || isSalary(text, quantity);
  return isYearly ? { ...quantity, figure: { ...quantity.figure, unit: `${unit} per year` } } : quantity;
}

/** A salary is of a year unless told. */
function isSalary(text: string, { start, end }: Quantity): boolean {
  return (
    holds(salary, text.slice(Math.max(0, start - 120), start)) &&
    !holds(onceOnly, text.slice(Math.max(0, start - 30), end + 25))
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
