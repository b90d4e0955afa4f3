import { Fragment, type ReactNode } from 'react';
import type { OneClaim as Answer, ClaimAnswer } from '../../src/server/index.js';
import { addressOf, Problem, useApi } from '../app/api.js';
import { day } from '../app/format.js';
import { Heading } from '../app/heading.js';
import { useLanguage, useWords } from '../app/language.js';
import { Link } from '../app/link.js';
import { Answered } from '../app/states.js';
import { Defined } from '../controls/defined.js';
import { Verdict } from '../controls/verdict.js';
import { claims as words } from '../words/claims.js';
import { common as commonWords } from '../words/common.js';
import { verdicts } from '../words/verdicts.js';
import { LinkSays } from './_disputes.js';
import { Estimates } from './_estimates.js';
import { Verdicts } from './_history.js';

/** Measures whose figures are read beside a claim. */
const beside = ['ratio', 'retention', 'exits', 'growth', 'ranking', 'study', 'pay'];

/** One claim with all that its verdict rests on. */
export function OneClaim({ id }: { readonly id: string }): ReactNode {
  const w = useWords(words);
  const answer = useApi<Answer>(`/api/claims/${encodeURIComponent(id)}`);
  return (
    <>
      <p className="back">
        <Link to="/claims">← {w.back}</Link>
      </p>
      {answer.error instanceof Problem && answer.error.status === 404 ? (
        <>
          <Heading says={w.unknown} />
          <p>{w.unknownWhy}</p>
        </>
      ) : (
        <Answered of={answer}>{(found) => <Found claim={found} />}</Answered>
      )}
    </>
  );
}

