import type { ReactNode } from 'react';
import type { Column } from '../../src/records/index.js';
import type { ReleasedCell, ReleasedRow } from '../../src/release/index.js';
import { cell, isRange, isWithheld } from '../app/format.js';
import { useLanguage, useWords } from '../app/language.js';
import { columns as names } from '../words/columns.js';
import { common } from '../words/common.js';
import { flags } from '../words/flags.js';

/** What `<5`, `n<5` and ranges mean, where there are any among the cells. */
export function Withheld({ cells }: { readonly cells: readonly (ReleasedCell | undefined)[] }): ReactNode {
  const w = useWords(common);
  return cells.some((value) => isWithheld(value) || isRange(value)) ? (
    <p className="rests">{w.withheld}</p>
  ) : null;
}

/** Rows as a table that scrolls inside its place; the first column heads the row. */
export function Sheet({
  columns,
  rows,
  caption,
}: {
  readonly columns: readonly Column[];
  readonly rows: readonly ReleasedRow[];
  readonly caption: string;
}): ReactNode {
  const { lang } = useLanguage();
  const named = useWords(names);
  const ofFlags = useWords(flags);
  const w = useWords(common);
  const said = (row: ReleasedRow, column: Column): string => {
    const value = row[column.name];
    if (typeof value === 'boolean') return value ? w.yes : w.no;
    if (column.name !== 'flags' || typeof value !== 'string') return cell(value, column, lang);
    return value
      .split(' ')
      .map((flag) => ofFlags[flag] ?? flag)
      .join(', ');
  };
  const filled = columns.filter(({ name }) => rows.some((row) => (row[name] ?? null) !== null));
  const classOf = ({ name, type }: Column): string =>
    type === 'integer' || type === 'number' ? 'figure' : name === 'flags' ? 'flags' : '';
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls is reached by keyboard */}
      <section className="wide" tabIndex={0} aria-label={caption}>
        <table>
          <thead>
            <tr>
              {filled.map((column) => (
                <th key={column.name} scope="col" title={column.meaning} className={classOf(column)}>
                  {named[column.name] ?? column.name.replaceAll('_', ' ')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={JSON.stringify(filled.map(({ name }) => row[name]))}>
                {filled.map((column, nth) =>
                  nth === 0 ? (
                    <th key={column.name} scope="row">
                      {said(row, column)}
                    </th>
                  ) : (
                    <td key={column.name} className={classOf(column)}>
                      {said(row, column)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Withheld cells={rows.flatMap((row) => filled.map(({ name }) => row[name]))} />
    </>
  );
}
