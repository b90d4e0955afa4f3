import { type ReactNode, useId, useMemo } from 'react';
import type { ReleasedCell } from '../../src/release/index.js';
import { type Answer, useMeasure, useStatus } from '../app/api.js';
import { atLeast, cell, interval, number, percent, year } from '../app/format.js';
import { Heading } from '../app/heading.js';
import { useLanguage, useWords } from '../app/language.js';
import { useRoute } from '../app/route.js';
import { Answered } from '../app/states.js';
import { countsOf } from '../charts/counts.js';
import { Figure } from '../charts/figure.js';
import { linesOf } from '../charts/lines.js';
import { Withheld } from '../charts/sheet.js';
import { Picker } from '../controls/picker.js';
import { ScopeControls, useScope } from '../controls/scope.js';
import { organisation as words } from '../words/organisation.js';
import { Growth } from './_growth.js';
import { Leaving } from './_leaving.js';
import { Pay } from './_pay.js';
import { type Known, Registered, useKnown } from './_registered.js';

/** Who is asked about where the data has nobody: the answer says so. */
const usual = 'anthropic';
const most = 12;
const monthsOfStay = [12, 24, 36];

/** One organisation: what the registry knows, headcount, hires and exits, and who stays. */
export default function Organisation(): ReactNode {
  const { query, set } = useRoute();
  const w = useWords(words);
  const chosen = query.get('id');
  const opening = useStatus().data?.opens_with;
  const id = chosen ?? opening?.organisation ?? usual;
  const known = useKnown(id, chosen !== null || opening !== undefined);
  return (
    <>
      <Heading says={known.data?.title ?? id} />
      <p className="lead">{w.lead}</p>
      <div className="controls">
        <Picker label={w.pick} value={known.data?.title ?? ''} choose={(chosen) => set({ id: chosen })} />
        <ScopeControls />
      </div>
      <Answered of={known}>{(found) => <Everything known={found} />}</Answered>
    </>
  );
}

function Everything({ known }: { readonly known: Known }): ReactNode {
  const months = useMonths();
  return (
    <>
      <Registered known={known} />
      <People known={known} />
      <ComeAndGo known={known} />
      <Growth known={known} />
      <Stay known={known} />
      <Leaving known={known} months={months} />
      <Pay known={known} />
    </>
  );
}

const shown = (value: ReleasedCell | undefined): number | null => (typeof value === 'number' ? value : null);

function People({ known: { id, title } }: { readonly known: Known }): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(words);
  const { ofPeople } = useScope();
  const parameters = { ...ofPeople, organisation: [id], by: 'year' };
  const answer = useMeasure('headcount', parameters);
  const rows = answer.data?.rows;
  const draw = useMemo(() => {
    const points = (rows ?? []).map((row) => ({
      name: String(row.organisation),
      x: Number(String(row.month).slice(0, 4)),
      y: shown(row.people),
    }));
    return linesOf(points, { x: year, y: (count) => number(count, lang) });
  }, [rows, lang]);
  return (
    <Answered of={answer}>
      {(found) => <Figure says={w.headcount(title)} answer={found} parameters={parameters} draw={draw} />}
    </Answered>
  );
}