function Found({ claim }: { readonly claim: Answer }): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(words);
  const named = useWords(verdicts);
  return (
    <>
      <Heading says={claim.says} />
      <p className="lead">
        {claim.claimant.name}
        {claim.claimant.role === null ? '' : `, ${claim.claimant.role}`}
      </p>
      <div className="judged">
        <p>
          <Verdict of={claim.verdict} />
          {claim.uncheckable === null ? null : ` (${named.uncheckable[claim.uncheckable]})`}
        </p>
        <p className="why">{claim.reason}</p>
      </div>
      <Elsewhere claim={claim} />
      <Facts claim={claim} />
      <Mutation claim={claim} />
      {claim.estimates.length > 0 && <Estimates claim={claim} />}
      {claim.measured.length > 0 && (
        <>
          <h2>{w.besideHeading}</h2>
          {claim.measured.map((says) => (
            <p key={says} className="why">
              {says}
            </p>
          ))}
          <Defined of={beside} />
        </>
      )}
      <Checks claim={claim} />
      {claim.links.length > 0 && (
        <>
          <h2>{w.linksHeading}</h2>
          <ul className="links">
            {claim.links.map((link) => (
              <li key={`${link.from} ${link.kind} ${link.to}`}>
                <LinkSays claims={[claim, ...claim.beside]} link={link} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Verdicts id={claim.id} />
      <p className="downloads">
        <a href={addressOf(`/api/claims/${encodeURIComponent(claim.id)}/claimreview`, { lang })}>
          {w.asData}
        </a>
      </p>
    </>
  );
}

/** Where what is measured of the same thing can be seen over whole years. */
function Elsewhere({ claim: { measure, of } }: { readonly claim: ClaimAnswer }): ReactNode {
  const w = useWords(words);
  const [a, b] = of;
  const to =
    a !== undefined && b !== undefined && of.length === 2 && (measure === 'ratio' || measure === 'flows')
      ? [[`/duel?a=${a.id}&b=${b.id}`, w.toDuel(a.title, b.title)] as const]
      : measure === 'retention'
        ? of.map(({ id, title }) => [`/organisation?id=${id}`, w.toOrganisation(title)] as const)
        : measure === 'demand'
          ? [['/demand', w.toDemand] as const]
          : [];
  return to.map(([address, says]) => (
    <p key={address}>
      <Link to={address}>{says}</Link>
    </p>
  ));
}

function Facts({ claim }: { readonly claim: Answer }): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(words);
  const named = useWords(verdicts);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [w.claimed, claim.claimed === '–' ? null : claim.claimed],
    [w.where, `${claim.where}, ${when(claim.date, lang)}`],
    [w.how_firm, named.firmness[claim.firmness]],
    [w.gains, claim.claimant.stake],
    [
      w.scope,
      claim.scope.length === 0 ? null : claim.scope.map(({ word, effect }) => w[effect](word)).join(', '),
    ],
    [w.policy, claim.policy],
    [w.due, claim.due],
  ];
  return (
    <dl className="record">
      {facts.map(([name, said]) =>
        said === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ),
      )}
      {claim.relays.length > 0 && (
        <div>
          <dt>{w.relays}</dt>
          <dd>
            <ol className="relays">
              {claim.relays.map((relay) => (
                <li key={`${relay.by} ${relay.on ?? ''}`}>
                  <Outside to={relay.source}>{relay.by}</Outside>
                  {relay.on === null ? '' : `, ${when(relay.on, lang)}`}
                </li>
              ))}
            </ol>
          </dd>
        </div>
      )}
      {claim.due !== null || claim.outcomes.length > 0 ? (
        <div>
          <dt>{w.outcomes}</dt>
          <dd>
            {claim.outcomes.length === 0 ? w.noOutcome : null}
            {claim.outcomes.map((outcome) => (
              <p key={`${outcome.claim} ${outcome.on}`}>
                {when(outcome.on, lang)} — <Outside to={outcome.source}>{outcome.says}</Outside>
              </p>
            ))}
          </dd>
        </div>
      ) : null}
      <div>
        <dt>{w.source}</dt>
        <dd className="address">
          <Outside to={claim.source}>{claim.source}</Outside>
        </dd>
      </div>
    </dl>
  );
}

/** A claim and what a relay made of it, side by side. */
function Mutation({ claim }: { readonly claim: Answer }): ReactNode {
  const common = useWords(commonWords);
  const w = useWords(words);
  const pairs = claim.links
    .filter(({ kind }) => kind === 'mutates')
    .flatMap(({ from, to }) => {
      const [first, then] = [to, from].map((id) => [claim, ...claim.beside].find((one) => one.id === id));
      return first === undefined || then === undefined ? [] : [{ first, then }];
    });
  return pairs.map(({ first, then }) => (
    <section key={`${first.id} ${then.id}`} className="mutation">
      <div className="beside">
        {[[w.first, first] as const, [w.later, then] as const].map(([name, side]) => (
          <div key={side.id} className="side">
            <h2>
              {name}
              {common.colon}
              {side.claimed}
            </h2>
            <p>
              <Link to={`/claims?id=${encodeURIComponent(side.id)}`}>{side.says}</Link> ({side.claimant.name})
            </p>
            <p>
              <Verdict of={side.verdict} />
            </p>
          </div>
        ))}
      </div>
      <p>{then.mutates?.how}</p>
    </section>
  ));
}

function Checks({ claim }: { readonly claim: Answer }): ReactNode {
  const common = useWords(commonWords);
  const w = useWords(words);
  if (claim.checks.length === 0) return null;
  return (
    <>
      <h2>{w.checksHeading}</h2>
      <ul className="checks">
        {claim.checks.map(({ kind, says, claims, source }) => (
          <li key={`${kind} ${says}`}>
            <strong>{w.checks[kind]}</strong>
            {common.colon}
            <Linked text={says} ids={claims} among={claim.beside} />{' '}
            {source === null ? null : <Outside to={source}>({w.restsOn})</Outside>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A text in which ids of other claims stand as the names of their claimants, linked to them. */
function Linked({
  text,
  ids,
  among,
}: {
  readonly text: string;
  readonly ids: readonly string[];
  readonly among: readonly ClaimAnswer[];
}): ReactNode {
  const [id, ...rest] = ids;
  if (id === undefined) return text;
  const who = among.find((claim) => claim.id === id)?.claimant.name ?? id;
  return text.split(id).map((part, nth) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name
    <Fragment key={nth}>
      {nth === 0 ? null : <Link to={`/claims?id=${encodeURIComponent(id)}`}>{who}</Link>}
      <Linked text={part} ids={rest} among={among} />
    </Fragment>
  ));
}

/** A link out of the page; only an address of the web is one. */
function Outside({ to, children }: { readonly to: string | null; readonly children: ReactNode }): ReactNode {
  if (to === null || !/^https?:\/\//.test(to)) return children;
  return (
    <a href={to} rel="noreferrer">
      {children}
    </a>
  );
}

/** A date as exactly as it is given; a stretch of days by both its ends. */
function when(date: string, lang: 'en' | 'fr'): string {
  return date
    .split('/')
    .map((each) => day(each, lang))
    .join(' – ');
}
