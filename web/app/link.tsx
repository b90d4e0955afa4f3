import type { ReactNode } from 'react';
import { followed, useRoute } from './route.js';

/** A link to another view. */
export function Link({
  to,
  children,
  current,
}: {
  readonly to: string;
  readonly children: ReactNode;
  readonly current?: boolean;
}): ReactNode {
  const { go, query } = useRoute();
  const lang = query.get('lang');
  const address = lang === null ? to : `${to}${to.includes('?') ? '&' : '?'}lang=${lang}`;
  return (
    <a href={address} aria-current={current ? 'page' : undefined} onClick={(event) => followed(event, go)}>
      {children}
    </a>
  );
}
