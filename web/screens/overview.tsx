import { type ReactNode, useMemo } from 'react';
import { type Answer, type Parameters, useMeasure, useStatus } from '../app/api.js';
import { atLeast, number, year } from '../app/format.js';
import { Heading } from '../app/heading.js';
import { useLanguage, useWords } from '../app/language.js';
import { Link } from '../app/link.js';
import { useRoute } from '../app/route.js';
import { Answered } from '../app/states.js';
import { Figure } from '../charts/figure.js';
import { linesOf } from '../charts/lines.js';
import { netOf } from '../charts/net.js';
import { ribbonsOf } from '../charts/ribbons.js';
import { Choice } from '../controls/choice.js';
import { ScopeControls, useScope } from '../controls/scope.js';
import { common } from '../words/common.js';
import { overview } from '../words/overview.js';
import { Hazards } from './_growth.js';
import { netsOf, wholeEnds } from './_nets.js';

const followed = 8;
const mostRows = 1000;

const nothing = { most: 0, between: [] };

/** Who wins and who loses, at a glance. */
export default function Overview(): ReactNode {
  const { query, set } = useRoute();
  const w = useWords(overview);
  const words = useWords(common);
  const frontier = query.get('among') === 'frontier-labs';
  const status = useStatus();
  const chosen = status.data?.opens_with.leading;
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
        <Answered of={status}>{() => <p>{words.nothing}</p>}</Answered>
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
    () => netsOf(rows ?? [], counted, answer.data?.min_cell ?? 1, answer.data?.unlisted ?? nothing),
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
    const isWhole = wholeEnds(rows ?? [], counted);
    return ribbonsOf(shown, names, {
      left: w.left,
      joined: w.joined,
      number: (count) => number(count, lang),
      end: (count, name, side) => `${isWhole(name, side) ? '' : '≥\u00a0'}${number(count, lang)}`,
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
          <p className="lead">
            {w.netReads} {nets.some(({ open }) => open) && w.netOpen}
          </p>
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
