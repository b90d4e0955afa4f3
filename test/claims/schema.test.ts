import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { exampleClaims } from '../../scripts/claims.js';
import { claimsFileSchema, joinClaims, parseClaims } from '../../src/claims/index.js';

const shipped = (name: string) => readFileSync(new URL(`../../data/claims/${name}`, import.meta.url), 'utf8');
const schema = JSON.parse(shipped('schema.json')) as Node;
const ledger = shipped('ai-talent-war-2025.yaml');
const valid = new Ajv2020({ formats: { uri: (text: string) => URL.canParse(text) } }).compile(schema);

interface Node {
  readonly properties?: { readonly [name: string]: Node };
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly description?: string;
}

/** Paths of the fields under a node that say nothing of themselves; the two languages of a text need not. */
function silent({ properties = {}, items, anyOf = [] }: Node, path: string): string[] {
  const fields = Object.entries(properties).filter(([name]) => name !== 'en' && name !== 'fr');
  return [
    ...fields.flatMap(([name, field]) => [
      ...(field.description ? [] : [`${path}.${name}`]),
      ...silent(field, `${path}.${name}`),
    ]),
    ...(items ? silent(items, `${path}[]`) : []),
    ...anyOf.flatMap((form, i) => silent(form, `${path}|${i}`)),
  ];
}

describe('the JSON Schema of claims', () => {
  it('says what each field means', () => {
    expect(silent(schema, '')).toEqual([]);
  });

  it.each([
    ['the claims that ship', ledger],
    ['the example of the page', exampleClaims],
  ])('takes %s, as another validator reads it', (_, text) => {
    expect(valid(parse(text)), JSON.stringify(valid.errors)).toBe(true);
  });

  const broken: [string, (text: string) => string][] = [
    ['an unknown key', (text) => text.replace('firmness: asserted', 'firmly: asserted')],
    ['a figure without quotes', (text) => text.replace('printed: "10"', 'printed: 10')],
    ['a figure without unit', (text) => text.replace(', unit: ratio', '')],
    ['one language', (text) => text.replace(/ {6}fr: Dix .*\n/, '')],
    ['a comparator of its own', (text) => text.replace('comparator: about', 'comparator: roughly')],
    ['a check of no form', (text) => text.replace('measure: ratio, of', 'measur: ratio, of')],
    ['an address that is none', (text) => text.replace('https://example.org/interview', 'interview')],
  ];
  it.each(broken)('refuses %s, as the reader does', (_, breaking) => {
    const text = breaking(exampleClaims);
    expect(text).not.toBe(exampleClaims);
    expect([valid(parse(text)), claimsFileSchema.safeParse(parse(text)).success]).toEqual([false, false]);
  });

  it('is named in the first line of the claims that ship', () => {
    expect(ledger.split('\n')[0]).toBe('# yaml-language-server: $schema=schema.json');
  });
});

describe('the example of the page', () => {
  it('is read and joined whole', () => {
    const claims = joinClaims([parseClaims(exampleClaims, 'e.yaml')], new Set(['alpha', 'beta']));
    expect(claims.map(({ id }) => id)).toEqual(['alpha-wins', 'alpha-ten-times', 'alpha-bonus']);
  });
});
