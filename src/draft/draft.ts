import type { Comparator, Firmness } from '../claims/index.js';
import { measures } from '../measures/index.js';
import type { Organisation } from '../organisations/index.js';
import type { Topic } from './_cues.js';
import type { Statement } from './about.js';
import { type Attribution, attributionsOf, type PlacedSentence } from './attribution.js';
import { type DraftCheck, type DraftClaim, orUnsure } from './claim.js';
import { datesIn } from './dates.js';
import { type Guess, round } from './guess.js';
import { type ArticleLanguage, languageOfArticle } from './language.js';
import { masking } from './mask.js';
import { namesIn, unknownNames } from './mentions.js';
import { peopleIn } from './people.js';
import { whenOf, whereOf } from './place.js';
import { saysOf } from './says.js';
import { sentencesOf } from './sentences.js';
import { statementsOf } from './statements.js';
import type { Article } from './text.js';

/** A draft of the claims of an article. */
export interface Draft {
  readonly lang: ArticleLanguage;
  readonly claims: readonly DraftClaim[];
  readonly sentences: number;
  /** People whose names are masked. */
  readonly masked: number;
}

/**
 * Which claims does an article make, as far as words tell?
 *
 * A claim for each figure of an amount, share, ratio, multiple or count, for each year of a fact, and for hedged or directional statements on people's moves, pay and
 * takeovers without a figure. What is not sure is `?`, with guesses and their scores. The names of people who neither make a claim nor hold an office are masked.
 *
 * Rows: in the order of the article; a claim that is made twice, once.
 *
 * @param file the article's name, for messages
 * @throws MercatoError `source` where the article is in another language than English or French
 */
export function draftOf(article: Article, registry: readonly Organisation[], file: string): Draft {
  const { lang, sentences, statements, attributions, people, mask } = readingOf(article, registry, file);
  const published = article.published ?? firstDate(article.text);
  const studies = firmsThatSpeak(attributions);
  const claims = statements.map((one) => claimOf(one, { article, published, studies, lang }));
  return {
    lang,
    claims: numbered(claims).map((claim) => masked(claim, mask)),
    sentences: sentences.length,
    masked: people.filter(({ name }) => mask(name) !== name).length,
  };
}

/** The sentences of an article with the names of private people masked, as a draft shows them. */
export function maskedSentences(
  article: Article,
  registry: readonly Organisation[],
  file: string,
): readonly string[] {
  const { sentences, mask } = readingOf(article, registry, file);
  return sentences.map(({ text }) => mask(text));
}

function readingOf(article: Article, registry: readonly Organisation[], file: string) {
  const lang = languageOfArticle(article.text, file);
  const sentences = sentencesOf(article.text, lang);
  const names = namesIn(registry, article.text);
  const read = sentences.map((sentence) => ({ ...sentence, named: names(sentence.text) }));
  const persons = peopleIn(read, registry);
  const placed = read.map((one, i): PlacedSentence => {
    const here = persons[i] ?? [];
    const named = one.named.filter((n) => !here.some((p) => p.start < n.end && p.end > n.start));
    const unknown = unknownNames(one.text, [...named, ...here], article.text);
    return { ...one, mentions: [...named, ...here, ...unknown].sort((a, b) => a.start - b.start) };
  });
  const attributions = attributionsOf(placed);
  const statements = statementsOf(placed, attributions, lang);
  const kept = new Set(statements.flatMap(({ attribution }) => attribution?.speaker.person?.name ?? []));
  const people = [...new Set(persons.flat().map(({ person }) => person))];
  return { lang, sentences, statements, attributions, people, mask: masking(people, kept, lang) };
}

interface Setting {
  readonly article: Article;
  readonly published: string | undefined;
  readonly studies: readonly string[];
  readonly lang: ArticleLanguage;
}

function firstDate(text: string): string | undefined {
  const head = text.slice(0, 300);
  return datesIn(head).find(({ date }) => /^\d{4}-\d{2}/.test(date))?.date;
}

function firmsThatSpeak(all: readonly Attribution[]): readonly string[] {
  const names = all.flatMap(({ speaker }) =>
    speaker.kind === 'firm' && speaker.name !== null ? [speaker.name] : [],
  );
  return [...new Set(names)];
}

