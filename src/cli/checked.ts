import pc from 'picocolors';
import {
  amountOf,
  type CheckedClaim,
  claimedOf,
  dateIn,
  type Estimate,
  timesIn,
  type Verdict,
  verdicts,
  verdictWords,
} from '../claims/index.js';
import type { DataLine } from '../dataLine.js';
import { ranking } from '../measures/index.js';
import { beside, indented, wide, wrapped } from './lines.js';
import type { Language } from './table.js';

/** Verdicts as a table for people: a line for each claim, its reason beneath, then how many got which verdict. */
export function checkedTable(
  checked: readonly CheckedClaim[],
  data: DataLine | null,
  lang: Language,
  whole: boolean,
): string {
  const words = phrases[lang];
  const id = Math.min(34, Math.max(...checked.map(({ claim }) => claim.id.length), words.heads[0].length));
  const widths = [id, 16, 26, wide - id - 16 - 26 - 6];
  const blocks = checked.flatMap((each) => {
    const { claim, verdict, reason } = each;
    const cells = [claim.id, verdictWords[verdict][lang], claimedOf(claim)[lang], measuredOf(each, lang)];
    const [first = '', ...rest] = beside(cells, widths);
    return [
      pc.bold(first),
      ...rest,
      ...indented(reason[lang], '    '),
      ...(whole ? wholeOf(each, lang) : bearing(each, lang)),
    ];
  });
  return `${[
    ...(data?.simulated ? [pc.bold(words.simulated)] : []),
    ...beside(words.heads, widths),
    ...blocks,
    '',
    ...wrapped(countsOf(checked, lang), wide),
    ...(data === null ? [words.none] : wrapped(words.rests(data), wide)),
  ].join('\n')}\n`;
}

/** Verdicts as one JSON document. */
export function checkedJson(checked: readonly CheckedClaim[], data: DataLine | null, lang: Language): string {
  const claims = checked.map((each) => {
    const { claim, estimates, checks, outcomes } = each;
    return {
      id: claim.id,
      verdict: each.verdict,
      on: each.on,
      reason: each.reason[lang],
      claimed: claimedOf(claim)[lang],
      estimates: estimates.map((one) => ({ ...one, definition: one.definition[lang] })),
      uncheckable: each.uncheckable ?? null,
      policy: each.policy ?? null,
      claim: claim.says[lang],
      claimant: {
        name: claim.claimant.name[lang],
        role: claim.claimant.role?.[lang] ?? null,
        organisation: claim.claimant.organisation ?? null,
        stake: claim.claimant.stake?.[lang] ?? null,
      },
      where: claim.where[lang],
      date: claim.on,
      firmness: claim.firmness,
      comparator: claim.comparator ?? null,
      figures: claim.figures.map((figure) => ({ ...figure, amount: amountOf(figure) })),
      disputes: claim.disputes,
      mutates: claim.mutates?.claim ?? null,
      checks: checks.map((one) => ({ ...one, says: one.says[lang] })),
      beside: each.beside.map(({ says }) => says[lang]),
      outcomes: (outcomes ?? []).map((one) => ({ ...one, says: one.says[lang] })),
      source: claim.source,
      version: each.version,
    };
  });
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, numberOf(checked, verdict)]));
  return `${JSON.stringify({ check: counts, data, claims }, null, 2)}\n`;
}

/** What bears on a claim besides its reason, which has the facts of the registry; other claims that agree are left out. */
function bearing({ checks, beside: others }: CheckedClaim, lang: Language): string[] {
  return [
    ...checks
      .filter(({ kind, numbers }) => kind !== 'registry' && numbers.agrees !== 1)
      .flatMap(({ says }) => indented(`· ${says[lang]}`, '    ')),
    ...others.flatMap(({ says }) => indented(`${phrases[lang].beside}${says[lang]}`, '    ')),
  ];
}

/** All that a verdict rests on. */
function wholeOf(
  { claim, estimates, checks, outcomes, beside: others }: CheckedClaim,
  lang: Language,
): string[] {
  const words = phrases[lang];
  const { name, role, stake } = claim.claimant;
  const colon = lang === 'en' ? ': ' : ' : ';
  const parts = [name[lang], role?.[lang], claim.where[lang], dateIn(claim.on, lang)];
  const who = [...new Set(parts.filter((part) => part !== undefined))];
  return [
    ...indented(`${words.claim}${claim.says[lang]}`, '    '),
    ...indented(`${words.by}${who.join(', ')}`, '    '),
    ...(stake === undefined ? [] : indented(`${words.stake}${stake[lang]}`, '    ')),
    ...estimates.flatMap((one) =>
      indented(
        `- ${one.definition[lang]}${colon}${[estimateIn(one, lang, isRank(claim) ? 'rank' : ''), ...countsIn(one)].join(', ')}${colon}${verdictWords[one.outcome][lang]}`,
        '    ',
      ),
    ),
    ...checks
      .filter(({ kind }) => kind !== 'registry')
      .flatMap(({ says }) => indented(`· ${says[lang]}`, '    ')),
    ...others.flatMap(({ says }) => indented(`${words.beside}${says[lang]}`, '    ')),
    ...(outcomes ?? []).flatMap((one) =>
      indented(`${words.outcome}${one.claim}, ${one.on}: ${one.says[lang]}`, '    '),
    ),
    ...indented(claim.source, '    '),
  ];
}

