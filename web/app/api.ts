import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import type { DataLine } from '../../src/dataLine.js';
import type { Column } from '../../src/records/index.js';
import type { ReleasedRow } from '../../src/release/index.js';
import { useLanguage } from './language.js';

/** A result of a measure as the API gives it. */
export interface Answer {
  readonly measure: string;
  readonly parameters: { readonly [name: string]: unknown };
  readonly data: DataLine;
  readonly columns: readonly Column[];
  readonly rows: readonly ReleasedRow[];
  readonly total: number;
  readonly left_out: number | null;
  readonly min_cell: number;
  /** Of flows: a pair of these without a row has so many people at most; of another any number may be withheld. */
  readonly unlisted?: { readonly most: number; readonly between: readonly string[] };
  readonly notes: readonly { readonly code: string; readonly text: string }[];
}

/** An error that the API explains (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    /** The kind of error, as the command line knows it. */
    readonly code = '',
    /** The language of what is said. */
    readonly lang = 'en',
  ) {
    super(detail);
    this.name = 'Problem';
  }
}

/** Parameters of an address: lists are given once for each value, what is undefined is left out. */
export type Parameters = {
  readonly [name: string]: string | number | boolean | readonly string[] | undefined;
};

/** An address of the API with its parameters, always in the same order. */
export function addressOf(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams();
  for (const name of Object.keys(parameters).sort()) {
    const value = parameters[name];
    if (value === undefined) continue;
    for (const each of Array.isArray(value) ? value : [value]) query.append(name, String(each));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

async function read<T>(address: string, signal: AbortSignal): Promise<T> {
  return answered(await fetch(address, { signal, headers: { accept: 'application/json' } }));
}

async function answered<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const body = (await response.json().catch(() => ({}))) as {
    readonly detail?: string;
    readonly code?: string;
  };
  const lang = response.headers.get('content-language') ?? 'en';
  throw new Problem(response.status, body.detail ?? response.statusText, body.code, lang);
}

/** What the API answers at an address, in the language of the page; asked again when the data change. */
export function useApi<T>(path: string, parameters: Parameters = {}, enabled = true): UseQueryResult<T> {
  const { lang } = useLanguage();
  const address = addressOf(path, { ...parameters, lang });
  return useQuery({
    queryKey: [address],
    queryFn: ({ signal }) => read<T>(address, signal),
    enabled,
    placeholderData: keepPreviousData,
  });
}

/** Posts something to be worked out, in the language of the page; nothing is posted before it is asked for. */
export function usePost<T, B>(path: string): UseMutationResult<T, Error, B> {
  const { lang } = useLanguage();
  return useMutation({
    mutationFn: async (body: B) =>
      answered<T>(
        await fetch(addressOf(path, { lang }), {
          method: 'POST',
          headers: { accept: 'application/json', 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
  });
}

/** The answer of a measure. */
export function useMeasure(
  name: string,
  parameters: Parameters = {},
  enabled = true,
): UseQueryResult<Answer> {
  return useApi<Answer>(`/api/measures/${name}`, parameters, enabled);
}

/** What is served. */
export interface Status {
  readonly version: string;
  readonly observed_until: string;
  readonly simulated: boolean;
  readonly min_cell: number;
  readonly people: number | null;
  readonly spells: number | null;
  readonly organisations: number;
  readonly episodes: number | null;
  readonly moves: number | null;
  /** Whom the views open with where nobody has chosen, by id. */
  readonly opens_with: {
    readonly organisation: string | null;
    readonly pair: readonly string[] | null;
    readonly leading: readonly string[];
  };
  /** Answers that are worked out ahead; null where all are. */
  readonly preparing: { readonly version: string; readonly done: number; readonly of: number } | null;
  readonly sources: readonly {
    readonly source: string;
    readonly title: string;
    /** The table that it fills: spell, posting or filing. */
    readonly fills: string;
    readonly licence: string | null;
    readonly homepage: string;
    readonly files: number;
    readonly spells: number | null;
    readonly observed_until: string;
  }[];
}

/** What is served; looked at every few seconds, so that a load that ends is seen. */
export function useStatus(): UseQueryResult<Status> {
  const { lang } = useLanguage();
  const address = addressOf('/api/status', { lang });
  return useQuery({
    queryKey: [address],
    queryFn: ({ signal }) => read<Status>(address, signal),
    refetchInterval: 5000,
  });
}

/** Whether anything is loaded that fills a table; undefined until that is known. */
export function useFilled(table: string): boolean | undefined {
  return useStatus().data?.sources.some(({ fills }) => fills === table);
}
