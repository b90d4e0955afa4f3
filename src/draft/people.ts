import { getGender } from 'gender-detection-from-name';
import type { Organisation } from '../organisations/index.js';
import { littleWords, properNouns } from './_little.js';
import { anyOf } from './_pattern.js';
import { companyNouns, firmWords, honorifics, officeNouns, workNouns } from './_roles.js';
import type { Named } from './mentions.js';
import type { Span } from './sentences.js';

/** A person whom an article names. */
export interface Person {
  /** As first written in full. */
  readonly name: string;
  /** The office, in the words of the article or of the registry; absent for somebody who holds none. */
  role?: string;
  /** Where: as named in the article. */
  at?: Named;
}

/** A name of a person in a sentence. */
export interface PersonMention extends Span {
  readonly kind: 'person';
  readonly person: Person;
}

/** A sentence with the organisations and media that it names. */
export interface Read {
  readonly text: string;
  readonly named: readonly Named[];
}

const piece = "(?:\\p{Lu}\\.|(?:Mc|Mac|O'|D'|[dl]')?\\p{Lu}\\p{L}*\\p{Ll}[\\p{L}]*(?:-\\p{L}+)*)";
const particle = '(?:de la|de|da|di|du|dos|von|van der|van|der|den|bin|ben|al|el|le|la|Le|La|De|Van|Von)';
const sequence = new RegExp(
  `(?<![\\p{L}\\p{N}])${piece}(?:\\s(?:${particle}\\s)?${piece}){0,3}(?![\\p{L}\\p{N}])`,
  'gu',
);
const office = anyOf(officeNouns);
const work = anyOf(workNouns);
const company = anyOf(companyNouns);
const article =
  "(?:(?:le|la|l'|les|un|une|son|sa|leur|ses|the|an?|its|their|his|her|whose|notre|our|one|ancien|ancienne|anciens|anciennes|actuel|actuelle|former|then|nouveau|nouvelle|new|deux|two|jeune)\\s?){0,3}(?:[\\p{L}-]+\\s){0,1}?";
const officeBehind = new RegExp(`^\\s?[,(–-]\\s?${article}(${office})`, 'iu');
const workBehind = new RegExp(
  `^\\s?[,(–-]\\s?(?:${article}${work}|\\d{2}\\sans|\\d{2}[,)]|aged \\d{2}|who\\s|qui\\s|dont\\s|whose\\s)`,
  'iu',
);
const officeBefore = new RegExp(
  `(${office})(?:\\s(?:et|and)\\s[\\p{L}-]+)?(?:\\s(?:de|d'|du|of|at|chez)\\s?[^,.;:]{0,40}?)?,?\\s$`,
  'iu',
);
const workBefore = new RegExp(`(?:${work})(?:\\s\\p{Ll}+)?,?\\s$`, 'iu');
const honorific = new RegExp(
  `(?:^|[\\s(«“"])(?:${honorifics.map((h) => h.replace('.', '\\.')).join('|')})\\s$`,
  'u',
);
const founding =
  /(?:fondée?s?|créée?s?|co-?fondée?s?|founded|co-?founded|set up|started|created)\s(?:[\p{L}\d]+\s){0,4}?(?:par|by)\s(?:[^.;]*?(?:,|et|and)\s)?$/iu;
const leading = new RegExp(
  `${company}(?:\\s[\\p{L}-]+){0,3}?\\s(?:dirigée?|présidée?|menée?|pilotée?|led|headed|run|chaired)\\s(?:par|by)\\s$`,
  'iu',
);
const speech =
  /^,?\s(?:a\s(?:déclaré|affirmé|indiqué|expliqué|assuré|rapporté|raconté|précisé|estimé|annoncé|confié|écrit|ajouté)|affirme|déclare|explique|assure|raconte|estime|juge|dit|said|says|told|claimed|claims|wrote|posted|added|argued|thinks|believes)(?!\p{L})/iu;
const spoken =
  /(?:a\s(?:déclaré|affirmé|indiqué|expliqué|assuré|raconté|précisé|estimé|confié|écrit|ajouté|rappelé)|affirme|déclare|explique|assure|raconte|estime|résume|commente|tempère|juge|sourit|lance|said|says|wrote|added|argued)\s$/iu;

/**
 * Whom does an article name, sentence by sentence?
 *
 * Capitalised words, one after another, that are no organisation, medium, place or day, with a sign of a person: a given name first, a title or an
 * office beside them, a verb of speech. A family or given name alone is the person whom the article names in full. Without any sign a name is left, so that rare names without
 * title or verb are missed.
 *
 * Rows: one list per sentence, in the order of the text.
 */
