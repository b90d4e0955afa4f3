import { countsKept, isWeighted } from './counts.js';
import { type DataLine, dataLine } from './dataLine.js';
import { type Derivation, withDerived } from './derived.js';
import { MercatoError } from './errors.js';
import { optionOf } from './given.js';
import type { Answers, Context, Finishing, Measure, Note, ResultRow, Tested } from './measures/index.js';
import { type Column, episodeTable, filingTable, moveTable, parseDate, parseMonth } from './records/index.js';
import { placesOf, type Scoping, scopeNotes, scopeOf, stored, weightNotes } from './scope.js';
import { type Desk, destinationsIn, membersOf, namesIn, subjectsOf } from './subjects.js';
import { cancelled, inTurn, inTurnUntil } from './turn.js';
import {
  monthOf,
  name,
  numbersIn,
  onceIn,
  type Row,
  render,
  sql,
  upTo,
  type Warehouse,
} from './warehouse/index.js';

/** A result that says what it rests on. */
export interface Result {
  readonly measure: string;
  readonly parameters: { readonly [name: string]: unknown };
  readonly data: DataLine;
  readonly columns: readonly Column[];
  readonly rows: readonly ResultRow[];
  /** Rows there would be if none were cut. */
  readonly total: number;
  readonly tested?: readonly Tested[];
  readonly notes: readonly Note[];
}

/** A question: organisations by the names a user gives, and parameters as a user gives them. */
export interface Question {
  readonly subjects?: readonly string[];
  readonly parameters?: { readonly [name: string]: unknown };
  /** Organisations that are counted for themselves, and so not in those that are above them, as if they were named. */
  readonly beside?: readonly string[];
}

/**
 * Asks one measure one question.
 *
 * @param begun called when the questions before it are answered
 * @throws MercatoError `parameter` for a parameter or organisation that is wrong, with what would be right; `warehouse` where
 *   nothing is loaded; `cancelled` where the signal fires
 */
export async function ask<P>(
  desk: Desk,
  measure: Measure<P>,
  question: Question,
  signal?: AbortSignal,
  begun?: () => void,
): Promise<Result> {
  const { warehouse } = desk;
  const parameters = parametersOf(measure, question);
  const { context, data, derivations } = await inTurnUntil(warehouse, signal, async () => {
    begun?.();
    const found = await contextOf(desk, measure, question, parameters as Record<string, unknown>);
    checkPair(measure, found.context);
    return found;
  });
  const { answers, columns } = await withDerived(desk, derivations, () =>
    inTurnUntil(warehouse, signal, () => answersTo(warehouse, measure, parameters, context)),
  );
  const pause = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted) throw cancelled();
  };
  const finished = await measure.finish(answers, parameters, context, { columns, pause });
  const { rows, notes, total = rows.length, tested } = finished;
  return {
    measure: measure.name,
    parameters: {
      ...(context.subjects.length === 0 ? {} : { organisations: context.subjects.map((s) => s.title) }),
      ...(parameters as object),
    },
    data,
    columns: measure.columns.filter((c) => !c.optional || rows.some((row) => c.name in row)),
    rows,
    total,
    ...(tested === undefined ? {} : { tested }),
    notes: [...notes, ...weightNotes(measure, context), ...scopeNotes(context)],
  };
}

async function answersTo<P>(
  warehouse: Warehouse,
  measure: Measure<P>,
  parameters: P,
  context: Context,
): Promise<{ readonly answers: Answers; readonly columns: Finishing['columns'] }> {
  const shared = measure.shared?.(parameters, context);
  const kept = shared?.steps.at(-1)?.[0];
  const answers: Record<string, readonly Row[]> = {};
  const columns: Record<string, Finishing['columns'][string]> = {};
  try {
    if (shared !== undefined && kept !== undefined) await warehouse.keep(kept, 'session', upTo(shared));
    for (const [query, steps] of Object.entries(measure.queries(parameters, context))) {
      answers[query] = await warehouse.query(upTo(steps));
    }
    for (const [query, steps] of Object.entries(measure.streams?.(parameters, context) ?? {})) {
      columns[query] = await numbersIn(warehouse, upTo(steps));
    }
  } finally {
    if (kept !== undefined) await warehouse.drop(kept).catch(() => undefined);
  }
  return { answers, columns };
}

/** The statements that a question would run, by name, with `?` where values go, and the values. */
export async function explain<P>(
  desk: Desk,
  measure: Measure<P>,
  question: Question,
): Promise<readonly { readonly query: string; readonly sql: string; readonly values: readonly unknown[] }[]> {
  const parameters = parametersOf(measure, question);
  const { context } = await inTurn(desk.warehouse, () =>
    contextOf(desk, measure, question, parameters as Record<string, unknown>),
  );
  checkPair(measure, context);
  const shared = measure.shared?.(parameters, context);
  const all = {
    ...(shared ? { shared } : {}),
    ...measure.queries(parameters, context),
    ...measure.streams?.(parameters, context),
  };
  return Object.entries(all).map(([query, steps]) => {
    const statement = upTo(steps);
    return { query, sql: render(statement), values: statement.values };
  });
}

