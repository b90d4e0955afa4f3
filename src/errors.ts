import { distance } from 'fastest-levenshtein';

/** What went wrong, in a word that never changes; exit codes and HTTP status are mapped from it, once. */
export type ErrorCode = 'source' | 'warehouse' | 'parameter' | 'claim' | 'usage' | 'cancelled';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * An error that a user can act on. The message reads `what: value (where); fix`.
 *
 * @param code the kind of error, stable across versions
 * @param options.data facts for a program that reads the error, safe as JSON
 * @param options.cause the error underneath
 */
export class MercatoError extends Error {
  readonly code: ErrorCode;
  readonly data: { readonly [key: string]: Json };

  constructor(
    code: ErrorCode,
    message: string,
    options: { readonly data?: { readonly [key: string]: Json }; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'MercatoError';
    this.code = code;
    this.data = options.data ?? {};
  }
}

/** Exit code of the command for each kind of error: 2 for a call that is wrong in itself, 1 for all else. */
export const exitCodes: Readonly<Record<ErrorCode, number>> = {
  source: 1,
  warehouse: 1,
  parameter: 2,
  claim: 1,
  usage: 2,
  cancelled: 130,
};

/** HTTP status of each kind of error: 4xx for what the caller can mend. */
export const httpStatus: Readonly<Record<ErrorCode, 400 | 422 | 500 | 503>> = {
  source: 500,
  warehouse: 503,
  parameter: 400,
  claim: 422,
  usage: 400,
  cancelled: 503,
};

/**
 * What was probably meant by a word that nobody knows: the known one with the fewest letters changed, at most a third of
 * them and three in all; ties to the first; null where nothing is near.
 */
export function nearest<T>(
  written: string,
  known: readonly T[],
  textOf: (one: T) => string = String,
): T | null {
  let found: T | null = null;
  let limit = Math.min(3, Math.floor(Math.max(written.length, 3) / 3)) + 1;
  for (const one of known) {
    const text = textOf(one);
    if (Math.abs(text.length - written.length) >= limit) continue;
    const changes = distance(written.toLowerCase(), text.toLowerCase());
    if (changes < limit) [found, limit] = [one, changes];
  }
  return found;
}
