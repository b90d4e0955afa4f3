import { cleanName, foldName } from './clean.js';
import type { Join, JoinStep } from './joins.js';
import { type Core, coresOf, lettersOf, tells } from './spelt.js';
import { slips } from './typos.js';
import { binders, isCommon, namesTrade } from './words.js';

/** Names to be joined: cleaned, as most write them, and the organisation of the registry that they are. */
export interface Names {
  readonly keys: readonly string[];
  readonly written: readonly string[];
  /** How much rests on each; infinite for the registry's. */
  readonly weights: readonly number[];
  readonly labels: readonly (string | null)[];
}

/** Which names may be one organisation, by every rule? */
export function joinsOf(names: Names): readonly Join[] {
  const index = indexOf(names);
  return [
    ...sameLetters(names, index),
    ...parts(names, index),
    ...acronyms(names, index),
    ...cores(names, index),
    ...beginnings(names, index),
    ...typos(names, index),
  ];
}

interface Index {
  readonly byLetters: ReadonlyMap<string, number>;
  readonly letters: readonly string[];
}

function indexOf({ keys }: Names): Index {
  const letters = keys.map(lettersOf);
  const byLetters = new Map<string, number>();
  letters.forEach((text, i) => {
    if (!byLetters.has(text)) byLetters.set(text, i);
  });
  return { byLetters, letters };
}

function join(one: number, other: number, step: JoinStep, score: number): Join {
  return one < other ? { one, other, step, score } : { one: other, other: one, step, score };
}

/** The same letters in ASCII without spaces; `Mueller` for `Müller`. */
function sameLetters({ written }: Names, { letters, byLetters }: Index): Join[] {
  return letters.flatMap((text, i) => {
    const first = byLetters.get(text) ?? i;
    const joins = first === i ? [] : [join(first, i, 'transliteration', 0.98)];
    const whole = written[i] ?? '';
    if (!/[äöü]/i.test(whole)) return joins;
    const spelt = whole.replace(/[äöü]/gi, (umlaut) => umlauts[umlaut.toLowerCase()] ?? umlaut);
    const other = byLetters.get(lettersOf(cleanName(spelt)));
    return other === undefined ? joins : [...joins, join(other, i, 'transliteration', 0.97)];
  });
}

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

const top =
  /\.(?:com|org|net|io|ai|co|dev|app|tv|me|biz|info|eu|us|uk|de|fr|ch|at|nl|be|es|it|pl|cz|ru|ua|br|in|jp|cn|tw|kr|au|ca|se|no|fi|dk|cloud|tech|systems|software|digital|world|xyz|sh|gg|fm|ly|to|so|cc|is|ee|lv|lt|hu|ro|pt|gr|il|tr|ir|za|nz|sg|hk|mx|ar|cl|id|vn|th|my|ph)(?:\.[a-z]{2})?$/;

/** What stands beside a separator, in brackets, before an address ends. */
function parts({ written }: Names, { byLetters, letters }: Index): Join[] {
  const found: Join[] = [];
  const known = (text: string, self: number): number | null => {
    const key = cleanName(text);
    if (key.length < 2) return null;
    const at = byLetters.get(lettersOf(key));
    return at === undefined || at === self || letters[at] === letters[self] ? null : at;
  };
  written.forEach((whole, self) => {
    if (whole.length > 200) return;
    const text = foldable(whole);
    const address = text
      .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
      .replace(/\/.*$/, '')
      .trim();
    if (/^[a-z0-9.-]+$/.test(address) && top.test(address)) {
      const name = address.replace(top, '').split('.').at(-1) ?? '';
      const at = name.length < 3 ? null : known(name, self);
      if (at !== null) found.push(join(self, at, 'domain', 0.96));
      return;
    }
    const bracket = /^([^()]{2,}?)\s*\(([^()]+)\)\s*$/.exec(text);
    if (bracket) {
      const [before, inside] = [known(bracket[1] ?? '', self), known(bracket[2] ?? '', self)];
      if (before !== null) found.push(join(self, before, 'cleaned', 0.97));
      else if (inside !== null && isInitials(bracket[2] ?? '', bracket[1] ?? ''))
        found.push(join(self, inside, 'acronym', 0.96));
    }
    const beside = (piece: string): void => {
      const at = known(piece, self);
      if (at !== null && !isCommon(cleanName(piece))) found.push(join(self, at, 'cleaned', 0.9));
    };
    const [first = '', second = '', ...more] = text.split(/\s*[|,;:]\s+|\s+[-–—/|]\s+|\s+is\s+/u);
    if (second.trim() === '') {
      const [, place] = /\s(?:@\s?|at\s)(.+)$/u.exec(text) ?? [];
      if (place !== undefined) beside(place);
    } else if (more.length < 3) {
      beside(namesTrade(first) || isInitials(first, second) ? second : first);
    }
  });
  return found;
}

