import { spawn } from 'node:child_process';
import { folder, main, type Said, userEnvironment } from './command.js';

/** A server that runs as a process of its own. */
export interface Running {
  /** Address of its page, as it printed it. */
  readonly url: string;
  readonly pid: number;
  /** Ends it by a signal, and gives what it said and how it ended. */
  end(signal?: NodeJS.Signals): Promise<Said>;
}

/** Starts a command that serves, and waits until it says where. */
export function serving(
  args: readonly string[],
  {
    cwd = folder,
    env = {},
  }: { readonly cwd?: string; readonly env?: { readonly [name: string]: string } } = {},
): Promise<Running> {
  const child = spawn(process.execPath, [main, ...args], { cwd, env: { ...userEnvironment, ...env } });
  const said = { out: '', err: '' };
  const ended = new Promise<Said>((resolve) => {
    child.on('close', (code, signal) => resolve({ code: code ?? signal, ...said }));
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  return new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.out += text;
      const url = /(?:serving|à l’écoute) ?: (\S+) \(/.exec(said.out)?.[1];
      if (url === undefined) return;
      const end = (signal: NodeJS.Signals = 'SIGTERM'): Promise<Said> => {
        child.kill(signal);
        return ended;
      };
      resolve({ url, pid: child.pid ?? 0, end });
    });
    void ended.then(({ code, out, err }) => reject(new Error(`it serves nothing (${code})\n${out}${err}`)));
  });
}
