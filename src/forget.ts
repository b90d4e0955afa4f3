import { type Building, derive, prepare } from './derive.js';
import { MercatoError } from './errors.js';
import { optOut, optOutPseudonyms, pseudonymIn, type Removed } from './sources/index.js';
import type { Warehouse } from './warehouse/index.js';
/**
 * Removes a person from a database, with all that is derived, and keeps them out of later loads, in one transaction.
 *
 * @param person an identifier with its namespace, or a pseudonym as `moves` shows it
 * @throws MercatoError `parameter` for an identifier without a namespace, or a key that is not the database's
 */
export async function forget(warehouse: Warehouse, person: string, options: Building): Promise<Removed> {
  const isPseudonym = /^[0-9a-f]{64}$/i.test(person.trim());
  if (!isPseudonym && (pseudonymIn(options.key, person) === null || person.trim().endsWith(':'))) {
    const lacks = person.includes(':')
      ? 'a namespace without an identifier'
      : 'an identifier without a namespace';
    throw new MercatoError(
      'parameter',
      `${lacks}; write github:NAME, email:ADDRESS, file:FILE:ID, or the pseudonym that moves shows`,
    );
  }
  return warehouse.transaction(async () => {
    await prepare(warehouse, options.key);
    const removed = isPseudonym
      ? await optOutPseudonyms(warehouse, [person.trim().toLowerCase()])
      : await optOut(warehouse, options.key, [person.trim()], []);
    await derive(warehouse, options.registry, options.progress);
    return removed;
  });
}
