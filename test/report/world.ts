import { createHash } from 'node:crypto';
import type { Claim } from '../../src/claims/index.js';
import { load } from '../../src/load.js';
import { type Organisation, parseRegistry } from '../../src/organisations/index.js';
import { writeReport } from '../../src/report/index.js';
import { csv } from '../../src/sources/csv.js';
import { hiringlab } from '../../src/sources/hiringlab.js';
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
  - {id: bay, title: Bay, kind: company, ${source}}
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
  const desk = await emptyDesk(registry);
  const [source, observedUntil] = [csv, '2024-06-30'];
  await load(desk.warehouse, {
    ...usual,
    source,
    files: [fileOf('careers.csv', text)],
    registry,
    observedUntil,
    simulated,
  });
  return desk;
}

/** A database in memory that has nothing in it. */
export async function emptyDesk(registry: readonly Organisation[] = []): Promise<Desk> {
  const warehouse = await openWarehouse(':memory:', { mode: 'write' });
  return { warehouse, known: async () => ({ registry, peers: [] }) };
}

/** Adds job postings of invented values: a share that rises in one country and not in the other, and an index that falls in one. */
export async function addPostings({ warehouse }: Desk): Promise<void> {
  const shares = ['date,jobcountry,AI_share_postings'];
  const indices = ['date,jobcountry,indeed_job_postings_index_SA,indeed_job_postings_index_NSA,variable'];
  for (let day = 0; day < 790; day++) {
    const date = new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10);
    shares.push(
      `${date},US,${(2 + day / 500 + (day % 7) / 100).toFixed(4)}`,
      `${date},FR,${(1.5 + (day % 5) / 100).toFixed(4)}`,
    );
    indices.push(`${date},US,${(130 - day / 40 + (day % 7) / 10).toFixed(2)},90,total postings`);
  }
  const files = [
    fileOf('AI_posting.csv', shares.join('\n')),
    fileOf('aggregate_job_postings_US.csv', indices.join('\n')),
  ];
  await load(warehouse, { ...usual, source: hiringlab, files, registry: [], simulated: false });
}

const usual = { key: Buffer.from('a key of the tests'), map: new Map(), skipBad: 0 };

function fileOf(name: string, text: string): InputFile {
  return {
    name,
    path: name,
    place: name,
    sha256: createHash('sha256').update(text).digest('hex'),
    async *open() {
      yield Buffer.from(text);
    },
  };
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
