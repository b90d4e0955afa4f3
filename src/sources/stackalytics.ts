import { asList, asObject, asText, dateText, elementsOf, type JsonObject } from './_json.js';
import { monthNamed } from './_months.js';
import type { IncomingRow, Reading, Source } from './source.js';

/**
 * Employers of people who contribute to OpenStack and its neighbours. An end is the next start. People are known by GitHub
 * login, else Launchpad id, else first e-mail address, else by the name that the file gives them.
 */
export const stackalytics: Source = {
  name: 'stackalytics',
  title: 'Stackalytics default data',
  description:
    'default_data.json: employers of the people who contribute to OpenStack and its neighbours, from users[]. A spell starts where the one before it ended; the first start is unknown, and gaps cannot be seen. The lists of companies, with their aliases and domains, and of repositories are read past.',
  accepts: 'one JSON object of any size, also gzip',
  homepage: 'https://opendev.org/openstack/stackalytics',
  licence: 'Apache-2.0',
  example: 'mercato load stackalytics default_data.json --observed-until 2026-06-30',
  mappable: false,
  oddities: [
    {
      rule: 'unsorted',
      meaning: 'a person’s companies that are not in the order of their ends are put into it',
    },
    { rule: 'star_name', meaning: 'the * before *independent and its like is dropped' },
  ],
  rows,
};

async function* rows(reading: Reading): AsyncGenerator<readonly IncomingRow[]> {
  for await (const users of elementsOf(reading.file, 'users')) {
    yield users.flatMap(({ line, number, value }) => {
      if (value !== null && (Array.isArray(value.companies) || value.companies === undefined)) {
        return spellsOf(value, line, reading);
      }
      const reason = value === null ? 'no JSON object' : 'no list of companies';
      reading.bad({ line, field: value === null ? 'users' : 'companies', value: `user ${number}`, reason });
      return [];
    });
  }
}

function spellsOf(user: JsonObject, line: number, reading: Reading): IncomingRow[] {
  const person = personOf(user);
  const companies = asList(user.companies).map((company) => {
    const { company_name: name, end_date: end } = asObject(company) ?? {};
    return { employer: employerIn(asText(name) ?? '', reading), end: dateIn(dateText(end)) };
  });
  const ordered = companies.toSorted((a, b) => compare(a.end || 'open', b.end || 'open'));
  if (ordered.some((company, i) => company !== companies[i])) reading.oddity('unsorted');
  return ordered.map((company, i) => ({ line, person, ...company, start: ordered[i - 1]?.end ?? '' }));
}

function personOf(user: JsonObject): string | null {
  const found = (
    [
      ['github', user.github_id],
      ['launchpad', user.launchpad_id],
      ['email', asList(user.emails)[0]],
      // No namespace of that name: the file's own.
      ['user', user.user_name],
    ] as const
  ).find(([, id]) => (asText(id)?.trim() ?? '') !== '');
  return found === undefined ? null : `${found[0]}:${asText(found[1])}`;
}

function employerIn(name: string, reading: Reading): string {
  if (!name.startsWith('*')) return name;
  reading.oddity('star_name');
  return name.slice(1);
}

/** `2013-Sep-09` as `2013-09-09`; anything else stays as it is. */
function dateIn(text: string): string {
  const [, year, name = '', day] = /^(\d{4})-(\p{L}+)-(\d{2})$/u.exec(text.trim()) ?? [];
  const month = monthNamed(name);
  return month === undefined ? text.trim() : `${year}-${month}-${day}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
