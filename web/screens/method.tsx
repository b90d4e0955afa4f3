import { type ReactNode, useEffect } from 'react';
import type { Column } from '../../src/records/index.js';
import { addressOf, useApi } from '../app/api.js';
import { Heading } from '../app/heading.js';
import { useLanguage, useWords } from '../app/language.js';
import { Answered } from '../app/states.js';
import { method as words } from '../words/method.js';

interface Said {
  readonly en: string;
  readonly fr: string;
}

interface Measures {
  readonly measures: readonly {
    readonly name: string;
    readonly title: Said;
    readonly question: Said;
    readonly definition: Said;
    readonly citation: string;
    readonly columns: readonly Column[];
    readonly examples: readonly string[];
  }[];
}

/** The definitions, as the measures themselves give them. */
export default function Method(): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(words);
  const measures = useApi<Measures>('/api/measures');
  return (
    <>
      <Heading says={w.heading} />
      <p className="lead">{w.lead}</p>
      <Answered of={measures}>{(found) => <Definitions measures={found.measures} />}</Answered>
      <p>
        <a href={addressOf('/api/docs', { lang })}>{w.api}</a> ·{' '}
        <a href={addressOf('/api/openapi.json', { lang })}>OpenAPI 3.1</a>
      </p>
    </>
  );
}

function Definitions({ measures }: Measures): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(words);
  useEffect(() => {
    document.getElementById(window.location.hash.slice(1))?.scrollIntoView();
  }, []);
  return measures.map((measure) => (
    <section key={measure.name} id={measure.name}>
      <h2>{measure.title[lang]}</h2>
      <p>
        <strong>{measure.question[lang]}</strong>
      </p>
      <p>{measure.definition[lang]}</p>
      <p className="lead">
        {w.citation}: {measure.citation}
      </p>
      <details>
        <summary>{w.columns}</summary>
        <section className="wide" aria-label={measure.title[lang]}>
          <table>
            <thead>
              <tr>
                <th scope="col">{w.column}</th>
                <th scope="col">{w.unit}</th>
                <th scope="col">{w.meaning}</th>
              </tr>
            </thead>
            <tbody>
              {measure.columns.map((column) => (
                <tr key={column.name}>
                  <th scope="row">
                    <code>{column.name}</code>
                  </th>
                  <td>{w.units[column.unit] ?? column.unit}</td>
                  <td>{column.meaning}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
      <p className="lead">
        {w.terminal}: <code>{measure.examples[0]}</code>
      </p>
    </section>
  ));
}
