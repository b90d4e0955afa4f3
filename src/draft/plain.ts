import { comparing, corrections, holds, losing } from './_context.js';
import { cues, type Topic } from './_cues.js';
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
import type { Guess } from './guess.js';
import { topicsOf } from './guess.js';
import type { Quantity } from './numbers.js';
import { sidesOf } from './sides.js';

/** Facts with a year that a sentence states: founded, bought, closed, part of. */
export function dated(about: About): readonly Statement[] {
  const { sentence, context } = about;
  const { text } = sentence;
  if (holds(corrections, text) || isQuestion(text)) return [];
  return datesIn(text).flatMap((date): Statement[] => {
    if (date.date.startsWith('--')) return [];
    const ahead =
      text
        .slice(0, date.start)
        .split(/[,;:«»"“”]/)
        .at(-1) ?? '';
    const near = ahead.slice(-60);
    const topics = topicsOf({ text: near, at: near.length, kind: 'year', before: '' });
    const [first] = topics;
    const isLed = date.date.length > 4 || /(?:en|in|depuis|since|de)\s$/iu.test(ahead);
    if (
      first === undefined ||
      first.score < 0.5 ||
      !isLed ||
      (date.date.length > 4 && first.value !== 'founded')
    )
      return [];
    const base = frameOf(about, date.start, date.end, ahead);
    const quantity: Quantity = {
      start: date.start,
      end: date.end,
      figure: { printed: date.date.slice(0, 4), unit: 'year' },
      bound: 'equals',
      kind: 'other',
      perYear: false,
    };
    const shown = withoutSpeaker(sentence, base.attribution);
    return [
      {
        ...base,
        quantity,
        year: date.date,
        topics,
        sides: sidesOf(
          first.value,
          shown,
          date.start,
          context,
          lastSides(about, ['acquired', 'stake_taken']),
        ),
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

/**
 * What a sentence states without a figure: hedged statements on organisations, and directional ones on moves, pay, demand and takeovers.
 *
 * @param figures what it states with a figure
 */
export function plain(about: About, figures: readonly Statement[]): readonly Statement[] {
  const { sentence } = about;
  const { text } = sentence;
  if (
    isQuestion(text) ||
    holds(corrections, text) ||
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
  const at = chosen === undefined ? 0 : placeOf(text, chosen.value);
  const base = hedgedFirst(about, at);
  const isHedged = base.firmness.value === 'conditional' || base.firmness.value === 'rumour';
  const isNamed = sentence.mentions.some((one) => one.kind === 'organisation');
  if (directed === undefined && (!isHedged || figures.length > 0)) return [];
  if (!isNamed && directed?.value !== 'demand') return [];
  if (chosen === undefined || (chosen.value === 'private figure' && !holds(comparing, text)))
    return [unknown(about, base)];
  if (figures.some(({ topics }) => topics[0]?.value === chosen.value)) return [];
  const shown = withoutSpeaker(sentence, base.attribution);
  const sides = sidesOf(
    chosen.value,
    shown,
    at,
    about.context,
    lastSides(about, ['acquired', 'stake_taken']),
  );
  const topics = [
    { value: chosen.value, score: Math.max(0.55, chosen.score) },
    ...guessed.filter((one) => one !== chosen),
  ];
  const statement = { ...base, topics, ...(direction === undefined ? {} : { direction }) };
  const [from, ...to] = sides.organisations;
  if (chosen.value !== 'flows' || to.length < 2 || from === undefined) return [{ ...statement, sides }];
  return to.map((one) => ({ ...statement, sides: { organisations: [from, one], score: sides.score } }));
}

/** The parts that do not depend on the kind, at the place of the words or where the sentence is hedged. */
function hedgedFirst(about: About, at: number) {
  const [here, start] = [frameOf(about, at, at + 1), frameOf(about, 0, 1)];
  return here.firmness.value === 'conditional' ||
    here.firmness.value === 'rumour' ||
    start.firmness.value !== 'conditional'
    ? here
    : { ...here, firmness: start.firmness };
}

/** A hedged statement of which the words do not tell what would check it. */
function unknown(about: About, base: ReturnType<typeof frameOf>): Statement {
  const shown = withoutSpeaker(about.sentence, base.attribution);
  const topics: readonly Guess<Topic>[] = [{ value: 'no such measure', score: 0.3 }];
  return {
    ...base,
    topics,
    sides: sidesOf('no such measure', shown, about.sentence.text.length, about.context, []),
  };
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
