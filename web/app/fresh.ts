import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/** Asks again for what is shown when the server is back, and when it serves data of another version. */
export function useFresh(version: string | undefined, isAway: boolean): void {
  const client = useQueryClient();
  const before = useRef({ version, isAway });
  useEffect(() => {
    const { current } = before;
    const isBack = current.isAway && !isAway;
    const isOther = current.version !== undefined && current.version !== version;
    before.current = { version: version ?? current.version, isAway };
    if (!isBack && !isOther) return;
    void client.invalidateQueries({
      predicate: ({ queryKey }) => !String(queryKey[0]).startsWith('/api/status'),
    });
  }, [client, version, isAway]);
}
