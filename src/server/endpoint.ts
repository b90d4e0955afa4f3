import * as z from 'zod';
import type { Property } from '../given.js';
import type { Lang } from '../report/index.js';
import type { Desk } from '../subjects.js';
import type { Serving, Snapshot } from './serving.js';

/** A request, parsed as far as every endpoint needs it. */
export interface Asking {
  readonly serving: Serving;
  readonly snapshot: Snapshot;
  /** Where it is asked: before what is worked out ahead, or with that. */
  readonly desk: Desk;
  /** Parts of the path, by name. */
  readonly path: { readonly [name: string]: string };
  /** What stands behind the `?`, each name with all its values. */
  readonly query: ReadonlyMap<string, readonly string[]>;
  readonly lang: Lang;
  /** What is posted, of the form that the endpoint says; undefined where nothing is. */
  readonly body?: unknown;
  /** Fires when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** To be called when the answer is begun, where others are answered before. */
  readonly begun: () => void;
}

/** A parameter of an address, for the description of the API. */
export interface AddressParameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly schema: Property | { readonly [key: string]: unknown };
  readonly description: string;
  readonly required?: boolean;
}

/** One address of the API: what it answers, what may be asked of it, and the form of its answer. */
export interface Endpoint {
  /** Path with `{name}` for its parts. */
  readonly path: string;
  /** How it is asked; `get` unless told. */
  readonly method?: 'get' | 'post';
  /** Form of what is posted. */
  readonly body?: z.ZodType;
  readonly summary: string;
  readonly parameters: readonly AddressParameter[];
  /** Form of the answer; null where it is a file. */
  readonly answer: z.ZodType | null;
  /** Media types of an answer that is a file. */
  readonly media?: readonly string[];
  /** Whether its answer may change while the data do not: then it is asked anew every time. */
  readonly changes?: true;
  run(asking: Asking): Promise<Answer>;
}

/** An answer: JSON text, a file, or that what the path names is not there. */
export type Answer =
  | { readonly json: string }
  | { readonly missing: string }
  | { readonly body: Uint8Array | string; readonly media: string; readonly file: string };

/** A value as JSON. */
export function jsonOf(value: unknown): Answer {
  return { json: JSON.stringify(value) };
}

/** Texts for readers as JSON: French marks stay on the line of their word. */
export function wordsOf(value: unknown, lang: Lang): Answer {
  const json = JSON.stringify(value);
  if (lang === 'en') return { json };
  return { json: json.replace(/ (?=[:;?!%»])/g, '\u00a0').replace(/« /g, '«\u00a0') };
}

/** The language of an answer. */
export const langParameter: AddressParameter = {
  name: 'lang',
  in: 'query',
  schema: { type: 'string', enum: ['en', 'fr'] },
  description: 'language of words; by default that of the browser',
};

const most = 1000;

/** Which rows of an answer are given. */
export const pageParameters: readonly AddressParameter[] = [
  {
    name: 'limit',
    in: 'query',
    schema: { type: 'integer', minimum: 1, maximum: most, default: 100 },
    description: `rows of the answer, at most ${most}`,
  },
  {
    name: 'offset',
    in: 'query',
    schema: { type: 'integer', minimum: 0, default: 0 },
    description: 'rows passed over',
  },
];

const pageOf = z.object({
  limit: z.coerce.number().int().min(1).max(most).default(100),
  offset: z.coerce.number().int().min(0).default(0),
});

/** Which rows are asked for. */
export type Page = z.output<typeof pageOf>;

/** The page that a request asks for; null with what is wrong. */
export function pageIn(query: Asking['query']): Page | { readonly wrong: string } {
  const given = { limit: query.get('limit')?.at(-1), offset: query.get('offset')?.at(-1) };
  const parsed = pageOf.safeParse(given);
  if (parsed.success) return parsed.data;
  const field = String(parsed.error.issues[0]?.path[0]);
  const written = JSON.stringify(given[field as 'limit' | 'offset']);
  const fix = field === 'limit' ? `write a whole number from 1 to ${most}` : 'write a whole number from 0';
  return { wrong: `invalid ${field}: ${written}; ${fix}` };
}
