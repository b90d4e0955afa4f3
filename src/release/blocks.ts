/** Neighbouring years that are shown together: places of the first and the last in the list of years. */
export interface Block {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/**
 * Which years of a count may be shown, so that no window tells what a year below the minimum holds?
 *
 * Years are joined, from the first on, until the minimum is reached; what is left at the end joins the last block. A window is shown
 * exactly where it is made of whole blocks, so that two windows never differ by less than a block. Rows: blocks in time; none where
 * all years together are below the minimum.
 */
export function blocksOf(years: readonly number[], min: number): readonly Block[] {
  const blocks: Block[] = [];
  let [first, count] = [0, 0];
  years.forEach((own, last) => {
    count += own;
    if (count < min) return;
    blocks.push({ first, last, count });
    [first, count] = [last + 1, 0];
  });
  const end = blocks.pop();
  if (end === undefined) return [];
  return [...blocks, { first: end.first, last: years.length - 1, count: end.count + count }];
}

/** What the blocks say of a window: at least those wholly inside, at most those that reach into it; both are the count where the window is made of blocks. */
export function within(
  blocks: readonly Block[],
  first: number,
  last: number,
): { readonly low: number; readonly high: number } {
  let [low, high] = [0, 0];
  for (const block of blocks) {
    if (block.last < first || block.first > last) continue;
    high += block.count;
    if (block.first >= first && block.last <= last) low += block.count;
  }
  return { low, high };
}

/** Whether a window is made of whole blocks. */
export function isWhole(blocks: readonly Block[], first: number, last: number): boolean {
  const touched = blocks.filter((block) => block.last >= first && block.first <= last);
  return touched.length > 0 && touched.every((block) => block.first >= first && block.last <= last);
}

/** The blocks of a count that stays, which are worked out once: every window of a flow asks for them. */
export function blocksOnce(years: readonly number[], min: number): readonly Block[] {
  const known = found.get(years);
  if (known?.min === min) return known.blocks;
  const blocks = blocksOf(years, min);
  found.set(years, { min, blocks });
  return blocks;
}

const found = new WeakMap<readonly number[], { readonly min: number; readonly blocks: readonly Block[] }>();
