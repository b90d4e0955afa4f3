import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { admissible, definitionsOf } from '../../src/claims/definitions.js';
import type { Asked, Claim } from '../../src/claims/index.js';
import { measures } from '../../src/measures/index.js';

const month = (year: number, of: number): number => year * 12 + of;
const horizon = { claimed: month(2025, 5), observed: month(2026, 6) };

function asked(
  measure: string,
  more: Partial<Asked> = {},
  comparator: Claim['comparator'] = 'more_than_reverse',
) {
  const question = { measure, of: ['alder', 'birch'], parameters: {}, ...more } as Asked;
  return admissible(question, { comparator, figures: [] }, horizon);
}

const questionsOf = (found: ReturnType<typeof asked>) =>
  (found?.askings ?? []).flatMap(({ questions }) => questions.map(({ parameters }) => parameters));

describe('admissible()', () => {
  it('opens four windows up to the claim, each by two views', () => {
    expect(questionsOf(asked('ratio'))).toEqual(
      [
        { until: '2025-05' },
        { since: '2023-06', until: '2025-05' },
        { since: '2024-06', until: '2025-05' },
        { since: '2024', until: '2024' },
      ].flatMap((window) => ['point-in-time', 'pro-forma'].map((view) => ({ ...window, view }))),
    );
  });

  it('never varies or passes on a sensitivity setting', () => {
    const settings = { maxGap: 12, closeStale: true, bounds: true, by: 'year' };
    expect(questionsOf(asked('ratio', { parameters: settings }))).toEqual(questionsOf(asked('ratio')));
  });

  it('passes on whatever else the claim fixes', () => {
    const found = questionsOf(
      asked('ratio', { parameters: { title: 'engineer', since: '2020', view: 'pro-forma' } }),
    );
    expect(found).toEqual([{ title: 'engineer', since: '2020-01', until: '2025-05', view: 'pro-forma' }]);
  });

  it('ends every window with the data where these end before the claim', () => {
    const early = { claimed: month(2025, 5), observed: month(2023, 3) };
    const found = admissible(
      { measure: 'ratio', of: ['a', 'b'], parameters: {} },
      { comparator: 'leads', figures: [] },
      early,
    );
    const untils = new Set(questionsOf(found).map((parameters) => parameters?.until));
    expect(untils).toEqual(new Set(['2023-03', '2022']));
  });

  it('says in words of both languages what each definition is', () => {
    for (const measure of measures) {
      for (const comparator of ['more_than_reverse', 'leads', 'rises'] as const) {
        for (const { read } of asked(measure.name, {}, comparator)?.askings ?? []) {
          const rows = [
            { from: 'A', to: 'B', forward: 1, backward: 2, organisation: 'A', definition: 'D1', people: 9 },
          ];
          for (const { definition, says } of read([{ rows }, { rows }] as never))
            for (const words of [...definition, says])
              expect([words.en, words.fr].every((text) => text.length > 2)).toBe(true);
        }
      }
    }
  });

  it('has nothing for a measure that no claim is read of, or that does not answer it', () => {
    expect(asked('coverage')).toBeNull();
    expect(asked('toString')).toBeNull();
    expect(asked('ratio', {}, 'rises')).toBeNull();
    expect(asked('retention', { of: ['alder'] }, 'leads')).toBeNull();
    expect(asked('flows', { of: ['alder'] })).toBeNull();
    expect(asked('ratio', { value: 'p_value' })).toBeNull();
    expect(asked('retention', { of: ['alder'], value: 'D4' }, undefined)).toBeNull();
    expect(asked('ratio', {}, 'equals')).toBeNull();
  });

  it('is dated as the page of definitions is', () => {
    const page = readFileSync(new URL('../../docs/definitions.md', import.meta.url), 'utf8');
    expect(page).toContain(`Definitions of ${definitionsOf}.`);
  });
});
