import { type ReactNode, useMemo } from 'react';
import type { ReleasedRow } from '../../src/release/index.js';
import type { ClaimAnswer, LinkAnswer } from '../../src/server/index.js';
import { number } from '../app/format.js';
import { useLanguage, useWords } from '../app/language.js';
import { Link } from '../app/link.js';
import { csvOf } from '../charts/csv.js';
import { disputesOf } from '../charts/disputes.js';
import { Picture } from '../charts/figure.js';
import { claims as words } from '../words/claims.js';
import { common as commonWords } from '../words/common.js';
import { signs, verdicts } from '../words/verdicts.js';

/** Who disputes whom: as a picture, and as a list of sentences beside it. */
export function Disputes({
  claims,
  links,
}: {
  readonly claims: readonly ClaimAnswer[];
  readonly links: readonly LinkAnswer[];
}): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(words);
  const named = useWords(verdicts);
  const how = useHow();
  const draw = useMemo(() => {
    const drawn = new Set(links.flatMap(({ from, to }) => [from, to]));
    const boxes = claims
      .filter(({ id }) => drawn.has(id))
      .map(({ id, claimant, says, verdict }) => ({
        id,
        who: claimant.name,
        says,
        verdict: `${signs[verdict]} ${named.verdicts[verdict]}`,
      }));
    const whoIs = (id: string): string => claims.find((claim) => claim.id === id)?.claimant.name ?? id;
    const lines = links.map((link) => ({ ...link, says: `${how(link)} (${whoIs(link.to)})` }));
    return disputesOf(boxes, lines);
  }, [claims, links, named, how]);
  if (links.length === 0) return <p>{w.noDisputes}</p>;
  const many = new Set(links.flatMap(({ from, to }) => [from, to])).size;
  return (
    <>
      <h2>{w.disputes}</h2>
      <Picture
        says={w.disputesSay(number(links.length, lang), number(many, lang))}
        name="disputes"
        csv={() => csvOf(linkColumns, rowsOf(links, claims, how))}
        draw={draw}
        table={<LinkTable claims={claims} links={links} />}
        under={[w.disputesRead]}
      >
        <p className="rests">{w.disputesRead}</p>
      </Picture>
      <ul className="links">
        {links.map((link) => (
          <li key={`${link.from} ${link.kind} ${link.to}`}>
            <LinkSays claims={claims} link={link} />
          </li>
        ))}
      </ul>
    </>
  );
}

const linkColumns = ['from', 'from_says', 'link', 'to', 'to_says'].map(
  (name) => ({ name, type: 'text', unit: '', meaning: '' }) as const,
);

/** Links as rows of a file: both claims by id and by what they say. */
function rowsOf(
  links: readonly LinkAnswer[],
  claims: readonly ClaimAnswer[],
  how: (link: LinkAnswer) => string,
): readonly ReleasedRow[] {
  const says = (id: string): string | null => claims.find((claim) => claim.id === id)?.says ?? null;
  return links.map((link) => ({
    from: link.from,
    from_says: says(link.from),
    link: how(link),
    to: link.to,
    to_says: says(link.to),
  }));
}

/** What a link says, in words. */
export function useHow(): (link: LinkAnswer) => string {
  const w = useWords(words);
  return useMemo(
    () =>
      ({ kind, parts }) =>
        [w.kinds[kind], parts.map((part) => w.parts[part]).join(', ')]
          .filter((said) => said !== '')
          .join(' '),
    [w],
  );
}

/** A link as a sentence, each claim a link to its view. */
export function LinkSays({
  claims,
  link,
}: {
  readonly claims: readonly ClaimAnswer[];
  readonly link: LinkAnswer;
}): ReactNode {
  const how = useHow();
  return (
    <>
      <Named claims={claims} id={link.from} /> — <strong>{how(link)}</strong> —{' '}
      <Named claims={claims} id={link.to} />
    </>
  );
}

function Named({ claims, id }: { readonly claims: readonly ClaimAnswer[]; readonly id: string }): ReactNode {
  const common = useWords(commonWords);
  const claim = claims.find((one) => one.id === id);
  return (
    <>
      {claim?.claimant.name}
      {common.colon}
      <Link to={`/claims?id=${encodeURIComponent(id)}`}>{claim?.says ?? id}</Link>
    </>
  );
}

function LinkTable({
  claims,
  links,
}: {
  readonly claims: readonly ClaimAnswer[];
  readonly links: readonly LinkAnswer[];
}): ReactNode {
  const w = useWords(words);
  const how = useHow();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls is reached by keyboard
    <section className="wide" tabIndex={0} aria-label={w.disputes}>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.from}</th>
            <th scope="col">{w.how}</th>
            <th scope="col">{w.to}</th>
          </tr>
        </thead>
        <tbody>
          {links.map((link) => (
            <tr key={`${link.from} ${link.kind} ${link.to}`}>
              <th scope="row">
                <Named claims={claims} id={link.from} />
              </th>
              <td>{how(link)}</td>
              <td>
                <Named claims={claims} id={link.to} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
