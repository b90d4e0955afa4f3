// npm run bench:server: how long the server takes for what each view asks, for one reader on loopback, at 10 million spells.
// `npm run bench:server -- 1000000` takes another size. It prints and asserts nothing, and ends after some minutes at most.
// First: an answer that nobody has asked for before, though the server has worked out ahead what is asked of the 12 organisations
// with most people. Again: the same address asked once more. Processor time of the server says more than the clock where others use
// the machine.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseOf } from './data.js';

const size = Number(process.argv[2] ?? 10_000_000);
const rounds = 24;
const secondsForView = 150;
const secondsForPreparing = 600;
const root = join(import.meta.dirname, '..');

/** The queries of each view, as the page asks them; each round asks of other organisations or another window. */
const views = {
  overview: (ids, nth) => {
    const scope = { since: nth === 0 ? undefined : 2000 + nth };
    return {
      status: ['/api/status'],
      organisations: ['/api/organisations', { limit: 12 }],
      flows: ['/api/measures/flows', { ...scope, organisation: ids.slice(0, 12), limit: 1000 }],
      headcount: [
        '/api/measures/headcount',
        { ...scope, organisation: ids.slice(0, 8), by: 'year', limit: 1000 },
      ],
      growth: ['/api/measures/growth', { ...scope, organisation: ids.slice(0, 12) }],
    };
  },
  duel: (ids, nth) => {
    const pair = { organisation: [ids[nth], ids[nth + 1]] };
    const ratio = (more) => [
      '/api/measures/ratio',
      { ...pair, level: 'company', view: 'point-in-time', ...more },
    ];
    return {
      ratio: ratio({}),
      'gap 1': ratio({ 'max-gap': 1 }),
      'gap 12': ratio({ 'max-gap': 12 }),
      'level unit': ratio({ level: 'unit' }),
      'level group': ratio({ level: 'group' }),
      'owners of today': ratio({ view: 'pro-forma' }),
      causes: ratio({ cause: 'hire,internal,acquired,spun_off,licensed_and_hired' }),
      'two years': ratio({ since: 2024, until: 2025 }),
      'by year': ratio({ by: 'year' }),
      'by quarter': ratio({ by: 'quarter' }),
      said: ['/api/claims', pair],
    };
  },
  organisation: (ids, nth) => {
    const one = { organisation: [ids[nth]] };
    return {
      itself: [`/api/organisations/${ids[nth]}`],
      headcount: ['/api/measures/headcount', { ...one, by: 'year' }],
      flows: ['/api/measures/flows', { ...one, limit: 1000 }],
      retention: ['/api/measures/retention', { ...one, months: 24, curve: true }],
      exits: ['/api/measures/exits', { ...one, months: 24 }],
      growth: ['/api/measures/growth', { ...one, by: 'year' }],
    };
  },
  // Of these nothing is worked out ahead.
  'next largest': (ids, nth) => views.organisation(ids, nth + rounds),
  data: () => ({
    status: ['/api/status', { lang: 'en' }],
    coverage: ['/api/measures/coverage', { limit: 100 }],
    delay: ['/api/measures/delay', { limit: 100 }],
    names: ['/api/names', { lang: 'en' }],
  }),
  // Another window or level is ranked anew, which takes as long as it takes (`node bench/ranking.js`): the view as it opens.
  ranking: () => ({
    ranking: ['/api/measures/ranking', { limit: 100 }],
    dropped: ['/api/measures/ranking', { limit: 100, dropped: true }],
  }),
  claims: () => ({ claims: ['/api/claims', { limit: 100 }], questions: ['/api/questions'] }),
  method: () => ({ measures: ['/api/measures'] }),
  picker: (_, nth) => ({ search: ['/api/organisations', { q: `firm ${nth}`, limit: 30 }] }),
};

