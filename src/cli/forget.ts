import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { MercatoError } from '../errors.js';
import { forget } from '../forget.js';
import { rewriteWarehouse } from '../warehouse/index.js';
import type { Effects } from './effects.js';
import { writingTo } from './loading.js';
import { progressOn } from './progress.js';
import { databaseOf, formatOf, type Shared, withShared } from './shared.js';

/** `forget PERSON`: removes a person and all that is derived, and keeps them out of later loads. */
export function forgetCommand(effects: Effects): Command {
  return withShared(new Command('forget').argument('<person>', 'identifier with namespace, or pseudonym'))
    .summary('remove a person and keep them out')
    .description(
      'Removes the spells of a person, their name where it was kept, and all that is derived, and keeps the person out of later loads.\nAn identifier has its namespace: github:NAME, orcid:ID, email:ADDRESS, file:FILE:ID; a pseudonym is as moves shows it.',
    )
    .addHelpText('after', '\nExamples:\n  mercato forget github:maud\n  mercato forget file:careers.csv:17')
    .action(async (person: string, given: Shared) => {
      const database = databaseOf(given, effects);
      if (!existsSync(database)) {
        throw new MercatoError('warehouse', `no database: ${database}; give it with --db`);
      }
      const progress = progressOn(effects);
      const removed = await writingTo(database, effects, ({ warehouse, registry, key }) =>
        forget(warehouse, person, { registry, key, progress: progress.step }),
      ).finally(progress.done);
      if (removed.people > 0) await rewriteWarehouse(database);
      if (formatOf(given) === 'json') effects.out(`${JSON.stringify({ removed }, null, 2)}\n`);
      else if (removed.people === 0) {
        effects.out('nobody by that identifier was there; they are kept out from now on\n');
      } else effects.out(`removed ${removed.spells} spells; the person is kept out from now on\n`);
    });
}
