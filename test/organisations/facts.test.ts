import { describe, expect, it } from 'vitest';
import { shipped } from '../../src/cli/shipped.js';

const byId = new Map(shipped().registry.map((row) => [row.id, row]));
const eventsOf = (id: string) => byId.get(id)?.events ?? [];
const parentsOf = (id: string) =>
  byId.get(id)?.parents.map((parent) => [parent.id, parent.since, parent.until].join(' ').trim());

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

  it.each([
    ['anthropic', 'founder', ['Dario Amodei', 'Daniela Amodei']],
    ['scale-ai', 'founder', ['Alexandr Wang']],
    ['meta', 'chief executive', ['Mark Zuckerberg']],
    ['meta', 'chief technology officer', ['Andrew Bosworth']],
    ['openai', 'chief executive', ['Sam Altman']],
    ['google-deepmind', 'founder', ['Demis Hassabis', 'Shane Legg', 'Mustafa Suleyman']],
  ])('%s has as %s %j', (id, office, names) => {
    const held = byId.get(id)?.officers.filter((officer) => officer.office === office);
    expect(held?.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  });

  it('have a price where reports agree, and none where they differ', () => {
    expect(eventsOf('scale-ai')).toContainEqual(
      expect.objectContaining({ event: 'stake_taken', price_usd: 14_300_000_000 }),
    );
    expect(eventsOf('io').filter((event) => 'price_usd' in event)).toEqual([]);
  });
});
