import { describe, expect, it } from 'vitest';
import { pseudonymOf } from '../../src/sources/index.js';
import { linkedin } from '../../src/sources/linkedin.js';
import { dates, key, loading, refused } from './loading.js';

/** An invented person's positions in the form of the export. */
const head = 'Company Name,Title,Description,Location,Started On,Finished On\n';
const text = `${head}Acorn Works,"Baker, of bread","Bread.
Also ""rolls"",
and more.",Oslo,Sep 2019,
Birch,Miller,,,2017,août 2019
Birch,Miller,,,2017,août 2019
Cedar,Stagiaire,,,févr. 2016,déc. 2016
Dogwood,,,,,May 2015
`;

describe('linkedin', () => {
  it('reads the positions of one person', async () => {
    const { spells, people, status } = await loading(linkedin, { 'Positions.csv': text });
    expect(spells.map((s) => [s.employer, s.title, dates(s), s.line])).toEqual([
      ['Acorn Works', 'Baker, of bread', '2019-09-01 month to open', 2],
      ['Birch', 'Miller', '2017-01-01 year to 2019-08-01 month', 5],
      ['Cedar', 'Stagiaire', '2016-02-01 month to 2016-12-01 month', 7],
      ['Dogwood', '', 'unknown to 2015-05-01 month', 8],
    ]);
    expect(people).toHaveLength(1);
    expect(status.sources[0]?.oddities).toEqual({ duplicate: 1 });
  });

  it('is somebody of its own unless it is said whose it is', async () => {
    const other = `${head}Acorn Works,Baker,,,2020,\n`;
    const alone = await loading(linkedin, { 'a.csv': text, 'b.csv': other });
    expect(alone.people).toHaveLength(2);
    const [whose] = (await loading(linkedin, { 'a.csv': text }, { person: 'github:maud' })).people;
    expect(whose).toBe(pseudonymOf(key, 'github:maud', 'anything'));
  });

  it('tells files of one name in two folders apart', async () => {
    const both = await loading(
      linkedin,
      { 'a.csv': text, 'b.csv': `${text}Elm,,,,2014,2015\n` },
      { namespace: 'same' },
    );
    expect(both.people).toHaveLength(2);
  });

  it.each([
    ['a month of no language', `${head}Acorn,Baker,,,Foo 2019,\n`, 'invalid start date: "Foo 2019"', 2],
    ['no company', `${head},Baker,,,2019,\n`, 'empty employer', 2],
    ['a quote that never closes', `${head}Acorn,"Baker,,,2019,\n`, 'a quote that opens and never closes', 2],
    ['another file of the export', 'First Name,Last Name\nMaud,Larch\n', 'no such column: Company Name', 1],
  ])('names file and line of %s', async (_, content, message, line) => {
    const error = await refused(linkedin, { 'bad.csv': content });
    expect(error.message).toContain(message);
    expect(error.message).toContain(`(bad.csv:${line})`);
  });
});
