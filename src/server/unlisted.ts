import type { Result } from '../ask.js';
import { flows } from '../measures/index.js';
import { usualStance } from '../scope.js';
import { isPlain, registeredIn } from './registered.js';
import type { Snapshot } from './serving.js';

/** Of which pairs of flows no row says that they are few. */
export interface Unlisted {
  /** People of such a pair, at most. */
  readonly most: number;
  /** Both ends are among these, by title; of other pairs without a row any number may be withheld. */
  readonly between: readonly string[];
}

/**
 * Between whom does a flow without a row have fewer people than the minimum?
 *
 * Where the question is the published one, of all time, by the usual level, owners and gap, with no pair cut, between organisations that hold the same others at all
 * times: their flows are then shown as they are. Nothing of this depends on what the data counts, which would tell of small flows.
 */
export async function unlistedIn(
  snapshot: Snapshot,
  { parameters }: Result,
  minCell: number,
): Promise<Unlisted> {
  const none = { most: minCell - 1, between: [] };
  const { organisations, cause: _, bounds: __, minPeople: ___, level, view, ...asked } = parameters;
  const usual = flows.parameters.parse({}) as { readonly [name: string]: unknown };
  if (level !== usualStance.level || view !== usualStance.view) return none;
  if (Object.entries(asked).some(([name, value]) => value !== usual[name])) return none;
  const registered = await registeredIn(snapshot);
  const named = Array.isArray(organisations) ? organisations.map(String) : [];
  return { ...none, between: named.filter((name) => isPlain(name, registered)) };
}
