import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { draftOf, writeDraft } from '../../src/draft/index.js';
import { parseRegistry } from '../../src/organisations/index.js';

const registry = parseRegistry(
  readFileSync(new URL('registry.yaml', import.meta.url), 'utf8'),
  'registry.yaml',
);
const more = {
  en: ' The company has offices in many towns of the country and it said so.',
  fr: " L'entreprise a des bureaux dans beaucoup de villes du pays et elle le dit.",
};
const drafted = (text: string, lang: 'en' | 'fr') => draftOf({ text: text + more[lang] }, registry, 'a.txt');

describe('a denied comparison', () => {
  it.each([
    ['en', 'Norvik denied that it pays researchers more than $12 million.', 'denied'],
    ['en', 'Lumenor does not offer more than $9 million a year to engineers.', 'negated'],
    ['en', 'Nobody at Norvik was paid more than $3 million in bonuses.', 'negated'],
    ['en', 'The claim that Norvik paid $70 million bonuses is false, Lumenor said.', 'false'],
    ['fr', 'Norvik dément payer des primes de plus de 12 millions de dollars.', 'denied'],
    ['fr', "Lumenor n'a pas recruté plus de 15 personnes chez Norvik.", 'negated'],
    ['fr', "Aucun salarié de Norvik n'a touché plus de 3 millions de dollars de prime.", 'negated'],
  ] as const)('is left to the reader, %s: %s', (lang, text, how) => {
    const [claim] = drafted(text, lang).claims;
    expect(claim?.comparator).toBe('?');
    expect(claim?.draft.denial?.how).toBe(how);
  });

  it('is said with who denies, in the comment', () => {
    const draft = drafted('Norvik denied that it pays researchers more than $12 million.', 'en');
    expect(writeDraft(draft, 'a.txt', 'en')).toMatch(/# denied by Norvik\n/);
    expect(writeDraft(draft, 'a.txt', 'fr')).toMatch(/# démenti par Norvik\n/);
  });

  it('is none where the words beside the figure set its end, or "not only" adds to it', () => {
    expect(drafted('Lumenor hired no more than 11 people from Norvik.', 'en').claims[0]?.comparator).toBe(
      'at_most',
    );
    expect(drafted('Lumenor hired not only 30 people from Norvik.', 'en').claims[0]?.comparator).toBe(
      'equals',
    );
    expect(drafted("Lumenor n'a recruté que 13 personnes chez Norvik.", 'fr').claims[0]?.comparator).toBe(
      'equals',
    );
  });

  it('is no repetition of what it denies', () => {
    const { claims } = drafted(
      'Lumenor hired more than 15 people from Norvik. Lumenor hired fewer than 15 people from Norvik.',
      'en',
    );
    expect(claims.map(({ comparator }) => comparator)).toEqual(['at_least', 'at_most']);
  });
});

it('keeps the words of a share beside its per cent', () => {
  const draft = drafted('Four out of five engineers of Norvik stay two years.', 'en');
  expect(writeDraft(draft, 'a.txt', 'en')).toContain('# in words: Four out of five\n');
});
