import { type ReactNode, useId, useMemo, useState } from 'react';
import type { ReleasedRow } from '../../src/release/index.js';
import { useMeasure } from '../app/api.js';
import { cell, day, number } from '../app/format.js';
import { type Lang, useLanguage, useWords } from '../app/language.js';
import { useRoute } from '../app/route.js';
import { Answered } from '../app/states.js';
import { Figure } from '../charts/figure.js';
import { forestOf, type Interval } from '../charts/forest.js';
import { useScope } from '../controls/scope.js';
import { study } from '../words/study.js';

const shown = [
  ...['event', 'hires_before', 'hires_after', 'effect', 'low', 'high', 'p_value', 'q_value'],
  ...['placebos', 'comparisons', 'compared_before', 'compared_after', 'months_before', 'months_after'],
];
const isMonth = (text: string): boolean => /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(text);

/** Whether the flow from one organisation to another changed at an event that the reader dates. */
export function Study({
  pair,
  from,
  to,
}: {
  readonly pair: readonly string[];
  readonly from: string;
  readonly to: string;
}): ReactNode {
  const w = useWords(study);
  const { query, set } = useRoute();
  const [text, setText] = useState(query.get('event') ?? '');
  const [wrong, setWrong] = useState(false);
  const [field, said] = [useId(), useId()];
  const event = query.get('event') ?? '';
  return (
    <>
      <h2>{w.heading}</h2>
      <p className="lead">{w.lead}</p>
      <form
        className="controls"
        onSubmit={(sent) => {
          sent.preventDefault();
          setWrong(!isMonth(text.trim()));
          if (isMonth(text.trim())) set({ event: text.trim() });
        }}
      >
        <div className="field">
          <label htmlFor={field}>{w.month}</label>
          <input
            id={field}
            value={text}
            placeholder={w.write}
            aria-invalid={wrong}
            aria-describedby={wrong ? said : undefined}
            onChange={(typed) => setText(typed.target.value)}
          />
        </div>
        <button type="submit">{w.ask}</button>
      </form>
      {wrong ? (
        <p role="alert" id={said}>
          {w.wrong}
        </p>
      ) : null}
      {isMonth(event) ? <Found pair={pair} event={event} from={from} to={to} /> : null}
    </>
  );
}

function Found({
  pair,
  event,
  from,
  to,
}: {
  readonly pair: readonly string[];
  readonly event: string;
  readonly from: string;
  readonly to: string;
}): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(study);
  const { ofMoves } = useScope();
  const { cause: _, ...scope } = ofMoves as { readonly cause?: string };
  const parameters = {
    ...scope,
    organisation: pair,
    event: `${monthBeside(event, -1)}/${monthBeside(event, 1)}`,
  };
  const answer = useMeasure('study', parameters);
  const rows = answer.data?.rows;
  const draw = useMemo(
    () =>
      forestOf(
        (rows ?? []).flatMap((row) => intervalOf(row, lang)),
        (value) => number(value, lang),
      ),
    [rows, lang],
  );
  return (
    <Answered of={answer}>
      {(found) => {
        const own = found.rows.find((row) => row.event === event);
        const say = (name: string, type: 'number' | 'integer'): string =>
          cell(own?.[name], { type, unit: '' }, lang);
        return (
          <>
            <Figure
              says={w.drawn(from, to)}
              answer={found}
              parameters={parameters}
              draw={draw}
              columns={shown}
            />
            <p className="lead">
              {typeof own?.effect === 'number'
                ? w.facts(say('effect', 'number'), say('p_value', 'number'), say('placebos', 'integer'))
                : ''}{' '}
              {w.reads}
            </p>
          </>
        );
      }}
    </Answered>
  );
}

function intervalOf(row: ReleasedRow, lang: Lang): readonly Interval[] {
  if (typeof row.low !== 'number' || typeof row.effect !== 'number') return [];
  const high = typeof row.high === 'number' ? row.high : null;
  return [{ label: day(String(row.event), lang), value: row.effect, low: row.low, high }];
}

/** The month so many months after another, `YYYY-MM`. */
function monthBeside(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
