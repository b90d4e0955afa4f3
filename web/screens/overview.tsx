import { type ReactNode, useMemo } from 'react';
import type { ReleasedCell, ReleasedRow } from '../../src/release/index.js';
import { type Answer, type Parameters, useApi, useMeasure, useStatus } from '../app/api.js';
import { atLeast, isRange, number, year } from '../app/format.js';
import { Heading } from '../app/heading.js';
import { useLanguage, useWords } from '../app/language.js';
import { Link } from '../app/link.js';
import { useRoute } from '../app/route.js';
import { Answered } from '../app/states.js';
import { Figure } from '../charts/figure.js';
import { linesOf } from '../charts/lines.js';
import { type Net, netOf } from '../charts/net.js';
import { ribbonsOf } from '../charts/ribbons.js';
import { Choice } from '../controls/choice.js';
import { ScopeControls, useScope } from '../controls/scope.js';
import { overview } from '../words/overview.js';
import { Hazards } from './_growth.js';

const most = 12;
const followed = 8;
const mostRows = 1000;

interface Listed {
  readonly organisations: readonly {
    readonly id: string;
    readonly title: string;
    readonly people: number | null;
  }[];
}

/** Who wins and who loses, at a glance. */
export default function Overview(): ReactNode {
  const { query, set } = useRoute();
  const w = useWords(overview);
  const frontier = query.get('among') === 'frontier-labs';
  const leading = useApi<Listed>('/api/organisations', { limit: most }, !frontier);
  const chosen = leading.data?.organisations.filter(({ people }) => people !== null).map(({ id }) => id);
  const named: Parameters | undefined = frontier
    ? { among: 'frontier-labs' }
    : chosen && chosen.length > 1
      ? { organisation: chosen }
      : undefined;
  return (
    <>
      <Heading says={w.heading} />
      <p className="lead">{w.lead}</p>
      <div className="controls">
        <Choice
          label={w.among}
          value={frontier ? 'frontier' : 'many'}
          of={[
            { value: 'many', name: w.many },
            { value: 'frontier', name: w.frontier },
          ]}
          choose={(which) => set({ among: which === 'frontier' ? 'frontier-labs' : undefined })}
        />
        <ScopeControls />
      </div>
      {named === undefined ? (
        <Answered of={leading}>{() => null}</Answered>
      ) : (
        <>
          <Flows named={named} />
          <Headcount named={named} />
          <Hazards named={named} />
        </>
      )}
      <p>
        <Link to="/duel">{w.duel}</Link>
      </p>
    </>
  );
}

/** Net hires and the flows behind them. */
function Flows({ named }: { readonly named: Parameters }): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(overview);
  const { ofMoves, counted } = useScope();
  const parameters = { ...ofMoves, ...named };
  const answer = useMeasure('flows', { ...parameters, limit: mostRows });
  const rows = answer.data?.rows;
  const nets = useMemo(
    () => netsOf(rows ?? [], counted, (answer.data?.min_cell ?? 1) - 1),
    [rows, counted, answer.data],
  );
  const drawNet = useMemo(() => netOf(nets, (value) => number(value, lang)), [nets, lang]);
  const drawFlows = useMemo(() => {
    const shown = (rows ?? []).flatMap((row) => {
      const count = atLeast(row[counted]);
      return count === null ? [] : [{ from: String(row.from), to: String(row.to), count }];
    });
    const names = [
      ...new Set([...nets.map(({ name }) => name), ...shown.flatMap(({ from, to }) => [from, to])]),
    ];
    return ribbonsOf(shown, names, {
      left: w.left,
      joined: w.joined,
      number: (count) => number(count, lang),
    });
  }, [rows, nets, lang, w, counted]);
  const isAll = counted === 'moves';
  const columns = ['from', 'to', ...(isAll ? ['moves'] : []), 'hire', 'net', 'rate', 'q_value'];
  return (
    <Answered of={answer}>
      {(found: Answer) => (
        <>
          <Figure
            says={isAll ? w.netAll : w.net}
            answer={found}
            parameters={parameters}
            draw={drawNet}
            columns={columns}
          />
          <p className="lead">{w.netReads}</p>
          <Figure
            says={isAll ? w.flowsAll : w.flows}
            answer={found}
            parameters={parameters}
            draw={drawFlows}
            columns={columns}
          />
        </>
      )}
    </Answered>
  );
}

