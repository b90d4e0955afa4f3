import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { CheckedClaim, Verdict } from '../../src/claims/index.js';
import { shippedClaims } from '../../src/cli/shipped.js';
import type { ReleasedRow } from '../../src/release/index.js';
import type { Frame } from '../../src/report/frame.js';
import type { Claimed } from '../../src/report/material.js';
import { questionSection } from '../../src/report/questionPages.js';
import { bearing, sidesOf } from '../../src/report/questions.js';
import { words } from '../../src/report/words.js';

const shipped = shippedClaims();

/** Claims as the check leaves them: nothing can be checked, unless told for an id. */
const claimed = (
  rows: readonly ReleasedRow[] = [],
  shares: readonly ReleasedRow[] = [],
  verdicts: Readonly<Record<string, Verdict>> = {},
  inferred: Readonly<Record<string, readonly ReleasedRow[]>> = {},
): Claimed => {
  const of = { measure: '', parameters: {}, columns: [], total: 0, notes: [], minCell: 5, withheld: 0 };
  const released = (all: readonly ReleasedRow[]) => ({ ...of, data: data(), rows: all });
  return {
    claims: shipped.map((claim) => {
      const verdict = verdicts[claim.id] ?? 'not checkable';
      const checked: CheckedClaim = {
        claim,
        verdict,
        on: 'observed',
        reason: { en: 'as it is', fr: 'tel quel' },
        ...(verdict === 'not checkable' && 'none' in claim.check ? { uncheckable: claim.check.none } : {}),
        estimates: [],
        checks: [],
        beside: [],
        version: 'v',
      };
      return { ...checked, whole: true, estimates: [] };
    }),
    pay: [],
    ratios: released(rows),
    retention: released(shares),
    inferred: {
      ranking: released(inferred.ranking ?? []),
      growth: released(inferred.growth ?? []),
      study: released(inferred.study ?? []),
    },
  };
};

const data = (observedUntil = '2024-12-31', simulated = false) => ({
  version: 'v',
  observedUntil,
  sources: [],
  population: 'everybody',
  simulated,
});

const frame = (lang: 'en' | 'fr', observedUntil?: string, simulated?: boolean): Frame =>
  ({
    lang,
    w: words[lang],
    material: { data: data(observedUntil, simulated), loaded: [], minCell: 5, months: 24, pay: null },
  }) as unknown as Frame;

const row = (to: string, low: number | null, high: number | null, more: ReleasedRow = {}): ReleasedRow => ({
  from: 'Meta',
  from_id: 'meta',
  to,
  to_id: to.toLowerCase(),
  forward: 40,
  backward: 20,
  ratio: 2,
  low,
  high,
  rate_ratio: 1,
  rate_low: 0.5,
  rate_high: 2,
  ...more,
});

const answers = (of: Claimed, lang: 'en' | 'fr' = 'en', until?: string, simulated?: boolean): string[] => {
  const section = questionSection(frame(lang, until, simulated), of);
  const { document } = parseHTML(`<body>${section?.body.html}</body>`);
  return [...document.querySelectorAll('.question .short')].map((p) => p.textContent.replace(/\s+/g, ' '));
};

