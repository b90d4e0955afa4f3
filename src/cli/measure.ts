import { Command, InvalidArgumentError } from 'commander';
import { ask, explain, parametersOf } from '../ask.js';
import { MercatoError } from '../errors.js';
import { type AnyMeasure, measures } from '../measures/index.js';
import type { Effects } from './effects.js';
import { addParameters, givenParameters, takes } from './options.js';
import { printed } from './print.js';
import { formatOf, languageOf, type Shared, withDesk, withShared } from './shared.js';

interface Given extends Shared {
  readonly top?: number;
  readonly matrix?: boolean;
  readonly [parameter: string]: unknown;
}

/** Rows that a table shows where nobody says how many. */
const usualTop = 20;

/** The command of a measure: its organisations, an option for each parameter, examples. */
export function measureCommand(measure: AnyMeasure, effects: Effects): Command {
  const command = subjectsOn(new Command(measure.name), measure).summary(measure.question.en);
  command.description(`${measure.question.en}\n\n${measure.definition.en}`);
  addParameters(command, measure);
  if (measure.matrix) command.option('--matrix', `as a matrix of ${measure.matrix.cell}`);
  withShared(command)
    .option('--top <n>', `rows to print, ${usualTop} in a table and all in JSON unless told`, wholeNumber)
    .addHelpText('after', `\nExamples:\n${measure.examples.map((e) => `  ${e}`).join('\n')}`);
  return command.action(async (...given: unknown[]) => {
    const names = namesIn(given);
    const options = given.at(-2) as Given;
    const format = formatOf(options);
    const lang = languageOf(options, effects);
    const parameters = await givenParameters(measure, options);
    parametersOf(measure, { subjects: names, parameters });
    await withDesk(options, effects, async (desk) => {
      const top = options.top ?? (format === 'table' && !options.matrix ? usualTop : undefined);
      const most = top !== undefined && takes(measure, 'top') ? { top } : {};
      const result = await ask(desk, measure, { subjects: names, parameters: { ...parameters, ...most } });
      effects.out(await printed(result, measure, { format, lang, top, matrix: options.matrix === true }));
    });
  });
}

/** `explain MEASURE`: the question, the definition, the citation, the parameters and the SQL that would run. */
export function explainCommand(effects: Effects): Command {
  const command = new Command('explain').summary('the definition, citation and SQL of a measure');
  command.description('What a measure counts, where the method comes from, and the SQL that would run.');
  command.helpOption(false).helpCommand(false);
  command.addHelpText(
    'after',
    '\nExamples:\n  mercato explain ratio DeepMind Anthropic --since 2024\n  mercato explain retention',
  );
  for (const measure of measures) {
    const child = subjectsOn(new Command(measure.name), measure).summary(measure.question.en);
    addParameters(child, measure);
    withShared(child).action(async (...given: unknown[]) => {
      const names = namesIn(given);
      const options = given.at(-2) as Given;
      const parameters = await givenParameters(measure, options);
      effects.out(await explanation(measure, names, parameters, options, effects));
    });
    command.addCommand(child);
  }
  return command.helpOption('-h, --help', 'show this help');
}

async function explanation(
  measure: AnyMeasure,
  names: readonly string[],
  parameters: { readonly [name: string]: unknown },
  options: Shared,
  effects: Effects,
): Promise<string> {
  const lang = languageOf(options, effects);
  const unnamed = measure.subjects === 'pair' && names.length === 0;
  const statements = await withDesk(options, effects, (desk) =>
    unnamed ? Promise.resolve([]) : explain(desk, measure, { subjects: names, parameters }),
  ).catch((error: unknown) => {
    if (error instanceof MercatoError && error.code === 'warehouse') return [];
    // A question that is not whole yet has no SQL.
    if (error instanceof MercatoError && error.code === 'usage' && names.length === 0) return [];
    throw error;
  });
  const about = {
    measure: measure.name,
    title: measure.title[lang],
    question: measure.question[lang],
    definition: measure.definition[lang],
    grain: measure.grain,
    reads: measure.reads,
    citation: measure.citation,
    columns: measure.columns,
    statements,
  };
  if (formatOf(options) === 'json') return `${JSON.stringify(about, null, 2)}\n`;
  const lines = [
    `${about.title}: ${about.question}`,
    '',
    about.definition,
    '',
    `Rows: ${about.grain}. Reads: ${about.reads.join(', ')}.`,
    `Citation: ${about.citation}`,
    '',
    ...about.columns.map((c) => `  ${c.name}${c.unit ? ` (${c.unit})` : ''}: ${c.meaning}`),
    ...statements.flatMap((s) => ['', `-- ${s.query}; ? = ${JSON.stringify(s.values)}`, s.sql]),
    ...(statements.length > 0
      ? []
      : [
          '',
          unnamed
            ? 'Name two organisations to see the SQL.'
            : 'Load something and ask a whole question to see the SQL.',
        ]),
  ];
  return `${lines.join('\n')}\n`;
}

function subjectsOn(command: Command, { subjects }: AnyMeasure): Command {
  if (subjects === 'any')
    return command.argument('[organisations...]', 'organisations, by name, alias or id');
  if (subjects === 'none') return command;
  return command
    .argument('[from]', 'organisation A, by name, alias or id')
    .argument('[to]', 'organisation B');
}

/** The organisations among what a command is called with; the last two are its options and itself. */
function namesIn(given: readonly unknown[]): readonly string[] {
  return given
    .slice(0, -2)
    .flat()
    .filter((name) => typeof name === 'string');
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('write a whole number from 1.');
  return Number(text);
}
