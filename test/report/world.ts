import { createHash } from 'node:crypto';
import type { Claim } from '../../src/claims/index.js';
import { load } from '../../src/load.js';
import { type Organisation, parseRegistry } from '../../src/organisations/index.js';
import { writeReport } from '../../src/report/index.js';
import { csv } from '../../src/sources/csv.js';
import type { InputFile } from '../../src/sources/index.js';
import type { Desk } from '../../src/subjects.js';
import { openWarehouse } from '../../src/warehouse/index.js';

/** A name that is an attack on a page, a quote and a formula; and a plain one. */
export const hostile = '=<script>alert("x")</script> & \'Söhne\'';
const employers = [hostile, 'Beta Labs', 'Gamma Works', 'Delta & Co'];

/** 64 simulated people, always the same: from the nth employer to the next, most of them forward. */
export function careers(): string {
  const lines = ['person,employer,start,end'];
  const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
  for (let i = 0; i < 64; i++) {
    const from = i % 8 === 7 ? 1 : i % 5 === 4 ? 2 : 0;
    const to = from === 0 ? 1 + (i % 3 === 2 ? 1 : 0) : from === 1 ? 0 : 3;
    const left = `20${16 + (i % 6)}-${String(1 + (i % 12)).padStart(2, '0')}`;
    const began = i % 4 === 0 ? '' : `20${12 + (i % 4)}-03`;
    lines.push(`sim-${i},${quoted(employers[from] ?? '')},${began},${left}`);
    lines.push(`sim-${i},${quoted(employers[to] ?? '')},${left},${i % 6 === 0 ? '2023-05' : ''}`);
  }
  return `${lines.join('\n')}\n`;
}

const source = 'source: "https://example.org/x"';
const trees = parseRegistry(
  `organisations:
  - {id: oak, title: Oak, kind: company, ${source}}
  - {id: pine, title: Pine, kind: company, ${source},
      parents: [{id: oak, since: "2018-12", ${source}}],
      events: [{event: acquired, by: oak, on: "2018-12-01", source: "https://example.org/deal?a=1&b=2"}]}
  - {id: fir, title: Fir, kind: company, ${source}, events: [
      {event: renamed, from: Twig, to: Fir, on: "2012-05", ${source}},
      {event: stake_taken, by: oak, percent: 10, on: "2030", ${source}}]}
  - {id: nut, title: Nut, kind: company, ${source}, parents: [{id: oak, ${source}}]}
`,
  'trees.yaml',
  'shipped',
);

/** Seven come to Oak with Pine, some were hired from there before, nine go on to Fir and six come from there; some go to Fir from what Oak owns. */
export function takeover(hiredBefore: number, fromNut = 0): string {
  const people = (count: number, name: string, from: string, to: string, on: string): string[] =>
    Array.from({ length: count }, (_, i) => [
      `${name}-${i},${from},2005-03,${on}`,
      `${name}-${i},${to},${on},2021-0${1 + (i % 6)}`,
    ]).flat();
  return [
    'person,employer,start,end',
    ...people(7, 'sold', 'Pine', 'Oak', '2018-12'),
    ...people(hiredBefore, 'hired', 'Pine', 'Oak', '2012-04'),
    ...people(9, 'left', 'Oak', 'Fir', '2014-02'),
    ...people(6, 'come', 'Fir', 'Oak', '2015-07'),
    ...people(fromNut, 'owned', 'Nut', 'Fir', '2016-03'),
    '',
  ].join('\n');
}

/** A world of a takeover, with the registry that knows of it. */
export function deskOfTakeover(hiredBefore = 3, fromNut = 0): Promise<Desk> {
  return deskOf(true, { text: takeover(hiredBefore, fromNut), registry: trees });
}

/** The careers in a database in memory; close its warehouse after use. */
export async function deskOf(
  simulated = true,
  {
    text = careers(),
    registry = [],
  }: { readonly text?: string; readonly registry?: readonly Organisation[] } = {},
): Promise<Desk> {
  const warehouse = await openWarehouse(':memory:', { mode: 'write' });
  const file: InputFile = {
    name: 'careers.csv',
    path: 'careers.csv',
    place: 'here',
    sha256: createHash('sha256').update(text).digest('hex'),
    async *open() {
      yield Buffer.from(text);
    },
  };
  await load(warehouse, {
    source: csv,
    files: [file],
    registry,
    key: Buffer.from('a key of the tests'),
    map: new Map(),
    observedUntil: '2024-06-30',
    skipBad: 0,
    simulated,
  });
  return { warehouse, known: async () => ({ registry, peers: [] }) };
}

/** Every file of a report, by name. */
export async function filesOf(
  desk: Desk,
  lang: 'en' | 'fr',
  minCell = 5,
  claims: readonly Claim[] = [],
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  await writeReport(desk, { lang, minCell, claims, write: async (name, text) => void files.set(name, text) });
  return files;
}