function claimOf(statement: Statement, setting: Setting): DraftClaim {
  const { sentence, quantity, attribution, firmness, topics, sides } = statement;
  const topic = orUnsure(topics) as Topic | '?';
  const speaker = attribution?.speaker;
  const claimants: Guess<string>[] = [
    ...(speaker?.name ? [{ value: speaker.name, score: speaker.score }] : []),
    ...(speaker?.kind === 'nameless' ? setting.studies.map((value) => ({ value, score: 0.3 })) : []),
  ];
  const ids = sides.organisations.map((one) => one.id ?? '?');
  const name = orUnsure(claimants);
  const at = speaker?.kind === 'person' ? speaker.person?.at : speaker?.named;
  const where = whereOf(statement, setting.article);
  const on = whenOf(statement, setting.published);
  const figure = quantity?.figure;
  const scope = statement.scope;
  return {
    id: slugOf(topic, ids, quantity),
    says: saysOf(statement, topic, setting.lang),
    claimant: {
      name,
      ...(name !== '?' && speaker?.person?.role !== undefined ? { role: speaker.person.role } : {}),
      ...(name !== '?' && at?.kind === 'organisation' && at.id !== undefined ? { organisation: at.id } : {}),
    },
    where: orUnsure(where),
    on: orUnsure(on),
    firmness: firmness.score >= 0.5 ? firmness.value : '?',
    check: checkOf(topic, ids, statement.year, sides.score),
    figures: figure === undefined ? [] : [figure],
    ...comparatorOf(topic, statement),
    ...(scope.length === 0 ? {} : { scope }),
    source: setting.article.address ?? '?',
    draft: {
      sentence: sentence.text,
      place: { paragraph: sentence.paragraph, sentence: sentence.number, line: sentence.line },
      again: statement.again,
      guesses: {
        claimant: claimants,
        firmness: [{ value: firmness.value as Firmness, score: firmness.score }],
        check: topics.slice(0, 3),
        organisations: sides.organisations.map((one) => ({
          value: one.id ?? one.name,
          score: round(sides.score),
        })),
        where: where,
        on: on,
      },
    },
  };
}

const facts: ReadonlySet<string> = new Set([
  'founded',
  'acquired',
  'stake_taken',
  'merged',
  'closed',
  'part_of',
]);
const known: ReadonlySet<string> = new Set(measures.map(({ name }) => name));

/** What would check a claim of a topic on some organisations; `?` for those that are not sure. */
export function checkOf(
  topic: Topic | '?',
  ids: readonly string[],
  year: string | undefined,
  score: number,
): DraftCheck {
  const [first = '?', second] = score >= 0.4 ? ids : [];
  if (topic === '?') return { none: '?' };
  if (topic === 'layoffs') return { none: 'no such measure' };
  if (facts.has(topic)) {
    return {
      fact: topic,
      organisation: first,
      ...(year === undefined ? {} : { on: year }),
      ...(topic === 'founded' || topic === 'closed' ? {} : { by: second ?? '?' }),
    };
  }
  if (topic === 'ratio') return { measure: topic, of: [first, second ?? '?'] };
  if (topic === 'flows' && ids.length > 1) return { measure: 'flows', of: [first, second ?? '?'] };
  if (known.has(topic)) return { measure: topic, of: topic === 'demand' ? [] : [first] };
  return { none: topic === 'demand' ? 'no such measure' : topic };
}

function comparatorOf(
  topic: Topic | '?',
  { quantity, direction }: Statement,
): { readonly comparator?: Comparator } {
  if (quantity === undefined) return direction === undefined ? {} : { comparator: direction };
  if (topic === 'demand' && direction !== undefined) return { comparator: direction };
  return { comparator: quantity.bound };
}

/** An id of what a claim is about. */
export function slugOf(topic: string, ids: readonly string[], quantity: Statement['quantity']): string {
  const words = [
    ...ids.filter((id) => id !== '?').slice(0, 2),
    topic === '?' ? 'claim' : topic,
    quantity?.figure.printed ?? '',
    quantity?.figure.scale ?? '',
  ];
  return words
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function numbered(claims: readonly DraftClaim[]): readonly DraftClaim[] {
  const seen = new Map<string, number>();
  return claims.map((claim) => {
    const nth = (seen.get(claim.id) ?? 0) + 1;
    seen.set(claim.id, nth);
    return nth === 1 ? claim : { ...claim, id: `${claim.id}-${nth}` };
  });
}

/** Every text of a claim through the mask. */
function masked<T>(value: T, mask: (text: string) => string): T {
  if (typeof value === 'string') return mask(value) as T;
  if (Array.isArray(value)) return value.map((one) => masked(one, mask)) as T;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, masked(one, mask)])) as T;
  return value;
}