describe('the four questions of June 2025', () => {
  it('name claims that the ledger holds', () => {
    const ids = new Set(shipped.map(({ id }) => id));
    for (const id of Object.values(bearing).flat()) expect(ids).toContain(id);
  });

  it('are not asked where no claim bears on them', () => {
    const none = { ...claimed(), claims: claimed().claims.filter(({ claim }) => claim.id.startsWith('13')) };
    expect(questionSection(frame('en'), none)).toBeNull();
  });

  it('are answered by what is missing where nothing is measured', () => {
    const [strategy, payoff, losses, innovation] = answers(claimed());
    expect(strategy).toBe(
      'What was offered cannot be judged: none of the 7 claims on it can be checked (a private figure, about a private person). 2 of them dispute others. The data knows no move between Meta and OpenAI, Anthropic and Google DeepMind.',
    );
    expect(payoff).toMatch(/^Open: no figure .* until 31 December 2024, before the hires of June 2025/);
    expect(losses).toMatch(
      /^The data knows no move between Meta and OpenAI, Anthropic and Google DeepMind\./,
    );
    expect(innovation).toMatch(
      /^No figure decides it: none of the 3 claims .* One of them disputes another\.$/,
    );
  });

  it('go by where the intervals lie, whichever way the pair was asked', () => {
    const back = { from: 'OpenAI', from_id: 'openai', to: 'Meta', to_id: 'meta' };
    const of = claimed([row('OpenAI', 0.2, 0.8, back), row('Anthropic', 0.5, 0.9)]);
    expect(sidesOf(of)).toMatchObject({
      loses: ['OpenAI'],
      gains: ['Anthropic'],
      absent: ['Google DeepMind'],
    });
    const [strategy, , losses] = answers(of);
    expect(strategy).toContain('more people go from Meta to OpenAI than come back');
    expect(strategy).toContain('More people come to Meta from Anthropic than go there');
    expect(losses).toMatch(
      /^It does lose more people to OpenAI than it gains from there\. Why cannot be told/,
    );
  });

  it('say nothing of a side where an interval holds one to one, or a count is withheld', () => {
    const cell = { withheld: 'n<5' };
    const of = claimed([
      row('OpenAI', 0.9, 3),
      row('Anthropic', null, null, { ratio: cell, low: cell, high: cell }),
    ]);
    expect(sidesOf(of)).toMatchObject({ loses: [], gains: [], even: ['OpenAI'], few: ['Anthropic'] });
    expect(answers(of)[2]).toMatch(
      /^That it loses more people to its rivals than it gains is not shown by this data\./,
    );
  });

  it('take a range by its nearer end', () => {
    const sure = row('OpenAI', null, null, {
      ratio: { low: 8, high: null },
      low: { low: 3, high: 9 },
      high: null,
    });
    const unsure = row('Anthropic', null, null, {
      ratio: { low: 2, high: 9 },
      low: { low: 0.9, high: 3 },
      high: null,
    });
    expect(sidesOf(claimed([sure, unsure]))).toMatchObject({ loses: ['OpenAI'], few: ['Anthropic'] });
  });

  it('say that it is the other way round per person where the rates say so', () => {
    const [, , losses] = answers(claimed([row('OpenAI', 1.4, 2.2, { rate_low: 0.4, rate_high: 0.8 })]));
    expect(losses).toContain('Per person at risk it is the other way round for OpenAI');
    const [, , plain] = answers(claimed([row('OpenAI', 1.4, 2.2)]));
    expect(plain).not.toContain('other way round');
  });

  it('compare retentions that can be shown, and no others', () => {
    const share = (id: string, organisation: string, value: ReleasedRow[string]) => ({
      id,
      organisation,
      definition: 'D1',
      share: value,
    });
    const of = claimed([], [share('meta', 'Meta', 0.64), share('openai', 'OpenAI', { low: 0.5, high: 1 })]);
    const text = questionSection(frame('fr'), of)?.body.html ?? '';
    expect(text).toContain('Meta 64,0\u00a0%.');
    expect(text).not.toContain('OpenAI 5');
  });

  it('change with the verdicts and with how far the data goes', () => {
    const of = claimed([], [], { '25-will-it-pay-off': 'contradicted', '10-meta-innovation': 'reproduced' });
    const [, payoff, , innovation] = answers(of, 'en', '2026-06-30');
    expect(payoff).toBe(
      'The check of the claim says: contradicted. The data is observed until 30 June 2026, 12 months after June 2025; flows are shown for all years together.',
    );
    expect(innovation).toContain('2 of the 3 claims on it cannot be checked');
  });

  const beyond = {
    ranking: [
      { id: 'meta', organisation: 'Meta', rank: 23, rank_low: 18, rank_high: 30 },
      { id: 'anthropic', organisation: 'Anthropic', rank: 1, rank_low: 1, rank_high: 4 },
      { id: 'openai', organisation: 'OpenAI', rank: { withheld: 'n<5' }, rank_low: null, rank_high: null },
    ],
    growth: [{ id: 'meta', organisation: 'Meta', ratio: 1.61, growth: 0.14, hazard: 0.23 }],
    study: [
      {
        from: 'OpenAI',
        to: 'Meta',
        event: '2025-06',
        effect: 4.31,
        low: 0.87,
        high: 25.4,
        p_value: 0.05,
        placebos: 120,
      },
    ],
  };

  it('set ranks, growth and the study beside the claims, and say what these changed', () => {
    const of = claimed([], [], { '18-most-attractive': 'too little data' }, beyond);
    const text = questionSection(frame('en', '2026-06-30'), of)?.body.html ?? '';
    expect(text).toContain(
      'among the 2 organisations that can be shown: Meta 23 (18 to 30); Anthropic 1 (1 to 4).',
    );
    expect(text).toContain('Meta 1.61 (growth 0.14, hazard 0.23)');
    expect(text).toContain(
      'From June 2025 on, the rate of hires from OpenAI to Meta changed by a factor of 4.31 against other flows (95 % interval 0.87 – 25.4, p = 0.05 over 120 placebos)',
    );
    expect(text).toContain('held against one, and comes to: too little data.');
    expect(text).not.toContain('needs an event study');
    expect(text).not.toContain('needs a ranking');
  });

  it('say what is missing where no rank and no effect can be shown', () => {
    const hidden = { withheld: 'n<5' };
    const study = [{ ...beyond.study[0], effect: hidden, low: hidden, high: hidden, p_value: hidden }];
    const text = questionSection(frame('en'), claimed([], [], {}, { study }))?.body.html ?? '';
    expect(text).toContain('needs an event study; the data end too soon');
    expect(text).toContain('too few moves lead to and from Meta');
    expect(text).not.toContain('by a factor of');
  });

  it('say of simulated people that they are', () => {
    const html = questionSection(frame('fr', undefined, true), claimed())?.body.html ?? '';
    expect(html).toContain('Les personnes sont simulées');
    for (const short of answers(claimed(), 'fr', undefined, true))
      expect(short).toMatch(/^Personnes simulées\. /);
  });
});
