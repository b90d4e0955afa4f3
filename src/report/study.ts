import { axisX, axisY, dot, gridX, link, ruleX, text } from '@observablehq/plot';
import { ask, type Question, type Result } from '../ask.js';
import { study, timeline } from '../measures/index.js';
import { type Released, type ReleasedRow, release } from '../release/index.js';
import type { Desk } from '../subjects.js';
import type { Chosen } from './choose.js';
import { type Lang, locales } from './format.js';
import { type Frame, pictureOf, type Section, sheetOf } from './frame.js';
import { type Html, html } from './html.js';
import { draw, shortened } from './picture.js';
import { labelOf } from './sections.js';
import type { Sheet } from './table.js';

/** The campaign of June 2025 that the press reports: to whom, and from where. */
const campaign = { to: 'meta', from: ['openai', 'google-deepmind'], event: '2025-06', last: '2025-12' };
/** Events after which people may leave, and how many of them are studied at most. */
const ends: ReadonlySet<string> = new Set(['acquired', 'merged', 'spun_off', 'licensed_and_hired']);
const mostEvents = 3;

/**
 * What the campaign of June 2025 did to the flows it was about, and takeovers to departures: of the organisations compared, the largest
 * first. Null where the data has no such event with months enough around it.
 */
export async function gatherStudies(
  desk: Desk,
  compared: readonly Chosen[],
  observedUntil: string,
  minCell: number,
): Promise<Released | null> {
  const results: Result[] = [];
  const asked = campaignQuestion(compared, observedUntil);
  if (asked !== null) results.push(await ask(desk, study, asked));
  for (const { id, event } of await eventsOf(desk, compared, observedUntil)) {
    results.push(await ask(desk, study, { subjects: [id], parameters: { event: `${id}:${event}` } }));
  }
  const [first] = results;
  if (first === undefined) return null;
  const released = results.map((result) => release(result, minCell));
  const notes = new Map(released.flatMap((one) => one.notes.map((note) => [note.en, note] as const)));
  const { organisations: _, event: __, flow: ___, ...parameters } = first.parameters;
  return {
    ...release(first, minCell),
    parameters,
    rows: released.flatMap(({ rows }) => rows),
    notes: [...notes.values()].filter(({ code }) => !ofOne.has(code)),
  };
}

/** The question whether the campaign of June 2025 worked, for those of its organisations that are there; null where it cannot be asked. */
export function campaignQuestion(
  among: readonly { readonly id: string }[],
  observedUntil: string,
): Question | null {
  const isThere = (id: string): boolean => among.some((one) => one.id === id);
  const [first, ...further] = campaign.from.filter(isThere);
  if (first === undefined || !isThere(campaign.to) || observedUntil.slice(0, 7) < campaign.last) return null;
  const flow = further.map((id) => `${id}>${campaign.to}`);
  const parameters = { event: campaign.event, ...(flow.length === 0 ? {} : { flow }) };
  return { subjects: [first, campaign.to], parameters };
}

/** Notes that are of a single study and would not be understood beside others. */
const ofOne: ReadonlySet<string> = new Set([
  'compared',
  'same_origin',
  'not_compared_destination',
  'not_compared_party',
  'not_compared_few',
  'short_window',
  'few_placebos',
  'several_dates',
]);

async function eventsOf(
  desk: Desk,
  compared: readonly Chosen[],
  observedUntil: string,
): Promise<readonly { readonly id: string; readonly event: string }[]> {
  if (compared.length === 0) return [];
  const until = observedUntil.slice(0, 7);
  const told = await ask(desk, timeline, {
    subjects: compared.map(({ id }) => id),
    parameters: { until },
  });
  const early = `${Number(until.slice(0, 4)) - 1}${until.slice(4)}`;
  const happened = told.rows.filter(
    (row) => row.role === 'itself' && ends.has(String(row.event)) && String(row.month) <= early,
  );
  return compared
    .flatMap(({ id, title }) => {
      const last = happened.filter((row) => row.organisation === title).at(-1);
      return last === undefined ? [] : [{ id, event: String(last.event) }];
    })
    .slice(0, mostEvents);
}

