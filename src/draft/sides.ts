import type { Topic } from './_cues.js';
import { phrases, wholeWords } from './_pattern.js';
import type { Named } from './mentions.js';
import { clauseAt } from './mood.js';
import type { ReadSentence } from './speakers.js';

/** Organisations that a claim is of, in the order of the check, and how sure. */
export interface Sides {
  readonly organisations: readonly Named[];
  readonly score: number;
}

const buying = wholeWords(
  phrases(
    `rachat, rachète, rachètent, racheté, rachetée, racheter, rachèterait, rachètera, acquisition, acquiert, acquérir, acquis, s'offre, s'offrir, acheté, achète, acheter, prendra, prendre, prend, pris, prendrait, reprend, buy, buys, bought, buying, acquire, acquires, acquired, acquiring, takeover, purchase, purchased, took, takes, take, taken, taking, invested in, snaps up, snapped up, offre, offer, bid, approached`,
  ),
);
const passive = /^[^,;]{0,60}?\s(?:par|by)\s(?:le\s|la\s|l'|the\s)?$/iu;
const losing = wholeWords(
  phrases(
    `au profit de, au profit d', au profit du, perd, perdent, perdre, perdrait, perdu, lose, loses, losing, lost, quitté, quitter, quittent, quitte, left, leave, leaves, leaving, parti de, partis de`,
  ),
);
const gaining = wholeWords(
  phrases(
    `recruté, recrute, recrutent, recruter, recrutait, recruterait, embauché, embauche, embaucher, embaucherait, débauché, débauche, débaucher, débaucherait, accueilli, attiré, attire, attirer, attirerait, hired, hires, hire, hiring, recruited, recruits, recruiting, poached, poaches, poach, poaching, lured, lures, attracted, attracts, took on, snapped up, offered, dangling`,
  ),
);
const joining = wholeWords(
  phrases(
    `rejoint, rejoignent, rejoindre, rejoindraient, rejoindront, passés chez, passé chez, passent à, passés à, partis chez, parti chez, joined, join, joins, joining, moved to, move to, left for, leave for, defected to, found jobs at, jobs at`,
  ),
);

/**
 * Which organisations is a claim of, and in which order?
 *
 * A takeover or stake: what is bought, then who buys; of people: whom they leave, then whom they join; of pay: all whom the clause names; else whom the clause is about. By the verb: what
 * stands before it acts, what stands behind is acted on, "by" turns it round. Where a side is not named in the sentence: of a deal, that of the last deal, else whom the article last spoke of, at a
 * lower score. A firm that the registry does not know keeps its place and has no id.
 *
 * @param deal sides of the last deal that the article told of
 */
export function sidesOf(
  topic: Topic,
  sentence: ReadSentence,
  at: number,
  context: readonly Named[],
  deal: readonly Named[],
): Sides {
  const named = withoutOwners(sentence);
  const { text } = sentence;
  if (topic === 'acquired' || topic === 'stake_taken' || topic === 'merged' || topic === 'part_of')
    return dealSides(topic, text, named, at, context, deal);
  if (topic === 'flows') return oncePerSide(flowSides(text, named, at, context));
  if (topic === 'ratio') return likelySides(text, named, context);
  if (topic === 'demand') return { organisations: [], score: 0.7 };
  if (topic === 'founded' || topic === 'closed') {
    const subject = named.find((one) => !isGoverned(text, one)) ?? named[0] ?? context[0];
    return { organisations: subject ? [subject] : [], score: named.length > 0 ? 0.8 : 0.5 };
  }
  const near = subjectAt(text, named, at);
  if (topic === 'private figure' && near !== null) {
    const clause = clauseAt(text, at);
    const offset = text.indexOf(clause);
    const all = unique(
      named.filter(
        (one) => one.kind === 'organisation' && one.start >= offset && one.end <= offset + clause.length,
      ),
    );
    if (all.length > 1 && all.length < 4) return { organisations: all, score: 0.6 };
  }
  if (near !== null) return { organisations: [near], score: 0.75 };
  const [last] = context;
  return last === undefined ? { organisations: [], score: 0.3 } : { organisations: [last], score: 0.5 };
}

const governing =
  /(?:^|[\s(])(?:de|d'|du|des|à|au|aux|chez|sur|dans|avec|en|vers|pour|contre|par|of|at|from|to|on|in|with|for|by|into|against|than)\s?(?:la\s|le\s|l'|the\s|its\s)?$/iu;

/** Whether a preposition governs a name. */
export function isGoverned(text: string, one: Named): boolean {
  return governing.test(text.slice(0, one.start));
}

/** Somebody of one is likelier to go to the other: by "to", else in the order of the text. */
function likelySides(text: string, named: readonly Named[], context: readonly Named[]): Sides {
  const pair = unique(named);
  const to =
    pair.find(
      (one) =>
        /(?:\schez|\sfor|\sto|\spour|\svers|\sà|\srejoindre|\sjoin)\s$/iu.test(text.slice(0, one.start)) &&
        one !== pair[0],
    ) ?? pair[1];
  const from = pair.find((one) => one !== to) ?? context.find((one) => one.id !== to?.id);
  return {
    organisations: [from, to].filter((one) => one !== undefined),
    score: pair.length > 1 ? 0.75 : 0.5,
  };
}

/** Organisations and firms of a sentence; in "Halden of Norvik" the owner is left out. */
function withoutOwners({ text, mentions }: ReadSentence): readonly Named[] {
  const named = mentions.filter((one): one is Named => one.kind === 'organisation' || one.kind === 'firm');
  return named.filter((one, i) => {
    const before = named[i - 1];
    return (
      before === undefined ||
      before.id === one.id ||
      !/^\s(?:de|d'|du|of)\s?$/.test(text.slice(before.end, one.start)) ||
      /(?:part of|partie de|filiale de|rachat de|acquisition de)/i.test(text.slice(0, one.start))
    );
  });
}

function dealSides(
  topic: Topic,
  text: string,
  named: readonly Named[],
  at: number,
  context: readonly Named[],
  deal: readonly Named[],
): Sides {
  const distinct = unique(named);
  if (distinct.length === 0)
    return deal.length > 1
      ? { organisations: deal, score: 0.5 }
      : { organisations: context.slice(0, 1), score: 0.4 };
  if (topic === 'part_of')
    return { organisations: distinct.slice(0, 2), score: distinct.length > 1 ? 0.8 : 0.5 };
  const verbs = [...text.matchAll(buying)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  const verb = [...verbs]
    .sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))
    .find((one) => named.some((n) => n.start > one.end || n.end < one.start));
  const [bought] = deal;
  const [single] = distinct;
  const object = verb && named.find((one) => one.start >= verb.end);
  const isObject =
    object !== undefined &&
    !/(?:from|by|par|de la part de)\s(?:le\s|la\s|l'|the\s)?$/iu.test(text.slice(0, object.start));
  if (distinct.length === 1 && single && bought && !isObject)
    return {
      organisations: same(single, bought)
        ? deal
        : takesInto(text, single)
          ? [single, ...deal.slice(1)]
          : [bought, single],
      score: 0.55,
    };
  if (distinct.length === 1 && single && object && !isObject) return { organisations: [single], score: 0.4 };
  if (verb === undefined)
    return distinct.length === 1
      ? alone(distinct, text, context, topic)
      : { organisations: distinct.slice(0, 2), score: 0.5 };
  const behind = named.find((one) => one.start >= verb.end);
  const before = named.findLast((one) => one.end <= verb.start);
  if (behind && passive.test(text.slice(verb.end, behind.start)) && before)
    return { organisations: [before, behind], score: 0.8 };
  const further =
    behind &&
    named.find(
      (one) =>
        one.start >= behind.end && one.id !== behind.id && passive.test(text.slice(behind.end, one.start)),
    );
  if (behind && further) return { organisations: [behind, further], score: 0.8 };
  if (behind && before && behind.id !== before.id) return { organisations: [behind, before], score: 0.8 };
  if (behind && before === undefined) {
    const buyer = context.find((one) => one.id !== behind.id);
    return { organisations: buyer ? [behind, buyer] : [behind], score: buyer ? 0.5 : 0.4 };
  }
  const first = named.find((one) => one.end <= verb.start && one.id !== before?.id);
  if (before && first) return { organisations: [first, before], score: 0.7 };
  return alone(distinct, text, context, topic);
}

/** A deal of which the sentence names one side. */
function alone(distinct: readonly Named[], text: string, context: readonly Named[], topic: Topic): Sides {
  const [one] = distinct;
  if (one === undefined) return { organisations: [], score: 0.3 };
  const other = context.find((c) => c.id !== one.id);
  const isBought = /(?:values?|valoris\p{L}*|de|d'|of)\s$/iu.test(text.slice(0, one.start));
  if (other === undefined) return { organisations: [one], score: 0.5 };
  return { organisations: isBought ? [one, other] : [other, one], score: topic === 'merged' ? 0.4 : 0.5 };
}

function flowSides(text: string, named: readonly Named[], at: number, context: readonly Named[]): Sides {
  const verb = first(text, [losing, gaining, joining], at);
  const distinct = unique(named);
  if (distinct.length === 0) return { organisations: context.slice(0, 1), score: 0.45 };
  if (verb === null) return { organisations: distinct.slice(0, 2), score: 0.4 };
  const before = named.filter((one) => one.end <= verb.start);
  const behind = unique(named.filter((one) => one.start >= verb.end));
  const subject = before.at(0);
  const other = (than: readonly (Named | undefined)[]): Named | undefined =>
    context.find((one) => !than.some((t) => t?.id === one.id));
  if (verb.kind === 0) {
    const leaves = /^(?:quit|left|leav|part)/i.test(verb.words);
    if (leaves) {
      const [from, to] = [behind[0] ?? subject, behind[1] ?? (behind[0] ? undefined : undefined)];
      return { organisations: [from, to].filter((one) => one !== undefined), score: 0.65 };
    }
    const from = subject ?? other(behind);
    return {
      organisations: [...(from ? [from] : []), ...behind.filter((one) => one.id !== from?.id)],
      score: from && behind.length > 0 ? 0.85 : 0.5,
    };
  }
  if (verb.kind === 1) {
    const from =
      behind.find((one) => /(?:\s|^)(?:de|d'|du|chez|from|at|of|à)\s?$/iu.test(text.slice(0, one.start))) ??
      (behind[0] && behind[0].id !== subject?.id ? behind[0] : undefined);
    return {
      organisations: [from, subject ?? other([from])].filter((one) => one !== undefined),
      score: from && subject ? 0.8 : 0.55,
    };
  }
  const to = behind[0];
  const from = subject && subject.id !== to?.id ? subject : other([to]);
  return { organisations: [from, to].filter((one) => one !== undefined), score: to && subject ? 0.8 : 0.55 };
}

function first(
  text: string,
  lists: readonly RegExp[],
  at: number,
): { readonly kind: number; readonly words: string; readonly start: number; readonly end: number } | null {
  const all = lists.flatMap((list, kind) =>
    [...text.matchAll(list)].map((found) => ({
      kind,
      words: found[0],
      start: found.index,
      end: found.index + found[0].length,
    })),
  );
  return (
    all.find((one) => /^(?:au profit|perd|lose|losing)/i.test(one.words)) ??
    all.sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0] ??
    null
  );
}

/** Whom a clause is about: the nearest before the figure that no preposition governs, in its clause first; else the nearest. */
function subjectAt(text: string, named: readonly Named[], at: number): Named | null {
  const link = named.find((one) => one.start > at);
  if (link && /^[^,.;]{0,40}?\s(?:chez|at)\s?$/.test(text.slice(at, link.start))) return link;
  const offset = text.indexOf(clauseAt(text, at));
  const before = named.filter((one) => one.end <= at);
  const inClause = before.filter((one) => one.start >= offset);
  const free = (one: Named): boolean => !isGoverned(text, one);
  return inClause.findLast(free) ?? inClause.at(-1) ?? before.findLast(free) ?? before.at(-1) ?? link ?? null;
}

/** Nobody moves from an organisation to itself: the side that is told twice is left out. */
function oncePerSide({ organisations, score }: Sides): Sides {
  const sides = unique(organisations);
  return { organisations: sides, score: sides.length < organisations.length ? 0.4 : score };
}

function unique(named: readonly Named[]): readonly Named[] {
  return named.filter((one, i) => named.findIndex((other) => same(other, one)) === i);
}

function same(a: Named, b: Named): boolean {
  return a.id === undefined || b.id === undefined ? a.name === b.name : a.id === b.id;
}

/** Whether an organisation is what a stake is taken in or an offer is made for. */
function takesInto(text: string, one: Named): boolean {
  return (
    /(?:dans|in|of|for|pour|de|d')\s?$/iu.test(text.slice(0, one.start)) &&
    !/(?:bid|offer|offre|proposition)\s(?:from|de|d'|by)\s?$/iu.test(text.slice(0, one.start))
  );
}
