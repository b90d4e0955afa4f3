import * as z from 'zod';
import { readYaml, refuse } from '../files/index.js';
import { slug } from './event.js';
import type { Organisation } from './registry.js';

/** A named set of organisations to compare among. */
export interface PeerSet {
  readonly name: string;
  readonly title: { readonly en: string; readonly fr: string };
  /** Ids of the registry, in the order of the file. */
  readonly members: readonly string[];
  readonly where: string;
}

const peersFile = z.record(
  slug,
  z.strictObject({
    title: z.strictObject({ en: z.string().min(1), fr: z.string().min(1) }),
    members: z.array(slug).min(2, 'name two organisations or more'),
  }),
);

/**
 * Which peer sets does a file name?
 *
 * YAML: `name: {title: {en, fr}, members: [ids]}`.
 *
 * @param file the file's name, for messages
 * @throws MercatoError `source`, with file and line, also for a member that the registry does not know or that stands twice
 */
export function parsePeers(
  text: string,
  file: string,
  registry: readonly Organisation[],
): readonly PeerSet[] {
  const { value, at } = readYaml(text, file, peersFile);
  const known = new Set(registry.map(({ id }) => id));
  return Object.entries(value).map(([name, set]) => {
    set.members.forEach((member, index) => {
      const where = at([name, 'members', index]);
      if (!known.has(member))
        throw refuse('unknown organisation', member, where, 'add it to the registry first');
      if (set.members.indexOf(member) < index)
        throw refuse('member named twice', member, where, 'remove one');
    });
    return { name, ...set, where: at([name]) };
  });
}
