import { MercatoError } from '../errors.js';
import { render, type Sql } from './sql.js';

/** What the engine refuses, as an error that says what to do. */
export function explained(error: unknown, path: string | undefined, statement: Sql | undefined): Error {
  if (error instanceof MercatoError || error instanceof RangeError) return error;
  const text = error instanceof Error ? error.message : String(error);
  const fail = (message: string): MercatoError => new MercatoError('warehouse', message, { cause: error });
  if (text.startsWith('INTERRUPT')) return new MercatoError('cancelled', 'cancelled', { cause: error });
  if (/set lock on file|being used by another process/i.test(text)) {
    const holder = /PID (\d+)/.exec(text)?.[1];
    return fail(
      `database held by another process: ${path ?? ''}${holder ? ` (process ${holder})` : ''}; wait until it is done`,
    );
  }
  if (/No space left|could not write|Could not truncate|File too large|failed to (write|flush)/i.test(text)) {
    return fail(`disk full or write refused; free space and load again, the database is unchanged: ${text}`);
  }
  if (path !== undefined && /Is a directory|Permission denied|Cannot open file/i.test(text)) {
    return fail(`cannot open: ${path}; give another --db (${text.split('\n')[0]})`);
  }
  if (/not a valid DuckDB database file/i.test(text)) {
    return fail(`not a DuckDB database: ${path ?? ''}; give another --db`);
  }
  if (text.startsWith('Invalid Input Error') && statement && render(statement).includes('regexp_matches')) {
    return new MercatoError(
      'parameter',
      `invalid regular expression: ${text.replace('Invalid Input Error: ', '')}; mend it`,
      { cause: error },
    );
  }
  return new MercatoError('warehouse', `the database refuses: ${text.split('\n')[0]}`, {
    cause: error,
    data: { sql: statement ? render(statement) : '' },
  });
}
