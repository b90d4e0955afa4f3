import { useCallback, useMemo, useSyncExternalStore } from 'react';

/** Where the page is: its path, what stands behind the `?`, and how to go elsewhere. All of a view's state is in its address. */
export interface Route {
  readonly path: string;
  readonly query: URLSearchParams;
  /** Changes parameters of this view; one that is undefined is removed. */
  set(parameters: { readonly [name: string]: string | undefined }): void;
  go(address: string): void;
}

const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

const here = (): string => `${window.location.pathname}${window.location.search}`;

function move(address: string): void {
  if (address === here()) return;
  window.history.pushState(null, '', address);
  tell();
}

/** The address of the page. */
export function useRoute(): Route {
  const address = useSyncExternalStore(subscribe, here);
  const [path = '/', search = ''] = address.split('?');
  const query = useMemo(() => new URLSearchParams(search), [search]);
  const set = useCallback((parameters: { readonly [name: string]: string | undefined }) => {
    const next = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(parameters)) {
      if (value === undefined || value === '') next.delete(name);
      else next.set(name, value);
    }
    const text = next.toString();
    move(text === '' ? window.location.pathname : `${window.location.pathname}?${text}`);
  }, []);
  const go = useCallback((to: string) => {
    move(to);
    window.scrollTo(0, 0);
  }, []);
  return useMemo(() => ({ path, query, set, go }), [path, query, set, go]);
}

/** A link inside the page: the browser's own ways of opening it elsewhere still work. */
export function followed(event: React.MouseEvent<HTMLAnchorElement>, go: Route['go']): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
    return;
  event.preventDefault();
  go(event.currentTarget.getAttribute('href') ?? '/');
}