function foldable(text: string): string {
  return text.normalize('NFKC').replace(/&amp;/gi, '&').toLowerCase();
}

/**
 * Short names against the first letters of long ones, where just one of each fits and chance would seldom make one: among many long
 * names some begin with any three letters.
 */
function acronyms({ written, keys, labels }: Names, { letters }: Index): Join[] {
  const short = new Map<string, number[]>();
  written.forEach((text, i) => {
    const key = keys[i] ?? '';
    if (/^[a-z]{3,6}$/.test(key) && /\p{Lu}{2}/u.test(text.slice(0, 8))) add(short, key, i);
  });
  const long = new Map<string, Map<string, number>>();
  const counts = [0, 0, 0, 0, 0, 0, 0];
  keys.forEach((key, i) => {
    if (coresOf(key).some(({ lost }) => lost === 'place')) return;
    for (const initials of initialsOf(spacedOut(written[i] ?? '', key))) {
      counts[initials.length] = (counts[initials.length] ?? 0) + 1;
      if (!short.has(initials)) continue;
      const seen = long.get(initials) ?? new Map<string, number>();
      long.set(initials, seen.set(letters[i] ?? '', i));
    }
  });
  return [...long].flatMap(([initials, spelt]) => {
    const [at] = spelt.values();
    if (at === undefined || new Set([...spelt.keys()].map((text) => text.slice(0, 12))).size > 1) return [];
    const byChance = (counts[initials.length] ?? 0) / 16 ** initials.length;
    if (byChance > 0.2) return [];
    const score = initials.length > 3 ? 0.92 : 0.86;
    return (short.get(initials) ?? [])
      .filter((i) => labels[i] === null || labels[at] === null)
      .map((i) => join(i, at, 'acronym', score));
  });
}

/** First letters of three words or more beside those that bind; of five letters or more with some that bind, too. */
function initialsOf(key: string): readonly string[] {
  const words = key.split(' ');
  const own = words.filter((word) => !binders.has(word));
  if (own.length < 3 || words.length > 10) return [];
  let found = [''];
  let bound = 0;
  for (const word of words) {
    const longer = found.map((initials) => initials + word.slice(0, 1));
    if (!binders.has(word)) found = longer;
    else if (++bound < 5) found = [...found, ...longer];
  }
  const plain = own.map((word) => word.slice(0, 1)).join('');
  return [...new Set(found)].filter(
    (initials) => /^[a-z]{3,6}$/.test(initials) && (initials === plain || initials.length > 4),
  );
}

/** The cleaned name with its elided articles as words: `l'informatique` is two. */
function spacedOut(written: string, key: string): string {
  return /['’]/.test(written) ? cleanName(written.replace(/(?<=\b[ldLD])['’]/g, ' ')) : key;
}

function isInitials(short: string, long: string): boolean {
  const letters = cleanName(short).replaceAll(' ', '');
  return initialsOf(foldName(long)).some((initials) => initials === letters || initials.startsWith(letters));
}

