import type { ReleasedRow } from '../release/index.js';
import { formatCell, formatDate, formatInterval, formatNumber } from './format.js';
import type { Frame } from './frame.js';
import { type Html, html } from './html.js';
import { winnerOf } from './pairs.js';

/** The figures that the report begins with. */
export function front(frame: Frame): Html {
  const { material: m, lang, w } = frame;
  const count = (value: number): string =>
    value < m.minCell ? `<${m.minCell}` : formatNumber(value, 'count', lang);
  const since = m.since ?? m.data.observedUntil.slice(0, 4);
  return html`<section id="headline"><h2>${w.headline}</h2>
<p>${w.window(since, formatDate(m.data.observedUntil, lang))}</p>
<dl class="facts">
${fact(w.people, count(m.people), '')}
${fact(w.hires, formatCell(m.hires, 'count', lang), '')}
${fact(w.others, formatCell(m.others, 'count', lang), w.othersAre)}
${fact(w.organisations, formatNumber(m.organisations, 'count', lang), '')}
${winner(frame)}
${biggest(frame)}
${leaders(frame)}
</dl>
<p>${w.rule(m.shown.length, m.rule)} ${m.followed.length < m.shown.length ? w.ruleOf(m.followed.length, w.theCurves) : ''} ${m.compared.length > m.shown.length ? w.compared(m.compared.length) : ''}</p>
</section>
`;
}

function fact(name: string, value: string, under: string): Html {
  return html`<div><dt>${name}</dt><dd><b>${value}</b>${under}</dd></div>`;
}

function winner({ material, lang, w }: Frame): Html {
  const found = winnerOf(material.flows.rows);
  if (found === null) return fact(w.winner, w.none, '');
  return fact(w.winner, found.organisation, w.winnerIs(formatNumber(found.net, 'net', lang)));
}

function biggest({ material, lang, w }: Frame): Html {
  const [row] = material.ratios.rows
    .filter((r) => typeof r.ratio === 'number' && typeof r.low === 'number' && r.low > 1)
    .sort((a, b) => Number(b.ratio) - Number(a.ratio));
  if (row === undefined) return fact(w.biggest, w.none, '');
  const counts = [row.forward, row.backward].map((cell) => formatCell(cell, 'count', lang));
  const says = w.biggestIs(String(row.from), String(row.to), counts[0] ?? '', counts[1] ?? '');
  return fact(
    w.biggest,
    formatCell(row.ratio, 'ratio', lang),
    `${says} ${formatInterval(row.low, row.high, 'ratio', lang)}`,
  );
}

function leaders({ material, lang, w }: Frame): Html {
  const rows = material.retention.rows.filter(
    (row) => row.definition === 'D1' && typeof row.share === 'number',
  );
  const best = rows.sort((a, b) => Number(b.share) - Number(a.share)).slice(0, 3);
  if (best.length === 0) return fact(w.keeps(material.months), w.none, '');
  const line = (row: ReleasedRow): Html =>
    html`<b>${formatCell(row.share, 'share', lang)}</b>${row.organisation as string} (${formatInterval(row.low, row.high, 'share', lang)})`;
  return html`<div><dt>${w.keeps(material.months)}</dt><dd>${best.map(line)}</dd></div>`;
}
