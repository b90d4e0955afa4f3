/** Two names that differ by a slip of the hand, by number. */
export type Slip = readonly [number, number];

const shortest = 8;
const longest = 60;
/** Names of one block that are held against each other; a larger block is passed over, so that the work stays near to linear. */
const crowd = 40;

/**
 * Which texts differ by one letter left out, added, changed, or two beside each other swapped?
 *
 * From eight letters; the first letter and all digits are the same. A slip leaves the first or the second half of the shorter text as it is: those that
 * share a half are held against each other.
 */
export function slips(texts: readonly string[]): readonly Slip[] {
  const found: Slip[] = [];
  for (const half of ['first', 'second'] as const) {
    const blocks = sorted(texts, half);
    for (let from = 0; from < blocks.length; ) {
      const block = Math.floor((blocks[from] ?? 0) / spread);
      let to = from + 1;
      while (to < blocks.length && Math.floor((blocks[to] ?? 0) / spread) === block) to++;
      if (to - from <= crowd) within(texts, blocks.subarray(from, to), found);
      from = to;
    }
  }
  return found;
}

const spread = 2 ** 22;

/** Block and number of each text in one figure, in order. */
function sorted(texts: readonly string[], half: 'first' | 'second'): Float64Array {
  const blocks = new Float64Array(texts.length * 2);
  let filled = 0;
  texts.forEach((text, i) => {
    if (text.length < shortest || text.length > longest || i >= spread) return;
    for (const length of [text.length, text.length - 1]) {
      const middle = length >> 1;
      const part = half === 'first' ? text.slice(0, middle) : text.slice(text.length - (length - middle));
      blocks[filled++] = (hash(part, length) >>> 2) * spread + i;
    }
  });
  return blocks.subarray(0, filled).sort();
}

function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

function within(texts: readonly string[], block: Float64Array, found: Slip[]): void {
  for (let i = 0; i < block.length; i++) {
    for (let j = i + 1; j < block.length; j++) {
      const [one, other] = [(block[i] ?? 0) % spread, (block[j] ?? 0) % spread];
      if (one !== other && isSlip(texts[one] ?? '', texts[other] ?? '')) found.push([one, other]);
    }
  }
}

/** Whether one slip leads from one text to the other. */
export function isSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const extra = long.length - short.length;
  if (extra > 1 || short === long || short.charCodeAt(0) !== long.charCodeAt(0)) return false;
  let at = 1;
  while (at < short.length && short.charCodeAt(at) === long.charCodeAt(at)) at++;
  let end = 0;
  while (
    end < short.length - at &&
    short.charCodeAt(short.length - 1 - end) === long.charCodeAt(long.length - 1 - end)
  )
    end++;
  const left = short.length - at - end;
  if (left > 2 || (left === 2 && (extra > 0 || short[at] !== long[at + 1] || short[at + 1] !== long[at])))
    return false;
  if (left === 1 && extra > 0) return false;
  return short.replace(/\D/g, '') === long.replace(/\D/g, '');
}
