import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { statusOf } from '../../src/sources/index.js';
import { orcid } from '../../src/sources/orcid.js';
import { openWarehouse } from '../../src/warehouse/index.js';
import { type Planned, tarOf, zipOf } from '../files/packing.js';
import { dates, type Given, loadInto, loading, refused } from './loading.js';

// The iD of ORCID's own samples, and two outside the ranges from which ORCID gives them.
const sample = '8888-8888-8888-8880';
const ida = '0000-0005-0000-0016';
const nils = '0000-0005-0000-0024';

const spaces = ['common', 'record', 'activities', 'employment', 'education', 'history', 'person']
  .map((name) => `xmlns:${name}="http://www.orcid.org/ns/${name}"`)
  .join(' ');

interface Job {
  readonly employer: string;
  readonly start?: string;
  readonly end?: string;
  readonly title?: string;
  readonly source?: string;
}

const dateXml = (name: string, date: string | undefined): string => {
  if (date === undefined) return '';
  const [year, month, day] = date.split('-');
  const part = (unit: string, value: string | undefined): string =>
    value === undefined ? '' : `<common:${unit}>${value}</common:${unit}>`;
  return `<common:${name}-date>${part('year', year)}${part('month', month)}${part('day', day)}</common:${name}-date>`;
};

/** A summary as the public data file has it: `kind` is employment, or something that is no job. */
const summaryXml = (kind: string, { employer, start, end, title, source = '' }: Job): string => `
  <activities:affiliation-group>
    <common:last-modified-date>2024-05-02T10:00:00.000Z</common:last-modified-date>
    <common:external-ids/>
    <${kind}:${kind}-summary put-code="1" display-index="1" visibility="public">
      <common:created-date>2023-01-01T10:00:00.000Z</common:created-date>
      <common:source>${source}<common:source-name>Somebody</common:source-name></common:source>
      <common:department-name>Bakery</common:department-name>
      ${title === undefined ? '' : `<common:role-title>${title}</common:role-title>`}
      ${dateXml('start', start)}
      ${dateXml('end', end)}
      <common:organization>
        <common:name>${employer}</common:name>
        <common:address><common:city>Bree</common:city><common:country>NL</common:country></common:address>
        <common:disambiguated-organization>
          <common:disambiguated-organization-identifier>https://ror.org/000000000</common:disambiguated-organization-identifier>
          <common:disambiguation-source>ROR</common:disambiguation-source>
        </common:disambiguated-organization>
      </common:organization>
    </${kind}:${kind}-summary>
  </activities:affiliation-group>`;

const recordXml = (id: string, jobs: readonly Job[], more = ''): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<record:record path="/${id}" ${spaces}>
  <common:orcid-identifier>
    <common:uri>https://orcid.org/${id}</common:uri>
    <common:path>${id}</common:path>
    <common:host>orcid.org</common:host>
  </common:orcid-identifier>
  <history:history><common:last-modified-date>2024-05-02T10:00:00.000Z</common:last-modified-date></history:history>
  <activities:activities-summary path="/${id}/activities">
    <activities:employments path="/${id}/employments">${jobs.map((job) => summaryXml('employment', job)).join('')}
    </activities:employments>${more}
  </activities:activities-summary>
</record:record>
`;

const recordJson = (id: string, employer: string): object => ({
  'orcid-identifier': { uri: `https://orcid.org/${id}`, path: id, host: 'orcid.org' },
  history: { 'last-modified-date': { value: Date.UTC(2024, 4, 2) } },
  'activities-summary': {
    educations: {
      'affiliation-group': [{ summaries: [{ 'education-summary': { organization: { name: 'X' } } }] }],
    },
    employments: {
      'affiliation-group': [
        {
          summaries: [
            {
              'employment-summary': {
                'put-code': 1,
                source: { 'source-orcid': null, 'source-client-id': { path: 'APP-1' } },
                'department-name': null,
                'role-title': 'Baker',
                'start-date': { year: { value: '2019' }, month: { value: '05' }, day: null },
                'end-date': null,
                organization: { name: employer, address: { city: 'Bree', region: null, country: 'NL' } },
              },
            },
          ],
        },
      ],
    },
  },
});

const name = 'ORCID_2024_10_summaries.tar.gz';
const memberOf = (id: string): string => `ORCID_2024_10_summaries/${id.slice(-3)}/${id}.xml`;
const tarball = async (members: readonly Planned[]): Promise<Buffer> => gzipSync(await tarOf(members));
const member = (id: string, content: string): Planned => ({ name: memberOf(id), content });
/** What the archive says of itself goes unless a test says more. */
const own: Given = { observedUntil: undefined };

const acorn: Job = { employer: 'Acorn &amp; Sons', start: '2019-05-13', end: '2021-02', title: 'Baker' };