/** Whether events changed flows more than others changed. */
export function studySection(frame: Frame): Section {
  const { material: m, w } = frame;
  const words = w.study;
  const answered = (m.studies?.rows ?? []).filter((row) => row.effect !== null);
  if (m.studies === null || answered.length === 0)
    return { id: 'studies', heading: words.heading, body: html`<p>${words.none}</p>`, sheets: [] };
  const rows = answered.map(
    (row): ReleasedRow => ({
      ...row,
      from: row.from ?? words.together,
      to: row.to ?? (row.from === null ? '' : words.anywhere),
      event_month: row.event ?? null,
    }),
  );
  const sheet: Sheet = {
    name: 'studies',
    caption: words.table,
    columns: [
      { name: 'from', kind: 'text' },
      { name: 'to', kind: 'text' },
      { name: 'event_month', kind: 'day' },
      { name: 'dated', kind: 'text', say: words.dates },
      { name: 'hires_before', kind: 'count' },
      { name: 'hires_after', kind: 'count' },
      { name: 'effect', kind: 'ratio' },
      { name: 'effect_interval', kind: 'ratio', limits: ['low', 'high'] },
      { name: 'p_value', kind: 'probability' },
      { name: 'q_value', kind: 'probability' },
      { name: 'placebos', kind: 'count' },
      { name: 'comparisons', kind: 'count' },
    ],
    rows,
    of: m.studies,
  };
  const tested = rows.filter(({ q_value: q }) => typeof q === 'number');
  const says = words.says(tested.filter(({ q_value: q }) => Number(q) <= 0.05).length, tested.length);
  const drawn = drawEffects(rows, { label: labelOf(frame, says), lang: frame.lang });
  const body = html`<p>${words.is}</p>
${drawn === null || tested.length === 0 ? html`` : pictureOf(frame, says, drawn, [words.reads], 'large')}
${sheetOf(frame, sheet)}`;
  return { id: 'studies', heading: words.heading, body, sheets: [sheet] };
}

/** Effects with their intervals on a logarithmic axis with a line at 1; null where none has limits. */
function drawEffects(
  rows: readonly ReleasedRow[],
  say: { readonly label: string; readonly lang: Lang },
): Html | null {
  const found = rows.flatMap((row) =>
    typeof row.low === 'number' && typeof row.effect === 'number'
      ? [{ row, effect: row.effect, low: row.low, high: typeof row.high === 'number' ? row.high : null }]
      : [],
  );
  if (found.length === 0) return null;
  const ends = found.flatMap(({ low, high, effect }) => [low, effect, high ?? effect]).filter((x) => x > 0);
  const [least, most] = [Math.max(0.02, Math.min(0.5, ...ends)), Math.min(200, Math.max(2, ...ends))];
  const within = (value: number): number => Math.min(most, Math.max(least, value));
  const bars = found.map(({ low, high, effect }, nth) => ({
    nth,
    effect: within(effect),
    low: within(low),
    high: within(high ?? most),
    open: high === null || high > most,
  }));
  const ticks = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200].filter(
    (t) => t >= least && t <= most,
  );
  const label = (nth: number): string => {
    const row = found[nth]?.row;
    const flow = `${shortened(String(row?.from), 17)}${row?.to === '' ? '' : ` → ${shortened(String(row?.to), 17)}`}`;
    return `${flow}, ${row?.event_month}`;
  };
  return draw(
    {
      width: 760,
      height: 60 + found.length * 26,
      marginLeft: 320,
      marginBottom: 30,
      marginRight: 16,
      style: { fontSize: '12px' },
      x: { type: 'log', domain: [least, most], label: null },
      y: { domain: found.map((_, nth) => nth), type: 'band', label: null },
      marks: [
        axisX(ticks, {
          text: (d: number) => new Intl.NumberFormat(locales[say.lang]).format(d),
          tickSize: 3,
        }),
        axisY({ tickFormat: (nth: number) => label(nth), tickSize: 0, fontSize: 13 }),
        gridX(ticks, { strokeOpacity: 0.12 }),
        ruleX([1], { strokeOpacity: 0.8 }),
        link(bars, { x1: 'low', x2: 'high', y1: 'nth', y2: 'nth', stroke: 'var(--c0)', strokeWidth: 2.5 }),
        text(
          bars.filter(({ open }) => open),
          { x: 'high', y: 'nth', text: () => '▸', dx: 3, fontSize: 15, fill: 'var(--ink)' },
        ),
        dot(bars, { x: 'effect', y: 'nth', r: 4.5, fill: 'var(--c0)', stroke: 'var(--paper)' }),
      ],
    },
    say.label,
  );
}
