import { type ReactNode, useMemo } from 'react';
import type { ReleasedRow } from '../../src/release/index.js';
import { useMeasure } from '../app/api.js';
import { percent } from '../app/format.js';
import { useLanguage, useWords } from '../app/language.js';
import { useRoute } from '../app/route.js';
import { Answered } from '../app/states.js';
import { Figure } from '../charts/figure.js';
import { spansOf } from '../charts/spans.js';
import { Picker } from '../controls/picker.js';
import { useScope } from '../controls/scope.js';
import { leaving as words } from '../words/leaving.js';
import { type Known, useKnown } from './_registered.js';

const columns = ['destination', 'episodes', 'events', 'leavers', 'incidence', 'low', 'high'];

/** Where those go who leave an organisation, one rival by name where that is asked. */
export function Leaving({
  known: { id, title },
  months,
}: {
  readonly known: Known;
  readonly months: number;
}): ReactNode {
  const { lang } = useLanguage();
  const { query, set } = useRoute();
  const w = useWords(words);
  const { ofPeople } = useScope();
  const rival = query.get('rival') ?? undefined;
  const parameters = { ...ofPeople, organisation: [id], months, ...(rival ? { to: [rival] } : {}) };
  const answer = useMeasure('exits', parameters);
  const rows = useMemo(
    () => (answer.data?.rows ?? []).map((row) => ({ ...row, destination: nameOf(row, w.destinations) })),
    [answer.data, w],
  );
  const draw = useMemo(() => sharesOf(rows, lang), [rows, lang]);
  return (
    <>
      <h2>{w.exits}</h2>
      <div className="controls">
        <Rival id={rival} choose={(chosen) => set({ rival: chosen })} />
      </div>
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

function Rival({
  id,
  choose,
}: {
  readonly id: string | undefined;
  readonly choose: (id: string | undefined) => void;
}): ReactNode {
  const w = useWords(words);
  const known = useKnown(id ?? '', id !== undefined);
  return (
    <>
      <Picker label={w.rival} value={id === undefined ? '' : (known.data?.title ?? id)} choose={choose} />
      {id !== undefined && (
        <button type="button" className="plain" onClick={() => choose(undefined)}>
          {w.none}
        </button>
      )}
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
