/** Intervals of one kind: how many were printed, and how many of them hold what is true. */
export function tally() {
  const counts = { worlds: 0, printed: 0, held: 0, below: 0, above: 0 };
  return {
    counts,
    /** A null limit is none: the interval is open on that side; two of them are no interval. */
    add({ low, high }, truth) {
      counts.worlds++;
      if (low === null && high === null) return;
      counts.printed++;
      if (low !== null && truth < low) counts.below++;
      else if (high !== null && truth > high) counts.above++;
      else counts.held++;
    },
  };
}

/** Share of a count with its Monte-Carlo standard error. */
export function shareOf(count, of) {
  const share = of === 0 ? null : count / of;
  return { share, error: share === null ? null : Math.sqrt((share * (1 - share)) / of) };
}
