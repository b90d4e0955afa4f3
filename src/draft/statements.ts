import { holds } from './_context.js';
import { phrases, wholeWords } from './_pattern.js';
import type { About, Statement } from './about.js';
import type { Attribution, PlacedSentence } from './attribution.js';
import { figured } from './figured.js';
import type { ArticleLanguage } from './language.js';
import type { Named } from './mentions.js';
import { quantitiesIn } from './numbers.js';
import { dated, plain } from './plain.js';
import { isGoverned } from './sides.js';

/** Every statement of an article that somebody may check, once each. Rows: in the order of the text. */
export function statementsOf(
  sentences: readonly PlacedSentence[],
  attributions: readonly Attribution[],
  lang: ArticleLanguage,
): readonly Statement[] {
  const found: Statement[] = [];
  const usual = usualCurrency(sentences, lang);
  sentences.forEach((sentence, i) => {
    const previous = sentences[i - 1];
    const isSame = previous?.paragraph === sentence.paragraph;
    const near = isSame ? previous.mentions.find((one) => one.kind === 'medium') : undefined;
    const about: About = {
      sentence,
      attributions,
      lang,
      context: ownFirst(sentence, attributions, contextOf(sentences, i)),
      before: isSame ? previous.text : '',
      found,
      usual,
      ...(near?.kind === 'medium' ? { near: near.name } : {}),
    };
    const withFigure = [...figured(about), ...dated(about)];
    found.push(...withFigure, ...plain(about, withFigure));
  });
  return merged(dealsOf(found));
}

/** Organisations that the article spoke of before a sentence, the last first; those of its first sentences at the end. */
function contextOf(sentences: readonly PlacedSentence[], at: number): readonly Named[] {
  const found: Named[] = [];
  const put = (sentence: PlacedSentence | undefined): void => {
    for (const one of sentence?.mentions ?? []) {
      if (one.kind === 'person' || one.kind === 'medium') continue;
      if (one.kind === 'firm' && (sentence === undefined || isGoverned(sentence.text, one))) continue;
      if (!found.some((other) => other.name === one.name)) found.push(one);
    }
  };
  const here = sentences[at]?.paragraph ?? 0;
  for (let i = at - 1; i >= 0 && (sentences[i]?.paragraph ?? 0) >= here - 1 && at - i < 6; i -= 1)
    put(sentences[i]);
  for (const sentence of sentences.slice(0, 3)) put(sentence);
  return found;
}

const own = wholeWords(
  phrases(
    "nous, notre, nos, we, our, us, son entreprise, sa société, his company, her company, ses, leurs, its, their, the company, l'entreprise, la société",
  ),
);

/** Where a speaker says "we", the speaker's own organisation goes before those that the article spoke of last. */
function ownFirst(
  sentence: PlacedSentence,
  attributions: readonly Attribution[],
  context: readonly Named[],
): readonly Named[] {
  const speaking = attributions.findLast(
    ({ scope, speaker }) =>
      scope.start < sentence.end && scope.end > sentence.start && speaker.person?.at !== undefined,
  );
  const at = speaking?.speaker.person?.at;
  if (at === undefined || !holds(own, sentence.text)) return context;
  return [at, ...context.filter((one) => one.name !== at.name)];
}

/** The currency that an article names most. */
function usualCurrency(sentences: readonly PlacedSentence[], lang: ArticleLanguage): About['usual'] {
  const counts = { USD: 0, EUR: 0, GBP: 0 };
  for (const { text } of sentences) {
    if (!/\d|[€$£]|millions?|milliards?|billion/i.test(text)) continue;
    for (const { kind, figure, isCounted } of quantitiesIn(text, lang)) {
      if (kind === 'money' && !isCounted && figure.unit in counts) counts[figure.unit as About['usual']] += 1;
    }
  }
  return counts.EUR > counts.USD && counts.EUR >= counts.GBP
    ? 'EUR'
    : counts.GBP > counts.USD
      ? 'GBP'
      : 'USD';
}

/** The price of a deal is the price of the stake that the next or last sentence tells of. */
function dealsOf(statements: readonly Statement[]): readonly Statement[] {
  return statements.map((one) => {
    const [first] = one.topics;
    if (
      one.quantity?.kind !== 'money' ||
      (first !== undefined && first.value !== 'acquired' && first.value !== 'flows')
    )
      return one;
    const stake = statements.find(
      (other) =>
        other.quantity?.kind === 'percent' &&
        other.topics[0]?.value === 'stake_taken' &&
        Math.abs(other.sentence.number - one.sentence.number) <= 1,
    );
    if (stake === undefined) return one;
    const isShared = one.sentence.mentions.some(
      (m) => m.kind === 'organisation' && stake.sides.organisations.some((s) => s.id === m.id),
    );
    if (!isShared && stake.sentence !== one.sentence) return one;
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
    else {
      const best = better(other, one);
      const again = [...other.again, other.sentence.number, one.sentence.number].filter(
        (n) => n !== best.sentence.number,
      );
      kept[i] = { ...best, again: [...new Set(again)] };
    }
  }
  return kept;
}

function isSame(a: Statement, b: Statement): boolean {
  const [x, y] = [a.quantity?.figure, b.quantity?.figure];
  if (x === undefined || y === undefined || x.printed !== y.printed || x.scale !== y.scale) return false;
  if (x.unit.replace(' per year', '') !== y.unit.replace(' per year', '')) return false;
  const [p, q] = [a.attribution?.speaker.name, b.attribution?.speaker.name];
  if (p && q && p !== q) return false;
  const isHeadline = isTitle(a) || isTitle(b);
  const isOfOne =
    idsOf(a).some((id) => idsOf(b).includes(id)) || idsOf(a).length === 0 || idsOf(b).length === 0;
  if (isHeadline) return isOfOne;
  if (a.attribution && b.attribution && a.attribution.denies !== b.attribution.denies) return false;
  if ((a.firmness.value === 'conditional') !== (b.firmness.value === 'conditional') && p !== q) return false;
  return (isOfOne || (p !== null && p !== undefined && p === q)) && a.topics[0]?.value === b.topics[0]?.value;
}

function idsOf({ sides }: Statement): readonly string[] {
  return sides.organisations.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

/** A line without an end of a sentence, near the top. */
function isTitle({ sentence }: Statement): boolean {
  return sentence.number < 8 && !/[.!?:;»”"]$/.test(sentence.text);
}

/** Of two that state the same, the one that says more: who says it, and of how many organisations. */
function better(a: Statement, b: Statement): Statement {
  const weight = (s: Statement): number =>
    (s.attribution?.speaker.name ? 2 : 0) +
    s.sides.organisations.length +
    (s.topics[0]?.score ?? 0) -
    (isTitle(s) ? 2.5 : 0);
  return weight(b) > weight(a) ? b : a;
}
