import { type ReactNode, useId } from 'react';
import { type Parameters, useStatus } from '../app/api.js';
import { useWords } from '../app/language.js';
import { useRoute } from '../app/route.js';
import { common } from '../words/common.js';
import { Choice } from './choice.js';

const levels = ['unit', 'company', 'group'] as const;
const views = ['point-in-time', 'pro-forma'] as const;
const causes = ['hire', 'internal', 'acquired', 'spun_off', 'licensed_and_hired'];
const firstYear = 2005;

type Level = (typeof levels)[number];
type View = (typeof views)[number];

/** Window, level, view and causes as the address of the page says them, as parameters of a measure. */
export interface Scope {
  readonly since: string | undefined;
  readonly until: string | undefined;
  readonly level: Level;
  readonly view: View;
  readonly takeovers: boolean;
  /** The column of flows that counts the causes asked for. */
  readonly counted: 'hire' | 'moves';
  /** For a measure of moves. */
  readonly ofMoves: Parameters;
  /** For a measure that counts no moves. */
  readonly ofPeople: Parameters;
}

/** The scope of the view, from its address. */
export function useScope(): Scope {
  const { query } = useRoute();
  const year = (name: string): string | undefined => /^\d{4}$/.exec(query.get(name) ?? '')?.[0];
  const [since, until] = [year('since'), year('until')];
  const level = levels.find((each) => each === query.get('level')) ?? 'company';
  const view = views.find((each) => each === query.get('view')) ?? 'point-in-time';
  const takeovers = query.get('takeovers') === 'on';
  const ofPeople = { since, until, level, view };
  return {
    since,
    until,
    level,
    view,
    takeovers,
    counted: takeovers ? 'moves' : 'hire',
    ofPeople,
    ofMoves: { ...ofPeople, ...(takeovers ? { cause: causes.join(',') } : {}) },
  };
}

/** Switches for window, level, view and causes. */
export function ScopeControls({ causes: asksCauses = true }: { readonly causes?: boolean }): ReactNode {
  const { set } = useRoute();
  const w = useWords(common);
  const scope = useScope();
  return (
    <>
      <YearControls />
      <Choice
        label={w.level}
        value={scope.level}
        of={levels.map((value) => ({ value, name: w.levels[value] }))}
        choose={(level) => set({ level: level === 'company' ? undefined : level })}
      />
      <Choice
        label={w.view}
        value={scope.view}
        of={views.map((value) => ({ value, name: w.viewOf[value] }))}
        choose={(view) => set({ view: view === 'point-in-time' ? undefined : view })}
      />
      {asksCauses && (
        <Choice
          label={w.takeovers}
          value={scope.takeovers ? 'on' : 'off'}
          of={[
            { value: 'off', name: w.off },
            { value: 'on', name: w.on },
          ]}
          choose={(takeovers) => set({ takeovers: takeovers === 'on' ? 'on' : undefined })}
        />
      )}
    </>
  );
}

/** The first and the last year of the window. */
export function YearControls(): ReactNode {
  const w = useWords(common);
  const { since, until } = useScope();
  const last = Number(useStatus().data?.observed_until.slice(0, 4) ?? new Date().getFullYear());
  const years = Array.from({ length: last - firstYear + 1 }, (_, i) => String(last - i));
  return (
    <>
      <Year label={w.since} name="since" value={since} years={years} />
      <Year label={w.until} name="until" value={until} years={years} />
    </>
  );
}

function Year({
  label,
  name,
  value,
  years,
}: {
  readonly label: string;
  readonly name: string;
  readonly value: string | undefined;
  readonly years: readonly string[];
}): ReactNode {
  const { set } = useRoute();
  const w = useWords(common);
  const id = useId();
  return (
    <div className="control">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={(event) => set({ [name]: event.target.value || undefined })}
      >
        <option value="">{w.all}</option>
        {years.map((year) => (
          <option key={year}>{year}</option>
        ))}
      </select>
    </div>
  );
}
