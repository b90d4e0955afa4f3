import { type ChildProcess, fork, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
export const main = join(root, 'dist', 'cli', 'main.js');

if (!existsSync(main))
  throw new Error('the command is not built: npm run build makes it, npm test does both');

/** What a command said and how it ended. */
export interface Said {
  readonly code: number | string | null;
  readonly out: string;
  readonly err: string;
}

export interface Around {
  readonly cwd?: string;
  readonly env?: { readonly [name: string]: string };
  readonly input?: string | Uint8Array;
  readonly signalAfter?: { readonly signal: NodeJS.Signals; readonly words: RegExp };
}

const plain = { LANG: 'C', NO_COLOR: '1' };
/** The environment of a user who set nothing. */
export const userEnvironment = Object.fromEntries(
  Object.entries({ ...process.env, ...plain }).filter(
    ([name]) => !/^(MERCATO|LC_|FORCE_COLOR|NODE_OPTIONS|VITEST)/.test(name),
  ),
) as Record<string, string>;

/** A folder of a test file's own, removed at its end. */
export const folder = mkdtempSync(join(tmpdir(), 'mercato-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let folders = 0;

/** A new folder with the given files in it. */
export function place(files: { readonly [name: string]: string | Uint8Array } = {}): string {
  const path = join(folder, `place${folders++}`);
  mkdirSync(path);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

/** Runs the command as a process of its own, as a user does. */
export function mercato(args: readonly string[], around: Around = {}): Promise<Said> {
  return processOf(process.execPath, [main, ...args], around);
}

/** Runs any program, to its end. */
export function processOf(program: string, args: readonly string[], around: Around = {}): Promise<Said> {
  const child = spawn(program, args, {
    cwd: around.cwd ?? folder,
    env: { ...userEnvironment, ...around.env },
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
    if (!child.killed && around.signalAfter?.words.test(said.err)) child.kill(around.signalAfter.signal);
  });
  child.stdin.on('error', () => undefined).end(around.input ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? signal, ...said }));
  });
}

let driver: ChildProcess | undefined;

/** Lets `quick` run the built command in one process beside the tests. */
export function withDriver(): void {
  beforeAll(async () => {
    driver = fork(join(import.meta.dirname, 'driver.js'), [join(dirname(main), 'run.js')], {
      env: userEnvironment,
    });
    await new Promise((resolve) => driver?.once('message', resolve));
  });
  afterAll(() => driver?.kill());
}

/** Runs the built command in the driver: as `mercato`, without starting anew. */
export function quick(args: readonly string[], around: Around = {}): Promise<Said> {
  return new Promise((resolve) => {
    driver?.once('message', (said) => resolve(said as Said));
    driver?.send({ args, cwd: around.cwd ?? folder, env: around.env ?? {} });
  });
}

/** What a database holds, as far as the command tells: status, every flow and every move's source. */
export async function contents(cwd: string, db = 'mercato.duckdb'): Promise<string> {
  const status = await quick(['status', '--json', '--db', db], { cwd });
  const flows = await quick(['flows', '--json', '--db', db], { cwd });
  expect([status.code, flows.code, status.err, flows.err]).toEqual([0, 0, '', '']);
  expect(JSON.parse(status.out).data_version).toMatch(/^[0-9a-f]{12}$/);
  return status.out + flows.out;
}

export const observed = ['--observed-until', '2022-12-31'];

/** Three invented people who move between two invented firms. */
export const careers = `person,employer,start,end,title
maud,Acorn Works,2019-01,2020-06,Baker
maud,Birch Labs,2020-07,,"Head, bakery"
nils,Birch Labs,2018,2021-03,
nils,Acorn Works,2021-04,,
ida,Acorn Works,,2020-01,
ida,Birch Labs,2020-02-11,?,
`;
