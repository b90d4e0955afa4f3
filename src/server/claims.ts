import * as z from 'zod';
import { type Firmness, firmnesses, organisationsOf, type Verdict, verdicts } from '../claims/index.js';
import { MercatoError } from '../errors.js';
import { checkKnown } from '../given.js';
import { finder } from '../organisations/index.js';
import { linksOf, type ShownClaim } from '../report/index.js';
import {
  type AddressParameter,
  type Asking,
  type Endpoint,
  langParameter,
  pageIn,
  pageParameters,
  wordsOf,
} from './endpoint.js';
import { claimAnswer, claimForm, linkAnswer, linkForm } from './ledger.js';
import { verdictsOf } from './verdicts.js';

const listForm = z.object({
  claims: z.array(claimForm),
  links: z.array(linkForm).describe('what stands between any two claims, also those left out here'),
  verdicts: z.record(z.enum(verdicts), z.int()).describe('claims of each verdict, of those asked for'),
  total: z.int(),
  min_cell: z.int(),
});
/** The list of claims. */
export type ClaimsAnswer = z.output<typeof listForm>;

/** Every claim with its verdict. */
export const listOfClaims: Endpoint = {
  path: '/api/claims',
  summary: 'What was claimed, by whom, and what becomes of it: a verdict each',
  parameters: [
    severalOf('verdict', 'claims of this verdict', verdicts),
    severalOf('organisation', 'claims that name all of these organisations, by name, alias or id'),
    severalOf('firmness', 'claims made this firmly', firmnesses),
    ...pageParameters,
    langParameter,
  ],
  answer: listForm,
  async run(asking) {
    const page = pageIn(asking.query);
    if ('wrong' in page) throw new MercatoError('parameter', page.wrong);
    for (const name of asking.query.keys()) checkKnown(name, known, 'claims');
    const wanted = await wantedIn(asking);
    const { claims } = await verdictsOf(asking);
    const titleOf = await titlesOf(asking);
    const found = claims.filter(wanted);
    const tally = Object.fromEntries(
      verdicts.map((name) => [name, found.filter(({ verdict }) => verdict === name).length]),
    );
    return wordsOf(
      {
        claims: found
          .slice(page.offset, page.offset + page.limit)
          .map((claim) => claimAnswer(claim, asking.lang, titleOf)),
        links: linksOf(claims).map(linkAnswer),
        verdicts: tally,
        total: found.length,
        min_cell: asking.serving.minCell,
      },
      asking.lang,
    );
  },
};

const known = ['verdict', 'organisation', 'firmness', 'limit', 'offset', 'lang'];

/** Titles of organisations by their ids. */
export async function titlesOf({ snapshot }: Pick<Asking, 'snapshot'>): Promise<(id: string) => string> {
  const { registry } = await snapshot.desk.known();
  const titles = new Map(registry.map(({ id, title }) => [id, title]));
  return (id) => titles.get(id) ?? id;
}

async function wantedIn({ query, snapshot }: Asking): Promise<(shown: ShownClaim) => boolean> {
  const verdictsAsked = among<Verdict>(query, 'verdict', verdicts);
  const firmnessesAsked = among<Firmness>(query, 'firmness', firmnesses);
  const asked = (query.get('organisation') ?? []).filter((name) => name !== '');
  const { registry } = await snapshot.desk.known();
  const others = snapshot.organisations.map(({ id, title }) => ({ organisation: id, title }));
  const ids = asked.length === 0 ? [] : asked.map(finder(registry, others));
  return ({ claim, verdict }) => {
    const names = organisationsOf(claim);
    return (
      (verdictsAsked.length === 0 || verdictsAsked.includes(verdict)) &&
      (firmnessesAsked.length === 0 || firmnessesAsked.includes(claim.firmness)) &&
      ids.every((id) => names.includes(id))
    );
  };
}

function among<T extends string>(query: Asking['query'], name: string, of: readonly T[]): readonly T[] {
  const given = (query.get(name) ?? []).flatMap((value) => value.split(',')).filter((value) => value !== '');
  return given.map((value) => {
    const found = of.find((one) => one === value);
    if (found !== undefined) return found;
    throw new MercatoError('parameter', `invalid ${name}: ${JSON.stringify(value)}; one of ${of.join(', ')}`);
  });
}

function severalOf(name: string, description: string, of?: readonly string[]): AddressParameter {
  const items = of === undefined ? { type: 'string' } : { type: 'string', enum: of };
  return {
    name,
    in: 'query',
    schema: { type: 'array', items },
    description: `${description}; once for each`,
  };
}
