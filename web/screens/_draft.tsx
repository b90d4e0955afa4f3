import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { DraftAnswer } from '../../src/server/index.js';
import { useApi, usePost } from '../app/api.js';
import { plural } from '../app/format.js';
import { useLanguage, useWords } from '../app/language.js';
import { Cause } from '../app/states.js';
import { save } from '../charts/download.js';
import type { Titled } from '../controls/defined.js';
import { claims as words } from '../words/claims.js';
import { common } from '../words/common.js';
import { organisation } from '../words/organisation.js';
import { verdicts } from '../words/verdicts.js';

/** A place to paste a text and see the claims that are drafted from it. */
export function Draft(): ReactNode {
  const w = useWords(words);
  const [text, write] = useState('');
  const field = useId();
  const draft = usePost<DraftAnswer, { readonly text: string }>('/api/draft');
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') draft.mutate({ text });
  };
  return (
    <section>
      <h2>{w.draft}</h2>
      <p>{w.draftLead}</p>
      <form onSubmit={ask}>
        <label htmlFor={field}>{w.draftText}</label>
        <textarea id={field} value={text} onChange={(event) => write(event.target.value)} />
        <p>
          <button type="submit" disabled={draft.isPending || text.trim() === ''}>
            {w.draftGo}
          </button>
        </p>
      </form>
      <div aria-live="polite">
        {draft.isPending && <p className="soft">{w.draftAgain}</p>}
        {draft.isError && (
          <p className="wrong">
            <Cause of={draft.error} />
          </p>
        )}
        {draft.data !== undefined && !draft.isPending && <Drafted draft={draft.data} />}
      </div>
    </section>
  );
}

function Drafted({ draft }: { readonly draft: DraftAnswer }): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(words);
  if (draft.claims.length === 0) return <p>{w.draftNone}</p>;
  return (
    <>
      <p>
        {plural(draft.claims.length, lang, w.drafted)}.{' '}
        {draft.masked > 0 && plural(draft.masked, lang, w.draftMasked)}
      </p>
      <DraftTable draft={draft} />
      <details>
        <summary>{w.draftFile}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls is reached by keyboard */}
        <section className="wide" tabIndex={0} aria-label={w.draftFile}>
          <pre>{draft.yaml}</pre>
        </section>
      </details>
      <p>
        <button
          type="button"
          onClick={() => save('claims.yaml', new Blob([draft.yaml], { type: 'application/yaml' }))}
        >
          {w.draftCopy}
        </button>
      </p>
      <p className="rests">{w.draftNext}</p>
    </>
  );
}

function DraftTable({ draft }: { readonly draft: DraftAnswer }): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(words);
  const c = useWords(common);
  const named = useWords(verdicts);
  const { event } = useWords(organisation);
  const measures = useApi<Titled>('/api/measures').data?.measures ?? [];
  const said = (check: string): string =>
    measures.find(({ name }) => name === check)?.title[lang] ??
    named.uncheckable[check as 'opinion'] ??
    event[check] ??
    (check === 'part_of' ? w.partOf : check);
  const sure = (text: string | null): ReactNode =>
    text === '?' ? (
      <span className="soft" title={w.unsure}>
        ?
      </span>
    ) : (
      (text ?? '–')
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls is reached by keyboard
    <section className="wide" tabIndex={0} aria-label={w.draft}>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.sentence}</th>
            <th scope="col">{w.claimed}</th>
            <th scope="col">{w.claimant}</th>
            <th scope="col">{w.firmness}</th>
            <th scope="col">{w.against}</th>
          </tr>
        </thead>
        <tbody>
          {draft.claims.map((claim) => (
            <tr key={claim.id}>
              <th scope="row">{claim.sentence}</th>
              <td>{claim.figures.join(', ') || '–'}</td>
              <td>{sure(claim.claimant)}</td>
              <td>{sure(named.firmness[claim.firmness as 'asserted'] ?? claim.firmness)}</td>
              <td>
                {sure(said(claim.check))}
                {claim.names.length > 0 ? `${c.colon}${claim.names.join(', ')}` : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
