import { type ReactNode, useMemo } from 'react';
import type { ReleasedRow } from '../../src/release/index.js';
import { useMeasure } from '../app/api.js';
import { percent } from '../app/format.js';
import { useLanguage, useWords } from '../app/language.js';
import { Answered } from '../app/states.js';
import { Figure } from '../charts/figure.js';
import { spansOf } from '../charts/spans.js';
import { useScope } from '../controls/scope.js';
import { leaving as words } from '../words/leaving.js';
import type { Known } from './_registered.js';

const columns = ['destination', 'episodes', 'events', 'leavers', 'incidence', 'low', 'high'];

/** Where those go who leave an organisation. */
export function Leaving({
  known: { id, title },
  months,
}: {
  readonly known: Known;
  readonly months: number;
}): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(words);
  const { ofPeople } = useScope();
  const parameters = { ...ofPeople, organisation: [id], months };
  const answer = useMeasure('exits', parameters);
  const rows = useMemo(
    () => (answer.data?.rows ?? []).map((row) => ({ ...row, destination: nameOf(row, w.destinations) })),
    [answer.data, w],
  );
  const draw = useMemo(() => sharesOf(rows, lang), [rows, lang]);
  return (
    <>
      <h2>{w.exits}</h2>
      <Answered of={answer}>
        {(found) => (
          <>
            <Figure
              says={w.shares(title, months)}
              answer={found}
              parameters={parameters}
              draw={draw}
              columns={columns}
              rows={rows}
            />
            <p className="lead">{w.sharesRead}</p>
          </>
        )}
      </Answered>
    </>
  );
}

function nameOf(row: ReleasedRow, destinations: Readonly<Record<string, string>>): string {
  const name = String(row.destination);
  return row.named === true ? name : (destinations[name] ?? name);
}

/** The shares that are shown, the largest first. */
function sharesOf(rows: readonly ReleasedRow[], lang: 'en' | 'fr') {
  const shown = rows.flatMap(({ destination, incidence, low, high }) =>
    typeof incidence !== 'number'
      ? []
      : [
          {
            label: String(destination),
            value: incidence,
            low: typeof low === 'number' ? low : incidence,
            high: typeof high === 'number' ? high : incidence,
          },
        ],
  );
  return spansOf(
    shown.sort((a, b) => b.value - a.value),
    (share) => percent(share, lang),
    { least: 0, most: 1, zero: true },
  );
}
