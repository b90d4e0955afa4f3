import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../app/api.js';
import { day, number } from '../app/format.js';
import { useLanguage, useWords } from '../app/language.js';
import { Link } from '../app/link.js';
import { organisation as words } from '../words/organisation.js';

interface Timed {
  readonly since?: string;
  readonly until?: string;
}

/** An organisation as the API gives it. */
export interface Known {
  readonly id: string;
  readonly title: string;
  readonly registered: boolean;
  readonly names: readonly ({ readonly name: string } & Timed)[];
  readonly parents: readonly ({
    readonly id: string;
    readonly title: string;
    readonly source?: string;
  } & Timed)[];
  readonly events: readonly {
    readonly event: string;
    readonly on?: string;
    readonly announced?: string;
    readonly by?: string;
    /** Names of those that it was by or into. */
    readonly others: readonly string[];
    readonly from?: string;
    readonly to?: string;
    readonly percent?: number;
    readonly price_usd?: number;
    readonly source: string;
  }[];
}

export function useKnown(id: string, enabled = true): UseQueryResult<Known> {
  return useApi<Known>(`/api/organisations/${encodeURIComponent(id)}`, {}, enabled);
}

/** What the registry knows of an organisation: names and owners in time, and what happened to it, each with its source. */
export function Registered({ known }: { readonly known: Known }): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(words);
  if (!known.registered) return <p>{w.unregistered}</p>;
  const time = ({ since, until }: Timed): string =>
    [since ? w.from(day(since, lang)) : '', until ? w.until(day(until, lang)) : ''].filter(Boolean).join(' ');
  return (
    <section>
      <h2>{w.known}</h2>
      <dl className="record">
        {known.names.length > 0 && (
          <div>
            <dt>{w.names}</dt>
            <dd>
              <ul>
                {known.names.map((name) => (
                  <li key={name.name + (name.since ?? '')}>
                    {name.name} <span className="lead">{time(name)}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        <div>
          <dt>{w.owners}</dt>
          <dd>
            <ul>
              {known.parents.length === 0 && <li>{w.nobody}</li>}
              {known.parents.map((owner) => (
                <li key={owner.id + (owner.since ?? '')}>
                  <Link to={`/organisation?id=${owner.id}`}>{owner.title}</Link>{' '}
                  <span className="lead">{time(owner)}</span>{' '}
                  {owner.source && (
                    <a href={owner.source} rel="noreferrer">
                      {w.source}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{w.events}</dt>
          <dd>
            <ol className="events">
              {known.events.length === 0 && <li>{w.noEvents}</li>}
              {[...known.events]
                .sort((a, b) => ((a.on ?? a.announced ?? '') < (b.on ?? b.announced ?? '') ? -1 : 1))
                .map((event) => (
                  <li key={event.event + (event.on ?? event.announced)}>
                    <time>{day(event.on ?? event.announced ?? '', lang)}</time>{' '}
                    {w.event[event.event] ?? event.event}
                    {event.others.length > 0 && ` ${event.by ? w.by : w.into} ${event.others.join(', ')}`}
                    {event.to && ` ${event.from} → ${event.to}`}
                    {event.percent !== undefined && `, ${number(event.percent, lang)} %`}
                    {event.price_usd !== undefined && `, ${w.price} ${dollars(event.price_usd, lang)}`}{' '}
                    <a href={event.source} rel="noreferrer">
                      {w.source}
                    </a>
                  </li>
                ))}
            </ol>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function dollars(amount: number, lang: 'en' | 'fr'): string {
  return number(amount, lang, {
    style: 'currency',
    currency: 'USD',
    notation: 'compact',
    maximumSignificantDigits: 4,
  });
}
