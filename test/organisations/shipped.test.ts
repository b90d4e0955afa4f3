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
const rows = files('organisations').flatMap(({ file, text }) => parseRegistry(text, file, 'shipped'));
const registry = mergeRegistries(rows);
const byId = new Map(registry.map((row) => [row.id, row]));
const eventsOf = (id: string) => byId.get(id)?.events ?? [];
const parentsOf = (id: string) =>
  byId.get(id)?.parents.map((parent) => [parent.id, parent.since, parent.until].join(' ').trim());

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
    expect(findOrganisation('Open Philanthropy', registry)).toBe('coefficient-giving');
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

describe('the corporate facts that the claims of 2025 rest on', () => {
  it.each([
    ['google-deepmind', { event: 'acquired', by: 'google', announced: '2014-01-26', on: '2014-01' }],
    ['google-deepmind', { event: 'renamed', to: 'Google DeepMind', on: '2023-04-20' }],
    ['google-brain', { event: 'merged', into: 'google-deepmind', on: '2023-04-20' }],
    ['meta', { event: 'renamed', from: 'Facebook', to: 'Meta', on: '2021-10-28' }],
    ['alphabet', { event: 'founded', on: '2015-10-02' }],
    ['anthropic', { event: 'founded', on: '2021' }],
    ['linkedin', { event: 'acquired', by: 'microsoft', on: '2016-12-08' }],
    ['github', { event: 'acquired', by: 'microsoft', on: '2018-10-26' }],
    ['red-hat', { event: 'acquired', by: 'ibm', announced: '2018-10-28', on: '2019-07-09' }],
    ['coreos', { event: 'acquired', by: 'red-hat', on: '2018-01-30' }],
    ['heptio', { event: 'acquired', by: 'vmware', announced: '2018-11-06', on: '2018-12' }],
    ['bitnami', { event: 'acquired', by: 'vmware', announced: '2019-05-15', on: '2019-05' }],
    ['pivotal', { event: 'acquired', by: 'vmware', announced: '2019-08-22', on: '2019-12-30' }],
    ['vmware', { event: 'acquired', by: 'broadcom', on: '2023-11-22' }],
    ['rancher-labs', { event: 'acquired', by: 'suse', announced: '2020-07-08', on: '2020-12-01' }],
    ['docker-enterprise', { event: 'acquired', by: 'mirantis', on: '2019-11-13' }],
    ['hp', { event: 'renamed', from: 'Hewlett-Packard', to: 'HP', on: '2015-11-01' }],
    ['hewlett-packard-enterprise', { event: 'spun_off', from: 'hp', on: '2015-11-01' }],
    ['dxc-technology', { event: 'spun_off', from: 'hewlett-packard-enterprise', on: '2017-04-01' }],
    ['mosaicml', { event: 'acquired', by: 'databricks', announced: '2023-06-26', on: '2023-07-19' }],
    ['inflection-ai', { event: 'licensed_and_hired', by: 'microsoft', announced: '2024-03-19' }],
    ['adept-ai', { event: 'licensed_and_hired', by: 'amazon', announced: '2024-06-28' }],
    ['character-ai', { event: 'licensed_and_hired', by: 'google', announced: '2024-08-02' }],
    ['covariant', { event: 'licensed_and_hired', by: 'amazon', announced: '2024-08-30' }],
    ['windsurf', { event: 'licensed_and_hired', by: 'google', announced: '2025-07-11' }],
    ['windsurf', { event: 'acquired', by: 'cognition', announced: '2025-07-14' }],
    ['scale-ai', { event: 'stake_taken', by: 'meta', percent: 49, announced: '2025-06-12' }],
    ['scale-ai', { event: 'licensed_and_hired', by: 'meta', announced: '2025-06-12' }],
    ['io', { event: 'acquired', by: 'openai', announced: '2025-05-21', on: '2025-07-09' }],
  ])('%s: %j', (id, fact) => {
    expect(eventsOf(id)).toContainEqual(expect.objectContaining(fact));
  });

  it.each([
    ['google', ['alphabet 2015-10']],
    ['google-deepmind', ['google 2014-01 2015-10', 'alphabet 2015-10 2023-04', 'google 2023-04']],
    ['vmware', ['dell-emc 2004-01 2016-09', 'dell 2016-09 2021-11', 'broadcom 2023-11']],
    ['pivotal', ['dell-emc 2013-04 2016-09', 'dell 2016-09 2019-12', 'vmware 2019-12']],
    ['scale-ai', []],
    ['inflection-ai', []],
  ])('%s stands under %j', (id, parents) => {
    expect(parentsOf(id)).toEqual(parents);
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
