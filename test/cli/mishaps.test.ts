import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  careers,
  contents,
  main,
  mercato,
  observed,
  place,
  processOf,
  quick,
  withDriver,
} from './command.js';

withDriver();

/** Spells of invented people, two each. */
function people(spells: number): string {
  const line = (i: number): string => `p${i >> 1},Firm ${i % 97},${2000 + (i % 20)}-0${1 + (i % 9)},\n`;
  return `person,employer,start,end\n${Array.from({ length: spells }, (_, i) => line(i)).join('')}`;
}

let cwd = '';
let before = '';

beforeAll(async () => {
  cwd = place({ 'careers.csv': careers, 'many.csv': people(300_000), 'some.csv': people(40_000) });
  expect((await quick(['load', 'csv', 'careers.csv', ...observed], { cwd })).code).toBe(0);
  before = await contents(cwd);
});

const loadMany = ['load', 'csv', 'many.csv', ...observed];
const loadSome = ['load', 'csv', 'some.csv', ...observed];

describe('mercato load, when something befalls it', () => {
  it('answers as before after a kill half-way', async () => {
    const killed = { signal: 'SIGKILL', words: /organisations/ } as const;
    const said = await mercato(loadMany, { cwd, signalAfter: killed });
    expect([said.code, said.out]).toEqual(['SIGKILL', '']);
    expect(await contents(cwd)).toBe(before);
  });

  it('stops at Ctrl-C with 130 and leaves all as it was', async () => {
    const stop = { signal: 'SIGINT', words: /some\.csv: 40,000/ } as const;
    const said = await mercato(loadSome, { cwd, signalAfter: stop });
    expect([said.code, said.out]).toEqual([130, '']);
    expect(said.err).toContain('cancelled; nothing was changed');
    expect(await contents(cwd)).toBe(before);
  });

  it('leaves no database when the first load is stopped', async () => {
    const empty = place({ 'some.csv': people(40_000) });
    const stop = { signal: 'SIGTERM', words: /some\.csv: 40,000/ } as const;
    expect((await mercato(loadSome, { cwd: empty, signalAfter: stop })).code).toBe(130);
    expect(readdirSync(empty).filter((file) => file.includes('duckdb'))).toEqual([]);
  });

  it('says that the disk is full and leaves all as it was', async () => {
    const full = place({ 'careers.csv': careers, 'some.csv': people(40_000) });
    await quick(['load', 'csv', 'careers.csv', ...observed], { cwd: full });
    const start = await contents(full);
    const blocks = Math.ceil(statSync(join(full, 'mercato.duckdb')).size / 1024) + 200;
    const limited = ['-c', `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, main, ...loadSome];
    const said = await processOf('bash', limited, { cwd: full });
    expect([said.code, said.out]).toEqual([1, '']);
    expect(said.err).toContain('disk full or write refused');
    expect(await contents(full)).toBe(start);
  });

  it('says which process holds the database', async () => {
    const hold = `import('@duckdb/node-api').then(async ({ DuckDBInstance }) => {
      const held = await DuckDBInstance.create(process.argv[1]);
      await held.connect();
      process.stderr.write('held');
      setTimeout(() => undefined, 60_000);
    })`;
    const args = ['--input-type=module', '-e', hold, join(cwd, 'mercato.duckdb')];
    const holder = spawn(process.execPath, args, { cwd: join(import.meta.dirname, '..', '..') });
    try {
      const [word] = await once(holder.stderr, 'data');
      expect(String(word)).toBe('held');
      for (const command of [['load', 'csv', 'careers.csv', ...observed], ['status']]) {
        const said = await mercato(command, { cwd });
        expect([said.code, said.out]).toEqual([1, '']);
        expect(said.err).toContain('held by another process');
        expect(said.err).toContain(`process ${holder.pid}`);
      }
    } finally {
      holder.kill();
      await once(holder, 'close');
    }
    expect(await contents(cwd)).toBe(before);
  });

  it('loads the same file whole afterwards', async () => {
    const said = await mercato(loadSome, { cwd });
    expect([said.code, said.out]).toEqual([0, 'some.csv: loaded, 40000 spells\n']);
    expect(await contents(cwd)).not.toBe(before);
  });
});
