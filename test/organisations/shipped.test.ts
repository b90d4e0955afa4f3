import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  finder,
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
const rows = files('organisations').flatMap(({ file, text }) => parseRegistry(text, file, 'shipped'));
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

  it('knows every organisation by its title and by each of its names', () => {
    const resolve = resolver(registry);
    for (const { id, title, names } of registry) {
      for (const name of [title, ...names.map((one) => one.name)])
        expect([name, resolve(name).organisation]).toEqual([name, id]);
    }
  });

  it.each([
    ['FAR.AI', 'Fund for Alignment Research'],
    ['Coefficient Giving', 'Open Philanthropy'],
    ['Institute for Law & AI', 'Institute for Law and AI'],
    ['Institute for Law & AI', 'Legal Priorities Project'],
    ['Model Evaluation and Threat Research', 'ARC Evals'],
    ['MayaData Inc. (f/k/a CloudByte Inc)', 'CloudByte Inc'],
    ['Meta Platforms, Inc.', 'Facebook'],
    ['Block, Inc.', 'Square Inc.'],
  ])('takes %s and %s for one organisation', (one, other) => {
    const resolve = resolver(registry);
    expect(resolve(one)).toMatchObject({ organisation: expect.stringMatching(/^[a-z]/), state: null });
    expect(resolve(one).organisation).toBe(resolve(other).organisation);
  });

  it('leaves a short name that two organisations share to the user', () => {
    const resolve = resolver(registry);
    const shared = ['Hewlett', 'Tata', 'Samsung', 'Apache', 'Ant', 'Scale', 'Adept'];
    expect(shared.filter((written) => resolve(written).how !== 'own')).toEqual([]);
  });

  it('finds one by a former name, for commands', () => {
    expect(finder(registry)('Open Philanthropy')).toBe('coefficient-giving');
  });

  it('holds at least 150 organisations', () => {
    expect(registry.length).toBeGreaterThanOrEqual(150);
  });

  it('says where each row, event and change of parent can be looked up', () => {
    for (const { id, source, events, parents } of registry) {
      const sources = [source, ...[...events, ...parents].map((one) => one.source)];
      expect([id, sources.filter((one) => !one?.startsWith('https://'))]).toEqual([id, []]);
    }
  });

  it('gives each event a date', () => {
    const undated = registry.flatMap(({ id, events }) =>
      events.filter(({ announced, on }) => !(announced ?? on)).map(({ event }) => `${id} ${event}`),
    );
    expect(undated).toEqual([]);
  });

  it('changes the parent in the month in which a takeover took effect', () => {
    for (const { id, parents, events } of registry) {
      for (const event of events) {
        if (event.event !== 'acquired' || event.on === undefined) continue;
        const since = parents.find(
          (parent) => parent.id === event.by && parent.since === event.on?.slice(0, 7),
        );
        expect([id, event.by, since?.since]).toEqual([id, event.by, event.on.slice(0, 7)]);
      }
    }
  });

  it('sets no parent for a stake or for a licence with hires', () => {
    const minority = registry.flatMap(({ id, parents, events }) =>
      events
        .filter(({ event }) => event === 'stake_taken' || event === 'licensed_and_hired')
        .filter((event) => 'by' in event && parents.some((parent) => parent.id === event.by))
        .map(({ event }) => `${id} ${event}`),
    );
    expect(minority).toEqual([]);
  });

  it('names both sides of a rename among the names', () => {
    for (const { id, title, names, events } of registry) {
      const known = [title, ...names.map(({ name }) => name)];
      for (const event of events)
        if (event.event === 'renamed') expect([id, known]).toEqual([id, expect.arrayContaining([event.to])]);
    }
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
