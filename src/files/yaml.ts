import { type Document, isAlias, isMap, isNode, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type * as z from 'zod';
import { MercatoError } from '../errors.js';

/** Aliases that one file may resolve to; more is a bomb. */
const maxAliasCount = 100;

/** Letters of a value that a message shows. */
const longestValue = 200;

/** A parsed file, and where each part of it stands. */
export interface Located<T> {
  readonly value: T;
  /** `file:line` of the part at a path, or of the nearest part above it that exists. */
  readonly at: (path: readonly PropertyKey[]) => string;
}

/** Reads YAML by a schema; the first thing wrong is an error with its file and line. */
export function readYaml<T>(text: string, file: string, schema: z.ZodType<T>): Located<T> {
  const lines = new LineCounter();
  const place = (offset: number) => `${file}:${Math.max(1, lines.linePos(offset).line)}`;
  const { document, json } = parse(text, file, lines, place);
  const at = (path: readonly PropertyKey[]) => place(offsetOf(document, path));
  const result = schema.safeParse(json);
  if (result.success) return { value: result.data, at };
  throw wrong(result.error.issues[0], json, at);
}

function parse(text: string, file: string, lines: LineCounter, place: (offset: number) => string) {
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
    const problem = document.errors[0] ?? document.warnings[0];
    if (problem) throw broken(problem.message, place(problem.pos[0]), problem);
    return { document, json: document.toJS({ maxAliasCount }) as unknown };
  } catch (cause) {
    if (cause instanceof MercatoError) throw cause;
    throw broken(cause instanceof Error ? cause.message : String(cause), `${file}:1`, cause);
  }
}

function broken(message: string, where: string, cause: unknown): MercatoError {
  const what = `${message.charAt(0).toLowerCase()}${message.slice(1)}`;
  return new MercatoError('source', `broken YAML: ${what} (${where}); correct the file`, {
    data: { where },
    cause,
  });
}

/** An error about one value of a file: `what: value (where); fix`. */
export function refuse(what: string, value: unknown, where: string, fix: string): MercatoError {
  return new MercatoError('source', `${what}: ${said(value)} (${where}); ${fix}`, { data: { where } });
}

/** A value of a file in a message, cut where it is long; anchors can make one that holds itself. */
function said(value: unknown): string {
  try {
    const text = JSON.stringify(value) ?? String(value);
    return text.length <= longestValue ? text : `${text.slice(0, longestValue)}…`;
  } catch {
    return 'a value that holds itself';
  }
}

/** What is wrong inside the form, of several, that the value comes nearest to. */
function innermost(issue: z.core.$ZodIssue | undefined): z.core.$ZodIssue | undefined {
  if (issue?.code !== 'invalid_union') return issue;
  const forms = issue.errors.filter(
    (form) => !form.some(({ path, code }) => path.length === 0 && code === 'invalid_type'),
  );
  const [form] = [...forms].sort((a, b) => a.length - b.length);
  const inner = innermost(form?.[0]);
  return inner === undefined ? issue : { ...inner, path: [...issue.path, ...inner.path] };
}

function wrong(first: z.core.$ZodIssue | undefined, json: unknown, at: Located<unknown>['at']): MercatoError {
  const issue = innermost(first);
  const path = issue?.path ?? [];
  if (issue?.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    return refuse('unknown key', key, at([...path, key]), 'remove it');
  }
  const field = [...path].reverse().find((part) => typeof part === 'string') ?? 'file';
  const value = path.reduce<unknown>(
    (part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key],
    json,
  );
  if (value === undefined) {
    const where = at(path);
    return new MercatoError('source', `missing key: ${String(field)} (${where}); add it`, {
      data: { where },
    });
  }
  const fix = (issue?.message ?? '').replace(/^Invalid (?:input|option|string): /, '');
  return refuse(`invalid ${String(field)}`, value, at(path), fix);
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? start(node) : 0;
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((each) => String(each.key) === String(part));
      if (!pair) return offset;
      offset = isNode(pair.key) ? start(pair.key) : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      offset = isNode(node) ? start(node) : offset;
    }
  }
  return offset;
}

function start(node: Node): number {
  return node.range?.[0] ?? 0;
}
