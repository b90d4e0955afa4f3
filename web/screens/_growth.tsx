import { type ReactNode, useMemo } from 'react';
import type { ReleasedCell, ReleasedRow } from '../../src/release/index.js';
import { type Parameters, useMeasure } from '../app/api.js';
import { isRange, number, year } from '../app/format.js';
import { type Lang, useLanguage, useWords } from '../app/language.js';
import { Answered } from '../app/states.js';
import { Figure } from '../charts/figure.js';
import { linesOf } from '../charts/lines.js';
import { spansOf } from '../charts/spans.js';
import { useScope } from '../controls/scope.js';
import { leaving as words } from '../words/leaving.js';
import type { Known } from './_registered.js';

const figures = [
  ...['hires', 'exits', 'ratio', 'low', 'high', 'growth', 'growth_low', 'growth_high'],
  ...['hazard', 'hazard_low', 'hazard_high', 'taken_in', 'taken_out', 'left_out'],
];

/** Growth and hazard of one organisation, year by year. */
export function Growth({ known: { id, title } }: { readonly known: Known }): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(words);
  const { ofPeople } = useScope();
  const parameters = { ...ofPeople, organisation: [id], by: 'year' };
  const answer = useMeasure('growth', parameters);
  const rows = answer.data?.rows;
  const draw = useMemo(() => {
    const points = (['growth', 'hazard'] as const).flatMap((rate) =>
      (rows ?? []).map((row) => ({
        name: w.rates[rate],
        x: Number(row.period),
        y: shown(row[rate]),
        low: shown(row[`${rate}_low`]),
        high: shown(row[`${rate}_high`]),
      })),
    );
    return linesOf(points, { x: year, y: (rate) => number(rate, lang) });
  }, [rows, lang, w]);
  return (
    <>
      <h2>{w.growth}</h2>
      <Answered of={answer}>
        {(found) => (
          <>
            <Figure
              says={w.split(title)}
              answer={found}
              parameters={parameters}
              draw={draw}
              columns={['period', ...figures]}
            />
            <p className="lead">{w.splitRead}</p>
          </>
        )}
      </Answered>
    </>
  );
}

/** Who loses people fastest among some organisations; hires to exits in the table beside it. */
export function Hazards({ named }: { readonly named: Parameters }): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(words);
  const { ofPeople } = useScope();
  const parameters = { ...ofPeople, ...named };
  const answer = useMeasure('growth', parameters);
  const rows = answer.data?.rows;
  const draw = useMemo(() => hazardsOf(rows ?? [], lang), [rows, lang]);
  return (
    <Answered of={answer}>
      {(found) => (
        <>
          <Figure
            says={w.hazards}
            answer={found}
            parameters={parameters}
            draw={draw}
            columns={['organisation', ...figures]}
          />
          <p className="lead">{w.hazardsRead}</p>
        </>
      )}
    </Answered>
  );
}

const shown = (value: ReleasedCell | undefined): number | null => (typeof value === 'number' ? value : null);

function hazardsOf(rows: readonly ReleasedRow[], lang: Lang) {
  const end = (cell: ReleasedCell | undefined, side: 'low' | 'high'): number | null =>
    isRange(cell) ? cell[side] : shown(cell);
  const spans = rows.flatMap((row) => {
    const [low, high] = [end(row.hazard_low, 'low'), end(row.hazard_high, 'high')];
    return low === null || high === null
      ? []
      : [{ label: String(row.organisation), value: shown(row.hazard), low, high }];
  });
  const middle = (span: { readonly value: number | null; readonly low: number; readonly high: number }) =>
    span.value ?? (span.low + span.high) / 2;
  return spansOf(
    spans.sort((a, b) => middle(b) - middle(a)),
    (rate) => number(rate, lang),
    { least: 0, zero: true },
  );
}
