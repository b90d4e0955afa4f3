import { type ReactNode, useMemo } from 'react';
import type { ReleasedCell, ReleasedRow } from '../../src/release/index.js';
import { type Answer, type Parameters, useMeasure } from '../app/api.js';
import { number } from '../app/format.js';
import { Heading } from '../app/heading.js';
import { type Lang, useLanguage, useWords } from '../app/language.js';
import { useRoute } from '../app/route.js';
import { Answered } from '../app/states.js';
import { Figure } from '../charts/figure.js';
import { spansOf } from '../charts/spans.js';
import { Choice } from '../controls/choice.js';
import { ScopeControls, useScope } from '../controls/scope.js';
import { ranking as words } from '../words/ranking.js';

const most = 1000;
const mostDrawn = 40;
const basis = ['value', 'corrected'] as const;
type Basis = (typeof basis)[number];

const columns = [
  ...['organisation', 'rank', 'rank_low', 'rank_high', 'value', 'low', 'high', 'corrected', 'q_value'],
  ...['moves_in', 'moves_out', 'people_in', 'people_out', 'lost'],
];
const payColumns = ['organisation', 'rank', 'value', 'positions', 'median_pay', 'unexplained'];

const numeric = (cell: ReleasedCell | undefined): number | null => (typeof cell === 'number' ? cell : null);

/** A count, or what it is at least. */
const leastOf = (cell: ReleasedCell | undefined): number =>
  typeof cell === 'object' && cell !== null && 'low' in cell ? Number(cell.low ?? 0) : (numeric(cell) ?? 0);

/** Whom people who move prefer, and who is not ranked. */
export default function Ranking(): ReactNode {
  const w = useWords(words);
  const { query, set } = useRoute();
  const { ofMoves } = useScope();
  const by = basis.find((each) => each === query.get('by')) ?? 'value';
  const parameters: Parameters = { ...ofMoves, limit: most };
  const answer = useMeasure('ranking', parameters);
  return (
    <>
      <Heading says={w.heading} />
      <p className="lead">{w.lead}</p>
      <div className="controls">
        <ScopeControls />
        <Choice
          label={w.corrected}
          value={by}
          of={basis.map((value) => ({ value, name: w.values[value] }))}
          choose={(value) => set({ by: value === 'value' ? undefined : value })}
        />
      </div>
      <Answered of={answer}>
        {(found) => (
          <>
            <Ranked answer={found} parameters={parameters} by={by} />
            <Unexplained answer={found} parameters={parameters} />
            <Dropped answer={found} parameters={parameters} />
          </>
        )}
      </Answered>
    </>
  );
}

interface Asked {
  readonly answer: Answer;
  readonly parameters: Parameters;
}

function Ranked({ answer, parameters, by }: Asked & { readonly by: Basis }): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(words);
  const rows = useMemo(
    () =>
      answer.rows
        .filter((row) => numeric(row[by]) !== null)
        .sort((a, b) => (numeric(b[by]) ?? 0) - (numeric(a[by]) ?? 0)),
    [answer, by],
  );
  const cut = rows.length > mostDrawn;
  const draw = useMemo(() => {
    const drawn = cut ? [...rows.slice(0, mostDrawn / 2), ...rows.slice(-mostDrawn / 2)] : rows;
    return spansOf(
      drawn.map((row) => spanOf(row, by, by === 'value' ? ['low', 'high'] : [by, by])),
      say(lang),
      { zero: true },
    );
  }, [rows, cut, by, lang]);
  return (
    <>
      <Figure
        says={by === 'value' ? w.says : w.saysCorrected}
        answer={answer}
        parameters={parameters}
        draw={draw}
        columns={columns}
        rows={rows}
      />
      <p className="lead">
        {by === 'value' ? w.reads : w.readsCorrected} {cut ? w.ends(mostDrawn / 2) : ''}
      </p>
    </>
  );
}

/** What pay does not explain, where filings are loaded. */
function Unexplained({ answer, parameters }: Asked): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(words);
  const rows = useMemo(
    () =>
      answer.rows
        .filter(({ unexplained }) => numeric(unexplained) !== null)
        .sort((a, b) => (numeric(b.unexplained) ?? 0) - (numeric(a.unexplained) ?? 0)),
    [answer],
  );
  const notes = answer.notes.filter(({ code }) => ['pay_line', 'pay_limits', 'no_pay_line'].includes(code));
  const draw = useMemo(
    () =>
      spansOf(
        rows
          .slice(0, mostDrawn)
          .map((row) => spanOf(row, 'unexplained', ['unexplained_low', 'unexplained_high'])),
        say(lang),
        { zero: true },
      ),
    [rows, lang],
  );
  if (notes.length === 0) return null;
  return (
    <>
      <h2>{w.pay}</h2>
      {notes.map(({ code, text }) => (
        <p key={code}>{text}</p>
      ))}
      {rows.length > 0 && (
        <Figure
          says={w.paySays}
          answer={answer}
          parameters={parameters}
          draw={draw}
          columns={[...payColumns, 'unexplained_low', 'unexplained_high']}
          rows={rows}
        />
      )}
    </>
  );
}

function Dropped({ answer, parameters }: Asked): ReactNode {
  const w = useWords(words);
  const { lang } = useLanguage();
  const asked = { ...parameters, dropped: true };
  const dropped = useMeasure('ranking', asked);
  const note = answer.notes.find(({ code }) => code === 'dropped');
  const rows = useMemo(
    () => (dropped.data?.rows ?? []).filter((row) => typeof row.dropped === 'string'),
    [dropped.data],
  );
  const draw = useMemo(() => {
    const spans = rows.slice(0, mostDrawn).map((row) => {
      const moves = leastOf(row.moves_in) + leastOf(row.moves_out);
      return { label: String(row.organisation), value: moves, low: moves, high: moves };
    });
    return spansOf(spans, say(lang), { least: 0, zero: true });
  }, [rows, lang]);
  if (note === undefined) return null;
  return (
    <>
      <h2>{w.dropped}</h2>
      <p>{note.text}</p>
      <Answered of={dropped}>
        {(found) =>
          rows.length === 0 ? (
            <p>{w.noneNamed}</p>
          ) : (
            <Figure
              says={w.droppedSays}
              answer={found}
              parameters={asked}
              draw={draw}
              columns={['organisation', 'dropped', 'moves_in', 'moves_out', 'people_in', 'people_out']}
              rows={rows}
            />
          )
        }
      </Answered>
    </>
  );
}

function say(lang: Lang): (value: number) => string {
  return (value) => number(value, lang);
}

function spanOf(row: ReleasedRow, column: string, limits: readonly [string, string]) {
  const value = numeric(row[column]) ?? 0;
  const ranks =
    column === 'value' && numeric(row.rank_low) !== null
      ? `${String(row.rank_low)}–${String(row.rank_high)}  `
      : '';
  return {
    label: `${ranks}${String(row.organisation)}`,
    value,
    low: numeric(row[limits[0]]) ?? value,
    high: numeric(row[limits[1]]) ?? value,
  };
}
