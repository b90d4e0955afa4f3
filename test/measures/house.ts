import { parseRegistry } from '../../src/organisations/index.js';
import type { CvRow, WorldOptions } from '../world.js';

/**
 * Six organisations and three events. Atlas is a group: Boreal has always been in it, and so was Delta until it was spun off. The lab
 * Lumen was Boreal's and then became Atlas's own. Boreal bought Cobalt, and licensed the technology of Ember and hired people with it.
 *
 *     until 2016-01  Atlas > Boreal > Lumen
 *     from 2016-01   Atlas > Lumen
 *     from 2018-03   Atlas > Boreal > Cobalt      announced in 2017-11, closed on the 20th
 *     until 2020-07  Atlas > Delta                announced in 2020-03
 *     2021-06        Boreal licenses from Ember and hires; nobody owns Ember
 */
export const registry = parseRegistry(
  `organisations:
  - {id: atlas, title: Atlas, kind: company, source: 'https://example.org/atlas'}
  - id: boreal
    title: Boreal
    kind: company
    names: [{name: Boreal Systems, until: 2014-06}]
    parents: [{id: atlas}]
    events: [{event: renamed, from: Boreal Systems, to: Boreal, on: 2014-06, source: 'https://example.org/boreal'}]
    source: https://example.org/boreal
  - id: lumen
    title: Lumen
    kind: lab
    parents: [{id: boreal, until: 2016-01}, {id: atlas, since: 2016-01}]
    source: https://example.org/lumen
  - id: cobalt
    title: Cobalt
    kind: company
    parents: [{id: boreal, since: 2018-03}]
    events: [{event: acquired, by: boreal, announced: '2017-11-02', on: '2018-03-20', source: 'https://example.org/cobalt'}]
    source: https://example.org/cobalt
  - id: delta
    title: Delta
    kind: company
    parents: [{id: atlas, until: 2020-07}]
    events: [{event: spun_off, from: atlas, announced: 2020-03, on: 2020-07, source: 'https://example.org/delta'}]
    source: https://example.org/delta
  - id: ember
    title: Ember
    kind: company
    events: [{event: licensed_and_hired, by: boreal, announced: '2021-06-15', source: 'https://example.org/ember'}]
    source: https://example.org/ember
`,
  'house.yaml',
);

/** People, each there for a reason. */
export const people: readonly CvRow[] = [
  // Spells of the lab across its change of parent: ended, open, of an unknown start, of years, beside a side job, as a side job.
  ['ana', 'Lumen', '2014-01', '2018-01'],
  ['ben', 'Lumen', '2015-07', ''],
  ['cid', 'Lumen', '', '2017-01'],
  ['cid', 'Ember', '2017-01', '2018-01'],
  ['dee', 'Lumen', '2015', '2016'],
  ['dee', 'Ember', '2016-10', '2017-01'],
  ['eve', 'Lumen', '2014-01', '2017-01'],
  ['eve', 'Ember', '2015-06', '2016-06'],
  ['fay', 'Ember', '2014-01', '2018-01'],
  ['fay', 'Lumen', '2015-01', '2017-01'],
  ['fay', 'Cobalt', '2018-01', '2019-01'],
  // Leaves in the very month of the change.
  ['gus', 'Lumen', '2013-01', '2016-01'],
  ['gus', 'Ember', '2016-01', '2017-01'],
  // The takeover: before it closes, before it is announced, over 24 months after, 24 after, on the first of the month it closes.
  ['hal', 'Cobalt', '2016-01', '2018-01'],
  ['hal', 'Boreal', '2018-01', '2020-01'],
  ['ida', 'Cobalt', '2016-01', '2017-09'],
  ['ida', 'Boreal', '2017-10', '2019-10'],
  ['jon', 'Cobalt', '2017-01', '2020-05'],
  ['jon', 'Boreal', '2020-05', '2022-01'],
  ['kim', 'Cobalt', '2017-01', '2020-03'],
  ['kim', 'Boreal', '2020-03', ''],
  ['lea', 'Cobalt', '2017-03-01', '2018-03-01'],
  ['lea', 'Boreal', '2018-03-01', '2019-03-01'],
  // The part that left: with it from another firm of the group, before the window, 6 months after, 7 after, all along and back.
  ['max', 'Boreal', '2018-01', '2020-06'],
  ['max', 'Delta', '2020-06', '2022-01'],
  ['ned', 'Atlas', '2019-01', '2020-01'],
  ['ned', 'Delta', '2020-01', '2021-01'],
  ['oda', 'Atlas', '2019-01', '2021-01'],
  ['oda', 'Delta', '2021-01', ''],
  ['pia', 'Atlas', '2019-01', '2021-02'],
  ['pia', 'Delta', '2021-02', '2022-02'],
  ['quy', 'Delta', '2018-01', '2022-01'],
  ['quy', 'Atlas', '2022-01', '2023-01'],
  // The licence: a month before, 6 months after and to the lab, 7 after, two before.
  ['rex', 'Ember', '2019-01', '2021-05'],
  ['rex', 'Boreal', '2021-05', '2023-01'],
  ['sol', 'Ember', '2019-01', '2021-12'],
  ['sol', 'Lumen', '2021-12', ''],
  ['tia', 'Ember', '2019-01', '2022-01'],
  ['tia', 'Boreal', '2022-01', '2023-01'],
  ['uma', 'Ember', '2020-01', '2021-04'],
  ['uma', 'Boreal', '2021-04', '2022-04'],
  // Inside the group: to the lab when it was Atlas's, and when it was Boreal's.
  ['vic', 'Boreal', '2019-01', '2020-01'],
  ['vic', 'Lumen', '2020-01', '2021-01'],
  ['wim', 'Boreal', '2013-01', '2015-01'],
  ['wim', 'Lumen', '2015-01', '2015-07'],
  // One organisation under two names.
  ['xia', 'Boreal Systems', '2013-01', '2014-06'],
  ['xia', 'Boreal', '2014-06', '2015-01'],
  // Leaves the group for the rival.
  ['yan', 'Boreal', '2018-01', '2019-01'],
  ['yan', 'Ember', '2019-01', '2020-01'],
];

export const house: WorldOptions = {
  registry,
  observedUntil: '2024-12-31',
  peers: [
    {
      name: 'two',
      title: { en: 'An owner and its rival', fr: 'Un propriétaire et son rival' },
      members: ['atlas', 'ember'],
      where: 'peers.yaml:1',
    },
  ],
};
