import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { careers, main, mercato, observed, place, quick, userEnvironment, withDriver } from './command.js';
import { type Running, serving } from './server.js';

withDriver();

const more = careers.replaceAll(/^(maud|nils|ida),/gm, '$1 the second,');
let cwd = '';
const load = (file: string) => mercato(['load', 'csv', file, ...observed], { cwd });
const databases = (): string[] => readdirSync(cwd).filter((file) => file.includes('.duckdb'));
const versionAt = async (url: string): Promise<string> => {
  const response = await fetch(`${url}api/status`);
  expect(response.status).toBe(200);
  return ((await response.json()) as { version: string }).version;
};

beforeAll(async () => {
  cwd = place({ 'careers.csv': careers, 'more.csv': more, 'many.csv': many(60_000) });
  expect((await load('careers.csv')).code).toBe(0);
});

describe('mercato serve, asked for what it cannot do', () => {
  const refused = async (args: readonly string[], words: readonly string[], code = 2): Promise<string> => {
    const said = await quick(['serve', ...args], { cwd });
    expect([said.code, said.out]).toEqual([code, '']);
    for (const word of words) expect(said.err).toContain(word);
    expect(said.err).not.toContain('    at ');
    expect(databases()).toEqual(['mercato.duckdb']);
    return said.err;
  };

  it('names a port that is in use and what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await refused(['--port', String(port)], [`port in use: ${port}`, '--port', '0 for a free one']);
    other.close();
  });

  it('suggests a token where others could read', async () => {
    const err = await refused(['--host', '0.0.0.0'], ['--host 0.0.0.0', '--token']);
    const [, token = ''] = /--token ([0-9a-f]{32})\n/.exec(err) ?? [];
    expect(token).toHaveLength(32);
    await refused(['--host', '0.0.0.0', '--token', 'short'], ['--token is too short', '16 characters']);
    await refused(['--token', 'short'], ['--token is too short']);
  });

  it('refuses a least count of nothing, a port beyond all and an address of another machine', async () => {
    await refused(['--min-cell', '0'], ['--min-cell', '1 or more']);
    await refused(['--min-cell', 'few'], ['--min-cell']);
    await refused(['--port', '70000'], ['0 to 65535']);
    await refused(['--host', '203.0.113.1', '--token', 'x'.repeat(16)], ['no such address', '--host']);
  });

  it('says where there is no database, and where one is of another version', async () => {
    await refused(['--db', 'nowhere.duckdb'], ['no database: nowhere.duckdb'], 1);
    const old = place({ 'careers.csv': careers });
    expect((await quick(['load', 'csv', 'careers.csv', ...observed], { cwd: old })).code).toBe(0);
    const instance = await DuckDBInstance.create(join(old, 'mercato.duckdb'));
    const connection = await instance.connect();
    await connection.run("update meta set value = '0ld' where fact = 'schema_version'");
    connection.closeSync();
    instance.closeSync();
    const said = await quick(['serve', '--port', '0'], { cwd: old });
    expect([said.code, said.out]).toEqual([1, '']);
    expect(said.err).toMatch(/database of version 0ld.*load its files into a new database/);
    expect(readdirSync(old).filter((file) => file.includes('.duckdb'))).toEqual(['mercato.duckdb']);
  });
});

describe('mercato serve beyond this machine', () => {
  it('answers whoever has the token, and nobody else', async () => {
    const token = 'a-token-of-many-letters';
    const server = await serving(['serve', '--port', '0', '--host', '0.0.0.0', '--token', token], { cwd });
    expect(server.url).toMatch(new RegExp(`^http://localhost:\\d+/\\?token=${token}$`));
    const origin = `http://127.0.0.1:${new URL(server.url).port}`;
    expect((await fetch(`${origin}/api/status`)).status).toBe(401);
    expect((await fetch(`${origin}/`)).status).toBe(401);
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${origin}/api/status`, { headers })).status).toBe(200);
    expect((await server.end()).code).toBe(0);
  });
});

describe('mercato serve, while others work', () => {
  let server: Running;
  beforeAll(async () => {
    server = await serving(['serve', '--port', '0'], { cwd });
  });
  afterAll(() => server?.end());

  it('goes on serving what it has while a load runs, and then serves what was loaded', async () => {
    const before = await versionAt(server.url);
    const loading = load('many.csv');
    let ended = false;
    void loading.then(() => {
      ended = true;
    });
    let looked = 0;
    while (!ended) {
      expect(await versionAt(server.url)).toBe(before);
      looked += 1;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect((await loading).code).toBe(0);
    expect(looked).toBeGreaterThan(2);
    await expect.poll(() => versionAt(server.url), { timeout: 30_000, interval: 300 }).not.toBe(before);
    expect((await load('more.csv')).code).toBe(0);
  }, 90_000);

  it('keeps its copy where the same is loaded again', async () => {
    const settled = await quick(['status', '--json'], { cwd });
    const version = JSON.parse(settled.out).data_version;
    await expect.poll(() => versionAt(server.url), { timeout: 30_000, interval: 300 }).toBe(version);
    expect((await load('more.csv')).code).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 5000));
    expect(await versionAt(server.url)).toBe(version);
    const flows = await fetch(`${server.url}api/measures/flows?since=2010`);
    expect(flows.status).toBe(200);
    expect(databases().some((file) => file.includes(`.${version}.${server.pid}-`))).toBe(true);
  }, 60_000);

  it.each(['SIGINT', 'SIGTERM'] as const)('ends at %s under a query, and leaves no copy', async (signal) => {
    const other = await serving(['serve', '--port', '0'], { cwd });
    const asked = fetch(`${other.url}api/measures/flows?level=group`).catch(() => null);
    const { code, err } = await other.end(signal);
    await asked;
    expect([code, err]).toEqual([0, '']);
    expect(databases().filter((file) => file.includes(`.${other.pid}-`))).toEqual([]);
  });

  it('sweeps what a server left that was killed, and nothing of one that runs', async () => {
    const killed = await serving(['serve', '--port', '0'], { cwd });
    expect((await killed.end('SIGKILL')).code).toBe('SIGKILL');
    expect(databases().filter((file) => file.includes(`.${killed.pid}-`))).toHaveLength(1);
    writeFileSync(join(cwd, 'mercato.duckdb.backup'), 'a file of somebody');
    const next = await serving(['serve', '--port', '0'], { cwd });
    expect(databases().filter((file) => file.includes(`.${killed.pid}-`))).toEqual([]);
    expect(databases().filter((file) => file.includes(`.${server.pid}-`)).length).toBeGreaterThan(0);
    expect(databases()).toContain('mercato.duckdb.backup');
    expect((await next.end()).code).toBe(0);
  });

  it('refuses to begin while a load runs, and says who holds the database', async () => {
    const args = [main, 'load', 'csv', 'many.csv', '--keep-names', ...observed];
    const loading = spawn(process.execPath, args, {
      cwd,
      env: userEnvironment,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await once(loading.stderr, 'data');
    const said = await quick(['serve', '--port', '0'], { cwd });
    loading.kill();
    await once(loading, 'close');
    expect([said.code, said.out]).toEqual([1, '']);
    expect(said.err).toContain(`database held by another process: ./mercato.duckdb (process ${loading.pid})`);
  });
});

/** Spells of invented people, two each. */
function many(spells: number): string {
  const line = (i: number): string => `p${i >> 1},Firm ${i % 97},${2000 + (i % 20)}-0${1 + (i % 9)},\n`;
  return `person,employer,start,end\n${Array.from({ length: spells }, (_, i) => line(i)).join('')}`;
}
