import type { ReactNode } from 'react';
import type { History } from '../../src/server/index.js';
import { useApi } from '../app/api.js';
import { day } from '../app/format.js';
import { useLanguage, useWords } from '../app/language.js';
import { Answered } from '../app/states.js';
import { Verdict } from '../controls/verdict.js';
import { claims as words } from '../words/claims.js';

/** The verdicts that a claim had. */
export function Verdicts({ id }: { readonly id: string }): ReactNode {
  const w = useWords(words);
  const answer = useApi<History>(`/api/claims/${encodeURIComponent(id)}/history`);
  return (
    <>
      <h2>{w.history}</h2>
      <Answered of={answer}>{(found) => <Kept history={found.history} />}</Answered>
    </>
  );
}

function Kept({ history }: Pick<History, 'history'>): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(words);
  if (history.length === 0) return <p>{w.historyNone}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls is reached by keyboard
    <section className="wide" tabIndex={0} aria-label={w.history}>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.checkedOn}</th>
            <th scope="col">{w.verdict}</th>
            <th scope="col">{w.why}</th>
            <th scope="col">{w.version}</th>
          </tr>
        </thead>
        <tbody>
          {history.map((kept) => (
            <tr key={kept.at}>
              <th scope="row">{day(kept.at.slice(0, 10), lang)}</th>
              <td>
                <Verdict of={kept.verdict} />
              </td>
              <td>{kept.why.map((why) => w.because[why]).join(', ')}</td>
              <td>
                <code>{kept.data}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