export function peopleIn(
  sentences: readonly Read[],
  registry: readonly Organisation[],
): readonly (readonly PersonMention[])[] {
  const people = new Map<string, Person>();
  const officers = new Map(
    registry.flatMap((row) => row.officers.map((one) => [one.name, { one, row }] as const)),
  );
  const candidates = sentences.map((sentence) => [...candidatesIn(sentence)]);
  candidates.forEach((list, i) => {
    for (const { text, start, end } of list) {
      const sentence = sentences[i];
      if (sentence === undefined || (!text.includes(' ') && !honorific.test(sentence.text.slice(0, start))))
        continue;
      if (!isPerson(text, start, end, sentence.text) && !officers.has(text)) continue;
      if (!people.has(text)) people.set(text, { name: text });
    }
  });
  return candidates.map((list, i) =>
    list.flatMap(({ text, start, end }): PersonMention[] => {
      const sentence = sentences[i];
      const person = people.get(text) ?? partOf(text, people) ?? alone(text, start, sentence, people);
      if (sentence === undefined || person === undefined) return [];
      const officer = officers.get(person.name);
      if (officer && person.role === undefined) person.role = officer.one.office;
      holdsOffice(person, start, end, sentence);
      return [{ kind: 'person', person, start, end }];
    }),
  );
}

function* candidatesIn({ text, named }: Read): Generator<Span & { readonly text: string }> {
  for (const found of text.matchAll(sequence)) {
    let [start, words] = [found.index, found[0]];
    for (;;) {
      const first = /^([\p{L}'-]+)[\s'](?=\S)/u.exec(words);
      const lead = first?.[1]?.toLowerCase() ?? '';
      if (!first || !(littleWords.has(lead) || (properNouns.has(lead) && !isGiven(lead)))) break;
      start += first[0].length;
      words = words.slice(first[0].length);
    }
    const elided = /^[dlDL]'(?=\p{Lu})/u.exec(words);
    if (elided && !people2.test(words)) [start, words] = [start + 2, words.slice(2)];
    const end = start + words.length;
    if (littleWords.has(words.toLowerCase()) || properNouns.has(words.toLowerCase())) continue;
    if (named.some((one) => one.start < end && one.end > start)) continue;
    yield { text: words, start, end };
  }
}

const people2 = /^[DO]'\p{Lu}/u;

function isGiven(name: string): boolean {
  return [name, ...name.split('-').slice(0, 1)].some((one) => one.length > 1 && getGender(one) !== 'unknown');
}

function isPerson(words: string, start: number, end: number, text: string): boolean {
  const parts = words.split(' ');
  const [before, behind] = [text.slice(0, start), text.slice(end)];
  if (firmWords.includes(parts.at(-1) ?? '')) return false;
  if (honorific.test(before)) return true;
  return (
    isGiven(parts[0] ?? '') ||
    officeBehind.test(behind) ||
    workBehind.test(behind) ||
    officeBefore.test(before) ||
    workBefore.test(before) ||
    speech.test(behind) ||
    spoken.test(before) ||
    founding.test(before)
  );
}

/** The person of whose name a single word is the first or last part. */
function partOf(word: string, people: ReadonlyMap<string, Person>): Person | undefined {
  if (word.length < 2) return undefined;
  const ends = [...people.values()].filter(
    ({ name }) => name.endsWith(` ${word}`) || name.startsWith(`${word} `),
  );
  return ends[0];
}

/** Somebody named by one word: a given name inside a sentence, an office beside it, or a verb of speech. */
function alone(
  word: string,
  start: number,
  sentence: Read | undefined,
  people: Map<string, Person>,
): Person | undefined {
  if (sentence === undefined || word.includes(' ') || start === 0) return undefined;
  const [before, behind] = [sentence.text.slice(0, start), sentence.text.slice(start + word.length)];
  if (!isGiven(word) && !workBefore.test(before) && !officeBehind.test(behind) && !workBehind.test(behind))
    return undefined;
  if (!isGiven(word) || /^\s?\d/.test(behind) || /(?:The|the)\s$/.test(before)) return undefined;
  const person = { name: word };
  people.set(word, person);
  return person;
}

function holdsOffice(person: Person, start: number, end: number, { text, named }: Read): void {
  if (person.role !== undefined && person.at !== undefined) return;
  const [before, behind] = [text.slice(0, start), text.slice(end)];
  const [after, ahead] = [officeBehind.exec(behind), officeBefore.exec(before)];
  const role =
    after?.[1] ??
    ahead?.[1] ??
    (founding.test(before) ? 'founder' : leading.test(before) ? 'chief executive' : undefined);
  if (role === undefined) return;
  person.role ??= role;
  const place = after ? end + after[0].length : start - (ahead?.[0].length ?? 0);
  const near = after
    ? named.find((one) => one.kind !== 'medium' && one.start >= place && one.start - place < 12)
    : (named.find((one) => one.kind !== 'medium' && one.start >= place && one.end <= start) ??
      named.findLast(
        (one) =>
          one.kind !== 'medium' && one.end <= place + 1 && /^'s\s/.test(text.slice(one.end, place + 4)),
      ) ??
      named.findLast((one) => one.kind !== 'medium' && one.end <= place && place - one.end < 4));
  if (near !== undefined) person.at ??= near;
}
