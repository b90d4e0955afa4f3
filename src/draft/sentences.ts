import type { ArticleLanguage } from './language.js';

/** A stretch of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A sentence of an article: where it stands, and which of its paragraph's quotes it is part of. */
export interface Sentence extends Span {
  readonly text: string;
  /** Paragraphs of the article, from 1, and sentences of the article, from 1. */
  readonly paragraph: number;
  readonly number: number;
  /** Line of the article's text. */
  readonly line: number;
  /** Quotes, in offsets of the article. */
  readonly quotes: readonly Span[];
}

const abbreviation =
  /(?:^|[\s(«“"'])(?:M|MM|Mme|Mmes|Mlle|Mr|Mrs|Ms|Dr|Pr|Prof|Sr|Jr|St|Ste|Me|Inc|Corp|Co|Ltd|Cie|vs|etc|env|cf|p|pp|no|No|art|fig|vol|ex|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|janv|févr|avr|juil|déc|i\.e|e\.g|c\.-à-d|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.\s*$/u;
/** A full stop that web pages print without the space behind it. */
const glued = /(?<=[\p{Ll}\p{N})»”"][.!?…]["»”]?)(?=(?:[«“]\s?)?(?:\p{Lu}['\p{Ll}]|\p{Lu}\s\p{Ll}|«))/gu;

/**
 * Which sentences does a text consist of?
 *
 * `Intl.Segmenter` and two rules: what follows an abbreviation ("M.", "Dr.", "U.S.") or begins in lower case goes on, and a full stop without a
 * space before a capital ends. A line is a paragraph; a quote reaches over sentences of its paragraph.
 */
export function sentencesOf(text: string, lang: ArticleLanguage): readonly Sentence[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' });
  const sentences: Sentence[] = [];
  let [offset, paragraph] = [0, 0];
  text.split('\n').forEach((line, i) => {
    if (line.trim() !== '') {
      paragraph += 1;
      const quotes = quotesIn(line).map(({ start, end }) => ({ start: start + offset, end: end + offset }));
      for (const { start, end } of joined(line, segmenter)) {
        sentences.push({
          text: line.slice(start, end),
          start: offset + start,
          end: offset + end,
          paragraph,
          number: sentences.length + 1,
          line: i + 1,
          quotes: quotes.filter((q) => q.start < offset + end && q.end > offset + start),
        });
      }
    }
    offset += line.length + 1;
  });
  return sentences;
}

function joined(line: string, segmenter: Intl.Segmenter): readonly Span[] {
  const cuts = [...line.matchAll(glued)].map((found) => found.index);
  const spans: { start: number; end: number }[] = [];
  let start = 0;
  for (const end of [...cuts, line.length]) {
    const piece = line.slice(start, end);
    let fresh = true;
    for (const { segment, index } of segmenter.segment(piece)) {
      const last = spans.at(-1);
      const before = last === undefined ? '' : line.slice(last.start, last.end);
      if (last && !fresh && goesOn(before, segment)) last.end = start + index + segment.length;
      else spans.push({ start: start + index, end: start + index + segment.length });
      fresh = false;
    }
    start = end;
  }
  return spans
    .flatMap((span) => cut(line, span))
    .map((span) => trimmed(line, span))
    .filter((span) => span.end > span.start);
}

/** Longest sentence that is read as one. */
const longest = 1000;

/** A stretch without an end of a sentence, such as a list, in pieces that end at spaces. */
function cut(line: string, { start, end }: Span): readonly Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > longest) {
    const space = line.lastIndexOf(' ', from + longest);
    const to = space > from ? space : from + longest;
    pieces.push({ start: from, end: to });
    from = to;
  }
  return [...pieces, { start: from, end }];
}

function goesOn(before: string, next: string): boolean {
  return abbreviation.test(before) || /^[\s"»”)]*(?:[\p{Ll},;:]|[»”)])/u.test(next);
}

function trimmed(line: string, { start, end }: Span): Span {
  const piece = line.slice(start, end);
  return { start: start + (piece.length - piece.trimStart().length), end: start + piece.trimEnd().length };
}

const quote = /«[^»]*(?:»|$)|“[^”]*(?:”|$)|(?<![\p{L}\p{N}])"[^"]*(?:"|$)/gu;

function quotesIn(line: string): readonly Span[] {
  return [...line.matchAll(quote)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
}
