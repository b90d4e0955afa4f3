import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Claim, joinClaims, parseClaims } from '../claims/index.js';
import {
  mergeRegistries,
  type Organisation,
  type PeerSet,
  parsePeers,
  parseRegistry,
} from '../organisations/index.js';

const data = fileURLToPath(new URL('../../data/', import.meta.url));

/** The registry of organisations and the peer sets that ship with Mercato. */
export function shipped(): {
  readonly registry: readonly Organisation[];
  readonly peers: readonly PeerSet[];
} {
  const registry = mergeRegistries(
    texts('organisations').flatMap(({ text, file }) => parseRegistry(text, file, 'shipped')),
  );
  return { registry, peers: texts('peers').flatMap(({ text, file }) => parsePeers(text, file, registry)) };
}

/** The claims that ship with Mercato, joined against its registry, in the order of their files. */
export function shippedClaims(): readonly Claim[] {
  const files = texts('claims').map(({ text, file }) => parseClaims(text, file));
  return joinClaims(files, new Set(shipped().registry.map(({ id }) => id)));
}

function texts(folder: string): { readonly text: string; readonly file: string }[] {
  const path = join(data, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({ text: readFileSync(join(path, file), 'utf8'), file }));
}
