import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { MercatoError } from '../errors.js';
import { fromText, isNames, optionOf, type Property, propertiesOf } from '../given.js';
import type { AnyMeasure } from '../measures/index.js';

/** Adds to a command an option for every parameter of a measure, as its schema says. */
export function addParameters(command: Command, measure: AnyMeasure): void {
  for (const [name, property] of propertiesOf(measure)) {
    if (name === 'top') continue;
    const usual =
      property.default === undefined || property.type === 'boolean' ? '' : ` (default: ${property.default})`;
    const option = new Option(
      `--${optionOf(name)}${placeholder(name, property)}`,
      `${property.description}${usual}`,
    );
    if (property.enum) option.choices(property.enum);
    if (property.type === 'array' && property.items?.type !== 'object')
      option.argParser((one: string, before: readonly string[] = []) => [...before, one]);
    command.addOption(option);
  }
}

/** What the user gave for the parameters of a measure, in the types of its schema. */
export async function givenParameters(
  measure: AnyMeasure,
  options: { readonly [name: string]: unknown },
): Promise<{ readonly [name: string]: unknown }> {
  const given: Record<string, unknown> = {};
  for (const [name, property] of propertiesOf(measure)) {
    const value = options[name];
    if (value === undefined || name === 'top') continue;
    if (property.items?.type === 'object') given[name] = await rowsOf(String(value));
    else if (isNames(property)) given[name] = value;
    else if (Array.isArray(value)) given[name] = fromText(name, property, value.join(','));
    else given[name] = value === true ? value : fromText(name, property, String(value));
  }
  return given;
}

/** Whether a measure has a parameter of that name. */
export function takes(measure: AnyMeasure, parameter: string): boolean {
  return propertiesOf(measure).some(([name]) => name === parameter);
}

function placeholder(name: string, property: Property): string {
  if (property.type === 'boolean') return '';
  if (property.items?.type === 'object') return ' <file>';
  if (isNames(property)) return ' <organisation>';
  if (property.type === 'array') return ' <list>';
  if (name === 'since' || name === 'until') return ' <month>';
  return property.type === 'integer'
    ? ' <n>'
    : ` <${name === 'title' ? 'regex' : name === 'among' ? 'list' : name}>`;
}

async function rowsOf(path: string): Promise<readonly unknown[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new MercatoError('source', `no such file: ${path}; check the path`, { cause });
  });
  const { parse } = await import('csv-parse/sync');
  try {
    return parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true });
  } catch (cause) {
    throw new MercatoError(
      'source',
      `broken CSV: ${path}; it needs the columns organisation,month,headcount`,
      {
        cause,
      },
    );
  }
}
