import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Column } from '../../src/records/index.js';
import type { ReleasedRow } from '../../src/release/index.js';
import { type Answer, addressOf, type Parameters } from '../app/api.js';
import { day } from '../app/format.js';
import { useLanguage, useWords } from '../app/language.js';
import { Link } from '../app/link.js';
import { Rests } from '../app/states.js';
import { common } from '../words/common.js';
import { askedLine } from './_asked.js';
import { csvOf } from './csv.js';
import { png, save, standalone } from './download.js';
import { Sheet } from './sheet.js';
import { type Theme, useTheme } from './theme.js';

/** Draws a picture of a width, in pixels; null where there is nothing to draw. */
export type Draw = (width: number, theme: Theme) => SVGSVGElement | null;

/** A picture with its table, its downloads, its definition and what it rests on. */
export function Figure({
  says,
  answer,
  parameters,
  draw,
  columns,
  rows = answer.rows,
}: {
  /** What the picture shows, in a sentence. */
  readonly says: string;
  readonly answer: Answer;
  /** What was asked, for the download of the data. */
  readonly parameters: Parameters;
  readonly draw: Draw;
  /** Columns of the table, one of the page's own in whole; all unless told. */
  readonly columns?: readonly (string | Column)[];
  readonly rows?: readonly ReleasedRow[];
}): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(common);
  const shown = columns === undefined ? answer.columns : columnsOf(answer, columns);
  const { sources, observedUntil, version } = answer.data;
  return (
    <Picture
      says={says}
      name={answer.measure}
      csv={
        shown.some((column) => !answer.columns.includes(column))
          ? () => csvOf(shown, rows)
          : addressOf(`/api/export/${answer.measure}.csv`, { ...parameters, lang })
      }
      draw={draw}
      table={<Sheet columns={shown} rows={rows} caption={says} />}
      under={[
        askedLine(answer, w),
        w.rests(sources.join(', '), day(observedUntil, lang), version),
        ...(answer.data.simulated ? [w.simulated] : []),
      ]}
      definition={`/method#${answer.measure}`}
      empty={
        answer.left_out === null
          ? w.noneOrFew
          : rows.length + answer.left_out === 0
            ? w.nothing
            : w.allWithheld
      }
    >
      <p className="printed">{askedLine(answer, w)}</p>
      <Rests answer={answer} />
    </Picture>
  );
}

/** A picture or its table, with the downloads of both. */
export function Picture({
  says,
  name,
  csv,
  draw,
  table,
  under,
  definition,
  empty,
  children,
}: {
  /** What it shows, in a sentence. */
  readonly says: string;
  /** Name of the files that are downloaded. */
  readonly name: string;
  /** Address of its data, or what writes them where several answers are put together. */
  readonly csv: string | (() => string);
  readonly draw: Draw;
  /** Its table; none where the table stands beside it anyway. */
  readonly table?: ReactNode;
  /** What stands under the picture where it is downloaded. */
  readonly under: readonly string[];
  /** Where the definition of what it shows stands. */
  readonly definition?: string;
  /** What stands where there is nothing to draw. */
  readonly empty?: string;
  readonly children?: ReactNode;
}): ReactNode {
  const w = useWords(common);
  const theme = useTheme();
  const [asTable, show] = useState(false);
  const picture = useRef<HTMLDivElement>(null);
  const caption = useId();
  const keep = async (format: 'svg' | 'png'): Promise<void> => {
    const drawn = picture.current?.querySelector('svg');
    if (!drawn) return;
    const svg = standalone(drawn, theme.paper, theme.soft, [says, ...under]);
    const content = format === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await png(svg);
    save(`mercato-${name}.${format}`, content);
  };
  return (
    <figure aria-labelledby={caption}>
      <figcaption id={caption}>{says}</figcaption>
      {asTable ? (
        table
      ) : (
        <Drawn draw={draw} label={says} theme={theme} into={picture} empty={empty ?? w.nothing} />
      )}
      <div className="tools">
        {table === undefined ? null : (
          <button type="button" aria-pressed={asTable} onClick={() => show(!asTable)}>
            {w.table}
          </button>
        )}
        <span className="downloads">
          {w.download}{' '}
          {typeof csv === 'string' ? (
            <a href={csv} download>
              CSV
            </a>
          ) : (
            <button
              type="button"
              className="plain"
              onClick={() => save(`mercato-${name}.csv`, new Blob([csv()], { type: 'text/csv' }))}
            >
              CSV
            </button>
          )}
          <button type="button" className="plain" onClick={() => void keep('svg')} disabled={asTable}>
            SVG
          </button>
          <button type="button" className="plain" onClick={() => void keep('png')} disabled={asTable}>
            PNG
          </button>
        </span>
        {definition === undefined ? null : <Link to={definition}>{w.definition}</Link>}
      </div>
      {children}
    </figure>
  );
}

function columnsOf(answer: Answer, columns: readonly (string | Column)[]): readonly Column[] {
  return columns.flatMap((column) =>
    typeof column === 'string' ? (answer.columns.find(({ name }) => name === column) ?? []) : column,
  );
}

function Drawn({
  draw,
  label,
  theme,
  into,
  empty,
}: {
  readonly draw: Draw;
  readonly label: string;
  readonly theme: Theme;
  readonly into: React.RefObject<HTMLDivElement | null>;
  readonly empty: string;
}): ReactNode {
  const [width, measure] = useState(0);
  const [isEmpty, say] = useState(false);
  useEffect(() => {
    const place = into.current;
    if (place === null) return;
    const observer = new ResizeObserver(([entry]) => measure(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(place);
    return () => observer.disconnect();
  }, [into]);
  useEffect(() => {
    if (into.current === null || width === 0) return;
    const svg = draw(width, theme);
    say(svg === null);
    if (svg !== null) {
      svg.setAttribute('role', 'img');
      svg.setAttribute('aria-label', label);
    }
    into.current.replaceChildren(...(svg === null ? [] : [svg]));
  }, [draw, label, theme, width, into]);
  return (
    <>
      <div className="picture" ref={into} />
      {isEmpty && <p>{empty}</p>}
    </>
  );
}
