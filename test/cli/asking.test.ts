import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { measures } from '../../src/measures/index.js';
import { formats } from '../../src/sources/index.js';
import { disclosureOf } from '../sources/filings.js';
import { careers, main, mercato, observed, place, processOf, quick, withDriver } from './command.js';

withDriver();

const pair = ['Acorn Works', 'Birch Labs'];
/** What a measure cannot be asked without. */
const namesOf = ({ name, subjects }: { readonly name: string; readonly subjects: string }): string[] => [
  ...(subjects === 'pair' || name === 'study' ? pair : []),
  ...(name === 'study' ? ['--event', '2021-06'] : []),
];
const postings = 'date,jobcountry,AI_share_postings\n2022-12-30,US,2\n2022-12-31,US,3\n';
const filings = disclosureOf([
  { EMPLOYER_NAME: 'ACORN WORKS', DECISION_DATE: 44_926, RECEIVED_DATE: 44_919 },
]);
/** Sources of measures that tell of no person, by what they read. */
const ofNobody: Readonly<Record<string, string>> = { posting: 'hiringlab', filing: 'lca' };
const tellsOfPeople = (reads: readonly string[]): boolean => !reads.some((table) => table in ofNobody);
/** The sources that a measure rests on; all are loaded. */
const sourcesOf = ({
  reads,
  readsAlso = [],
}: {
  reads: readonly string[];
  readsAlso?: readonly string[];
}) => [
  reads.flatMap((table) => ofNobody[table] ?? [])[0] ?? 'csv',
  ...readsAlso.flatMap((table) => ofNobody[table] ?? []),
];
/** What a measure must be asked for these few careers to have an answer. */
const more: Readonly<Record<string, readonly string[]>> = { ranking: ['--min-moves', '1', '--dropped'] };

let cwd = '';

beforeAll(async () => {
  const formulas =
    'person,employer,start,end\nola,=1+1,2019,2020\nola,@SUM(A1),2020,\nliv,"+49 ""Works""",2019,2020\nliv,-2+3,2020,\n';
  cwd = place({
    'careers.csv': careers,
    'formulas.csv': formulas,
    'AI_posting.csv': postings,
    'LCA.xlsx': filings,
  });
  const said = await quick(['load', 'csv', 'careers.csv', 'formulas.csv', ...observed], { cwd });
  expect(said.code).toBe(0);
  const other = await quick(['load', 'hiringlab', 'AI_posting.csv'], { cwd });
  expect([other.code, other.out]).toEqual([0, 'AI_posting.csv: loaded, 2 rows of posting\n']);
  const last = await quick(['load', 'lca', 'LCA.xlsx'], { cwd });
  expect([last.code, last.out]).toEqual([0, 'LCA.xlsx: loaded, 1 rows of filing\n']);
});

