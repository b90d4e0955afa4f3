import type { ReactNode } from 'react';
import { useWords } from '../app/language.js';
import { ScopeControls } from '../controls/scope.js';
import { overview } from '../words/overview.js';

/** Who wins and who loses, at a glance. */
export default function Overview(): ReactNode {
  const w = useWords(overview);
  return (
    <>
      <h1>{w.heading}</h1>
      <p className="lead">{w.lead}</p>
      <div className="controls">
        <ScopeControls />
      </div>
    </>
  );
}
