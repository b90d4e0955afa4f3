import { describe, expect, it } from 'vitest';
import { admissible } from '../../src/claims/definitions.js';
import type { Asked, Claim } from '../../src/claims/index.js';

const month = (year: number, of: number): number => year * 12 + of;
const horizon = { claimed: month(2025, 6), observed: month(2026, 6) };

function askingsOf(asked: Partial<Asked> & { readonly measure: string }, comparator?: Claim['comparator']) {
  const question = { of: ['alder', 'birch'], parameters: {}, ...asked } as Asked;
  return admissible(question, { comparator, figures: [] }, horizon)?.askings ?? [];
}

function readingOf(asked: Parameters<typeof askingsOf>[0], rows: readonly object[]) {
  const [asking] = askingsOf(asked);
  return asking?.read([{ rows }] as never)[0];
}

describe('exits, as claims read them', () => {
  const rows = [
    {
      organisation: 'Alder',
      destination: 'another company',
      named: false,
      months: 12,
      people: 200,
      episodes: 210,
      events: 30,
      incidence: 0.15,
      low: 0.1,
      high: 0.2,
    },
    {
      organisation: 'Alder',
      destination: 'Birch',
      named: true,
      months: 12,
      people: 200,
      episodes: 210,
      events: 8,
      incidence: 0.04,
      low: 0.02,
      high: 0.0625,
    },
  ];

  it('ask the first organisation for those that went to the second', () => {
    const [asking] = askingsOf({ measure: 'exits', parameters: { months: 12 } });
    expect(asking?.questions).toEqual([
      {
        subjects: ['alder'],
        parameters: { months: 12, to: ['birch'], until: '2025-06', view: 'point-in-time' },
      },
    ]);
  });

  it('take the share of the rival named, in points, with its counts', () => {
    expect(readingOf({ measure: 'exits' }, rows)).toMatchObject({
      kind: 'share',
      value: 4,
      low: 2,
      high: 6.25,
      cases: [200],
      counts: { people: 200, jobs: 210, events: 8 },
      says: {
        en: 'of 200 hired by Alder until June 2025, 8 left for Birch within 12 months: 4.0%, 95% interval 2.0% to 6.3%',
      },
    });
  });

  it('give no share where nobody was followed that long, and answer no direction', () => {
    const unfollowed = rows.map((row) => ({ ...row, events: 0, incidence: null, low: null, high: null }));
    const reading = readingOf({ measure: 'exits' }, unfollowed);
    expect(reading?.value).toBeNull();
    expect(reading?.says.en).toBe(
      'of 200 hired by Alder until June 2025, nobody left for Birch within 12 months',
    );
    expect(askingsOf({ measure: 'exits' }, 'rises')).toEqual([]);
    expect(askingsOf({ measure: 'exits', of: ['alder'] })).toEqual([]);
  });
});

describe('growth, as claims read it', () => {
  const row = {
    organisation: 'Alder',
    hires: 102,
    exits: 10,
    ratio: 10.2,
    low: 5.4,
    high: 21.9,
    growth: 1.1,
    hazard: 0.12,
  };

  it('is hires for each exit, never without growth and hazard', () => {
    expect(readingOf({ measure: 'growth', of: ['alder'] }, [row])).toMatchObject({
      kind: 'ratio',
      value: 10.2,
      cases: [102, 10],
      says: {
        en: 'Alder hired 102 and lost 10 until June 2025: 10.2 hired for one who left, 95% interval 5.4 to 21.9; growth 1.10 and hazard 0.12 a year',
      },
    });
  });

  it('says what is counted where nobody left', () => {
    const none = { ...row, exits: 0, ratio: null, high: null, hazard: 0 };
    const reading = readingOf({ measure: 'growth', of: ['alder'] }, [none]);
    expect(reading?.value).toBeNull();
    expect(reading?.says.fr).toContain('a embauché 102 personnes et en a perdu 0');
  });
});

describe('a study, as claims read it', () => {
  const row = {
    from: 'Alder',
    to: 'Birch',
    event: '2025-06',
    effect: 4.3,
    low: 0.87,
    high: 25.4,
    hires_before: 14,
    hires_after: 22,
    months_before: 24,
    months_after: 10,
  };

  it('needs an event, and is the ratio of rate ratios', () => {
    expect(askingsOf({ measure: 'study' })).toEqual([]);
    expect(readingOf({ measure: 'study', parameters: { event: '2025-06' } }, [row])).toMatchObject({
      kind: 'ratio',
      value: 4.3,
      low: 0.87,
      high: 25.4,
      cases: [22, 14],
      definition: [{ en: 'event in June 2025', fr: 'événement en juin 2025' }, {}],
      says: {
        en: '14 hired by Birch from Alder in the 24 months before June 2025 and 22 in the 10 from it on: against other flows 4.3 times the rate, 95% interval 0.87 to 25.4',
      },
    });
  });

  it('says that there is no effect to estimate', () => {
    const none = { ...row, effect: null, low: null, high: null };
    const reading = readingOf({ measure: 'study', parameters: { event: '2025-06' } }, [none]);
    expect(reading?.says.en).toContain('no effect can be estimated');
  });
});

describe('a ranking, as claims read it', () => {
  const row = { organisation: 'Alder', rank: 2, rank_low: 1, rank_high: 4, moves_in: 40, moves_out: 12 };
  const asked = { measure: 'ranking', of: ['alder'] };

  it('is asked in four windows by two views, whether the organisation leads', () => {
    expect(askingsOf(asked, 'leads')).toHaveLength(8);
    expect(askingsOf(asked, 'rises')).toEqual([]);
    expect(readingOf(asked, [row])).toMatchObject({
      kind: 'rank',
      value: 2,
      low: 1,
      high: 4,
      cases: [40, 12],
      says: {
        en: 'among those ranked 40 moved to Alder and 12 from it until June 2025: rank 2 by moves, 95% interval 1 to 4',
      },
    });
  });

  it('counts nobody where there is no rank', () => {
    const none = { ...row, rank: null, rank_low: null, rank_high: null, moves_in: 0, moves_out: 0 };
    expect(readingOf(asked, [none])).toMatchObject({ value: null, cases: [], counts: {} });
    expect(readingOf(asked, [none])?.says.fr).toContain('n’a pas de rang');
  });
});