describe('mercato MEASURE --json', () => {
  it.each(measures.map((measure) => [measure.name, measure] as const))('%s', async (name, measure) => {
    const args = [name, ...namesOf(measure), ...(more[name] ?? []), '--json'];
    const said = await quick(args, { cwd });
    expect([said.code, said.err]).toEqual([0, '']);
    const answer = JSON.parse(said.out);
    expect(Object.keys(answer)).toEqual(['measure', 'parameters', 'data', 'columns', 'rows', 'notes']);
    expect(answer.measure).toBe(name);
    expect(answer.data).toEqual({
      version: expect.stringMatching(/^[0-9a-f]{12}$/),
      observedUntil: '2022-12-31',
      sources: sourcesOf(measure),
      population: tellsOfPeople(measure.reads) ? 'everybody' : '',
      simulated: false,
    });
    for (const column of answer.columns) {
      expect(Object.keys(column)).toEqual(['name', 'type', 'unit', 'meaning']);
      expect(column.name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(column.meaning).not.toBe('');
    }
    expect(answer.rows.length).toBeGreaterThan(0);
    const columns = answer.columns.map((c: { name: string }) => c.name);
    for (const row of answer.rows) expect(Object.keys(row).filter((c) => c !== 'curve')).toEqual(columns);
    for (const note of answer.notes) expect(note).toMatch(/\S/);
    expect((await quick(args, { cwd })).out).toBe(said.out);
  });

  it('counts what the careers say', async () => {
    const { out } = await quick(['ratio', ...pair, '--json'], { cwd });
    expect(JSON.parse(out).rows).toMatchObject([
      {
        from: 'Acorn Works',
        to: 'Birch Labs',
        forward: 2,
        backward: 1,
        ratio: 2,
        rate_forward: 1,
        left_out: 1,
      },
    ]);
  });

  it('takes an option that is given once for each organisation, whatever is in its name', async () => {
    const args = ['exits', 'Acorn Works', '--to', 'Birch Labs', '--to', 'Acorn Works', '--json'];
    const { parameters, rows } = JSON.parse((await quick(args, { cwd })).out);
    expect(parameters.to).toEqual(['Birch Labs', 'Acorn Works']);
    expect(rows[0]).toMatchObject({ destination: 'Birch Labs', named: true, events: 1 });
    const other = await quick(['exits', 'Acorn Works', '--to', 'Birch, Labs & Sons'], { cwd });
    expect([other.code, other.err]).toEqual([
      2,
      'mercato: unknown organisation: "Birch, Labs & Sons"; see mercato resolve for the names in the data\n',
    ]);
  });

  it('prints months as YYYY-MM and nothing beyond numbers', async () => {
    const { out } = await quick(['headcount', ...pair, '--json'], { cwd });
    for (const row of JSON.parse(out).rows) expect(row.month).toMatch(/^\d{4}-\d{2}$/);
    for (const { name, subjects } of measures) {
      const said = await quick([name, ...namesOf({ name, subjects }), '--json'], { cwd });
      expect(said.out).not.toMatch(/\b(NaN|Infinity)\b/);
    }
  });

  it('gives every row unless --top says how many', async () => {
    const all = JSON.parse((await quick(['headcount', ...pair, '--json'], { cwd })).out).rows;
    const top = JSON.parse((await quick(['headcount', ...pair, '--json', '--top', '3'], { cwd })).out).rows;
    expect(all.length).toBeGreaterThan(20);
    expect(top).toEqual(all.slice(0, 3));
  });

  it('is one document in a process of its own too, the same bytes twice', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => mercato(['flows', '--json'], { cwd })));
    expect([one?.code, one?.err]).toEqual([0, '']);
    expect(JSON.parse(one?.out ?? '').measure).toBe('flows');
    expect(two?.out).toBe(one?.out);
  });

  it('changes nothing in the database by asking', async () => {
    const bytes = readFileSync(join(cwd, 'mercato.duckdb'));
    for (const { name, subjects, reads } of measures) {
      const narrowed =
        tellsOfPeople(reads) && !reads.some((table) => ['event', 'vintage'].includes(table))
          ? ['--close-stale', '--title', 'a']
          : [];
      const said = await quick([name, ...namesOf({ name, subjects }), ...narrowed], { cwd });
      expect([name, said.code, said.err]).toEqual([name, 0, '']);
    }
    expect(readFileSync(join(cwd, 'mercato.duckdb')).equals(bytes)).toBe(true);
  });
});

