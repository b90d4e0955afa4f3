import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { MercatoError } from '../errors.js';
import type { Serving } from '../server/index.js';
import { drafter } from './drafting.js';
import type { Effects } from './effects.js';
import { historyOf } from './kept.js';
import { pageFile } from './page.js';
import { wholeNumber } from './report.js';
import { databaseOf, languageOf, type Shared, withShared } from './shared.js';
import { shippedClaims } from './shipped.js';

/** What is served where, and to whom. */
export interface ServeGiven extends Shared {
  readonly port: number;
  readonly host: string;
  readonly token?: string;
  readonly minCell: number;
}

/** Served where nothing else is asked for: on this machine alone. */
export const usualPlace = { port: 8137, host: '127.0.0.1', minCell: 5 } as const;

/** How long one answer may take, and how often the database is looked at, in milliseconds. */
const patience = 30_000;
const interval = 2000;

/** `serve`: the API over one database, read only, on this machine unless told. */
export function serveCommand(effects: Effects): Command {
  return withShared(new Command('serve').summary('the HTTP API, on this machine'))
    .description(
      'Serves one database over HTTP, read only, with small cells withheld. A load beside it is taken over when it ends.',
    )
    .option('--port <n>', 'port; 0 takes a free one', portNumber, usualPlace.port)
    .option('--host <name>', 'address to listen at; beyond this machine it needs a token', usualPlace.host)
    .option('--token <token>', 'what whoever asks must show; 16 characters or more')
    .option('--min-cell <n>', 'smallest count of people that is shown', wholeNumber, usualPlace.minCell)
    .addHelpText(
      'after',
      '\nExamples:\n  mercato serve\n  mercato serve --db mercato-demo.duckdb --port 0\n  mercato serve --host 0.0.0.0 --token "$(openssl rand -hex 16)"',
    )
    .action((given: ServeGiven) => serve(given, effects));
}

/**
 * Serves until it is interrupted.
 *
 * @param elsewhere whether a free port is taken where the one asked for is not free
 * @throws MercatoError `usage` for a place that cannot be listened at; `warehouse` where there is no database to serve
 */
export async function serve(given: ServeGiven, effects: Effects, elsewhere = false): Promise<void> {
  const { isLoopback, serverOf, warmUp } = await import('../server/index.js');
  const loopback = given.host === 'localhost' || isLoopback(given.host);
  checkToken(given, loopback);
  const { openSnapshots } = await import('./snapshots.js');
  const { serve: listen } = await import('@hono/node-server');
  const { getConnInfo } = await import('@hono/node-server/conninfo');
  const database = databaseOf(given, effects);
  const snapshots = await openSnapshots(
    database,
    effects,
    given.minCell,
    patience,
    (snapshot, signal, tell) => warmUp(snapshot, serving, signal, tell),
  );
  const serving: Serving = {
    snapshot: snapshots.current,
    preparing: snapshots.preparing,
    claims: shippedClaims(),
    draft: drafter(patience),
    history: () => historyOf(database, effects),
    minCell: given.minCell,
    token: given.token,
    hosts: new Set(loopback ? ['localhost', '127.0.0.1', '[::1]'] : []),
    asset: pageFile,
    patience,
  };
  const app = serverOf(serving, {
    version: await versionOf(),
    addressOf: (c) => getConnInfo(c).remote.address,
    fault: (error) => effects.err(`${error instanceof Error ? error.stack : String(error)}\n`),
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const server = listen({ fetch: app.fetch, hostname: given.host, port: given.port }, (address) => {
        effects.out(`${said(given, address, languageOf(given, effects))}\n`);
        snapshots.begin();
        timer = setInterval(() => void snapshots.refresh().catch(() => undefined), interval);
      });
      let moved = !elsewhere;
      server.on('error', (error: NodeJS.ErrnoException) => {
        if (moved || error.code !== 'EADDRINUSE') return reject(refused(error, given));
        moved = true;
        server.listen(0, given.host);
      });
      const end = (): void => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      };
      if (effects.signal.aborted) end();
      effects.signal.addEventListener('abort', end);
    });
  } finally {
    clearInterval(timer);
    await snapshots.close();
  }
}

function checkToken({ host, token, minCell }: ServeGiven, loopback: boolean): void {
  if (minCell < 1) throw new MercatoError('usage', 'invalid --min-cell: 0; give a whole number of 1 or more');
  if (token !== undefined && token.length < 16) {
    throw new MercatoError('usage', '--token is too short; 16 characters or more');
  }
  if (loopback || token !== undefined) return;
  throw new MercatoError(
    'usage',
    `--host ${host} is open to other machines and needs --token, so that not everybody reads; for one: --token ${randomBytes(16).toString('hex')}`,
  );
}

function said(given: ServeGiven, { port }: { readonly port: number }, lang: 'en' | 'fr'): string {
  const host = given.host.includes(':') ? `[${given.host}]` : given.host;
  const address = `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}/`;
  const open = given.token === undefined ? address : `${address}?token=${encodeURIComponent(given.token)}`;
  return lang === 'fr' ? `à l’écoute : ${open} (Ctrl-C pour finir)` : `serving: ${open} (Ctrl-C to end)`;
}

function refused(error: NodeJS.ErrnoException, { host, port }: ServeGiven): Error {
  const fix = {
    EADDRINUSE: `port in use: ${port}; give another --port, or 0 for a free one`,
    EACCES: `port not allowed: ${port}; give one above 1023`,
    EADDRNOTAVAIL: `no such address on this machine: ${host}; give another --host`,
    ENOTFOUND: `no such host: ${host}; give another --host`,
  }[error.code ?? ''];
  return fix === undefined ? error : new MercatoError('usage', fix, { cause: error });
}

async function versionOf(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65535) throw new InvalidArgumentError('Write a port from 0 to 65535.');
  return port;
}
