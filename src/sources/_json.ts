import { MercatoError } from '../errors.js';
import { longestLine, piecesOf } from './_text.js';
import type { InputFile } from './source.js';

/** A JSON object as it was read. */
export type JsonObject = { readonly [key: string]: unknown };

/** An element of a list, with the line on which it begins and its number from 1; null where it is no object. */
export interface Element {
  readonly line: number;
  readonly number: number;
  readonly value: JsonObject | null;
}

const deepest = 100;

/**
 * The elements of the list that one key of a JSON object holds, in blocks: a document of any length in little memory. Only
 * the elements are parsed; of the rest, brackets and quotes are followed.
 *
 * @throws MercatoError `source` with file and line for a document that is cut off, of another shape, nested deeper than 100
 *   levels, or with an element longer than `longestLine`
 */
export async function* elementsOf(file: InputFile, key: string): AsyncGenerator<readonly Element[]> {
  const open: string[] = [];
  let line = 1;
  let isText = false;
  let isEscaped = false;
  let isOver = false;
  let isFound = false;
  let name = '';
  /** What was read of the element so far, and the line on which it begins; null outside the list. */
  let element: { text: string; line: number } | null = null;
  let number = 0;
  const broken = (what: string): MercatoError =>
    new MercatoError(
      'source',
      `broken JSON: ${what} (${file.name}:${line}); is this the right file, and whole?`,
    );
  for await (const piece of piecesOf(file)) {
    const block: Element[] = [];
    let from = 0;
    const end = (to: number, isLast: boolean): void => {
      if (element === null) return;
      const text = element.text + piece.slice(from, to);
      from = to + 1;
      if (!isLast || number > 0 || text.trim() !== '') {
        number++;
        block.push({ line: element.line || line, number, value: objectIn(text) });
      }
      element = isLast ? null : { text: '', line: 0 };
    };
    for (let i = 0; i < piece.length; i++) {
      const mark = piece[i] ?? '';
      if (mark === '\n') line++;
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (mark === '\\') isEscaped = true;
        else if (mark === '"') isText = false;
        if (isText && open.length === 1 && name.length <= key.length) name += mark;
        continue;
      }
      if (mark <= ' ') continue;
      if (isOver || (open.length === 0 && mark !== '{')) throw broken('no single object');
      if (element !== null && element.line === 0 && mark !== ',') element.line = line;
      if (mark === '"') {
        isText = true;
        if (open.length === 1) name = '';
      } else if (mark === '{' || mark === '[') {
        open.push(mark === '{' ? '}' : ']');
        if (open.length > deepest) throw broken(`nested deeper than ${deepest} levels`);
        if (open.length === 2 && mark === '[' && name === key) {
          isFound = true;
          element = { text: '', line: 0 };
          from = i + 1;
        }
      } else if (mark === '}' || mark === ']') {
        if (open.pop() !== mark) throw broken(`a ${mark} that nothing opened`);
        if (open.length === 1) end(i, true);
        isOver = open.length === 0;
      } else if (mark === ',' && open.length === 2) end(i, false);
    }
    element = grown(element, piece, from);
    if (element !== null && element.text.length > longestLine) {
      throw broken(`an element of ${key} of more than ${longestLine} characters`);
    }
    yield block;
  }
  if (!isOver) throw broken(line === 1 && open.length === 0 ? 'nothing in it' : 'it is cut off');
  if (!isFound) {
    throw new MercatoError(
      'source',
      `missing list: ${key} (${file.name}); is this the right file and format?`,
    );
  }
}

type Begun = { text: string; line: number } | null;

function grown(element: Begun, piece: string, from: number): Begun {
  return element === null ? null : { ...element, text: element.text + piece.slice(from) };
}

/** The object that a text is; null where it is none. */
export function objectIn(text: string): JsonObject | null {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return null;
  }
}

/** A value as an object; null where it is none. */
export function asObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

/** A value as a list; empty where it is none. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A value as text: a string or number as it is written; null where it is neither. */
export function asText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** A date as it is written, empty where there is none; what cannot be a date is named by its type, for the row to be refused. */
export function dateText(value: unknown): string {
  return value === null || value === undefined ? '' : (asText(value) ?? typeof value);
}
