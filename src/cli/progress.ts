import type { Effects } from './effects.js';

/**
 * Progress on standard error: what is being done, rows and rows per second; a line that renews itself on a terminal, one
 * line for each step elsewhere.
 */
export function progressOn(effects: Effects): {
  readonly step: (stage: string, rows: number) => void;
  readonly done: () => void;
} {
  let stage = '';
  let started = 0;
  let printed = 0;
  let rows = 0;
  const line = (): string => {
    const seconds = Math.max((effects.now() - started) / 1000, 0.001);
    const rate = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
    return rows === 0
      ? stage
      : `${stage}: ${rate.format(rows)} rows, ${rate.format(rows / seconds)} a second`;
  };
  const finish = (): void => {
    if (stage !== '') effects.err(effects.terminal ? `\r\u001b[K${line()}\n` : `${line()}\n`);
    stage = '';
  };
  return {
    step(next, count) {
      if (next !== stage) {
        finish();
        [stage, started, printed] = [next, effects.now(), 0];
      }
      rows = count;
      if (effects.terminal && effects.now() - printed > 200) {
        printed = effects.now();
        effects.err(`\r\u001b[K${line()}`);
      }
    },
    done: finish,
  };
}