describe('orcid', () => {
  it('reads every employment of every record of the archive as published', async () => {
    const content = await tarball([
      { name: 'ORCID_2024_10_summaries/', type: 'directory' },
      member(sample, recordXml(sample, [acorn, { employer: 'Birch', start: '2021' }])),
      member(ida, recordXml(ida, [])),
      member(nils, recordXml(nils, [{ employer: 'Ćwikła 大学', end: '2020' }, { employer: 'Dogwood' }])),
    ]);
    const { spells, people, status } = await loading(orcid, { [name]: content }, own);
    expect(spells.map((s) => [s.employer, dates(s), s.title, s.country, s.line])).toEqual([
      ['Acorn & Sons', '2019-05-13 day to 2021-02-01 month', 'Baker', 'NL', 2],
      ['Birch', '2021-01-01 year to open', null, 'NL', 2],
      ['Ćwikła 大学', 'unknown to 2020-01-01 year', null, 'NL', 4],
      ['Dogwood', 'unknown to open', null, 'NL', 4],
    ]);
    expect(people).toHaveLength(2);
    expect(status.sources[0]?.observed_until).toBe('2024-10-01');
  });

  it('leaves out what is no employment', async () => {
    const more = ['education', 'qualification', 'service']
      .map((kind) => summaryXml(kind, { employer: 'School' }))
      .join('');
    const spaced = recordXml(ida, [acorn], more).replace(
      'xmlns:common',
      'xmlns:qualification="http://www.orcid.org/ns/qualification" xmlns:service="http://www.orcid.org/ns/service" xmlns:common',
    );
    const { spells } = await loading(orcid, { [name]: await tarball([member(ida, spaced)]) }, own);
    expect(spells.map((s) => s.employer)).toEqual(['Acorn & Sons']);
  });

  it('says who asserts an employment', async () => {
    const person = `<common:source-orcid><common:path>${ida}</common:path></common:source-orcid>`;
    const client = '<common:source-client-id><common:path>APP-1</common:path></common:source-client-id>';
    const through = `<common:assertion-origin-orcid><common:path>${ida}</common:path></common:assertion-origin-orcid>`;
    const jobs = [person, client, client + through, ''].map((source, i) => ({ employer: `E${i}`, source }));
    const { spells } = await loading(
      orcid,
      { [name]: await tarball([member(ida, recordXml(ida, jobs))]) },
      own,
    );
    expect(spells.map((s) => s.source)).toEqual(['orcid:self', 'orcid:member', 'orcid:self', 'orcid']);
  });

  it('goes by namespaces, not by prefixes', async () => {
    const other = recordXml(ida, [acorn])
      .replace(/\b(common|employment):/g, '$1x:')
      .replace(/xmlns:(common|employment)=/g, 'xmlns:$1x=');
    const { spells } = await loading(orcid, { [name]: await tarball([member(ida, other)]) }, own);
    expect(spells.map((s) => [s.employer, dates(s)])).toEqual([
      ['Acorn & Sons', '2019-05-13 day to 2021-02-01 month'],
    ]);
  });

  it('is one person in two files, and in two forms', async () => {
    const { people, spells } = await loading(orcid, {
      'a.xml': recordXml(ida, [acorn]),
      'b.json': JSON.stringify(recordJson(ida, 'Birch')),
    });
    expect(spells).toHaveLength(2);
    expect(people).toHaveLength(1);
  });

  const jsonLines = [recordJson(ida, 'Acorn'), recordJson(nils, 'Birch')]
    .map((r) => JSON.stringify(r))
    .join('\n');
  it.each([
    ['lines', { 'a.jsonl': jsonLines }, [1, 2]],
    ['packed lines', { 'a.jsonl.gz': gzipSync(jsonLines) }, [1, 2]],
    [
      'a file each',
      {
        'a.json': JSON.stringify(recordJson(ida, 'Acorn'), null, 2),
        'b.json': JSON.stringify(recordJson(nils, 'Birch')),
      },
      [1, 1],
    ],
    [
      'a zip',
      {
        'a.zip': zipOf([
          { name: 'a.json', content: JSON.stringify(recordJson(ida, 'Acorn')) },
          { name: 'b.json', content: JSON.stringify(recordJson(nils, 'Birch'), null, 2) },
        ]),
      },
      [1, 2],
    ],
  ])('reads records in JSON: %s', async (_, contents, lines) => {
    const { spells, status } = await loading(orcid, contents, own);
    expect(spells.map((s) => [s.employer, dates(s), s.title, s.source])).toEqual([
      ['Acorn', '2019-05-01 month to open', 'Baker', 'orcid:member'],
      ['Birch', '2019-05-01 month to open', 'Baker', 'orcid:member'],
    ]);
    expect(spells.map((s) => s.line)).toEqual(lines);
    expect(status.sources[0]?.observed_until).toBe('2024-05-02');
  });

  it('passes over records that ORCID has closed, and counts them', async () => {
    const closed =
      '<error:error xmlns:error="http://www.orcid.org/ns/error"><error:response-code>409</error:response-code></error:error>';
    const content = await tarball([member(nils, closed), member(ida, recordXml(ida, [acorn]))]);
    const { spells, status } = await loading(orcid, { [name]: content }, own);
    expect(spells).toHaveLength(1);
    expect(status.sources[0]?.oddities).toMatchObject({ closed_record: 1 });
  });

  it.each([
    ['broken XML', recordXml(nils, [acorn]).replace('</common:name>', ''), 'broken XML at '],
    ['XML that is cut off', recordXml(nils, [acorn]).slice(0, -60), 'broken XML at '],
    ['an entity that nothing defines', recordXml(nils, [{ employer: '&acorn;' }]), 'broken XML at '],
    [
      'bytes that are no UTF-8',
      Buffer.from(recordXml(nils, [{ employer: 'Ñ' }]), 'latin1'),
      'broken XML; fetch',
    ],
    ['another document', '<list><employment-summary/></list>', 'no ORCID record'],
    ['an iD with a wrong check', recordXml('0000-0005-0000-0025', [acorn]), 'no valid ORCID iD'],
    ['deep nesting', '<a>'.repeat(200), 'broken XML'],
    ['nothing', '', 'broken JSON'],
  ])('takes %s for a bad row', async (_, content, reason) => {
    const archive = {
      [name]: await tarball([member(ida, recordXml(ida, [acorn])), { name: memberOf(nils), content }]),
    };
    const { message } = await refused(orcid, archive, own);
    expect(message).toContain(reason.split(';')[0]);
    expect(message).toContain(`(${name}:2)`);
    const { spells, reports } = await loading(orcid, archive, { ...own, skipBad: 1 });
    expect(spells).toHaveLength(1);
    expect(reports[0]?.bad).toHaveLength(1);
  });

  it('names the member that is bad', async () => {
    const { message } = await refused(orcid, { [name]: await tarball([member(nils, '<record')]) }, own);
    expect(message).toContain(memberOf(nils));
  });

  it.each([
    [
      'a bomb of entities',
      `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(99)}">${[...'bcdefgh'].map((e, i) => `<!ENTITY ${e} "${`&${'abcdefg'[i]};`.repeat(10)}">`).join('')}]>`,
    ],
    ['an entity that reads a file', '<!DOCTYPE r [<!ENTITY h SYSTEM "file:///etc/hosts">]>'],
    ['a document type elsewhere', '<!DOCTYPE r SYSTEM "https://example.org/r.dtd">'],
  ])('stops at %s, whatever may be skipped', async (_, doctype) => {
    const content = recordXml(ida, [{ employer: '&h;' }]).replace('?>', `?>${doctype}`);
    const { code, message } = await refused(
      orcid,
      { [name]: await tarball([member(ida, content)]) },
      { ...own, skipBad: 99 },
    );
    expect(code).toBe('source');
    expect(message).toContain(`document type in XML: ${name}: "${memberOf(ida)}"`);
  });

  it.each([
    [
      'leads out',
      [{ name: '../ida.xml', content: recordXml(ida, [acorn]) }],
      'path leads out of the archive',
    ],
    ['is a link', [{ name: 'ida.xml', type: 'symlink', linkname: '/etc/hosts' }], 'symlink in an archive'],
    ['is alone and no record', [{ name: 'notes.txt', content: 'x' }], 'no record in XML or JSON'],
  ] as const)('stops at a member that %s', async (_, members, reason) => {
    const { message } = await refused(orcid, { [name]: await tarball(members) }, { ...own, skipBad: 99 });
    expect(message).toContain(reason);
  });

  it('stops where the archive is cut off', async () => {
    const content = await tarball([
      member(ida, recordXml(ida, [acorn])),
      member(nils, recordXml(nils, [acorn])),
    ]);
    const { message } = await refused(orcid, { [name]: content.subarray(0, -40) }, { ...own, skipBad: 99 });
    expect(message).toBe(`cut-off gzip: ${name}; fetch it again`);
  });

  it('changes nothing where an archive is refused', async () => {
    const warehouse = await openWarehouse(':memory:', { mode: 'write' });
    try {
      await loadInto(
        warehouse,
        orcid,
        { [name]: await tarball([member(ida, recordXml(ida, [acorn]))]) },
        own,
      );
      const before = await statusOf(warehouse);
      const worse = await tarball([member(nils, recordXml(nils, [acorn])), { name: '/etc/nils.xml' }]);
      await expect(loadInto(warehouse, orcid, { [name]: worse }, own)).rejects.toThrow('path leads out');
      expect(await statusOf(warehouse)).toEqual(before);
    } finally {
      await warehouse.close();
    }
  });

  it('asks until when it observes where neither the name nor a record says it', async () => {
    const silent = recordXml(ida, [acorn]).replace(/<history:.*<\/history:history>/, '');
    const { message } = await refused(orcid, { 'ida.xml': silent }, own);
    expect(message).toContain('observed-until is missing');
  });
});
