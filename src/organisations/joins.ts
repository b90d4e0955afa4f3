/** What joined two names. */
export type JoinStep = 'cleaned' | 'domain' | 'acronym' | 'transliteration' | 'similarity';

/** Two names that are one organisation, by number, how and how surely from 0 to 1. */
export interface Join {
  readonly one: number;
  readonly other: number;
  readonly step: JoinStep;
  readonly score: number;
}

/** Names joined in groups; in each at most one organisation of the registry. */
export interface Groups {
  /** The group of each name: the smallest number in it. */
  readonly group: Int32Array;
  /** Names that two organisations of the registry claim equally. */
  readonly torn: ReadonlySet<number>;
  /** Joins that hold, a forest. */
  readonly held: readonly Join[];
}

/**
 * Which names are one organisation, once every join is made that may be?
 *
 * Surest first, ties by number: the order in which joins are found is not seen. A join that would bring two organisations of the registry together
 * is not made; the name between them is torn where both had the same claim.
 *
 * @param labels the organisation of the registry that each name is, null for the others
 */
export function grouped(labels: readonly (string | null)[], joins: readonly Join[]): Groups {
  const parent = Int32Array.from(labels, (_, i) => i);
  const label = [...labels];
  const surest = new Float64Array(labels.length);
  const refused: Join[] = [];
  const find = (name: number): number => {
    let at = name;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up;
      at = up;
    }
    return at;
  };
  const held: Join[] = [];
  const order = [...joins].sort(
    (a, b) => b.score - a.score || a.one - b.one || a.other - b.other || (a.step < b.step ? -1 : 1),
  );
  for (const join of order) {
    const [a, b] = [find(join.one), find(join.other)];
    if (a === b) continue;
    const [mine, theirs] = [label[a] ?? null, label[b] ?? null];
    if (mine !== null && theirs !== null) {
      if (mine !== theirs) refused.push(join);
      continue;
    }
    const [to, from] = a < b ? [a, b] : [b, a];
    parent[from] = to;
    label[to] = mine ?? theirs;
    for (const end of [join.one, join.other]) surest[end] = Math.max(surest[end] ?? 0, join.score);
    held.push(join);
  }
  const torn = new Set(
    refused.flatMap(({ one, other, score }) =>
      [one, other].filter((end) => labels[end] === null && surest[end] === score),
    ),
  );
  return { group: parent.map((_, i) => find(i)), torn, held };
}
