import { type DataLine, dataLine } from './dataLine.js';
import { MercatoError } from './errors.js';
import { optionOf } from './given.js';
import type { Answers, Context, Measure, Note, ResultRow } from './measures/index.js';
import { type Column, episodeTable, filingTable, moveTable, parseDate, parseMonth } from './records/index.js';
import { placesOf, type Scoping, scopeNotes, scopeOf, stored } from './scope.js';
import { type Desk, membersOf, namesIn, subjectsOf } from './subjects.js';
import { monthOf, type Row, render, sql, upTo, type Warehouse } from './warehouse/index.js';

/** A result that says what it rests on. */
export interface Result {
  readonly measure: string;
  readonly parameters: { readonly [name: string]: unknown };
  readonly data: DataLine;
  readonly columns: readonly Column[];
  readonly rows: readonly ResultRow[];
  /** Rows there would be without `top`. */
  readonly total: number;
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
  const data = await dataLine(desk, parameters as Record<string, unknown>, measure.reads);
  const { context, answers } = await inTurn(warehouse, () =>
    until(signal, warehouse, async () => {
      begun?.();
      const context = await contextOf(desk, measure, question, parameters as Record<string, unknown>, data);
      checkPair(measure, context);
      return { context, answers: await answersTo(warehouse, measure, parameters, context) };
    }),
  );
  const { rows, notes, total = rows.length } = measure.finish(answers, parameters, context);
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
    notes: [...notes, ...scopeNotes(context)],
  };
}

const turns = new WeakMap<Warehouse, Promise<unknown>>();

/** Waits for the question before: each keeps what its queries share under a name that another may use too. */
function inTurn<T>(warehouse: Warehouse, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(warehouse) ?? Promise.resolve()).catch(() => undefined).then(work);
  turns.set(warehouse, turn);
  return turn;
}

/** Does some work unless a signal has fired, and ends the statement that runs where it fires meanwhile. */
async function until<T>(
  signal: AbortSignal | undefined,
  warehouse: Warehouse,
  work: () => Promise<T>,
): Promise<T> {
  if (signal === undefined) return work();
  const cancelled = () => new MercatoError('cancelled', 'cancelled: nobody waits for the answer');
  if (signal.aborted) throw cancelled();
  signal.addEventListener('abort', warehouse.interrupt);
  try {
    const done = await work();
    if (signal.aborted) throw cancelled();
    return done;
  } finally {
    signal.removeEventListener('abort', warehouse.interrupt);
  }
}

async function answersTo<P>(
  warehouse: Warehouse,
  measure: Measure<P>,
  parameters: P,
  context: Context,
): Promise<Answers> {
  const shared = measure.shared?.(parameters, context);
  const kept = shared?.steps.at(-1)?.[0];
  const answers: Record<string, readonly Row[]> = {};
  try {
    if (shared !== undefined && kept !== undefined) await warehouse.keep(kept, 'session', upTo(shared));
    for (const [query, steps] of Object.entries(measure.queries(parameters, context))) {
      answers[query] = await warehouse.query(upTo(steps));
    }
  } finally {
    if (kept !== undefined) await warehouse.drop(kept).catch(() => undefined);
  }
  return answers;
}

/** The statements that a question would run, by name, with `?` where values go, and the values. */
export async function explain<P>(
  desk: Desk,
  measure: Measure<P>,
  question: Question,
): Promise<readonly { readonly query: string; readonly sql: string; readonly values: readonly unknown[] }[]> {
  const parameters = parametersOf(measure, question);
  const data = await dataLine(desk, parameters as Record<string, unknown>, measure.reads);
  const context = await inTurn(desk.warehouse, () =>
    contextOf(desk, measure, question, parameters as Record<string, unknown>, data),
  );
  checkPair(measure, context);
  const shared = measure.shared?.(parameters, context);
  const all = { ...(shared ? { shared } : {}), ...measure.queries(parameters, context) };
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
    throw new MercatoError(
      'parameter',
      `invalid ${optionOf(field)}: ${given} (${measure.name}); ${issue?.message ?? ''}`,
      { data: { measure: measure.name, parameter: field } },
    );
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
  { reads, everybody = false }: { readonly reads: readonly string[]; readonly everybody?: boolean },
  question: Question,
  parameters: { readonly [name: string]: unknown },
  data: DataLine,
): Promise<Context> {
  const { warehouse } = desk;
  const first = await firstMonthOf(warehouse);
  const observedMonth = parseDate(data.observedUntil)?.first ?? 0;
  const subjects = await subjectsOf(desk, namesIn(question, parameters), reads);
  const among = await membersOf(desk, parameters.among);
  const beside = (await subjectsOf(desk, question.beside ?? [], reads)).map(
    ({ organisation }) => organisation,
  );
  const careers = reads.includes(episodeTable.name) || reads.includes(moveTable.name);
  const members = [...(among ?? []), ...beside];
  const scoping = parameters as unknown as Scoping;
  const scope = careers
    ? await scopeOf(warehouse, subjects, members, scoping, everybody)
    : reads.includes(filingTable.name)
      ? await placesOf(warehouse, subjects, members, scoping)
      : stored;
  return {
    dialect: warehouse.dialect,
    ...scope,
    firstMonth: first ?? observedMonth,
    observedMonth,
    subjects,
    named: new Set(question.subjects ?? []).size,
    among,
  };
}

const firstMonths = new WeakMap<Warehouse, number | null>();

/** The first month that a spell names; looked for once in a database that is only read. */
async function firstMonthOf(warehouse: Warehouse): Promise<number | null> {
  const known = firstMonths.get(warehouse);
  if (known !== undefined) return known;
  const [first] = await warehouse.query<{ month: number | null }>(
    sql`select min(${monthOf(sql`day`)}) as month from (
      select min(start_date) as day from spell union all select min(end_date) from spell) as dated`,
  );
  const month = first?.month ?? null;
  if (!warehouse.writable) firstMonths.set(warehouse, month);
  return month;
}
