import { type ReactNode, useEffect } from 'react';

/** The heading of a view, which the tab shows too. */
export function Heading({ says }: { readonly says: string }): ReactNode {
  useEffect(() => {
    document.title = titleOf(says);
  });
  return <h1>{says}</h1>;
}

/** What the tab of a view shows. */
export function titleOf(view: string): string {
  return `${view} · Mercato`;
}
