import type { Named } from './mentions.js';
import type { Quantity } from './numbers.js';
import type { ReadSentence } from './speakers.js';

/** People who go one way for each one who goes the other. */
export interface Ratio {
  readonly quantity: Quantity;
  readonly organisations: readonly Named[];
  readonly score: number;
}

const opening = /(?<!\p{L})(?:pour\s(?:chaque|tous\sles)?|for\s(?:every|each)|sur\schaque)\s*$/iu;
const single =
  /(?<![\p{L}\p{N}])(?:qu'une?|un\sseule?|une\sseule|un|une|1|only\sone|just\sone|one|a\ssingle)(?![\p{L}\p{N}])/giu;
const oneAgainst =
  /^:1(?!\d)|^(?:\s\p{L}+){0,2}\s(?:for every one|for each one|pour une?|pour chaque)(?!\p{L})|^[ -]?(?:to|contre|pour|against|for)[ -](?:1|one|un|une)(?![\p{L}\p{N}])/iu;
const bound =
  /(?:^|\s)(?:de|d'|du|des|chez|from|of|left|leave|leaves|quit|joined from|venus\sde|venus\sd'|quittent|quitté)\s?(?:the\s|la\s|le\s|l')?$/iu;
const towards =
  /(?:\sà|\sau|\sto|\schez|\svers|\spour|\sfor|\sjoin|\sjoins|\sjoined|\srejoint|\srejoignent|\srejoindre)\s(?:the\s|la\s|le\s|l')?$/iu;

/**
 * Which ratios of people does a sentence print?
 *
 * "For every N from A, M from B that go to D, one leaves": one ratio for each of the list, from A to D and from B to D; whoever is named and no element of the
 * list is where they go. "N to one": the two organisations of the sentence, the last named first.
 *
 * Rows: in the order of the text.
 */
export function ratiosIn(
  sentence: ReadSentence,
  quantities: readonly Quantity[],
  context: readonly Named[],
  last: readonly Named[],
): readonly Ratio[] {
  const { text } = sentence;
  const named = sentence.mentions.filter((one): one is Named => one.kind === 'organisation');
  const bare = quantities.filter((one) => one.kind === 'people' || one.kind === 'bare');
  const begun = bare.findIndex((one) => opening.test(text.slice(0, one.start)));
  const first = bare[begun];
  if (first !== undefined) {
    const end = endOf(text, first.end);
    if (end !== null)
      return elements(
        text,
        bare.slice(begun).filter((one) => one.end <= end),
        named,
        end,
        context,
      );
  }
  const turned = reversed(text, bare, named, context);
  if (turned !== null) return [turned];
  return bare.flatMap((quantity) => {
    if (!oneAgainst.test(text.slice(quantity.end))) return [];
    const winner = named.find(
      (one) =>
        /^'s?\sfavou?r/.test(text.slice(one.end)) ||
        /(?:avantage|faveur|bénéfice|profit)\s(?:de\s|d')$/.test(text.slice(0, one.start)),
    );
    const loser = winner && [...named, ...context].find((one) => one.id !== winner.id);
    if (winner && loser)
      return [{ quantity: asRatio(quantity), organisations: [loser, winner], score: 0.65 }];
    const [only] = named;
    const isLoss = /(?:loses?|lost|losing|perd|perdent|perdu)\s(?:\p{L}+\s){0,2}$/iu.test(
      text.slice(0, quantity.start),
    );
    const opponent = named[1] ?? context.find((one) => one.id !== only?.id);
    if (isLoss && only)
      return [
        { quantity: asRatio(quantity), organisations: [only, ...(opponent ? [opponent] : [])], score: 0.5 },
      ];
    const to = last[1];
    if (named.length === 1 && only && to && to.id !== only.id)
      return [{ quantity: asRatio(quantity), organisations: [only, to], score: 0.6 }];
    const pair = unique(named.length >= 2 ? named : [...named, ...context]).slice(0, 2);
    return [
      {
        quantity: asRatio(quantity),
        organisations: [...pair].reverse(),
        score: named.length >= 2 ? 0.6 : 0.5,
      },
    ];
  });
}

const forOne =
  /(?<!\p{L})(?:pour|for)\s(?:chaque|tout|un|une|every|each|one)\s(?:[\p{L}-]+\s){0,2}?(?:person|personne|people|\p{Ll}{4,})(?!\p{L})/iu;
const opposite =
  /inverse|autre sens|other way|opposite|reverse|autre direction|de chez eux|come back|came back|went back|go back|reviennent/iu;

/** "For each one who leaves A for B, N go the other way": from B to A. */
function reversed(
  text: string,
  numbers: readonly Quantity[],
  named: readonly Named[],
  context: readonly Named[],
): Ratio | null {
  const found = forOne.exec(text);
  const quantity =
    found === null
      ? undefined
      : numbers.find(
          (one) => one.start > found.index + found[0].length && /,|\s/.test(text[one.start - 1] ?? ''),
        );
  if (found === null || quantity === undefined || !opposite.test(text.slice(quantity.end - 1))) return null;
  const [a, b] = unique(named.filter((one) => one.start < quantity.start));
  const other = context.find((one) => one.id !== a?.id);
  // "For one who goes to A we get N": from A to us.
  if (a && b === undefined && other && towards.test(text.slice(0, a.start)))
    return { quantity: asRatio(quantity), organisations: [a, other], score: 0.55 };
  const isArrival = b !== undefined && /(?:from|de|d'|venu d[e'])\s?$/.test(text.slice(0, b.start));
  return {
    quantity: asRatio(quantity),
    organisations: (isArrival ? [a, b] : [b, a]).filter((one) => one !== undefined),
    score: a && b ? 0.75 : 0.5,
  };
}

/** Where the sentence comes to the one who goes the other way. */
function endOf(text: string, from: number): number | null {
  const ones = [...text.slice(from).matchAll(single)];
  const last = ones.findLast((found) =>
    /,|\s(?:perd|lose|leav|quit|part|goes|went|go|come|came|fait|move)/i.test(
      text.slice(from, from + found.index),
    ),
  );
  return last === undefined ? null : from + last.index;
}

function elements(
  text: string,
  numbers: readonly Quantity[],
  named: readonly Named[],
  end: number,
  context: readonly Named[],
): readonly Ratio[] {
  const froms = numbers.map((one, i) => {
    const until = numbers[i + 1]?.start ?? end;
    const within = named.filter((n) => n.start >= one.end && n.end <= until);
    return within.find((n) => bound.test(text.slice(0, n.start))) ?? within[0];
  });
  const others = named.filter((n) => !froms.some((from) => from?.id === n.id));
  const to =
    others.find((n) => towards.test(text.slice(0, n.start))) ??
    others[0] ??
    context.find((n) => !froms.some((from) => from?.id === n.id));
  return numbers.map((one, i) => {
    const from = froms[i];
    const both = [from, to].filter((n) => n !== undefined);
    return {
      quantity: asRatio(one),
      organisations: both,
      score: from && to && others.length > 0 ? 0.9 : 0.5,
    };
  });
}

function asRatio(quantity: Quantity): Quantity {
  return { ...quantity, kind: 'people', figure: { ...quantity.figure, unit: 'ratio' } };
}

function unique(named: readonly Named[]): readonly Named[] {
  return named.filter((one, i) => named.findIndex((other) => other.id === one.id) === i);
}
