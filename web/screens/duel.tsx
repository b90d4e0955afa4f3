import { type ReactNode, useMemo } from 'react';
import type { ReleasedCell, ReleasedRow } from '../../src/release/index.js';
import { type Answer, type Parameters, useMeasure, useStatus } from '../app/api.js';
import { cell, interval, isRange, isWithheld, number } from '../app/format.js';
import { Heading } from '../app/heading.js';
import { useLanguage, useWords } from '../app/language.js';
import { Link } from '../app/link.js';
import { useRoute } from '../app/route.js';
import { Answered, Waiting } from '../app/states.js';
import { Figure } from '../charts/figure.js';
import { forestOf, type Interval } from '../charts/forest.js';
import { Withheld } from '../charts/sheet.js';
import { Picker } from '../controls/picker.js';
import { ScopeControls, useScope } from '../controls/scope.js';
import { common } from '../words/common.js';
import { duel } from '../words/duel.js';
import { Over } from './_over.js';
import { printedOf, Said, useSaid } from './_said.js';
import { Study } from './_study.js';

/** Who is asked about where the data has nobody: the answer says so. */
const usual = ['google-deepmind', 'anthropic'];
const ratioColumn = { type: 'number', unit: '' } as const;

/** Two organisations against each other: counts, ratio, rate ratio, over time, and asked in several ways. */
export default function Duel(): ReactNode {
  const { query, set } = useRoute();
  const w = useWords(duel);
  const { ofMoves } = useScope();
  const [chosenA, chosenB] = [query.get('a'), query.get('b')];
  const opening = useStatus().data?.opens_with;
  const [first = '', second = ''] = opening?.pair ?? usual;
  const [a, b] = [chosenA ?? first, chosenB ?? (second === chosenA ? first : second)];
  const parameters = { ...ofMoves, organisation: [a, b] };
  const isChosen = chosenA !== null && chosenB !== null;
  const answer = useMeasure('ratio', parameters, isChosen || opening !== undefined);
  const [row] = answer.data?.rows ?? [];
  const [from, to] = row ? [String(row.from), String(row.to)] : [a, b];
  return (
    <>
      <Heading says={w.heading(from, to)} />
      <p className="lead">{w.lead}</p>
      <div className="controls">
        <Picker label={w.from} value={from} choose={(id) => set({ a: id, b })} />
        <Picker label={w.to} value={to} choose={(id) => set({ a, b: id })} />
        <button type="button" onClick={() => set({ a: b, b: a })}>
          {w.swap}
        </button>
        <ScopeControls />
      </div>
      <Answered of={answer}>{(found) => <Found answer={found} parameters={parameters} />}</Answered>
    </>
  );
}

function Found({
  answer,
  parameters,
}: {
  readonly answer: Answer;
  readonly parameters: Parameters;
}): ReactNode {
  const { lang } = useLanguage();
  const words = useWords(common);
  const w = useWords(duel);
  const [a = '', b = ''] = parameters.organisation as readonly string[];
  const claims = useSaid(a, b);
  const said = claims.data?.claims ?? [];
  const [row] = answer.rows;
  if (row === undefined) return <p>{words.nothing}</p>;
  const [from, to] = [String(row.from), String(row.to)];
  const count = { type: 'integer', unit: 'moves' } as const;
  const limits = (low: string, high: string): string => {
    const said = interval(row[low], row[high], ratioColumn, lang).split(' – ');
    return said.length === 2 ? w.interval(said[0] ?? '', said[1] ?? '') : '';
  };
  return (
    <>
      <dl className="facts">
        <Fact value={cell(row.forward, count, lang)} says={w.count(from, to)} />
        <Fact value={cell(row.backward, count, lang)} says={w.count(to, from)} />
        <Fact value={cell(row.ratio, ratioColumn, lang)} says={w.ratio}>
          {limits('low', 'high')} {parityOf(row, w)} {w.ratioNot}
        </Fact>
        <Fact value={cell(row.rate_ratio, ratioColumn, lang)} says={w.rate}>
          {limits('rate_low', 'rate_high')}
        </Fact>
      </dl>
      <Withheld cells={[row.forward, row.backward, row.ratio, row.rate_ratio]} />
      <p className="tools">
        <Link to="/method#ratio">{words.definition}</Link>
      </p>
      {claims.isLoading ? <Waiting /> : <Said claims={said} />}
      <Ways
        parameters={parameters}
        asked={answer}
        from={from}
        to={to}
        printed={printedOf(said, from, w.printed)}
      />
      <Over parameters={parameters} from={from} to={to} />
      <Study pair={[a, b]} from={from} to={to} />
    </>
  );
}

