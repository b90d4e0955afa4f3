/** A function of a count that works each one out once: most flows are of few people. */
export function remembered<T>(work: (count: number) => T): (count: number) => T {
  const known = new Map<number, T>();
  return (count) => {
    const found = known.get(count) ?? work(count);
    known.set(count, found);
    return found;
  };
}
