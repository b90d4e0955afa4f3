import { readFileSync } from 'node:fs';

/**
 * The vocabulary of schema.org as its publisher releases it (N-Quads, `@vocabulary/schema`): which types there are, above one another, and which
 * types a property is of and holds.
 */
const schema = 'http://schema.org/';
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#';
const path = new URL('schema.nq', import.meta.resolve('@vocabulary/schema'));

const above = new Map<string, string[]>();
const domains = new Map<string, string[]>();
const ranges = new Map<string, string[]>();
const types = new Set<string>();

for (const line of readFileSync(path, 'utf8').split('\n')) {
  const found = /^<([^>]+)> <([^>]+)> <([^>]+)> <[^>]+> \.$/.exec(line);
  if (found === null) continue;
  const [subject, predicate, object] = [1, 2, 3].map((i) => (found[i] ?? '').replace(schema, '')) as [
    string,
    string,
    string,
  ];
  if (predicate === `${rdfs}subClassOf`) add(above, subject, object);
  if (predicate === 'domainIncludes') add(domains, subject, object);
  if (predicate === 'rangeIncludes') add(ranges, subject, object);
  if (object === `${rdfs}Class`) types.add(subject);
}

/**
 * What is wrong with a document of JSON-LD by the vocabulary: a type or property that is not in it, a property on a type that it is not of, a value of a
 * type that it does not hold. Empty where it is valid.
 */
export function faults(document: unknown): readonly string[] {
  const { '@context': context, '@graph': graph, ...rest } = document as Record<string, unknown>;
  const wrong = Object.keys(rest).map((key) => `unknown key ${key}`);
  if (context !== 'https://schema.org') wrong.push(`context ${String(context)}`);
  if (!Array.isArray(graph)) return [...wrong, 'no graph'];
  return [...wrong, ...graph.flatMap((node) => faultsOf(node, 'graph'))];
}

function faultsOf(node: unknown, place: string): readonly string[] {
  if (typeof node !== 'object' || node === null) return [`${place}: no node`];
  const { '@type': type, ...properties } = node as Record<string, unknown>;
  if (typeof type !== 'string' || !types.has(type)) return [`${place}: unknown type ${String(type)}`];
  return Object.entries(properties).flatMap(([property, value]) => {
    const where = `${place}.${property}`;
    const of = domains.get(property);
    if (of === undefined) return [`${where}: unknown property`];
    const line = lineOf(type);
    const wrong = of.some((domain) => line.has(domain)) ? [] : [`${where}: not a property of ${type}`];
    const values = Array.isArray(value) ? value : [value];
    return [...wrong, ...values.flatMap((each) => valueFaults(property, each, where))];
  });
}

function valueFaults(property: string, value: unknown, where: string): readonly string[] {
  const allowed = ranges.get(property) ?? [];
  if (typeof value === 'object' && value !== null) {
    const type = (value as Record<string, unknown>)['@type'];
    const fits = typeof type === 'string' && allowed.some((range) => lineOf(type).has(range));
    return [...(fits ? [] : [`${where}: holds no ${String(type)}`]), ...faultsOf(value, where)];
  }
  const holds = (...kinds: readonly string[]) => kinds.some((kind) => allowed.includes(kind));
  if (typeof value === 'number' && Number.isFinite(value))
    return holds('Number', 'Integer') ? [] : [`${where}: holds no number`];
  if (typeof value !== 'string' || value === '') return [`${where}: no value`];
  if (holds('Text')) return [];
  if (holds('URL') && /^https?:\/\/\S+$/.test(value)) return [];
  if (holds('Date', 'DateTime') && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return [];
  return [`${where}: does not hold "${value}"`];
}

/** A type and all above it. */
function lineOf(type: string): ReadonlySet<string> {
  const line = new Set([type]);
  for (const each of line) for (const next of above.get(each) ?? []) line.add(next);
  return line;
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}
