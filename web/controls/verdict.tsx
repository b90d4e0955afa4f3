import type { ReactNode } from 'react';
import type { Verdict as Name } from '../../src/claims/index.js';
import { useWords } from '../app/language.js';
import { signs, verdicts } from '../words/verdicts.js';

/** A verdict by its sign and its name. */
export function Verdict({ of }: { readonly of: Name }): ReactNode {
  const w = useWords(verdicts);
  return (
    <span className="verdict">
      <span className="sign" aria-hidden="true">
        {signs[of]}
      </span>{' '}
      {w.verdicts[of]}
    </span>
  );
}
