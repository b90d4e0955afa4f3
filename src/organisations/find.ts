import { MercatoError, nearest } from '../errors.js';
import { cleanName } from './clean.js';
import { type Organisation, spellings } from './registry.js';
import { ownId, type Resolver, resolveNames, resolver } from './resolve.js';
import { stateOf } from './state.js';

/** An organisation of the loaded data that the registry may not know. */
export interface OtherName {
  readonly organisation: string;
  readonly title: string;
}

/**
 * The id that an employer of this name has in the loaded data where the registry does not know the name. Data that has it
 * settles the question without the registry; null for a state, and for what may be an address.
 */
export function ownIdOf(name: string): string | null {
  return /\S\.\S/.test(name) || stateOf(name.trim()) !== null ? null : ownId(cleanName(name));
}

/**
 * Which organisation does a user mean by a name on the command line, in an address or in a claim?
 *
 * By id, title, name, alias or domain, then as an employer would be cleaned, then by what joins it surely with a title. An organisation
 * outside the registry counts only where the loaded data has it.
 *
 * @param others organisations of the loaded data
 * @returns the id for a name; the registry is indexed once for all that are asked
 * @throws MercatoError `parameter`, with the nearest name known where one is near
 */
export function finder(
  registry: readonly Organisation[],
  others: readonly OtherName[] = [],
): (query: string) => string {
  let resolve: Resolver | undefined;
  return (query) => {
    resolve ??= resolver(registry);
    return found(query, resolve, registry, others);
  };
}

function found(
  query: string,
  resolve: Resolver,
  registry: readonly Organisation[],
  others: readonly OtherName[],
): string {
  const wanted = query.trim();
  if (registry.some(({ id }) => id === wanted) || others.some(({ organisation }) => organisation === wanted))
    return wanted;
  const { organisation, how, state } = resolve(wanted);
  if (organisation !== null && how !== 'own') return organisation;
  const own = others.find((other) => other.organisation === organisation);
  if (own) return own.organisation;
  const joined = state === null ? joinedWith(wanted, registry, others) : null;
  if (joined !== null) return joined;
  const said = JSON.stringify(query);
  if (state)
    throw new MercatoError('parameter', `no organisation: ${said} is the state ${state}; name an employer`);
  const names = [...registry.flatMap(spellings), ...others.map(({ title }) => title)];
  const near = nearest(cleanName(wanted), names, cleanName);
  const fix = near === null ? 'see mercato resolve for the names in the data' : `did you mean ${near}?`;
  throw new MercatoError('parameter', `unknown organisation: ${said}; ${fix}`, { data: { query, near } });
}

/** The least score of a join that a command goes by. */
const sure = 0.9;

function joinedWith(
  wanted: string,
  registry: readonly Organisation[],
  others: readonly OtherName[],
): string | null {
  const idOf = new Map(others.map(({ organisation, title }) => [title, organisation]));
  const names = [...new Set([wanted, ...idOf.keys()])].map((written) => ({ written, weight: 1 }));
  const found = resolveNames(names, registry);
  const [mine] = found;
  if (mine === undefined || mine.organisation === null) return null;
  const same = names.flatMap(({ written }, i) => {
    const r = found[i];
    const id = idOf.get(written);
    return r?.organisation === mine.organisation && r.score >= sure && id !== undefined ? [id] : [];
  });
  const [id, ...more] = mine.how === 'own' || mine.score >= sure ? new Set(same) : [];
  if (id !== undefined && more.length === 0) return id;
  return mine.score >= sure && registry.some((row) => row.id === mine.organisation)
    ? mine.organisation
    : null;
}
