import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  findOrganisation,
  mergeRegistries,
  parsePeers,
  parseRegistry,
  resolver,
} from '../../src/organisations/index.js';

const folder = (name: string) => new URL(`../../data/${name}/`, import.meta.url);
const files = (name: string) =>
  readdirSync(folder(name)).map((file) => ({
    file,
    text: readFileSync(new URL(file, folder(name)), 'utf8'),
  }));
const rows = files('organisations').flatMap(({ file, text }) => parseRegistry(text, file));
const registry = mergeRegistries(rows);

describe('the registry that ships', () => {
  it('has every id once over all files', () => {
    expect(registry.length).toBe(rows.length);
  });

  it('keeps subsidiaries organisations of their own', () => {
    const resolve = resolver(registry);
    const ids = [
      'AWS',
      'Amazon',
      'GitHub, Inc.',
      'Microsoft Corporation',
      'DeepMind',
      'Google LLC',
      'Aliyun',
      'Alibaba.com',
    ].map((written) => resolve(written).organisation);
    expect(ids).toEqual([
      'aws',
      'amazon',
      'github',
      'microsoft',
      'google-deepmind',
      'google',
      'alibaba-cloud',
      'alibaba',
    ]);
  });

  it('finds every organisation by its title', () => {
    for (const { id, title } of registry) expect(findOrganisation(title, registry)).toBe(id);
  });
});

describe('parsePeers(text, file, registry)', () => {
  it('reads the sets that ship', () => {
    const sets = files('peers').flatMap(({ file, text }) => parsePeers(text, file, registry));
    expect(sets.map(({ name }) => name)).toEqual(['frontier-labs', 'big-tech']);
  });

  const set = (members: string) => `zeta:\n  title: {en: Zeta, fr: Zêta}\n  members:\n${members}`;
  it.each([
    [
      'a member that nobody registered',
      set('    - openai\n    - opnai\n'),
      'unknown organisation: "opnai" (p.yaml:5); add it to the registry first',
    ],
    [
      'a member named twice',
      set('    - openai\n    - openai\n'),
      'member named twice: "openai" (p.yaml:5); remove one',
    ],
    [
      'a set of one',
      set('    - openai\n'),
      'invalid members: ["openai"] (p.yaml:3); name two organisations or more',
    ],
    [
      'a title in one language',
      'zeta:\n  title: {en: Zeta}\n  members: [openai, xai]\n',
      'missing key: fr (p.yaml:2); add it',
    ],
    ['a set that stands twice', 'zeta: 1\nzeta: 2\n', 'broken YAML: map keys must be unique (p.yaml:2)'],
  ])('stops at %s', (_, text, message) => {
    expect(() => parsePeers(text, 'p.yaml', registry)).toThrow(
      expect.objectContaining({ code: 'source', message: expect.stringContaining(message) }),
    );
  });
});
