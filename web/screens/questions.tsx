import type { ReactNode } from 'react';
import type { QuestionsAnswer } from '../../src/server/index.js';
import { useApi } from '../app/api.js';
import { Heading } from '../app/heading.js';
import { useWords } from '../app/language.js';
import { Link } from '../app/link.js';
import { Answered } from '../app/states.js';
import { Defined } from '../controls/defined.js';
import { Verdict } from '../controls/verdict.js';
import { common } from '../words/common.js';
import { questions as words } from '../words/questions.js';

/** Measures that answers quote. */
const measured = ['ratio', 'study', 'retention', 'growth', 'ranking'];

/** The four questions of June 2025, with the evidence. */
export default function Questions(): ReactNode {
  const w = useWords(common);
  const answer = useApi<QuestionsAnswer>('/api/questions');
  return (
    <>
      <Heading says={answer.data?.heading ?? w.screens.questions} />
      <Answered of={answer}>{(found) => <Answers answer={found} />}</Answered>
    </>
  );
}

function Answers({ answer }: { readonly answer: QuestionsAnswer }): ReactNode {
  const w = useWords(words);
  return (
    <>
      <p className="lead">{answer.lead}</p>
      {answer.notes.map((note) => (
        <p key={note} className="lead">
          {note}
        </p>
      ))}
      {answer.questions.length === 0 && <p>{w.none}</p>}
      {answer.questions.map((question) => (
        <article key={question.asks} className="question">
          <h2>{question.asks}</h2>
          <p className="short">{question.short.join(' ')}</p>
          <Part name={w.measured} lines={question.measured} />
          {question.measured.length > 0 && <Defined of={measured} />}
          {question.claims.length > 0 && (
            <>
              <h3>{w.claimed}</h3>
              <ul className="told">
                {question.claims.map((claim) => (
                  <li key={claim.id}>
                    <Verdict of={claim.verdict} />
                    <span>
                      <Link to={`/claims?id=${encodeURIComponent(claim.id)}`}>{claim.says}</Link>{' '}
                      <span className="soft">({claim.claimant})</span>
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <Part name={w.changed} lines={question.changed} />
          <Part name={w.missing} lines={question.missing} />
        </article>
      ))}
    </>
  );
}

function Part({ name, lines }: { readonly name: string; readonly lines: readonly string[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{name}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
