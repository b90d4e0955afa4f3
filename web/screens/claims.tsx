import { type ReactNode, useMemo } from 'react';
import type { Verdict as Name } from '../../src/claims/index.js';
import type { ClaimAnswer, ClaimsAnswer } from '../../src/server/index.js';
import { addressOf, useApi } from '../app/api.js';
import { plural } from '../app/format.js';
import { Heading } from '../app/heading.js';
import { useLanguage, useWords } from '../app/language.js';
import { Link } from '../app/link.js';
import { useRoute } from '../app/route.js';
import { Answered } from '../app/states.js';
import { Verdict } from '../controls/verdict.js';
import { claims as words } from '../words/claims.js';
import { verdicts } from '../words/verdicts.js';
import { OneClaim } from './_claim.js';
import { Disputes } from './_disputes.js';
import { Draft } from './_draft.js';

/** Claims are few: all are asked for at once, so that filters answer at once. */
const most = 1000;

/** The ledger of claims, or one of them. */
export default function Claims(): ReactNode {
  const { query } = useRoute();
  const id = query.get('id');
  return id === null ? <Ledger /> : <OneClaim key={id} id={id} />;
}

function Ledger(): ReactNode {
  const w = useWords(words);
  const answer = useApi<ClaimsAnswer>('/api/claims', { limit: most });
  return (
    <>
      <Heading says={w.heading} />
      <p className="lead">{w.lead}</p>
      <Answered of={answer}>{(found) => <Found answer={found} />}</Answered>
      <Draft />
    </>
  );
}

function Found({ answer }: { readonly answer: ClaimsAnswer }): ReactNode {
  const { lang } = useLanguage();
  const { query, set } = useRoute();
  const w = useWords(words);
  const named = useWords(verdicts);
  const asked = {
    verdict: query.get('verdict') ?? '',
    organisation: query.get('organisation') ?? '',
    firmness: query.get('firmness') ?? '',
  };
  const organisations = useMemo(() => {
    const titles = new Map(answer.claims.flatMap(({ names }) => names.map(({ id, title }) => [id, title])));
    return [...titles].sort(([, a], [, b]) => a.localeCompare(b, lang));
  }, [answer, lang]);
  const shown = answer.claims.filter(
    (claim) =>
      (asked.verdict === '' || claim.verdict === asked.verdict) &&
      (asked.firmness === '' || claim.firmness === asked.firmness) &&
      (asked.organisation === '' || claim.names.some(({ id }) => id === asked.organisation)),
  );
  const filtered = Object.values(asked).some((value) => value !== '');
  const options = (of: Readonly<Record<string, string>>, column: 'verdict' | 'firmness') =>
    Object.entries(of).flatMap(([value, name]): [string, string][] => {
      const count = answer.claims.filter((claim) => claim[column] === value).length;
      return count === 0 ? [] : [[value, `${name} (${count})`]];
    });
  return (
    <>
      <div className="controls">
        <Filter label={w.verdict} name="verdict" of={options(named.verdicts, 'verdict')} />
        <Filter label={w.organisation} name="organisation" of={organisations} />
        <Filter label={w.firmness} name="firmness" of={options(named.firmness, 'firmness')} />
        {filtered && (
          <button
            type="button"
            onClick={() => set({ verdict: undefined, organisation: undefined, firmness: undefined })}
          >
            {w.clear}
          </button>
        )}
      </div>
      <p role="status">{shown.length === 0 ? w.noneShown : plural(shown.length, lang, w.shown)}</p>
      <ul className="ledger">
        {shown.map((claim) => (
          <Row key={claim.id} claim={claim} />
        ))}
      </ul>
      <details className="rests">
        <summary>{w.meaning}</summary>
        <dl className="meanings">
          {(Object.keys(named.verdicts) as Name[]).map((name) => (
            <div key={name}>
              <dt>
                <Verdict of={name} />
              </dt>
              <dd>{named.meanings[name]}</dd>
            </div>
          ))}
        </dl>
      </details>
      <p className="downloads">
        <a href={addressOf('/api/export/claims.csv', { lang })} download>
          {w.download}
        </a>{' '}
        · <a href={addressOf('/api/claimreview', { lang })}>{w.reviews}</a>
      </p>
      <Disputes claims={answer.claims} links={answer.links} />
    </>
  );
}

function Filter({
  label,
  name,
  of,
}: {
  readonly label: string;
  readonly name: string;
  readonly of: readonly (readonly [value: string, name: string])[];
}): ReactNode {
  const { query, set } = useRoute();
  const w = useWords(words);
  return (
    <label>
      {label}
      <br />
      <select
        value={query.get(name) ?? ''}
        onChange={(event) => set({ [name]: event.target.value || undefined })}
      >
        <option value="">{w.all}</option>
        {of.map(([value, said]) => (
          <option key={value} value={value}>
            {said}
          </option>
        ))}
      </select>
    </label>
  );
}

function Row({ claim }: { readonly claim: ClaimAnswer }): ReactNode {
  const w = useWords(words);
  const named = useWords(verdicts);
  const { claimant } = claim;
  return (
    <li>
      <p className="told">
        <Verdict of={claim.verdict} />
        {claim.uncheckable === null ? null : (
          <span className="soft"> ({named.uncheckable[claim.uncheckable]})</span>
        )}
      </p>
      <div>
        <p>
          <Link to={`/claims?id=${encodeURIComponent(claim.id)}`}>{claim.says}</Link>
        </p>
        <p className="soft">
          {claimant.name}
          {claimant.role === null ? '' : `, ${claimant.role}`}
          {claimant.stake === null ? null : (
            <>
              {' '}
              · <span className="tag">{w.interested}</span>
            </>
          )}{' '}
          · {named.firmness[claim.firmness]}
        </p>
      </div>
      <p className="claimed">{claim.claimed === '–' ? '' : claim.claimed}</p>
    </li>
  );
}
