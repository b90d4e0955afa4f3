import { existsSync } from 'node:fs';
import { appendFile, open, readFile } from 'node:fs/promises';
import type { CheckedClaim, KeptVerdict } from '../claims/index.js';
import { keptOf, linesOf, parseHistory, toKeep } from '../claims/index.js';
import type { Effects } from './effects.js';

/**
 * Keeps the verdicts that changed beside their database, and gives the whole history.
 *
 * Lines are appended whole and in one write, after a line break where the last line has none, so that neither a writer beside this one nor one
 * that was killed spoils a verdict. A folder that takes no file is a warning.
 */
export async function keepVerdicts(
  database: string,
  checked: readonly CheckedClaim[],
  registry: string,
  effects: Effects,
): Promise<readonly KeptVerdict[]> {
  const path = `${database}.verdicts.jsonl`;
  const history = await historyOf(database, effects);
  const at = new Date(effects.now()).toISOString();
  const added = toKeep(
    history,
    checked.map((each) => keptOf(each, registry, at)),
  );
  if (added.length > 0) {
    try {
      await appendFile(path, `${(await endsBroken(path)) ? '\n' : ''}${linesOf(added)}`, { flag: 'a' });
    } catch (error) {
      effects.err(`verdicts are not kept: ${(error as Error).message}; the check itself is done\n`);
    }
  }
  return [...history, ...added];
}

/** The verdicts kept beside a database, oldest first; lines that are none are passed over with a warning. */
export async function historyOf(database: string, effects: Effects): Promise<readonly KeptVerdict[]> {
  return historyAt(`${database}.verdicts.jsonl`, effects);
}

async function historyAt(path: string, effects: Effects): Promise<readonly KeptVerdict[]> {
  if (!existsSync(path)) return [];
  try {
    const { history, broken } = parseHistory(await readFile(path, 'utf8'));
    if (broken > 0) {
      const lines = broken === 1 ? '1 line is no verdict' : `${broken} lines are no verdicts`;
      effects.err(`history of verdicts: ${lines} and passed over (${path}); a write was cut off\n`);
    }
    return history;
  } catch (error) {
    effects.err(`history of verdicts: cannot be read (${path}): ${(error as Error).message}\n`);
    return [];
  }
}

async function endsBroken(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size === 0) return false;
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer[0] !== 10;
  } finally {
    await file.close();
  }
}
