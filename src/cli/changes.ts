import pc from 'picocolors';
import {
  type ChangeKind,
  changesOf,
  type KeptVerdict,
  type VerdictChange,
  verdictsIn,
} from '../claims/index.js';
import { MercatoError, nearest } from '../errors.js';
import { indented } from './lines.js';
import { type Language, visible } from './table.js';

/** How verdicts came to change, as a table or as one JSON document. */
export function historyPage(
  history: readonly KeptVerdict[],
  ids: ReadonlySet<string> | undefined,
  format: 'table' | 'json' | 'claimreview',
  lang: Language,
): string {
  if (format === 'claimreview') {
    throw new MercatoError('usage', 'a history is no ClaimReview; leave --history or --format out');
  }
  const known = new Set(history.map(({ id }) => id));
  for (const id of ids ?? []) {
    if (known.has(id)) continue;
    const near = nearest(id, [...known]);
    throw new MercatoError(
      'parameter',
      `no verdict of: ${JSON.stringify(id)}; ${near ? `did you mean ${near}?` : 'see mercato check --history'}`,
    );
  }
  const changes = changesOf(history, ids);
  if (format === 'json') {
    const rows = changes.map(({ kept: { reason, ...kept }, before, why }) => ({
      ...kept,
      reason: reason[lang],
      estimates: kept.estimates.map((one) => ({ ...one, definition: one.definition[lang] })),
      before: before?.verdict ?? null,
      why,
    }));
    return `${JSON.stringify({ history: rows }, null, 2)}\n`;
  }
  return historyTable(changes, lang);
}

function historyTable(changes: readonly VerdictChange[], lang: Language): string {
  const words = verdictsIn(lang);
  const lines: string[] = [];
  let id = '';
  for (const { kept, before, why } of changes) {
    if (kept.id !== id) lines.push(pc.bold(visible(kept.id)));
    id = kept.id;
    const verdict =
      before === null || before.verdict === kept.verdict
        ? words[kept.verdict]
        : `${words[before.verdict]} → ${words[kept.verdict]}`;
    const causes = why.map((cause) => causeWords[lang][cause](kept, before)).join(', ');
    lines.push(`  ${kept.at.slice(0, 16).replace('T', ' ')}  ${verdict}  (${causes})`);
    if (before === null || before.reason[lang] !== kept.reason[lang])
      lines.push(...indented(kept.reason[lang], '      '));
  }
  return `${lines.join('\n')}\n`;
}

type Why = (kept: KeptVerdict, before: KeptVerdict | null) => string;

const causeWords: Readonly<Record<Language, Readonly<Record<ChangeKind, Why>>>> = {
  en: {
    first: ({ data }) => `first verdict, data ${data}`,
    data: ({ data }, before) => `data ${before?.data} → ${data}`,
    registry: ({ registry }, before) => `registry ${before?.registry} → ${registry}`,
    claim: () => 'the claim is worded anew',
    definitions: ({ definitions }, before) => `definitions of ${before?.definitions} → ${definitions}`,
    mercato: () => 'another version of Mercato',
  },
  fr: {
    first: ({ data }) => `premier verdict, données ${data}`,
    data: ({ data }, before) => `données ${before?.data} → ${data}`,
    registry: ({ registry }, before) => `registre ${before?.registry} → ${registry}`,
    claim: () => 'l’affirmation est formulée autrement',
    definitions: ({ definitions }, before) => `définitions du ${before?.definitions} → ${definitions}`,
    mercato: () => 'autre version de Mercato',
  },
};