function ComeAndGo({ known: { id, title } }: { readonly known: Known }): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(words);
  const { ofMoves, counted } = useScope();
  const parameters = { ...ofMoves, organisation: [id] };
  const answer = useMeasure('flows', { ...parameters, limit: 1000 });
  const rows = answer.data?.rows;
  const side = (own: 'from_id' | 'to_id', other: 'from' | 'to') =>
    (rows ?? [])
      .filter((row) => row[own] === id && atLeast(row[counted]) !== null)
      .map((row) => ({ name: String(row[other]), count: atLeast(row[counted]) ?? 0 }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
      .slice(0, most);
  // biome-ignore lint/correctness/useExhaustiveDependencies: side reads rows and id alone
  const [came, went] = useMemo(() => {
    const say = (count: number): string => number(count, lang);
    return [countsOf(side('to_id', 'from'), say), countsOf(side('from_id', 'to'), say)];
  }, [rows, id, lang, counted]);
  const columns = ['from', 'to', ...(counted === 'moves' ? ['moves'] : []), 'hire', 'net', 'rate', 'q_value'];
  const of = (found: Answer, own: 'from_id' | 'to_id') => found.rows.filter((row) => row[own] === id);
  return (
    <Answered of={answer}>
      {(found) => (
        <div className="beside">
          <Figure
            says={counted === 'hire' ? w.came(title) : w.cameAll(title)}
            answer={found}
            parameters={parameters}
            draw={came}
            columns={columns}
            rows={of(found, 'to_id')}
          />
          <Figure
            says={counted === 'hire' ? w.went(title) : w.wentAll(title)}
            answer={found}
            parameters={parameters}
            draw={went}
            columns={columns}
            rows={of(found, 'from_id')}
          />
        </div>
      )}
    </Answered>
  );
}

/** Months after which it is asked who is still there, from the address. */
function useMonths(): number {
  const { query } = useRoute();
  return monthsOfStay.find((each) => String(each) === query.get('months')) ?? 24;
}

interface Point {
  readonly at_risk?: ReleasedCell;
  readonly month?: ReleasedCell;
  readonly share?: ReleasedCell;
  readonly low?: ReleasedCell;
  readonly high?: ReleasedCell;
}

function Stay({ known: { id, title } }: { readonly known: Known }): ReactNode {
  const { lang } = useLanguage();
  const { set } = useRoute();
  const w = useWords(words);
  const field = useId();
  const { ofPeople } = useScope();
  const months = useMonths();
  const parameters = { ...ofPeople, organisation: [id], months, curve: true };
  const answer = useMeasure('retention', parameters);
  const curve = answer.data?.rows.find((row) => row.definition === 'D1')?.curve;
  const draw = useMemo(() => {
    const steps = Array.isArray(curve) ? (curve as readonly Point[]) : [];
    const points = steps.map((point) => ({
      name: 'D1',
      x: Number(point.month),
      y: shown(point.share),
      low: shown(point.low),
      high: shown(point.high),
    }));
    const jobs = { type: 'integer', unit: 'jobs' } as const;
    const at = steps.map((point) => ({ x: Number(point.month), text: cell(point.at_risk, jobs, lang) }));
    return linesOf(points, {
      x: String,
      y: (share) => percent(share, lang),
      under: { label: w.atRisk, at },
    });
  }, [curve, lang, w]);
  return (
    <Answered of={answer}>
      {(found) => (
        <>
          <h2>{w.retention}</h2>
          <div className="controls">
            <div className="control">
              <label htmlFor={field}>{w.months}</label>
              <select id={field} value={months} onChange={(event) => set({ months: event.target.value })}>
                {monthsOfStay.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            </div>
          </div>
          <dl className="facts">
            {found.rows.map((row) => (
              <div key={String(row.definition)}>
                <dt>{w.definitions[row.definition as 'D1']}</dt>
                <dd>
                  <b>{cell(row.share, { type: 'number', unit: 'share' }, lang)}</b>
                  {w.interval} {interval(row.low, row.high, { type: 'number', unit: 'share' }, lang)}
                  {w.ofJobs(cell(row.episodes, { type: 'integer', unit: 'jobs' }, lang))}
                </dd>
              </div>
            ))}
          </dl>
          <Withheld cells={found.rows.flatMap(({ share, episodes }) => [share, episodes])} />
          <Figure
            says={w.stays(title)}
            answer={found}
            parameters={parameters}
            draw={draw}
            columns={['organisation', 'definition', 'months', 'people', 'episodes', 'share', 'low', 'high']}
          />
        </>
      )}
    </Answered>
  );
}
