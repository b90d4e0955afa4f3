import { TrinoSQL } from 'dt-sql-parser/dist/parser/trino/index.js';
import { describe, expect, it } from 'vitest';
import {
  careerSteps,
  causeSteps,
  episodeSteps,
  placementSteps,
  waitingSteps,
} from '../../src/careers/index.js';
import { type AnyMeasure, type Context, measures } from '../../src/measures/index.js';
import { causes, mainKinds } from '../../src/records/index.js';
import { disagreementSteps } from '../../src/sources/disagreement.js';
import {
  firstDay,
  monthOf,
  monthsBetween,
  render,
  type Sql,
  type Steps,
  sql,
  trinoDialect,
  upTo,
} from '../../src/warehouse/index.js';

const grammar = new TrinoSQL();

/** What the Trino grammar says of a statement: nothing, or where it stops and before what. */
function complaints(statement: Sql | string): readonly string[] {
  const text = typeof statement === 'string' ? statement : render(statement);
  return grammar.validate(text).map(({ startLine, message }) => `line ${startLine}: ${message}`);
}

const subjects = ['alpha', 'beta'].map((id, i) => ({ asked: id, organisation: i + 1, id, title: id }));
const context: Context = {
  dialect: trinoDialect,
  tables: { episode: 'episode', move: 'move', arrival: 'arrival', standing: 'standing' },
  taken: [],
  firstMonth: 24_241,
  destinations: [{ asked: 'gamma', organisation: 3, id: 'gamma', title: 'gamma' }],
  observedMonth: 24_288,
  subjects,
  named: 2,
  among: null,
  weighted: false,
};

/** Parameters that make every filter and option of a measure appear in its SQL, as far as it has them. */
const full: Readonly<Record<string, unknown>> = {
  since: '2020',
  until: '2023-06',
  title: 'research|engineer',
  kind: mainKinds[0],
  country: 'FR',
  source: 'csv',
  among: 'peers',
  closeStale: true,
  maxGap: 6,
  cause: [...causes],
  by: 'quarter',
  top: 5,
  months: 12,
  curve: true,
};

/** Parameters that have another form in one measure. */
const own: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  demand: { country: ['FR', 'US'], index: 'new', series: ['ai_share', 'index', 'ai_postings'] },
  pay: { family: ['software-developers', 'other'] },
  study: { event: 'alpha:acquired', flow: ['beta>alpha'] },
};

/** What a measure cannot be asked without. */
const needed: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { study: { event: '2022-07' } };

/** Every statement of a measure, by what was asked. */
function statementsOf(measure: AnyMeasure): readonly (readonly [string, Sql])[] {
  const names = Object.keys((measure.parameters as unknown as { shape: object }).shape);
  const all = {
    ...Object.fromEntries(names.filter((n) => n in full).map((n) => [n, full[n]])),
    ...own[measure.name],
  };
  const asked: readonly (readonly [string, object, Context])[] = [
    [
      'as it comes',
      {},
      measure.subjects === 'pair' || measure.name in needed
        ? context
        : { ...context, subjects: [], named: 0 },
    ],
    ['for two organisations', {}, context],
    ['with every parameter', all, { ...context, among: [1, 2, 3] }],
    ['of weighted people', names.includes('bounds') ? { bounds: true } : {}, { ...context, weighted: true }],
  ];
  return asked.flatMap(([how, given, where]) =>
    Object.entries(
      measure.queries(measure.parameters.parse({ ...needed[measure.name], ...given }), where) as Record<
        string,
        Steps
      >,
    ).map(([query, steps]) => [`${query} ${how}`, upTo(steps)] as const),
  );
}

describe('the Trino grammar', () => {
  it('takes a placeholder wherever a value may stand', () => {
    expect(complaints('select ? as n from t where a in (?, ?) and b like ? order by 1 limit ?')).toEqual([]);
  });

  it('notices what only DuckDB has', () => {
    for (const only of [
      'select a from t qualify row_number() over (order by a) = 1',
      'select a, count(*) from t group by all order by all',
      'select list_transform([1, 2], x -> x + 1)',
      'select * exclude (a) from t',
      "select a::date from t where a = 'x'",
      'from t select a',
    ]) {
      expect({ only, complains: complaints(only).length > 0 }).toEqual({ only, complains: true });
    }
  });
});

describe('statements in the common subset', () => {
  describe.each([
    { coarse: true, nested: true },
    { coarse: true, nested: false },
    { coarse: false, nested: true },
    { coarse: false, nested: false },
  ])('of careers where %o', (shape) => {
    const options = { closeStale: false, ...shape };
    it.each([false, true])('reads spells into episodes, closing stale jobs: %s', (closeStale) => {
      expect(complaints(upTo(episodeSteps({ closeStale, ...shape }, 'standing')))).toEqual([]);
      expect(complaints(upTo(episodeSteps({ closeStale, at: [1, 2], ...shape }, 'standing')))).toEqual([]);
    });

    it('goes along the main path', () => {
      const { steps } = episodeSteps(options, 'standing');
      expect(complaints(upTo({ steps: [...steps, ...placementSteps(shape).steps] }))).toEqual([]);
      const path = careerSteps(shape).steps;
      expect(complaints(upTo({ steps: [...path, ...waitingSteps(shape).steps] }))).toEqual([]);
    });
  });

  it('asks for the causes of moves', () => {
    expect(complaints(upTo(causeSteps({ line: 'line', grouping: 'grouping' })))).toEqual([]);
  });

  it('compares what two sources tell of the same people', () => {
    expect(complaints(upTo(disagreementSteps))).toEqual([]);
  });

  it('has the dialect in words of Trino', () => {
    const [from, to] = [sql`cast(${'2023-01-31'} as date)`, sql`cast(${'2023-02-28'} as date)`];
    expect(
      complaints(sql`select ${monthsBetween(trinoDialect, from, to)} as a, ${monthOf(from)} as b, ${firstDay(sql`24289`)} as e,
      ${trinoDialect.matches(sql`title`, sql`${'x'}`)} as c from t`),
    ).toEqual([]);
    expect(render(trinoDialect.lastDay(sql`day`))).toBe('last_day_of_month(day)');
  });

  describe.each(measures.map((measure) => [measure.name, measure] as const))('%s', (_, measure) => {
    it('has statements to look at', () => {
      expect(statementsOf(measure).length).toBeGreaterThanOrEqual(3);
    });

    it.each(statementsOf(measure))('asks for %s', (_, statement) => {
      expect(complaints(statement)).toEqual([]);
    });

    it.each(statementsOf(measure))('has a value for every placeholder of %s', (_, statement) => {
      expect(render(statement).split('?')).toHaveLength(statement.values.length + 1);
    });
  });
});
