import { Command, CommanderError } from 'commander';
import { exitCodes, MercatoError } from '../errors.js';
import { measures } from '../measures/index.js';
import type { Effects } from './effects.js';

/**
 * Runs the command line.
 *
 * @returns the exit code: 0 done, 1 failed, 2 wrong usage, 130 cancelled
 */
export async function run(args: readonly string[], version: string): Promise<number> {
  const interrupted = new AbortController();
  const stop = (): void => interrupted.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  // A write beyond the file-size limit is then an error that rolls back, not the end of the process.
  process.on('SIGXFSZ', () => undefined);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const effects: Effects = {
    env: process.env,
    signal: interrupted.signal,
    terminal: process.stderr.isTTY === true,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    now: () => Date.now(),
  };
  const program = new Command('mercato')
    .description(
      'Measures the war for talent from career histories: who wins people from whom, and who keeps them.',
    )
    .version(version)
    .helpCommand(true)
    .showHelpAfterError('(mercato --help shows the commands)')
    .addHelpText('after', examples);
  try {
    await commands(program, effects);
    exitsByError(program);
    await program.parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    return failed(error, effects);
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
  }
}

const examples = `
Examples:
  mercato demo
  mercato load csv careers.csv --observed-until 2026-06-30
  mercato ratio DeepMind Anthropic
  mercato retention Anthropic OpenAI Meta
  mercato report --out report`;

async function commands(program: Command, effects: Effects): Promise<void> {
  const { measureCommand } = await import('./measure.js');
  for (const measure of measures) program.addCommand(measureCommand(measure, effects));
  const { dataCommands } = await import('./data.js');
  for (const command of dataCommands(effects)) program.addCommand(command);
  const { pageCommands } = await import('./pages.js');
  for (const command of pageCommands(effects)) program.addCommand(command);
}

function exitsByError(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) exitsByError(child);
}

function failed(error: unknown, effects: Effects): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof MercatoError) {
    effects.err(`mercato: ${error.message}\n`);
    return exitCodes[error.code];
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  effects.err(`mercato: this is a fault of Mercato, not of your input; please report it\n${text}\n`);
  return 1;
}
