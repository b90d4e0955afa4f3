import * as z from 'zod';
import { MercatoError, nearest } from './errors.js';
import type { AnyMeasure } from './measures/index.js';

/** A parameter as JSON Schema describes it. */
export interface Property {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly items?: { readonly type?: string; readonly title?: string; readonly enum?: readonly string[] };
}

/** The parameters of a measure, by name, in the order of its schema. */
export function propertiesOf(measure: AnyMeasure): readonly (readonly [string, Property])[] {
  const schema = z.toJSONSchema(measure.parameters, { io: 'input', unrepresentable: 'any' });
  return Object.entries((schema.properties ?? {}) as { [name: string]: Property });
}

/** Whether a parameter takes organisations, any number of them: it is given once for each, since a name may have a comma. */
export function isNames({ items }: Property): boolean {
  return items?.title === 'organisation';
}

/** A parameter as the command line and addresses name it: `maxGap` is `max-gap`. */
export function optionOf(parameter: string): string {
  return parameter.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/**
 * A parameter that came as text, in the type of its schema; what the schema does not allow is left for it to refuse.
 *
 * @throws MercatoError `parameter` for a number or a yes-or-no that is none
 */
export function fromText(name: string, property: Property, text: string): unknown {
  if (property.type === 'integer' || property.type === 'number') {
    const value = Number(text);
    if (text.trim() !== '' && Number.isFinite(value)) return value;
    throw new MercatoError('parameter', `invalid ${optionOf(name)}: ${JSON.stringify(text)}; write a number`);
  }
  if (property.type === 'array') return text.split(',').map((part) => part.trim());
  if (property.type === 'boolean') {
    if (text === '' || text === 'true') return true;
    if (text === 'false') return false;
    throw new MercatoError(
      'parameter',
      `invalid ${optionOf(name)}: ${JSON.stringify(text)}; write true or false`,
    );
  }
  return text;
}

/** @throws MercatoError `parameter` for a name that is none of those known, with the nearest */
export function checkKnown(name: string, known: readonly string[], where: string): void {
  if (known.includes(name)) return;
  const near = nearest(name, known);
  const fix = near === null ? `one of ${known.join(', ')}` : `did you mean ${near}?`;
  throw new MercatoError('parameter', `unknown parameter: ${JSON.stringify(name)} (${where}); ${fix}`);
}
