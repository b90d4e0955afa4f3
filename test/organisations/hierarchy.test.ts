import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Hierarchy,
  hierarchyOf,
  holdMore,
  lineage,
  lines,
  type Standing,
  standings,
} from '../../src/organisations/index.js';
import { formatMonth, type Level, levels, parseMonth, type View } from '../../src/records/index.js';

const month = (text: string): number => parseMonth(text, 'first') as number;
const [alphabet, google, deepmind, brain, github, microsoft] = [1, 2, 3, 4, 5, 6];

/** A lab bought by a firm, moved above it when the firm got an owner, and moved back; a firm that was bought and stayed a firm. */
const war: Hierarchy = hierarchyOf(
  new Map([
    [alphabet, 'company'],
    [google, 'company'],
    [deepmind, 'lab'],
    [brain, 'lab'],
    [github, 'company'],
    [microsoft, 'company'],
  ]),
  [
    { organisation: google, parent: alphabet, since: month('2015-10'), until: null },
    { organisation: deepmind, parent: google, since: month('2023-04'), until: null },
    { organisation: deepmind, parent: google, since: month('2014-01'), until: month('2015-10') },
    { organisation: deepmind, parent: alphabet, since: month('2015-10'), until: month('2023-04') },
    { organisation: brain, parent: google, since: null, until: null },
    { organisation: github, parent: microsoft, since: month('2018-10'), until: null },
  ],
);

const names = ['', 'Alphabet', 'Google', 'DeepMind', 'Brain', 'GitHub', 'Microsoft'];
const said = (rows: readonly Standing[], of: number): string[] =>
  rows
    .filter(({ organisation }) => organisation === of)
    .map(({ stands, since, until }) =>
      `${since === null ? '' : formatMonth(since)} ${names[stands]} ${until === null ? '' : formatMonth(until)}`.trim(),
    );
const at = (level: Level, view: View = 'point-in-time', named: readonly number[] = []) =>
  standings(war, level, view, new Set(named));

describe('standings(hierarchy, level, view, named)', () => {
  it('moves a lab with its owners, at the level of companies', () => {
    expect(said(at('company'), deepmind)).toEqual([
      'DeepMind 2014-01',
      '2014-01 Google 2015-10',
      '2015-10 Alphabet 2023-04',
      '2023-04 Google',
    ]);
  });

  it('keeps a firm that was bought a company, in the group of its owner', () => {
    expect(said(at('company'), github)).toEqual([]);
    expect(said(at('group'), github)).toEqual(['GitHub 2018-10', '2018-10 Microsoft']);
  });

  it('joins months in which nothing changes at the level', () => {
    expect(said(at('group'), deepmind)).toEqual([
      'DeepMind 2014-01',
      '2014-01 Google 2015-10',
      '2015-10 Alphabet',
    ]);
  });

  it('leaves everybody where they are at the level of units', () => {
    expect(at('unit')).toEqual([]);
  });

  it('takes the hierarchy of today for all time where asked', () => {
    expect(said(at('company', 'pro-forma'), deepmind)).toEqual(['Google']);
    expect(said(at('group', 'pro-forma'), github)).toEqual(['Microsoft']);
  });

  it('puts all that is below a named organisation at it, and leaves the rest at its level', () => {
    expect(said(at('company', 'point-in-time', [microsoft]), github)).toEqual([
      'GitHub 2018-10',
      '2018-10 Microsoft',
    ]);
    expect(said(at('company', 'point-in-time', [deepmind]), deepmind)).toEqual([]);
    expect(said(at('company', 'point-in-time', [deepmind]), brain)).toEqual(['Google']);
  });

  it('takes from an organisation what is named beside it', () => {
    const rows = at('company', 'point-in-time', [google, deepmind]);
    expect(said(rows, deepmind)).toEqual([]);
    expect(said(rows, brain)).toEqual(['Google']);
  });

  it('gives every month of an organisation one place, whatever the links', () => {
    const links = fc.array(
      fc.record({
        organisation: fc.integer({ min: 1, max: 8 }),
        parent: fc.integer({ min: 1, max: 8 }),
        since: fc.option(fc.integer({ min: 1, max: 40 })),
        length: fc.option(fc.integer({ min: 1, max: 20 })),
      }),
      { maxLength: 12 },
    );
    const upwards = fc.assert(
      fc.property(links, fc.constantFrom(...levels), (given, level) => {
        const some = given
          .filter((link) => link.parent > link.organisation)
          .map(({ length, ...link }) => ({
            ...link,
            until: length === null ? null : (link.since ?? 0) + length,
          }));
        const hierarchy = hierarchyOf(new Map(), some);
        for (const organisation of hierarchy.links.keys()) {
          const rows = standings(hierarchy, level, 'point-in-time').filter(
            (row) => row.organisation === organisation,
          );
          for (let m = 0; m < 70 && rows.length > 0; m++) {
            const found = rows.filter((row) => (row.since ?? 0) <= m && m < (row.until ?? 1e9));
            expect(found).toHaveLength(1);
            const line = lineage(hierarchy, organisation, m);
            expect(line).toContain(found[0]?.stands);
          }
        }
      }),
    );
    expect(upwards).toBeUndefined();
  });
});

describe('lines(hierarchy, organisations, view)', () => {
  it('names all that is above, by months, and the organisation itself', () => {
    expect(said(lines(war, [deepmind], 'point-in-time'), deepmind)).toEqual([
      'DeepMind',
      '2014-01 Google 2015-10',
      '2015-10 Alphabet 2023-04',
      '2023-04 Google',
      '2023-04 Alphabet',
    ]);
  });
});

describe('lines(hierarchy, organisations, view) of a part that left', () => {
  it('names what was above it from the beginning, though nothing is today', () => {
    const [part, owner] = [1, 2];
    const left = hierarchyOf(new Map(), [
      { organisation: part, parent: owner, since: null, until: month('2020-07') },
    ]);
    const rows = lines(left, [part], 'point-in-time').map(({ stands, until }) => [stands, until]);
    expect(rows).toEqual([
      [part, null],
      [owner, month('2020-07')],
    ]);
    expect(lines(left, [part], 'pro-forma').map(({ stands }) => stands)).toEqual([part]);
  });
});

describe('holdMore(hierarchy, level, view, named)', () => {
  it('tells whether a named organisation holds other people than at the level', () => {
    expect(holdMore(war, 'company', 'point-in-time', new Set([github]))).toBe(false);
    expect(holdMore(war, 'company', 'point-in-time', new Set([microsoft]))).toBe(true);
    expect(holdMore(war, 'company', 'point-in-time', new Set([brain]))).toBe(true);
    expect(holdMore(war, 'group', 'point-in-time', new Set([microsoft]))).toBe(false);
  });
});
