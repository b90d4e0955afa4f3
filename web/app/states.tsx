import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { common } from '../words/common.js';
import { type Answer, Problem } from './api.js';
import { day } from './format.js';
import { useLanguage, useWords } from './language.js';

/** Shown while an answer is worked out. */
export function Waiting(): ReactNode {
  const w = useWords(common);
  return (
    <p className="waiting" role="status">
      {w.loading}
    </p>
  );
}

/** Shown where a question cannot be answered: what is wrong, and a way to ask again. */
export function Wrong({ error, again }: { readonly error: unknown; readonly again: () => void }): ReactNode {
  const w = useWords(common);
  return (
    <div className="wrong" role="alert">
      <p>
        <Cause of={error} />
      </p>
      <button type="button" onClick={again}>
        {w.again}
      </button>
    </div>
  );
}

/** What is wrong, in the language in which it is said. */
export function Cause({ of: error }: { readonly of: unknown }): ReactNode {
  const w = useWords(common);
  const { lang } = useLanguage();
  const said = error instanceof Problem ? error : { detail: w.away, lang };
  return (
    <>
      <strong>{w.wrong}.</strong> <span lang={said.lang}>{said.detail}</span>
    </>
  );
}

/** An answer once it is there, and what stands in its place until then. */
export function Answered<T>({
  of,
  children,
}: {
  readonly of: UseQueryResult<T>;
  readonly children: (answer: T) => ReactNode;
}): ReactNode {
  if (of.data !== undefined) return <div aria-busy={of.isPlaceholderData}>{children(of.data)}</div>;
  if (of.isError) return <Wrong error={of.error} again={() => void of.refetch()} />;
  return <Waiting />;
}

/** What an answer rests on, and its notes. */
export function Rests({ answer }: { readonly answer: Answer }): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(common);
  const { sources, observedUntil, version } = answer.data;
  return (
    <details className="rests">
      <summary>{w.rests(sources.join(', '), day(observedUntil, lang), version)}</summary>
      <ul>
        {answer.notes.map((note) => (
          <li key={note.text}>{note.text}</li>
        ))}
      </ul>
    </details>
  );
}
