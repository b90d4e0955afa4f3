import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementsOf } from '../../src/sources/_json.js';
import { linesOf } from '../../src/sources/_text.js';
import type { InputFile } from '../../src/sources/index.js';

async function elements(text: string, size: number): Promise<unknown[]> {
  const bytes = new TextEncoder().encode(text);
  const file: InputFile = {
    name: 'a.json',
    path: 'a.json',
    place: '',
    sha256: '',
    open: async function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
  const found: unknown[] = [];
  for await (const block of elementsOf(file, 'work')) found.push(...block.map(({ value }) => value));
  return found;
}

const object = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ maxDepth: 3 }));

describe('elements of a list in a JSON document', () => {
  it('are those that a parser of whole documents finds, however the file is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        object,
        fc.array(object, { maxLength: 4 }),
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom(undefined, 2),
        async (around, work, size, indent) => {
          const text = JSON.stringify({ ...around, work }, null, indent);
          expect(await elements(text, size)).toEqual(JSON.parse(text).work);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('of a document that is cut off anywhere are refused', async () => {
    const text = JSON.stringify({ basics: { name: 'Maud' }, work: [{ name: 'Acorn' }, { name: 'Birch' }] });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: text.length - 1 }), async (length) => {
        await expect(elements(text.slice(0, length), 7)).rejects.toThrow('broken JSON');
      }),
    );
  });
});

describe('lines of a file', () => {
  it('are whole however the file is cut, and a long one in thousands of pieces takes no longer than its length', async () => {
    const piece = new TextEncoder().encode('x'.repeat(8_192));
    const pieces = 8_192;
    const file: InputFile = {
      name: 'a.json',
      path: 'a.json',
      place: '',
      sha256: '',
      open: async function* () {
        yield new TextEncoder().encode('first\nsec');
        yield new TextEncoder().encode('ond\n');
        for (let i = 0; i < pieces; i++) yield piece;
        yield new TextEncoder().encode('\nlast');
      },
    };
    const found: [number, number][] = [];
    for await (const lines of linesOf(file, 2 ** 27)) {
      found.push(...lines.map(({ line, text }): [number, number] => [line, text.length]));
    }
    expect(found).toEqual([
      [1, 5],
      [2, 6],
      [3, pieces * piece.length],
      [4, 4],
    ]);
  });
});