function measuredOf({ claim, estimates, verdict }: CheckedClaim, lang: Language): string {
  const [first] = [verdict, 'reproduced', 'compatible'].flatMap((said) =>
    estimates.filter(({ outcome }) => outcome === said),
  );
  if (first === undefined) return '–';
  const percent = claim.figures[0]?.unit === 'percent';
  return estimateIn(first, lang, isRank(claim) ? 'rank' : percent ? 'percent' : '');
}

function isRank({ check }: CheckedClaim['claim']): boolean {
  return 'measure' in check && check.measure === ranking.name;
}

function estimateIn({ value, low, high }: Estimate, lang: Language, form: 'rank' | 'percent' | ''): string {
  const digits = form === 'rank' ? 0 : 1;
  const plain = new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const unit = form === 'percent' ? (lang === 'en' ? '%' : '\u00a0%') : '';
  const written = (number: number): string => (form === '' ? timesIn(number, lang) : plain.format(number));
  if (value === null && low === null) return '–';
  const said = value === null ? '∞' : `${written(value)}${unit}`;
  return low === null ? said : `${said} (${written(low)}–${high === null ? '∞' : written(high)})`;
}

function countsIn({ counts }: Estimate): readonly string[] {
  return Object.entries(counts).map(([column, count]) => `${column} ${count}`);
}

function countsOf(checked: readonly CheckedClaim[], lang: Language): string {
  const words = phrases[lang];
  const parts = verdicts
    .map((verdict) => ({ verdict, count: numberOf(checked, verdict) }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${verdictWords[verdict][lang]}`);
  return [words.claims(checked.length), ...(parts.length === 0 ? [] : [parts.join(', ')])].join(
    lang === 'en' ? ': ' : ' : ',
  );
}

function numberOf(checked: readonly CheckedClaim[], verdict: Verdict): number {
  return checked.filter((each) => each.verdict === verdict).length;
}

interface Phrases {
  readonly heads: readonly [string, string, string, string];
  readonly simulated: string;
  readonly none: string;
  readonly claim: string;
  readonly by: string;
  readonly stake: string;
  readonly beside: string;
  readonly outcome: string;
  claims(count: number): string;
  rests(data: DataLine): string;
}

const english: Phrases = {
  heads: ['claim', 'verdict', 'claimed', 'measured (95%)'],
  simulated:
    'SIMULATED PEOPLE, built from the published figures: agreeing with them here proves nothing of real firms.',
  none: 'No data: registry and arithmetic only.',
  claim: 'Claim: ',
  by: 'By: ',
  stake: 'Stake: ',
  beside: 'Beside it: ',
  outcome: 'Outcome: ',
  claims: (count) => `${count} ${count === 1 ? 'claim' : 'claims'}`,
  rests: ({ sources, observedUntil, version }) =>
    `Sources: ${sources.join(', ')}. Observed until ${observedUntil}. Data version ${version}. Intervals cover chance, not who is missing from the sources.`,
};

const french: Phrases = {
  heads: ['affirmation', 'verdict', 'affirmé', 'mesuré (95 %)'],
  simulated:
    'PERSONNES SIMULÉES, à partir des chiffres publiés : les retrouver ici ne prouve rien de vraies entreprises.',
  none: 'Sans données : registre et arithmétique seulement.',
  claim: 'Affirmation : ',
  by: 'Par : ',
  stake: 'Intérêt : ',
  beside: 'À côté : ',
  outcome: 'Issue : ',
  claims: (count) => `${count} affirmation${count > 1 ? 's' : ''}`,
  rests: ({ sources, observedUntil, version }) =>
    `Sources : ${sources.join(', ')}. Observé jusqu’au ${observedUntil}. Version des données ${version}. Les intervalles couvrent le hasard, non les absents des sources.`,
};

const phrases: Readonly<Record<Language, Phrases>> = { en: english, fr: french };
