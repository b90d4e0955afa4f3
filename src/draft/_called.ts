import anyAscii from 'any-ascii';

/** Somebody by the words of the name, with the mark once there is one. */
export interface Name {
  readonly keys: readonly string[];
  mark?: string;
}

/** The parts of a name by which somebody is called: all behind the first, the last, the first. */
export function ends(name: string): readonly string[] {
  const pieces = name.split(/\s+/);
  if (pieces.length < 2) return [];
  return [...pieces.slice(1).map((_, i) => pieces.slice(i + 1).join(' ')), pieces[0] ?? ''].filter(
    (part) => part.replace('.', '').length > 1,
  );
}

/** The words of a name as one text, whatever its case and accents. */
export const keyOf = (name: string): string => keysOf(name).join(' ');

/** The words of a name without accents, in small letters. */
export function keysOf(name: string): readonly string[] {
  return anyAscii(name)
    .toLowerCase()
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter((part) => part !== '');
}

/** One entry for each person, names in full first. */
export function listOf(names: readonly string[]): Name[] {
  const list: Name[] = [];
  const all = names.map(keysOf).sort((a, b) => b.length - a.length);
  for (const keys of all) if (keys.length > 0 && sameAs(keys, list) === undefined) list.push({ keys });
  return list;
}

/** Of whom a name is: the same words, the family or given name alone, or initials before the same family name. */
export function sameAs(keys: readonly string[], list: readonly Name[]): Name | undefined {
  const last = keys.at(-1);
  const sorted = [...keys].sort().join(' ');
  return (
    list.find((one) => one.keys.join(' ') === keys.join(' ')) ??
    list.find((one) => [...one.keys].sort().join(' ') === sorted) ??
    list.find(
      (one) => one.keys.length > keys.length && one.keys.slice(-keys.length).join(' ') === keys.join(' '),
    ) ??
    (keys.length === 1 ? list.find((one) => one.keys.includes(last ?? '')) : undefined) ??
    list.find(
      (one) =>
        one.keys.at(-1) === last && keys.length > 1 && one.keys.length > 1 && isShort(keys[0], one.keys[0]),
    )
  );
}

function isShort(a = '', b = ''): boolean {
  return (a.length === 1 || b.length === 1) && a[0] === b[0];
}
