import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import * as z from 'zod';
import { MercatoError } from '../errors.js';
import type { AnyMeasure } from '../measures/index.js';

interface Property {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly items?: { readonly type?: string; readonly enum?: readonly string[] };
}

/** Adds to a command an option for every parameter of a measure, as its schema says. */
export function addParameters(command: Command, measure: AnyMeasure): void {
  for (const [name, property] of properties(measure)) {
    if (name === 'top') continue;
    const usual =
      property.default === undefined || property.type === 'boolean' ? '' : ` (default: ${property.default})`;
    const option = new Option(
      `${flag(name)}${placeholder(name, property)}`,
      `${property.description}${usual}`,
    );
    if (property.enum) option.choices(property.enum);
    command.addOption(option);
  }
}

/** What the user gave for the parameters of a measure, in the types of its schema. */
export async function givenParameters(
  measure: AnyMeasure,
  options: { readonly [name: string]: unknown },
): Promise<{ readonly [name: string]: unknown }> {
  const given: Record<string, unknown> = {};
  for (const [name, property] of properties(measure)) {
    const value = options[name];
    if (value === undefined || name === 'top') continue;
    if (property.type === 'integer' || property.type === 'number') given[name] = numeric(name, String(value));
    else if (property.items?.type === 'object') given[name] = await rowsOf(String(value));
    else if (property.type === 'array')
      given[name] = String(value)
        .split(',')
        .map((part) => part.trim());
    else given[name] = value;
  }
  return given;
}

/** Whether a measure has a parameter of that name. */
export function takes(measure: AnyMeasure, parameter: string): boolean {
  return properties(measure).some(([name]) => name === parameter);
}

function properties(measure: AnyMeasure): [string, Property][] {
  const schema = z.toJSONSchema(measure.parameters, { io: 'input', unrepresentable: 'any' });
  return Object.entries((schema.properties ?? {}) as { [name: string]: Property });
}

function flag(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function placeholder(name: string, property: Property): string {
  if (property.type === 'boolean') return '';
  if (property.items?.type === 'object') return ' <file>';
  if (property.type === 'array') return ' <list>';
  if (name === 'since' || name === 'until') return ' <month>';
  return property.type === 'integer'
    ? ' <n>'
    : ` <${name === 'title' ? 'regex' : name === 'among' ? 'list' : name}>`;
}

function numeric(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) {
    throw new MercatoError('parameter', `invalid ${name}: "${text}"; write a number`);
  }
  return value;
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
