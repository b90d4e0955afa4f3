import * as z from 'zod';
import { hashOf } from '../derive.js';
import { definitionsOf } from './definitions.js';
import { type CheckedClaim, verdicts } from './verdict.js';

const estimate = z.object({
  definition: z.object({ en: z.string(), fr: z.string() }),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  outcome: z.enum(['reproduced', 'compatible', 'contradicted', 'too little data']),
});

const record = z.object({
  id: z.string(),
  /** When it was checked, ISO 8601. */
  at: z.string(),
  verdict: z.enum(verdicts),
  reason: z.object({ en: z.string(), fr: z.string() }),
  estimates: z.array(estimate),
  /** Versions of what it rests on: the data, the registry, the wording of the claim, the definitions. */
  data: z.string(),
  registry: z.string(),
  claim: z.string(),
  definitions: z.string(),
});

/** A verdict as it is kept. */
export type KeptVerdict = z.output<typeof record>;

/** What differs between a verdict and the one before it; `mercato` where nothing that a verdict rests on does. */
export const changeKinds = ['first', 'data', 'registry', 'claim', 'definitions', 'mercato'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A verdict of the history, with the one before it and why it was kept. */
export interface VerdictChange {
  readonly kept: KeptVerdict;
  readonly before: KeptVerdict | null;
  readonly why: readonly ChangeKind[];
}

/** A verdict to keep. */
export function keptOf(checked: CheckedClaim, registry: string, at: string): KeptVerdict {
  const { at: _, ...claim } = checked.claim;
  return {
    id: claim.id,
    at,
    verdict: checked.verdict,
    reason: checked.reason,
    estimates: checked.estimates.map(({ definition, value, low, high, outcome }) => ({
      definition,
      value: short(value),
      low: short(low),
      high: short(high),
      outcome,
    })),
    data: checked.version,
    registry,
    claim: hashOf([JSON.stringify(claim)]).slice(0, 12),
    definitions: definitionsOf,
  };
}

/**
 * The history in a text of JSON Lines, and how many lines of it are no verdict: a process was killed while it wrote.
 *
 * Rows: in the order of the text, a verdict that repeats the one before it once.
 */
export function parseHistory(text: string): {
  readonly history: readonly KeptVerdict[];
  readonly broken: number;
} {
  const history: KeptVerdict[] = [];
  const last = new Map<string, KeptVerdict>();
  let broken = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const kept = readLine(line);
    if (kept === null) broken += 1;
    else if (differs(kept, last.get(kept.id))) {
      history.push(kept);
      last.set(kept.id, kept);
    }
  }
  return { history, broken };
}

/** Those of some verdicts that differ, in anything but the time, from the last one kept of their claim. */
export function toKeep(history: readonly KeptVerdict[], now: readonly KeptVerdict[]): readonly KeptVerdict[] {
  const last = new Map(history.map((kept) => [kept.id, kept]));
  return now.filter((kept) => differs(kept, last.get(kept.id)));
}

/** Verdicts as lines of JSON, each whole. */
export function linesOf(kept: readonly KeptVerdict[]): string {
  return kept.map((each) => `${JSON.stringify(each)}\n`).join('');
}

/** How verdicts came to change: claim by claim in the order of their first verdict, oldest first. */
export function changesOf(
  history: readonly KeptVerdict[],
  ids?: ReadonlySet<string>,
): readonly VerdictChange[] {
  const byClaim = new Map<string, KeptVerdict[]>();
  for (const kept of history) byClaim.set(kept.id, [...(byClaim.get(kept.id) ?? []), kept]);
  return [...byClaim].flatMap(([id, kept]) =>
    ids === undefined || ids.has(id)
      ? kept.map((each, i) => ({ kept: each, before: kept[i - 1] ?? null, why: whyOf(each, kept[i - 1]) }))
      : [],
  );
}

function whyOf(kept: KeptVerdict, before: KeptVerdict | undefined): readonly ChangeKind[] {
  if (before === undefined) return ['first'];
  const causes = (['data', 'registry', 'claim', 'definitions'] as const).filter(
    (cause) => kept[cause] !== before[cause],
  );
  return causes.length === 0 ? ['mercato'] : causes;
}

function differs(kept: KeptVerdict, before: KeptVerdict | undefined): boolean {
  if (before === undefined) return true;
  const said = ({ at: _, reason: __, ...rest }: KeptVerdict): string => JSON.stringify(rest);
  return said(kept) !== said(before);
}

function readLine(line: string): KeptVerdict | null {
  try {
    return record.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** Digits beyond the tenth may differ between machines and change no verdict. */
function short(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(10));
}
