import { expect } from 'vitest';

/** Expects a number within a relative tolerance of another, and exactly equal where that is 0. */
export function expectClose(found: number | null, wanted: number, tolerance: number): void {
  expect(found).not.toBeNull();
  if (wanted === 0) expect(found).toBe(0);
  else
    expect(Math.abs((found as number) / wanted - 1), `${found} against ${wanted}`).toBeLessThanOrEqual(
      tolerance,
    );
}
