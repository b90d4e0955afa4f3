import type { Asked } from '../claims/index.js';
import type { DataLine } from '../dataLine.js';
import { ratio, retention } from '../measures/index.js';
import { isRange, isWithheld, type ReleasedCell, type ReleasedRow } from '../release/index.js';
import type { ShownClaim } from './disclose.js';
import { formatCell, formatInterval, type Lang } from './format.js';
import type { Frame } from './frame.js';
import { type Html, html } from './html.js';
import type { Claimed } from './material.js';
import type { Phrases } from './words.js';

/** What is told with: the language, its words, and what the figures rest on. */
export interface Told {
  readonly lang: Lang;
  readonly w: Phrases;
  readonly data: Pick<DataLine, 'observedUntil' | 'simulated'>;
  readonly minCell: number;
  /** Months after which it is looked who stayed. */
  readonly months: number;
  /** Whether base wages in filings are shown. */
  readonly wages: boolean;
}

/** What the report's own tables say of what a claim is about, beside the claim. */
export function besideClaim(frame: Frame, claimed: Claimed, { claim, beside }: ShownClaim): Html {
  const { w, lang } = frame;
  const asked = [...('measure' in claim.check ? [claim.check] : []), ...claim.beside];
  const lines = new Set(asked.flatMap((one) => linesOf(frame, claimed, one)));
  const own = lines.size === 0 ? '' : `${w.claims.inReport}${w.colon}${[...lines].join(w.semicolon)}.`;
  const said = [...beside.map(({ says }) => says[lang]), own].filter((text) => text !== '');
  return html`${said.map(
    (text) => html`<p class="beside">${text}</p>
`,
  )}`;
}

/** What a range among the ratios means, where there is one. */
export function rangeNote({ w, minCell }: Pick<Told, 'w' | 'minCell'>, { ratios }: Claimed): string {
  const some = ratios.rows.some((row) => isRange(row.ratio) || isRange(row.rate_ratio));
  return some ? w.claims.rangeMeans(minCell) : '';
}

/** The row of two organisations, in whichever direction it was asked for. */
export function pairOf({ ratios }: Claimed, one: string, other: string): ReleasedRow | undefined {
  return ratios.rows.find(
    ({ from_id: from, to_id: to }) => (from === one && to === other) || (from === other && to === one),
  );
}

/** A row of a pair in words: both counts, flow ratio and rate ratio. */
export function pairSays({ lang, w }: Pick<Told, 'lang' | 'w'>, row: ReleasedRow): string {
  const [there, back] = [row.forward, row.backward].map((cell) => formatCell(cell, 'count', lang));
  const counts = w.claims.thereAndBack(String(row.from), String(row.to), there ?? '', back ?? '');
  if (isWithheld(row.ratio) && isWithheld(row.rate_ratio)) return `${counts}, ${w.claims.noRatio}`;
  return [counts, figureSays(row, 'ratio', lang, w), figureSays(row, 'rate_ratio', lang, w)].join(', ');
}

/** A ratio of a row with its interval. */
export function figureSays(
  row: ReleasedRow,
  value: 'ratio' | 'rate_ratio',
  lang: Frame['lang'],
  w: Frame['w'],
): string {
  const [low, high] = value === 'ratio' ? [row.low, row.high] : [row.rate_low, row.rate_high];
  const name = value === 'ratio' ? w.claims.asFlow : w.claims.asRate;
  return said(name, row[value], low, high, 'ratio', lang, w);
}

/** Shares kept of an organisation under each definition, in words. */
export function keptSays({ lang, w }: Frame, rows: readonly ReleasedRow[]): string {
  const shares = rows.map((row) =>
    said(String(row.definition), row.share, row.low, row.high, 'share', lang, w),
  );
  return `${rows[0]?.organisation}${w.colon}${shares.join(', ')}`;
}

function said(
  name: string,
  value: ReleasedCell | undefined,
  low: ReleasedCell | undefined,
  high: ReleasedCell | undefined,
  kind: 'ratio' | 'share',
  lang: Frame['lang'],
  w: Frame['w'],
): string {
  const [figure, interval] = [formatCell(value, kind, lang), formatInterval(low, high, kind, lang)];
  return interval === figure ? `${name} ${figure}` : w.claims.withInterval(name, figure, interval);
}

function linesOf(frame: Frame, claimed: Claimed, { measure, of }: Asked): readonly string[] {
  const [one, other] = of;
  if (measure === ratio.name && one !== undefined && other !== undefined) {
    const row = pairOf(claimed, one, other);
    return row === undefined ? [] : [pairSays(frame, row)];
  }
  if (measure !== retention.name) return [];
  return of.flatMap((id) => {
    const rows = claimed.retention.rows.filter((row) => row.id === id);
    return rows.length === 0 ? [] : [keptSays(frame, rows)];
  });
}