/**
 * What each organisation won less what it lost, in hires or in moves of every cause; each pair is looked at once, and a withheld figure lies
 * between its limits.
 */
function netsOf(
  rows: readonly ReleasedRow[],
  counted: 'hire' | 'moves',
  mostWithheld: number,
): readonly Net[] {
  const nets = new Map<string, { low: number; high: number }>();
  const seen = new Set<string>();
  const pairOf = (from: unknown, to: unknown): string => JSON.stringify([from, to]);
  const moves = new Map(rows.map((row) => [pairOf(row.from, row.to), row.moves]));
  const limitsOf = (cell: ReleasedCell | undefined): { readonly low: number; readonly high: number } => {
    if (typeof cell === 'number') return { low: cell, high: cell };
    if (isRange(cell)) return { low: cell.low ?? 0, high: cell.high ?? Number.POSITIVE_INFINITY };
    return { low: 0, high: mostWithheld };
  };
  for (const row of rows) {
    const [from, to] = [String(row.from), String(row.to)];
    const [there, back] = [limitsOf(row.moves), limitsOf(moves.get(pairOf(to, from)))];
    const limits =
      counted === 'moves' ? { low: there.low - back.high, high: there.high - back.low } : netLimits(row.net);
    const pair = pairOf(...([from, to].sort() as [string, string]));
    if (seen.has(pair) || limits === null) continue;
    seen.add(pair);
    add(nets, to, limits.low, limits.high);
    add(nets, from, -limits.high, -limits.low);
  }
  return [...nets]
    .map(([name, limits]) => ({ name, ...limits }))
    .sort((a, b) => b.low + b.high - a.low - a.high || (a.name < b.name ? -1 : 1));
}

function netLimits(net: ReleasedCell | undefined): { readonly low: number; readonly high: number } | null {
  if (typeof net === 'number') return { low: net, high: net };
  if (!isRange(net) || net.low === null || net.high === null) return null;
  return { low: net.low, high: net.high };
}

function add(
  nets: Map<string, { low: number; high: number }>,
  name: string,
  low: number,
  high: number,
): void {
  const before = nets.get(name) ?? { low: 0, high: 0 };
  nets.set(name, { low: before.low + low, high: before.high + high });
}

/** People at each organisation over time. */
function Headcount({ named }: { readonly named: Parameters }): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(overview);
  const { ofPeople } = useScope();
  const last = useStatus().data?.observed_until.slice(0, 4);
  const { organisation } = named;
  const some = Array.isArray(organisation) ? { organisation: organisation.slice(0, followed) } : named;
  const parameters = { ...ofPeople, ...some, by: 'year' };
  const answer = useMeasure('headcount', { ...parameters, limit: mostRows });
  const rows = answer.data?.rows;
  const draw = useMemo(() => {
    const since = Number(last ?? 0) - 15;
    const points = (rows ?? []).flatMap((row) => {
      const x = Number(String(row.month).slice(0, 4));
      return x < since
        ? []
        : [{ name: String(row.organisation), x, y: typeof row.people === 'number' ? row.people : null }];
    });
    return linesOf(points, { x: year, y: (count) => number(count, lang) });
  }, [rows, lang, last]);
  return (
    <Answered of={answer}>
      {(found) => (
        <>
          <Figure says={w.headcount} answer={found} parameters={parameters} draw={draw} />
          <p className="lead">{w.headcountReads}</p>
        </>
      )}
    </Answered>
  );
}
