import { ask } from '../ask.js';
import { expected, talentWar } from '../demo/index.js';
import { ratio, retention } from '../measures/index.js';
import { column } from '../records/index.js';
import type { Desk } from '../subjects.js';
import { grid, type Language } from './table.js';

const phrases = {
  en: {
    banner:
      'SIMULATED PEOPLE, built from published figures (SignalFire, May 2025): finding them again proves nothing of these firms.',
    heads: ['question', 'truth', 'measured', '95 % interval', 'counts'],
    retention: (organisation: string) => `${organisation}, 24-month retention (D1)`,
    interval: (low: string, high: string) => `${low} to ${high}`,
    locale: 'en-GB',
  },
  fr: {
    banner:
      'PERSONNES SIMULÉES, à partir de chiffres publiés (SignalFire, mai 2025) : les retrouver ne prouve rien sur ces entreprises.',
    heads: ['question', 'vérité', 'mesure', 'intervalle à 95 %', 'effectifs'],
    retention: (organisation: string) => `${organisation}, rétention à 24 mois (D1)`,
    interval: (low: string, high: string) => `${low} à ${high}`,
    locale: 'fr-FR',
  },
};

/** The headline table of a simulated world: what it was built from, and what is measured of it. */
export async function headline(desk: Desk, people: number, lang: Language): Promise<string> {
  const words = phrases[lang];
  const truth = expected(talentWar, people);
  const one = new Intl.NumberFormat(words.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(words.locale, { style: 'percent', minimumFractionDigits: 1 });
  const said = (value: unknown, format: Intl.NumberFormat): string =>
    typeof value === 'number' ? format.format(value) : '-';
  const rows: string[][] = [];
  for (const pair of truth.ratios.filter((r) => r.to === 'Anthropic')) {
    const [row] = (await ask(desk, ratio, { subjects: [pair.from, pair.to] })).rows;
    const limits = words.interval(said(row?.low, one), said(row?.high, one));
    const counts = `${row?.forward}:${row?.backward}`;
    rows.push([`${pair.from} > ${pair.to}`, said(pair.ratio, one), said(row?.ratio, one), limits, counts]);
  }
  const names = truth.retention.map((r) => r.organisation);
  const kept = (await ask(desk, retention, { subjects: names })).rows;
  for (const [i, row] of kept.filter((r) => r.definition === 'D1').entries()) {
    const limits = words.interval(said(row.low, share), said(row.high, share));
    const [question, counts] = [words.retention(String(row.organisation)), `${row.events}/${row.episodes}`];
    rows.push([question, said(truth.retention[i]?.share, share), said(row.share, share), limits, counts]);
  }
  const columns = words.heads.map((head) => column(head, 'text', '', head));
  const cells = rows.map((row) => Object.fromEntries(words.heads.map((head, i) => [head, row[i] ?? ''])));
  return `${words.banner}\n${grid(columns, cells, lang)}\n`;
}