/** Names equal once places and business words behind them go; what is left must tell one organisation. */
function cores({ keys, written, labels }: Names, { letters, byLetters }: Index): Join[] {
  const users = new Map<string, { readonly at: number; readonly core: Core }[]>();
  keys.forEach((key, i) => {
    for (const core of coresOf(key)) {
      if (tells(core.words)) add(users, lettersOf(core.words.join(' ')), { at: i, core });
    }
  });
  const isFormer = (i: number) => labels[i] !== null && cleanName(written[i] ?? '') !== keys[i];
  const isRegistered = (one: number, other: number) => labels[one] !== null || labels[other] !== null;
  return [...users].flatMap(([text, all]) => {
    const bare = byLetters.get(text);
    const lost = (kind: Core['lost']) => all.filter(({ core }) => core.lost === kind);
    const spelt = (some: typeof all) => new Set(some.map(({ at }) => letters[at])).size;
    const joins: Join[] = [];
    if (bare === undefined || (text.length < 4 && isFormer(bare))) return [];
    for (const { at } of lost('place')) joins.push(join(bare, at, 'similarity', 0.95));
    if (spelt(lost('form')) <= (text.length > 4 ? 4 : 2)) {
      for (const { at } of lost('form')) if (!isFormer(at)) joins.push(join(bare, at, 'similarity', 0.92));
    }
    if (text.length > 3 && spelt(lost('unit')) === 1) {
      for (const { at } of lost('unit'))
        if (!isRegistered(at, bare)) joins.push(join(bare, at, 'similarity', 0.84));
    }
    return joins.filter(({ one, other }) => one !== other);
  });
}

/** A name that others begin with, where few do: of two words or more, or a word that is written with capitals or digits within. */
function beginnings({ keys, written, labels }: Names, { byLetters, letters }: Index): Join[] {
  const users = new Map<number, number[]>();
  keys.forEach((key, i) => {
    const words = key.split(' ');
    if (words.length > 12) return;
    for (let n = words.length - 1; n > 0; n--) {
      const head = words.slice(0, n);
      if (!tells(head)) break;
      if (binders.has(head.at(-1) ?? '')) continue;
      const at = byLetters.get(lettersOf(head.join(' ')));
      if (at === undefined || letters[at] === letters[i]) continue;
      const coined = /\p{Ll}\p{Lu}/u.test(written[at] ?? '') && labels[at] === null && labels[i] === null;
      const spaced = n > 1 && labels[i] === null && (labels[at] === null || keys[at]?.includes(' '));
      if (spaced || coined) add(users, at, i);
      break;
    }
  });
  return [...users].flatMap(([at, all]) =>
    all.length > 3 || (letters[at] ?? '').length < 6 ? [] : all.map((i) => join(at, i, 'similarity', 0.78)),
  );
}

/** Names that a slip of the hand tells apart, where little rests on one of them. */
function typos({ keys, written, weights, labels }: Names, { letters, byLetters }: Index): Join[] {
  const joins = slips(letters).flatMap(([one, other]) => {
    if (byLetters.get(letters[one] ?? '') !== one || byLetters.get(letters[other] ?? '') !== other) return [];
    const [light, heavy] = [weights[one] ?? 0, weights[other] ?? 0].sort((a, b) => a - b) as [number, number];
    if (light > 3 || (light > 1 && heavy < 5 * light)) return [];
    const isRegistered = labels[one] !== null || labels[other] !== null;
    const length = Math.min(letters[one]?.length ?? 0, letters[other]?.length ?? 0);
    if (length < (isRegistered ? 8 : 10)) return [];
    if ([one, other].some((i) => top.test(written[i]?.toLowerCase() ?? ''))) return [];
    const [words, others] = [keys[one]?.split(' ') ?? [], keys[other]?.split(' ') ?? []];
    if (!tells(words) || !tells(others)) return [];
    const differ = words.filter((word) => !others.includes(word));
    const differs = others.filter((word) => !words.includes(word));
    if (differ.every(isCommon) && differs.every(isCommon)) return [];
    if ([...differ, ...differs].some((word) => word.length < 6)) return [];
    return [join(one, other, 'similarity', length > 11 ? 0.88 : 0.8)];
  });
  const met = new Map<number, number>();
  for (const { one, other } of joins) for (const end of [one, other]) met.set(end, (met.get(end) ?? 0) + 1);
  return joins.filter(
    ({ one, other }) =>
      Math.min(met.get(one) ?? 0, met.get(other) ?? 0) === 1 &&
      Math.max(met.get(one) ?? 0, met.get(other) ?? 0) < 4,
  );
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
