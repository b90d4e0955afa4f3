import { cleanName, foldName } from './clean.js';
import type { Join, JoinStep } from './joins.js';
import { type Core, coresOf, lettersOf, tells } from './spelt.js';
import { binders, isCommon, namesTrade } from './words.js';

/** Names to be joined: cleaned, as most write them, and the organisation of the registry that they are. */
export interface Names {
  readonly keys: readonly string[];
  readonly written: readonly string[];
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

function sameLetters(_: Names, { letters, byLetters }: Index): Join[] {
  return letters.flatMap((text, i) => {
    const first = byLetters.get(text) ?? i;
    return first === i ? [] : [join(first, i, 'transliteration', 0.98)];
  });
}

const top =
  /\.(?:com|org|net|io|ai|co|dev|app|tv|me|biz|info|eu|us|uk|de|fr|ch|at|nl|be|es|it|pl|cz|ru|ua|br|in|jp|cn|tw|kr|au|ca|se|no|fi|dk|cloud|tech|systems|software|digital|world|xyz|sh|gg|fm|ly|to|so|cc|is|ee|lv|lt|hu|ro|pt|gr|il|tr|ir|za|nz|sg|hk|mx|ar|cl|id|vn|th|my|ph)(?:\.[a-z]{2})?$/;

/** What stands beside a separator, in brackets, before an address ends. */
function parts({ written, keys }: Names, { byLetters, letters }: Index): Join[] {
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
    const pieces = text
      .split(/\s*[|,;:]\s+|\s+[-–—/|@]\s+|\s+@|\s+\bat\s+|\s+is\s+/u)
      .filter((piece) => piece.trim() !== '');
    if (pieces.length > 1 && pieces.length < 5) {
      const named = pieces.map((piece) => known(piece, self));
      const at = named.find((n, i) => n !== null && !isCommon(cleanName(pieces[i] ?? ''))) ?? null;
      if (at !== null && !(keys[at] ?? '').includes(keys[self] ?? '\0'))
        found.push(join(self, at, 'cleaned', namesTrade(pieces[0] ?? '') ? 0.93 : 0.9));
    }
  });
  return found;
}

function foldable(text: string): string {
  return text.normalize('NFKC').replace(/&amp;/gi, '&').toLowerCase();
}

/** Short names against the first letters of long ones, where just one of each fits. */
function acronyms({ written, keys, labels }: Names, { letters }: Index): Join[] {
  const short = new Map<string, number[]>();
  written.forEach((text, i) => {
    const key = keys[i] ?? '';
    if (/^[a-z]{3,6}$/.test(key) && /\p{Lu}{2}/u.test(text.slice(0, 8))) add(short, key, i);
  });
  const long = new Map<string, Map<string, number>>();
  keys.forEach((key, i) => {
    for (const initials of initialsOf(key)) {
      if (!short.has(initials)) continue;
      const seen = long.get(initials) ?? new Map<string, number>();
      long.set(initials, seen.set(letters[i] ?? '', i));
    }
  });
  return [...long].flatMap(([initials, spelt]) => {
    const [at] = spelt.values();
    if (at === undefined || new Set([...spelt.keys()].map((l) => l.slice(0, 12))).size > 1) return [];
    const score = initials.length > 3 ? 0.92 : 0.86;
    return (short.get(initials) ?? [])
      .filter((i) => labels[i] === null || labels[at] === null)
      .map((i) => join(i, at, 'acronym', score));
  });
}

function initialsOf(key: string): readonly string[] {
  const words = key.split(' ');
  if (words.length < 3 || words.length > 10) return [];
  const own = words.filter((word) => !binders.has(word));
  const all = [own.map((w) => w[0]).join(''), words.map((w) => w[0]).join('')];
  return [...new Set(all)].filter((initials) => /^[a-z]{3,6}$/.test(initials));
}

function isInitials(short: string, long: string): boolean {
  const letters = cleanName(short).replaceAll(' ', '');
  return initialsOf(foldName(long)).some((initials) => initials === letters || initials.startsWith(letters));
}

/** Names equal once common words behind them go. */
function cores({ keys }: Names, { letters, byLetters }: Index): Join[] {
  const users = new Map<string, { at: number; core: Core }[]>();
  keys.forEach((key, i) => {
    for (const core of coresOf(key)) {
      const text = lettersOf(core.words.join(' '));
      if (text.length >= 2) add(users, text, { at: i, core });
    }
  });
  const found: Join[] = [];
  for (const [text, all] of users) {
    const bare = byLetters.get(text);
    const [first] = all;
    if (first === undefined) continue;
    const sure = tells(first.core.words);
    const variants = new Set(all.map(({ at }) => letters[at])).size;
    if (!sure && (variants > 1 || text.length < 3)) continue;
    if (variants > 12) continue;
    const center = bare ?? first.at;
    for (const { at, core } of all) {
      if (at === center) continue;
      if (bare === undefined && (!sure || core.lost === 'unit' || first.core.lost === 'unit')) continue;
      const score = { place: 0.95, form: 0.92, unit: 0.84 }[core.lost] - (sure ? 0 : 0.08);
      found.push(join(center, at, 'similarity', score));
    }
  }
  return found;
}

/** A name that others begin with, where few do. */
function beginnings({ keys }: Names, { byLetters, letters }: Index): Join[] {
  const users = new Map<number, number[]>();
  keys.forEach((key, i) => {
    const words = key.split(' ');
    for (let n = words.length - 1; n > 0; n--) {
      const head = words.slice(0, n);
      if (!tells(head)) break;
      const at = byLetters.get(lettersOf(head.join(' ')));
      if (at !== undefined && at !== i && letters[at] !== letters[i]) {
        add(users, at, i);
        break;
      }
    }
  });
  return [...users].flatMap(([at, all]) =>
    all.length > 3 || (letters[at] ?? '').length < 5 ? [] : all.map((i) => join(at, i, 'similarity', 0.78)),
  );
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