/** Parameters as the measure takes them. */
export function parametersOf<P>(measure: Measure<P>, question: Question): P {
  const parsed = measure.parameters.safeParse(question.parameters ?? {});
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = String(issue?.path[0] ?? (issue?.code === 'unrecognized_keys' ? issue.keys[0] : ''));
    const given = JSON.stringify(question.parameters?.[field] ?? null);
    const wanted =
      issue?.code === 'invalid_value' ? `choose from ${issue.values.join(', ')}` : (issue?.message ?? '');
    throw new MercatoError('parameter', `invalid ${optionOf(field)}: ${given} (${measure.name}); ${wanted}`, {
      data: { measure: measure.name, parameter: field },
    });
  }
  const { since, until } = parsed.data as { since?: string; until?: string };
  if (since !== undefined && until !== undefined) {
    if ((parseMonth(since, 'first') ?? 0) > (parseMonth(until, 'last') ?? 0)) {
      throw new MercatoError('parameter', `window runs backwards: since ${since} until ${until}; swap them`);
    }
  }
  const named = question.subjects?.length ?? 0;
  if (measure.subjects === 'pair' && named !== 2) {
    throw new MercatoError(
      'usage',
      `${measure.name} takes two organisations, not ${named}: ${measure.examples[0]}`,
    );
  }
  if (measure.subjects === 'none' && named > 0) {
    throw new MercatoError('usage', `${measure.name} takes no organisation: ${measure.examples[0]}`);
  }
  return parsed.data;
}

function checkPair<P>(measure: Measure<P>, { subjects }: Context): void {
  const [from, to] = subjects;
  if (measure.subjects === 'pair' && (to === undefined || from?.organisation === to.organisation)) {
    throw new MercatoError(
      'usage',
      `${measure.name} takes two different organisations, not ${from?.title} twice: ${measure.examples[0]}`,
    );
  }
}

async function contextOf(
  desk: Desk,
  {
    reads,
    readsAlso = [],
    everybody = false,
  }: {
    readonly reads: readonly string[];
    readonly readsAlso?: readonly string[];
    readonly everybody?: boolean;
  },
  question: Question,
  parameters: { readonly [name: string]: unknown },
): Promise<{
  readonly context: Context;
  readonly data: DataLine;
  readonly derivations: readonly Derivation[];
}> {
  const { warehouse } = desk;
  const data = await dataLine(desk, parameters, reads, readsAlso);
  const first = await firstMonthOf(warehouse);
  const observedMonth = parseDate(data.observedUntil)?.first ?? 0;
  const subjects = await subjectsOf(desk, namesIn(question, parameters), reads);
  const among = await membersOf(desk, parameters.among);
  const beside = (await subjectsOf(desk, question.beside ?? [], reads)).map(
    ({ organisation }) => organisation,
  );
  const destinations = (await subjectsOf(desk, destinationsIn(parameters), reads)).filter(
    (one, i, all) => all.findIndex((other) => other.organisation === one.organisation) === i,
  );
  // A measure without a level reads careers as they are stored.
  const careers =
    'level' in parameters && (reads.includes(episodeTable.name) || reads.includes(moveTable.name));
  const members = [...(among ?? []), ...beside];
  const named = [...subjects, ...destinations];
  const scoping = parameters as unknown as Scoping;
  const scope = careers
    ? await scopeOf(warehouse, named, members, scoping, { everybody, lasting: desk.aside !== undefined })
    : reads.includes(filingTable.name)
      ? await placesOf(warehouse, named, members, scoping)
      : stored;
  const weighted = careers && (await isWeighted(warehouse));
  // What looks at everybody is not answered by those who are large.
  const counts = everybody ? null : countsKept(desk, scope, subjects);
  const { taken, derivation } = scope;
  const tables = counts === null ? scope.tables : { ...scope.tables, counts: counts.tables };
  const derivations = [derivation, ...(counts === null ? [] : [counts.derivation])];
  const context = {
    dialect: warehouse.dialect,
    tables,
    taken,
    firstMonth: first ?? observedMonth,
    weighted,
    observedMonth,
    subjects,
    named: new Set(question.subjects ?? []).size,
    destinations,
    among,
    also: await filledAmong(warehouse, readsAlso),
  };
  return { context, data, derivations };
}

/** The first month that a spell names. */
function firstMonthOf(warehouse: Warehouse): Promise<number | null> {
  return onceIn(warehouse, 'first month', async () => {
    const [first] = await warehouse.query<{ month: number | null }>(
      sql`select min(${monthOf(sql`day`)}) as month from (
        select min(start_date) as day from spell union all select min(end_date) from spell) as dated`,
    );
    return first?.month ?? null;
  });
}

async function filledAmong(warehouse: Warehouse, tables: readonly string[]): Promise<readonly string[]> {
  const filled: string[] = [];
  for (const table of tables) {
    const [row] = await warehouse.query(sql`select 1 as found from ${name(table)} limit 1`);
    if (row !== undefined) filled.push(table);
  }
  return filled;
}
