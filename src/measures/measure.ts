import type * as z from 'zod';
import type { Column } from '../records/index.js';
import type { Dialect, Row, Sql, Steps } from '../warehouse/index.js';

/** A text for readers, in both languages. */
export interface Words {
  readonly en: string;
  readonly fr: string;
}

/** Something a reader must know to read a figure rightly; `code` is stable. */
export interface Note extends Words {
  readonly code: string;
}

/** An organisation that a question names. */
export interface Subject {
  /** The name as the question gives it. */
  readonly asked: string;
  readonly organisation: number;
  readonly id: string;
  readonly title: string;
}

/** What a question is asked of. */
export interface Context {
  readonly dialect: Dialect;
  /** Names of the derived tables to read. */
  readonly tables: {
    readonly episode: string;
    readonly move: string;
    /** The moves once more, in the order of the organisation joined where there are many. */
    readonly arrival: string;
    readonly standing: string;
    readonly counts?: CountTables | undefined;
  };
  /** Organisations named that are below another that is named, and so taken from it. */
  readonly taken: readonly { readonly whole: string; readonly part: string }[];
  /** Whether any spell of the data carries a sampling weight; `weight` of the derived tables is null where none does. */
  readonly weighted: boolean;
  /** First month of any known date and last observed month of the data, `year * 12 + month`. */
  readonly firstMonth: number;
  readonly observedMonth: number;
  /** Organisations named in the question, in its order, and then those that its parameters name. */
  readonly subjects: readonly Subject[];
  /** How many of them the question itself names. */
  readonly named: number;
  /** Organisations that the question names as places to go to (`to`), in its order. */
  readonly destinations: readonly Subject[];
  /** Organisations of the peer set, where one is named. */
  readonly among: readonly number[] | null;
  /** Tables among those of `readsAlso` that hold something; none unless told. */
  readonly also?: readonly string[];
}

/** Names of the tables that are kept for questions about large organisations, where each one named is large. */
export interface CountTables {
  /** Counts by month. */
  readonly monthly: string;
  /** Jobs of people who held several at one. */
  readonly returner: string;
  /** Moves between two. */
  readonly between: string;
  /** Jobs of founders, at any organisation. */
  readonly founding: string;
  /** Months in which somebody became self-employed. */
  readonly alone: string;
}

/** Rows of each named query. */
export type Answers = Readonly<Record<string, readonly Row[]>>;

/** Rows of a query of whole numbers, column by column. */
export type Columns = Readonly<Record<string, Int32Array>>;

/** What a measure is given to finish with, beside the answers. */
export interface Finishing {
  /** Rows of each query of `streams`. */
  readonly columns: Readonly<Record<string, Columns>>;
  /** Lets others have their turn; @throws MercatoError `cancelled` where nobody waits any more. */
  readonly pause: () => Promise<void>;
}

/** A value in a result: a cell, or the points of a curve. */
export type Cell = string | number | boolean | null | readonly { readonly [column: string]: Cell }[];
export type ResultRow = { readonly [column: string]: Cell };

/** What a measure makes of the rows that the engine returns. */
export interface Finished {
  readonly rows: readonly ResultRow[];
  /** Rows there would be if none were cut. */
  readonly total?: number;
  /** Pairs that were tested in each period, those of rows that are cut among them. */
  readonly tested?: readonly Tested[];
  readonly notes: readonly Note[];
}

/** How many comparisons a q-value of a period takes into account. */
export interface Tested {
  readonly period: string | null;
  readonly pairs: number;
  /** Whether these are all pairs of the organisations named, tested or not: a number that tells nothing of the data. */
  readonly named?: true;
}

/**
 * One question, and all that anybody needs to know of it. Command line, report and docs loop over the list
 * of measures; a new one is one file, its test and its line in the list.
 */
export interface Measure<P = never> {
  /** Name of the measure, its file, its command. */
  readonly name: string;
  readonly title: Words;
  readonly question: Words;
  /** What is counted and what is left out. */
  readonly definition: Words;
  /** What one row is. */
  readonly grain: string;
  readonly reads: readonly string[];
  /** Tables that it reads too where they hold something. */
  readonly readsAlso?: readonly string[];
  readonly columns: readonly Column[];
  readonly parameters: z.ZodType<P>;
  /** Organisations that the question names: none, any number, one or more, or a pair. */
  readonly subjects: 'none' | 'any' | 'pair';
  readonly citation: string;
  readonly examples: readonly string[];
  /** How rows make a matrix, where they do. */
  readonly matrix?: { readonly down: string; readonly across: string; readonly cell: string };
  /** Whether it looks at everybody, whatever organisations are named. */
  readonly everybody?: boolean;
  /** Whether it shows single people's rows and so never leaves this machine. */
  readonly local?: boolean;
  /** Whether its figures take sampling weights where the data has some. */
  readonly weighs?: boolean;
  /** Steps that several of the queries read, where that pays: worked out once, and read under the name of the last one. */
  shared?(parameters: P, context: Context): Steps | undefined;
  queries(parameters: P, context: Context): Readonly<Record<string, Steps>>;
  /** Queries of many rows of whole numbers, which come column by column. */
  streams?(parameters: P, context: Context): Readonly<Record<string, Steps>>;
  finish(
    answers: Answers,
    parameters: P,
    context: Context,
    finishing: Finishing,
  ): Finished | Promise<Finished>;
}

/** A condition on a column, where there is something to ask. */
export function where(conditions: readonly (Sql | null)[]): Sql[] {
  return conditions.filter((condition) => condition !== null);
}
