import type { ReactNode } from 'react';
import { type Status, useApi, useMeasure, useStatus } from '../app/api.js';
import { day, number } from '../app/format.js';
import { Heading } from '../app/heading.js';
import { useLanguage, useWords } from '../app/language.js';
import { Answered, Rests } from '../app/states.js';
import { Sheet } from '../charts/sheet.js';
import { Defined } from '../controls/defined.js';
import { data as words } from '../words/data.js';

interface Names {
  readonly names: readonly {
    readonly doubt: 'ambiguous' | 'unsure' | 'unregistered';
    readonly name: string;
    readonly title: string | null;
    readonly spells: number;
    readonly people: number;
  }[];
}

const most = 100;
const lastMonths = 12;

/** Columns of the delay that are shown. */
const delayed = [
  'month',
  'source',
  'reported',
  'final',
  'reported_share',
  'nowcast',
  'nowcast_low',
  'nowcast_high',
];

/** Sources, versions, freshness, coverage, unsure names, and what is withheld. */
export default function Data(): ReactNode {
  const w = useWords(words);
  const status = useStatus();
  const coverage = useMeasure('coverage', { limit: most });
  const delay = useMeasure('delay', { limit: most });
  const names = useApi<Names>('/api/names');
  return (
    <>
      <Heading says={w.heading} />
      <p className="lead">{w.lead}</p>
      <Answered of={status}>{(found) => <Loaded status={found} />}</Answered>
      <h2>{w.coverage}</h2>
      <Answered of={coverage}>
        {(found) => (
          <>
            <Sheet columns={found.columns} rows={found.rows} caption={w.coverage} />
            <Defined of={['coverage']} />
            <Rests answer={found} />
          </>
        )}
      </Answered>
      <h2>{w.delay}</h2>
      <p>{w.delayWhy}</p>
      <Answered of={delay}>
        {(found) => (
          <>
            <Sheet
              columns={found.columns.filter(({ name }) => delayed.includes(name))}
              rows={found.rows
                .filter((row) => Number(row.age) < lastMonths)
                .map((row) => ({ ...row, final: row.final === true ? w.final : w.notFinal }))}
              caption={w.delay}
            />
            <Defined of={['delay']} />
            <Rests answer={found} />
          </>
        )}
      </Answered>
      <h2>{w.names}</h2>
      <p>{w.namesWhy}</p>
      <Answered of={names}>{(found) => <Doubtful names={found.names} />}</Answered>
    </>
  );
}

function Loaded({ status }: { readonly status: Status }): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(words);
  const count = (value: number | null): string =>
    value === null ? `<${status.min_cell}` : number(value, lang);
  const counts = ['people', 'spells', 'organisations', 'moves'] as const;
  return (
    <>
      <dl className="facts">
        {counts.map((name) => (
          <div key={name}>
            <dt>{w.counts[name]}</dt>
            <dd>
              <b>{count(status[name])}</b>
            </dd>
          </div>
        ))}
      </dl>
      <Defined of={['coverage', 'flows']} />
      <h2>{w.sources}</h2>
      <section className="wide" aria-label={w.sources}>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.source}</th>
              <th scope="col">{w.licence}</th>
              <th scope="col">{w.until}</th>
              <th scope="col" className="figure">
                {w.files}
              </th>
              <th scope="col" className="figure">
                {w.spells}
              </th>
            </tr>
          </thead>
          <tbody>
            {status.sources.map((source) => (
              <tr key={source.source}>
                <th scope="row">
                  <a href={source.homepage} rel="noreferrer">
                    {w.titles[source.source] ?? source.title}
                  </a>
                </th>
                <td>{source.licence ?? w.none}</td>
                <td>{day(source.observed_until, lang)}</td>
                <td className="figure">{number(source.files, lang)}</td>
                <td className="figure">{count(source.spells)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>{w.version(status.version)}</p>
      {status.preparing === null ? null : (
        <p role="status">
          {w.preparing(
            status.preparing.done,
            status.preparing.of,
            status.preparing.version !== status.version,
          )}
        </p>
      )}
      <h2>{w.withheld}</h2>
      <p>{w.withheldWhy(status.min_cell)}</p>
    </>
  );
}

function Doubtful({ names }: Names): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(words);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls is reached by keyboard
    <section className="wide" tabIndex={0} aria-label={w.names}>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.name}</th>
            <th scope="col">{w.meant}</th>
            <th scope="col">{w.doubt}</th>
            <th scope="col" className="figure">
              {w.people}
            </th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={`${name.doubt} ${name.name}`}>
              <th scope="row">{name.name}</th>
              <td>{name.title ?? '–'}</td>
              <td>{w.doubts[name.doubt]}</td>
              <td className="figure">{number(name.people, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
