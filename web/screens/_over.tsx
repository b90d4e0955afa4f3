import { type ReactNode, useMemo } from 'react';
import type { ReleasedRow } from '../../src/release/index.js';
import { type Answer, type Parameters, useMeasure } from '../app/api.js';
import { number, year } from '../app/format.js';
import { useLanguage, useWords } from '../app/language.js';
import { Answered } from '../app/states.js';
import { Figure } from '../charts/figure.js';
import { linesOf } from '../charts/lines.js';
import { duel } from '../words/duel.js';

/** Moves between two organisations over time: by quarter where all that years show may be shown so, else by year. */
export function Over({
  parameters,
  from,
  to,
}: {
  readonly parameters: Parameters;
  readonly from: string;
  readonly to: string;
}): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(duel);
  const quarterly = { ...parameters, by: 'quarter' };
  const yearly = { ...parameters, by: 'year' };
  const quarters = useMeasure('ratio', quarterly);
  const years = useMeasure('ratio', yearly);
  const isFine = quarters.data !== undefined && years.data !== undefined && passes(quarters.data, years.data);
  const [answer, asked] = isFine ? [quarters, quarterly] : [years, yearly];
  const rows = quarters.data === undefined ? undefined : answer.data?.rows;
  const seen = timeAfter(answer.data?.data.observedUntil);
  const draw = useMemo(() => {
    const over = (rows ?? []).filter((row) => timeOf(row) + (isFine ? 0.25 : 1) <= seen);
    const points = over.flatMap((row) => [
      { name: w.there(from, to), x: timeOf(row), y: shown(row, 'forward') },
      { name: w.there(to, from), x: timeOf(row), y: shown(row, 'backward') },
    ]);
    return linesOf(points, { x: year, y: (count) => number(count, lang) });
  }, [rows, lang, w, from, to, isFine, seen]);
  return (
    <Answered of={quarters.data === undefined ? quarters : answer}>
      {(found) => (
        <>
          <Figure
            says={isFine ? w.overQuarters(from, to) : w.over(from, to)}
            answer={found}
            parameters={asked}
            draw={draw}
          />
          <p className="lead">{isFine ? w.overFine : w.overCoarse}</p>
        </>
      )}
    </Answered>
  );
}

/** Whether quarters show all that years show: each quarter of every such year, of the first and the last some. */
function passes(quarters: Answer, years: Answer): boolean {
  const known = ({ rows }: Answer): readonly number[] =>
    rows
      .filter((row) => shown(row, 'forward') !== null && shown(row, 'backward') !== null)
      .map(timeOf)
      .sort((a, b) => a - b);
  const whole = known(years);
  const parts = known(quarters);
  return (
    whole.length > 0 &&
    whole.every((each, nth) => {
      const of = parts.filter((part) => Math.floor(part) === each).length;
      return nth === 0 || nth === whole.length - 1 ? of > 0 : of === 4;
    })
  );
}

function shown(row: ReleasedRow, column: 'forward' | 'backward'): number | null {
  const cell = row[column];
  return typeof cell === 'number' ? cell : null;
}

/** A year, or a year and its quarter, as a number. */
function timeOf(row: ReleasedRow): number {
  const [, at, quarter = '1'] = /^(\d{4})(?:-Q(\d))?$/.exec(String(row.period)) ?? [];
  return Number(at) + (Number(quarter) - 1) / 4;
}

/** The end of the month in which a day lies, as a number of years. */
function timeAfter(day = ''): number {
  const [year, month] = day.split('-').map(Number);
  return (year ?? 0) + (month ?? 0) / 12;
}