describe('mercato MEASURE --format csv', () => {
  it('says of pairs of too few people how to see them', async () => {
    const all = await quick(['flows', '--json'], { cwd });
    const { length } = JSON.parse(all.out).rows;
    const least = ['flows', '--min-people', '100'];
    expect((await quick(least, { cwd })).out).toContain(
      `0 of ${length} rows; --top N shows more, and so does a lower`,
    );
    expect((await quick([...least, '--lang', 'fr'], { cwd })).out).toContain('un --min-people plus bas');
  });

  it('cannot be taken for formulas', async () => {
    const { out, code } = await quick(['flows', '--format', 'csv'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain("'=1+1");
    expect(out).toContain("'@SUM(A1)");
    expect(out).toContain('"\'+49 ""Works"""');
    expect(out).toContain("'-2+3");
    for (const line of out.split('\r\n')) expect(line).not.toMatch(/(^|,)"?[=+@\t]/);
  });

  it('ends every line in CR LF under a head line of the columns', async () => {
    const flows = measures.find((m) => m.name === 'flows')!;
    const { out } = await quick(['flows', '--format', 'csv'], { cwd });
    expect(out.split('\r\n')[0]).toBe(
      flows.columns
        .filter((c) => !c.optional)
        .map((c) => c.name)
        .join(','),
    );
    expect(out.endsWith('\r\n')).toBe(true);
    expect(out.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('mercato MEASURE as a table', () => {
  it.each(measures.map((measure) => [measure.name, measure] as const))('%s', async (name, measure) => {
    const { question } = measure;
    const said = await quick([name, ...namesOf(measure)], { cwd });
    expect([said.code, said.err]).toEqual([0, '']);
    expect(said.out).toContain(`Sources: ${sourcesOf(measure).join(', ')}. Observed until 2022-12-31.`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: there are to be none
    expect(said.out).not.toMatch(/\u001b/);
    const french = await quick([name, ...namesOf(measure), '--lang', 'fr'], { cwd });
    expect(french.out).toContain('Observé jusqu’au 2022-12-31');
    expect(question.fr).not.toBe(question.en);
  });
});

describe('mercato explain', () => {
  it.each(measures.map((measure) => [measure.name, measure] as const))('%s', async (name, measure) => {
    const { code, out, err } = await quick(['explain', name, ...namesOf(measure)], { cwd });
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(measure.definition.en);
    expect(out).toContain(measure.citation);
    expect(out).toMatch(/^with "/m);
    const json = JSON.parse((await quick(['explain', name, ...namesOf(measure), '--json'], { cwd })).out);
    expect(json.statements.length).toBeGreaterThan(0);
    for (const { sql, values } of json.statements) expect(sql.split('?')).toHaveLength(values.length + 1);
  });

  it('says what a measure is where nothing is loaded', async () => {
    const said = await quick(['explain', 'retention', '--db', 'nowhere.duckdb'], { cwd });
    expect(said.code).toBe(0);
    expect(said.out).toContain('Kaplan');
    expect(existsSync(join(cwd, 'nowhere.duckdb'))).toBe(false);
  });
});

describe('mercato --help', () => {
  const commands = [...measures.map((m) => m.name), 'load', 'status', 'resolve', 'explain', 'report', 'demo'];
  it.each(commands)('has examples of %s', async (command) => {
    const { code, out, err } = await quick([command, '--help'], { cwd });
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(new RegExp(`Examples:\\n +mercato ${command}\\b`));
  });

  it('names every command and every source', async () => {
    const { out } = await quick(['--help'], { cwd });
    for (const command of commands) expect(out).toMatch(new RegExp(`^ +${command}\\b`, 'm'));
    const load = await quick(['load', '--help'], { cwd });
    for (const source of formats) expect(load.out).toContain(source.example);
    expect((await quick(['help', 'load'], { cwd })).out).toBe(load.out);
  });

  it('gives the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await mercato(['--version'], { cwd })).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('shows the commands to who gives none', async () => {
    const said = await quick([], { cwd });
    expect(said.code).toBe(2);
    expect(said.err + said.out).toContain('Commands:');
  });
});

describe('mercato resolve -', () => {
  it('reads one name a line, byte for byte', async () => {
    const names = [
      'Google LLC',
      ' spaces at both ends ',
      '"quoted", with comma',
      'שלום',
      'OpenAI',
      'e\u0301',
      '=1+1',
      '\u2028line',
      'form\u000cfeed',
      'n\u0085el',
    ];
    const said = await mercato(['resolve', '-', '--json'], { cwd, input: `${names.join('\n')}\n` });
    expect([said.code, said.err]).toEqual([0, '']);
    expect(JSON.parse(said.out).map((row: { name: string }) => row.name)).toEqual(names);
  });

  it('takes CR LF for a line break, and a blank line for a name', async () => {
    const said = await mercato(['resolve', '-', '--json'], { cwd, input: 'Acorn\r\n\r\nBirch' });
    expect(JSON.parse(said.out).map((row: { name: string }) => row.name)).toEqual(['Acorn', '', 'Birch']);
  });

  it('resolves names that are given, one row each, as often as given', async () => {
    const { out } = await quick(['resolve', 'OpenAI', 'Acorn Works', 'Freelance', 'OpenAI', '--json'], {
      cwd,
    });
    expect(
      JSON.parse(out).map((row: { organisation: string; how: string }) => [row.organisation, row.how]),
    ).toEqual([
      ['openai', 'exact'],
      ['~acorn-works', 'own'],
      ['self-employed', 'state'],
      ['openai', 'exact'],
    ]);
  });
});

describe('mercato load, again', () => {
  const files = { 'a.csv': careers, 'b.csv': 'person,employer,start\nola,Cedar,2019\n' };
  const status = async (where: string) => JSON.parse((await quick(['status', '--json'], { cwd: where })).out);
  const load = async (where: string, ...more: string[]) =>
    quick(['load', 'csv', 'a.csv', 'b.csv', ...observed, ...more], { cwd: where });

  it('passes a file over that is the same, and replaces what another gave', async () => {
    const where = place(files);
    expect((await load(where)).out).toBe('a.csv: loaded, 6 spells\nb.csv: loaded, 1 spells\n');
    const first = await status(where);
    expect((await load(where)).out).toBe('a.csv: unchanged, 6 spells\nb.csv: unchanged, 1 spells\n');
    expect(await status(where)).toEqual(first);

    writeFileSync(join(where, 'a.csv'), careers.split('\n').slice(0, 3).join('\n'));
    expect((await load(where)).out).toBe('a.csv: replaced, 2 spells\nb.csv: unchanged, 1 spells\n');
    const replaced = await status(where);
    expect(replaced).toMatchObject({ people: 2, spells: 3, organisations: 3, moves: 1 });
    expect(replaced.data_version).not.toBe(first.data_version);

    writeFileSync(join(where, 'a.csv'), careers);
    await load(where);
    const { data_version, people, spells, moves } = await status(where);
    expect([data_version, people, spells, moves]).toEqual([
      first.data_version,
      first.people,
      first.spells,
      first.moves,
    ]);
  });

  it('takes away what a file gave whose rows all vanish', async () => {
    const where = place(files);
    await load(where);
    writeFileSync(join(where, 'a.csv'), 'person,employer,start\n');
    expect((await load(where)).out).toBe('a.csv: replaced, 0 spells\nb.csv: unchanged, 1 spells\n');
    expect(await status(where)).toMatchObject({
      people: 1,
      spells: 1,
      organisations: 1,
      episodes: 1,
      moves: 0,
    });
    expect((await quick(['headcount', 'Acorn Works'], { cwd: where })).code).toBe(2);
  });

  it('reads a file anew that is read otherwise', async () => {
    const where = place(files);
    await load(where);
    const later = ['load', 'csv', 'b.csv', '--observed-until', '2023-06-30'];
    expect((await quick(later, { cwd: where })).out).toBe('b.csv: replaced, 1 spells\n');
    expect((await status(where)).sources.map((s: { observed_until: string }) => s.observed_until)).toEqual([
      '2022-12-31',
      '2023-06-30',
    ]);
  });

  it('gives the same data version whatever the order of the files', async () => {
    const [one, two] = [place(files), place(files)];
    await quick(['load', 'csv', 'a.csv', 'b.csv', ...observed], { cwd: one });
    await quick(['load', 'csv', 'b.csv', ...observed], { cwd: two });
    await quick(['load', 'csv', 'a.csv', ...observed], { cwd: two });
    const [a, b] = [
      await quick(['flows', '--json'], { cwd: one }),
      await quick(['flows', '--json'], { cwd: two }),
    ];
    expect(b.out).toBe(a.out);
  });

  it('skips as many bad rows as allowed, listing each, and says so in JSON', async () => {
    const where = place({ 'a.csv': `${careers}nils,,2019,,\nida,Cedar,soon,,\n` });
    const few = await quick(['load', 'csv', 'a.csv', ...observed, '--skip-bad', '1'], { cwd: where });
    expect([few.code, few.out]).toEqual([1, '']);
    for (const words of ['(a.csv:8)', '(a.csv:9)', 'more than the 1 of --skip-bad'])
      expect(few.err).toContain(words);
    expect(existsSync(join(where, 'mercato.duckdb'))).toBe(false);

    const enough = await quick(['load', 'csv', 'a.csv', ...observed, '--skip-bad', '2', '--json'], {
      cwd: where,
    });
    expect(enough.code).toBe(0);
    expect(JSON.parse(enough.out).files).toMatchObject([
      {
        name: 'a.csv',
        outcome: 'loaded',
        spells: 6,
        bad: [
          { line: 8, field: 'employer' },
          { line: 9, field: 'start', value: 'soon' },
        ],
      },
    ]);
    expect((await status(where)).sources[0]).toMatchObject({ spells: 6, bad_rows: 2 });
  });

  it('makes a key that only its owner reads, once, and nothing for the world', async () => {
    const where = place(files);
    const said = await load(where);
    expect(said.err).toContain('made a key');
    expect(statSync(join(where, 'mercato.key')).mode & 0o777).toBe(0o600);
    expect((await load(where)).err).not.toContain('made a key');
    const bytes = readFileSync(join(where, 'mercato.duckdb')).toString('latin1');
    expect(bytes).not.toContain(readFileSync(join(where, 'mercato.key'), 'utf8').trim());
  });
});

describe('mercato in a pipe', () => {
  it('ends quietly when nobody reads on', async () => {
    const script = '"$0" "$1" headcount "Acorn Works" "Birch Labs" --json | head -c 1 >&2; exit $PIPESTATUS';
    const said = await processOf('bash', ['-c', script, process.execPath, main], { cwd });
    expect([said.code, said.err]).toEqual([0, '{']);
  });
});
