/** A piece of SQL with its values apart; it renders with a `?` for each value, in order. */
export interface Sql {
  readonly strings: readonly string[];
  readonly values: readonly Value[];
}

/** What a parameter of a statement may be; dates travel as `YYYY-MM-DD` text and are cast in SQL. */
export type Value = string | number | boolean | null;

/**
 * SQL as a template: an interpolated value becomes a parameter, an interpolated piece of SQL is spliced in.
 * Nothing that a user types can become SQL text.
 */
export function sql(strings: TemplateStringsArray, ...inserts: readonly (Sql | Value)[]): Sql {
  const texts: string[] = [];
  const values: Value[] = [];
  let text = strings[0] ?? '';
  for (const [i, insert] of inserts.entries()) {
    if (isSql(insert)) {
      for (const [j, part] of insert.strings.entries()) {
        if (j === 0) text += part;
        else {
          texts.push(text);
          text = part;
        }
      }
      values.push(...insert.values);
    } else {
      texts.push(text);
      text = '';
      values.push(insert);
    }
    text += strings[i + 1] ?? '';
  }
  return { strings: [...texts, text], values };
}

/** The name of a table or column, in double quotes. */
export function name(identifier: string): Sql {
  return raw(`"${identifier.replaceAll('"', '""')}"`);
}

/** Text of the program's own that is SQL already; never for anything that comes from outside. */
export function raw(text: string): Sql {
  return { strings: [text], values: [] };
}

/** Pieces with a separator between them. */
export function join(pieces: readonly Sql[], separator = ', '): Sql {
  return pieces.reduce((all, piece, i) => (i === 0 ? piece : sql`${all}${raw(separator)}${piece}`), raw(''));
}

/** `(a, b, c)` of values, each a parameter; a list that holds nothing where there are none. */
export function list(values: readonly Value[]): Sql {
  return values.length === 0 ? raw('(null)') : sql`(${join(values.map((value) => sql`${value}`))})`;
}

/** A condition that holds when all do; `true` where there are none. */
export function all(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? raw('true') : join(conditions, ' and ');
}

/** A query in named steps: each may read those before it, and can be run alone with `upTo`. */
export interface Steps {
  readonly steps: readonly (readonly [name: string, query: Sql])[];
}

/** The steps as one statement that ends with all rows of the last step, or of the one named. */
export function upTo({ steps }: Steps, last = steps.at(-1)?.[0] ?? '', columns: Sql = raw('*')): Sql {
  const until = steps.findIndex(([step]) => step === last);
  if (until < 0) throw new RangeError(`unknown step: "${last}"`);
  const bodies = steps.slice(0, until + 1).map(([step, query]) => sql`${name(step)} as (${query})`);
  return sql`with ${join(bodies, ',\n')}\nselect ${columns} from ${name(last)}`;
}

/** The text of a statement with a placeholder for each value, numbered from 1, for engines and for `explain`. */
export function render({ strings }: Sql, placeholder: (index: number) => string = () => '?'): string {
  return strings.reduce((text, part, i) => (i === 0 ? part : `${text}${placeholder(i)}${part}`), '');
}

function isSql(insert: Sql | Value): insert is Sql {
  return typeof insert === 'object' && insert !== null;
}