function Fact({
  value,
  says,
  children,
}: {
  readonly value: string;
  readonly says: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div>
      <dt>{says}</dt>
      <dd>
        <b>{value}</b>
        {children}
      </dd>
    </div>
  );
}

function parityOf(row: ReleasedRow, w: { readonly parity: string; readonly noParity: string }): string {
  const [low, high] = [bound(row.low, 'low'), bound(row.high, 'high')];
  if (low === null) return w.parity;
  return low > 1 || (high !== null && high < 1) ? w.noParity : w.parity;
}

/** The outermost value that a limit may have. */
function bound(cell: ReleasedCell | undefined, side: 'low' | 'high'): number | null {
  if (typeof cell === 'number') return cell;
  return isRange(cell) ? cell[side] : null;
}

/** The same question asked in other ways: what the answer hangs on. */
function Ways({
  parameters,
  asked,
  from,
  to,
  printed,
}: {
  readonly parameters: Parameters;
  readonly asked: Answer;
  readonly from: string;
  readonly to: string;
  readonly printed: readonly Interval[];
}): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(duel);
  const last = Number((useStatus().data?.observed_until ?? '').slice(0, 4)) - 1;
  const ways = w.sensitivity;
  const more: readonly (readonly [string, Parameters])[] = [
    [ways.gap1, { 'max-gap': 1 }],
    [ways.gap12, { 'max-gap': 12 }],
    [ways.unit, { level: 'unit' }],
    [ways.group, { level: 'group' }],
    [ways.proForma, { view: 'pro-forma' }],
    [ways.takeovers, { cause: 'hire,internal,acquired,spun_off,licensed_and_hired' }],
    [ways.lastTwo, { since: String(last - 1), until: String(last) }],
  ];
  const answers = [
    useMeasure('ratio', { ...parameters, ...more[0]?.[1] }),
    useMeasure('ratio', { ...parameters, ...more[1]?.[1] }),
    useMeasure('ratio', { ...parameters, ...more[2]?.[1] }),
    useMeasure('ratio', { ...parameters, ...more[3]?.[1] }),
    useMeasure('ratio', { ...parameters, ...more[4]?.[1] }),
    useMeasure('ratio', { ...parameters, ...more[5]?.[1] }),
    useMeasure('ratio', { ...parameters, ...more[6]?.[1] }, last > 2000),
  ];
  const found = answers.map(({ data }) => data?.rows[0]);
  const key = JSON.stringify([asked.rows[0], ...found, printed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key holds all that is drawn
  const draw = useMemo(
    () =>
      forestOf(
        [
          ...printed,
          ...intervalOf(ways.asked, asked.rows[0]),
          ...found.flatMap((row, nth) => intervalOf(more[nth]?.[0] ?? '', row)),
        ],
        (value) => number(value, lang),
      ),
    [key, lang],
  );
  const rows = [asked.rows[0], ...found].flatMap((row, nth) =>
    row === undefined ? [] : [{ asked: nth === 0 ? ways.asked : (more[nth - 1]?.[0] ?? ''), ...row }],
  );
  const way = { name: 'asked', type: 'text', unit: '', meaning: w.way } as const;
  return (
    <>
      <Figure
        says={w.drawn(from, to)}
        answer={asked}
        parameters={parameters}
        draw={draw}
        columns={[way, ...asked.columns]}
        rows={rows}
      />
      {answers.some(({ isLoading }) => isLoading) ? <Waiting /> : null}
      <p className="lead">
        {w.reads} {printed.length > 0 ? w.readsPrinted : ''}
      </p>
    </>
  );
}

function intervalOf(label: string, row: ReleasedRow | undefined): readonly Interval[] {
  if (row === undefined || isWithheld(row.low) || row.low === null || row.low === undefined) return [];
  const low = bound(row.low, 'low');
  const value = typeof row.ratio === 'number' ? row.ratio : null;
  return [{ label, value, low: low ?? 0, high: bound(row.high, 'high') }];
}
