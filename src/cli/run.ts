import { Command, CommanderError } from 'commander';
import { exitCodes, MercatoError } from '../errors.js';
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
    await commands(
      program,
      effects,
      args.find((arg) => !arg.startsWith('-')),
    );
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
  mercato check
  mercato report --out report`;

/** Adds the command that is called, and all of them where it is none: help lists them. */
async function commands(program: Command, effects: Effects, called: string | undefined): Promise<void> {
  const { measures } = await import('../measures/index.js');
  const { explainCommand, measureCommand } = await import('./measure.js');
  const asked = measures.filter(({ name }) => name === called);
  if (asked.length === 0 || called === undefined) {
    const { checkCommand } = await import('./check.js');
    const data = await import('./data.js');
    const { demoCommand } = await import('./demo.js');
    const { draftCommand } = await import('./draft.js');
    const { forgetCommand } = await import('./forget.js');
    const { reportCommand } = await import('./report.js');
    const { resolveCommand } = await import('./resolve.js');
    const { serveCommand } = await import('./serve.js');
    program.addCommand(demoCommand(effects)).addCommand(reportCommand(effects));
    program.addCommand(serveCommand(effects));
    program.addCommand(checkCommand(effects));
    for (const command of data.dataCommands(effects)) program.addCommand(command);
    program.addCommand(draftCommand(effects));
    program.addCommand(forgetCommand(effects)).addCommand(resolveCommand(effects));
    program.addCommand(explainCommand(effects));
  }
  for (const measure of asked.length > 0 ? asked : measures)
    program.addCommand(measureCommand(measure, effects));
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