const database = await databaseOf(size);
const started = performance.now();
const server = spawn(
  process.execPath,
  [join(root, 'dist', 'cli', 'main.js'), 'serve', '--port', '0', '--db', database],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const ended = new Promise((resolve) => server.on('close', resolve));
process.once('SIGINT', () => server.kill());
try {
  const origin = await new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (text) => {
      said += text;
      const found = /(http:\S+?)\/ /.exec(said)?.[1];
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error('the server ended')));
  });
  console.log(
    `${size.toLocaleString('en')} spells; copied, opened and served after ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  await prepared(origin);
  console.log(`prepared after ${((performance.now() - started) / 1000).toFixed(1)} s`);
  await measured(origin);
} finally {
  server.kill();
  await ended;
}

/** Waits until what is worked out ahead is: else the server is measured while it does something else beside. */
async function prepared(origin) {
  for (let seconds = 0; seconds < secondsForPreparing; seconds++) {
    // A connection that the server has just closed is opened again.
    const response = await fetch(`${origin}/api/status`).catch(() => null);
    if (response !== null && !(await response.json()).preparing) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

async function measured(origin) {
  const { organisations } = await (await fetch(`${origin}/api/organisations?limit=${2 * rounds}`)).json();
  const ids = organisations.map(({ id }) => id);
  console.log(
    row('view', 'query', 'n', ['p50', 'p95', 'most', 'cpu p50'], ['p50', 'p95'], ' (milliseconds)'),
  );
  for (const [view, asks] of Object.entries(views)) {
    const until = performance.now() + secondsForView * 1000;
    const times = new Map();
    const asked = new Set();
    for (let nth = 0; nth < rounds && performance.now() < until; nth++) {
      for (const [query, [path, parameters = {}]] of Object.entries(asks(ids, nth))) {
        const address = `${origin}${path}${questionOf(parameters)}`;
        const of = times.get(query) ?? { first: [], cpu: [], again: [] };
        times.set(query, of);
        // What the server gave up once is not asked again.
        if (of.first.includes(Number.POSITIVE_INFINITY)) continue;
        if (!asked.has(address)) {
          asked.add(address);
          const before = processorOf(server.pid);
          of.first.push(await timed(address));
          of.cpu.push(processorOf(server.pid) - before);
        }
        if (of.first.at(-1) !== Number.POSITIVE_INFINITY) of.again.push(await timed(address));
      }
    }
    for (const [query, { first, cpu, again }] of times) {
      const firsts = [part(first, 0.5), part(first, 0.95), Math.max(...first), part(cpu, 0.5)];
      console.log(row(view, query, first.length, firsts, [part(again, 0.5), part(again, 0.95)]));
    }
    const all = (which) => [...times.values()].flatMap((of) => of[which]);
    const firsts = [
      part(all('first'), 0.5),
      part(all('first'), 0.95),
      Math.max(...all('first')),
      part(all('cpu'), 0.5),
    ];
    console.log(
      row(view, 'ALL', all('first').length, firsts, [part(all('again'), 0.5), part(all('again'), 0.95)]),
    );
  }
}

/** Milliseconds until the whole answer is there; infinite where the server gives it up. */
async function timed(address) {
  const before = performance.now();
  const response = await fetch(address);
  const text = await response.text();
  if (response.status === 503) return Number.POSITIVE_INFINITY;
  if (response.status !== 200) throw new Error(`${address}: ${text}`);
  return performance.now() - before;
}

/** Milliseconds of processor that a process has used, where the system tells. */
function processorOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

function questionOf(parameters) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const each of [value].flat()) if (each !== undefined) query.append(name, each);
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

function part(times, share) {
  return [...times].sort((a, b) => a - b)[Math.max(0, Math.ceil(times.length * share) - 1)];
}

function row(view, query, n, first, again, end = '') {
  const shown = (x) =>
    (typeof x === 'string' ? x : x === undefined ? '' : Number.isFinite(x) ? x.toFixed(0) : 'none').padStart(
      8,
    );
  return `${view.padEnd(13)} ${query.padEnd(16)} ${String(n).padStart(4)}  first ${first.map(shown).join(' ')}  again ${again.map(shown).join(' ')}${end}`;
}
