import { describe, expect, it } from 'vitest';
import { verdictsIn, verdictWords } from '../../src/claims/index.js';
import { verdictNames } from '../../web/words/verdictNames.js';

describe('words for verdicts', () => {
  it('are the same on the page as everywhere else', () => {
    expect(verdictNames).toEqual({ en: verdictsIn('en'), fr: verdictsIn('fr') });
  });

  it('differ from verdict to verdict, and are told of an affirmation in French', () => {
    for (const lang of ['en', 'fr'] as const) {
      const words = Object.values(verdictWords).map((word) => word[lang]);
      expect(new Set(words).size).toBe(words.length);
    }
    expect([verdictWords.reproduced.fr, verdictWords.contradicted.fr]).toEqual(['reproduite', 'contredite']);
  });
});
