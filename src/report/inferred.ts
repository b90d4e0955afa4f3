import type { Question, Result } from '../ask.js';
import { MercatoError } from '../errors.js';
import { type AnyMeasure, growth, ranking, study } from '../measures/index.js';
import { type Released, type ReleasedRow, release } from '../release/index.js';
import type { Told } from './faced.js';
import { formatCell, formatInterval, formatMonth, formatNumber } from './format.js';
import { growthWindow } from './growth.js';
import type { Inferred } from './material.js';
import { campaignQuestion } from './study.js';

/** Nothing of it, where no careers are loaded. */
export const nothingInferred: Inferred = { ranking: null, growth: null, study: null };

/**
 * Asks what goes beyond ratios of the organisations that the questions name.
 *
 * Null where the data have nobody there, or end before the event.
 * @param put asks a measure
 * @param before a ranking that is known already
 */
export async function inferredOf(
  put: (measure: AnyMeasure, question: Question) => Promise<Result>,
  organisations: readonly { readonly id: string; readonly title: string }[],
  observedUntil: string,
  min: number,
  before?: Released,
): Promise<Inferred> {
  const asked = async (measure: AnyMeasure, question: Question): Promise<Released | null> => {
    try {
      return release(await put(measure, question), min);
    } catch (error) {
      if (error instanceof MercatoError && error.code !== 'cancelled') return null;
      throw error;
    }
  };
  if (organisations.length === 0) return nothingInferred;
  const subjects = organisations.map(({ id }) => id);
  const parameters = growthWindow(observedUntil);
  const campaign = campaignQuestion(organisations, observedUntil);
  const grown = await asked(growth, { subjects, parameters });
  const idOf = new Map(organisations.map(({ id, title }) => [title, id]));
  return {
    ranking: before ?? (await asked(ranking, { parameters: { dropped: true } })),
    growth:
      grown === null
        ? null
        : {
            ...grown,
            rows: grown.rows.map((row) => ({ ...row, id: idOf.get(String(row.organisation)) ?? null })),
          },
    study: campaign === null ? null : await asked(study, campaign),
  };
}

/** Ranks of some organisations, with their intervals, in one sentence without its stop; empty where none is shown. */
export function ranksSay(
  { w }: Told,
  { ranking: found }: Inferred,
  ids: readonly string[],
): readonly string[] {
  const shown = (found?.rows ?? []).filter(({ rank }) => typeof rank === 'number');
  const said = ids.flatMap((id) => {
    const row = shown.find((each) => each.id === id);
    if (row === undefined || typeof row.rank_low !== 'number' || typeof row.rank_high !== 'number') return [];
    return [
      w.questions.rank(
        String(row.organisation),
        String(row.rank),
        String(row.rank_low),
        String(row.rank_high),
      ),
    ];
  });
  return said.length === 0 ? [] : [w.questions.ranks(said.join(w.semicolon), shown.length)];
}

/** Hires to exits of some organisations, always with growth and hazard. */
export function growthSays(
  { w, lang }: Told,
  { growth: found }: Inferred,
  ids: readonly string[],
): readonly string[] {
  const said = ids.flatMap((id) => {
    const row = found?.rows.find((each) => each.id === id);
    if (row === undefined || ![row.ratio, row.growth, row.hazard].every((cell) => typeof cell === 'number'))
      return [];
    const of = (cell: ReleasedRow[string] | undefined): string => formatNumber(Number(cell), 'ratio', lang);
    return [w.questions.grows(String(row.organisation), of(row.ratio), of(row.growth), of(row.hazard))];
  });
  return said.length === 0
    ? []
    : [
        w.questions.growth(
          said.join(w.semicolon),
          String(found?.parameters.since),
          String(found?.parameters.until),
        ),
      ];
}

/** What the study finds, each month of the event in a sentence without its stop. */
export function studySays({ w, lang }: Told, { study: found }: Inferred): readonly string[] {
  return (found?.rows ?? []).flatMap((row) => {
    if (typeof row.effect !== 'number' || !row.to) return [];
    const p = typeof row.p_value === 'number' ? formatNumber(row.p_value, 'probability', lang) : '–';
    return [
      w.questions.effect({
        from: String(row.from),
        to: String(row.to),
        month: formatMonth(String(row.event), lang),
        effect: formatNumber(row.effect, 'ratio', lang),
        interval: formatInterval(row.low, row.high, 'ratio', lang),
        p,
        placebos: formatCell(row.placebos, 'count', lang),
      }),
    ];
  });
}
