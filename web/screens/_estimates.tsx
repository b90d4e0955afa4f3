import { type ReactNode, useMemo } from 'react';
import type { OneClaim } from '../../src/server/index.js';
import { addressOf } from '../app/api.js';
import { number, percent } from '../app/format.js';
import { type Lang, useLanguage, useWords } from '../app/language.js';
import { type Draw, Picture } from '../charts/figure.js';
import { forestOf, type Interval } from '../charts/forest.js';
import { spansOf } from '../charts/spans.js';
import { Defined } from '../controls/defined.js';
import { Verdict } from '../controls/verdict.js';
import { claims as words } from '../words/claims.js';
import { columns } from '../words/columns.js';

type Estimate = OneClaim['estimates'][number];

/** What a claim comes to under each definition that its wording leaves open. */
export function Estimates({ claim }: { readonly claim: OneClaim }): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(words);
  const draw = useMemo(() => drawn(claim, w.printed, lang), [claim, w, lang]);
  return (
    <>
      <h2>{w.estimates}</h2>
      {draw === null ? null : (
        <Picture
          says={w.drawn(claim.says)}
          name={`claim-${claim.id}`}
          csv={addressOf('/api/export/verdicts.csv', { claim: claim.id, lang })}
          draw={draw}
          under={[w.drawnRead]}
          {...(claim.measure === null ? {} : { definition: `/method#${claim.measure}` })}
        >
          <p className="rests">{w.drawnRead}</p>
        </Picture>
      )}
      <p>{w.estimatesSay}</p>
      <Definitions claim={claim} />
      {claim.measure === null ? null : <Defined of={[claim.measure]} />}
      {claim.estimates.some(({ hidden }) => hidden !== null) && (
        <p className="rests">{w.hiddenWhy(claim.min_cell)}</p>
      )}
    </>
  );
}

/** The figure as printed and what is shown of what is measured; null where there is nothing to set side by side. */
function drawn(claim: OneClaim, printed: string, lang: Lang): Draw | null {
  const [figure] = claim.figures;
  const shown = claim.estimates.filter(
    ({ hidden, value, low }) => hidden === null && (value !== null || low !== null),
  );
  if (shown.length === 0) return null;
  const rows: Interval[] = shown.map(({ definition, value, low, high }) => ({
    label: definition,
    value,
    low: low ?? value ?? 0,
    high: low === null ? value : high,
  }));
  if (figure !== undefined) {
    const { amount } = figure;
    rows.unshift({ label: printed, value: amount, low: amount, high: amount, printed: true });
  }
  const isShare = figure?.unit === 'percent' || claim.measure === 'retention';
  const isRatio = claim.measure === 'ratio' || figure?.unit === 'ratio' || figure?.unit === 'times';
  if (isRatio) return forestOf(rows, (value) => number(value, lang));
  const say = (value: number): string => (isShare ? percent(value / 100, lang) : number(value, lang));
  return spansOf(rows, say, isShare && figure?.unit === 'percent' ? { least: 0, most: 100 } : { zero: true });
}

function Definitions({ claim }: { readonly claim: OneClaim }): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(words);
  const [figure] = claim.figures;
  const say = (value: number): string =>
    figure?.unit === 'percent'
      ? percent(value / 100, lang)
      : number(value, lang, { maximumSignificantDigits: 3 });
  const limits = ({ low, high }: Estimate): string =>
    low === null ? '–' : `${say(low)} – ${high === null ? '∞' : say(high)}`;
  const whole = claim.estimates.some(({ hidden }) => hidden === null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls is reached by keyboard
    <section className="wide" tabIndex={0} aria-label={w.estimates}>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.definition}</th>
            <th scope="col">{w.outcome}</th>
            <th scope="col" className={whole ? 'figure' : ''}>
              {w.measured}
            </th>
            {whole && (
              <>
                <th scope="col" className="figure">
                  {w.interval}
                </th>
                <th scope="col">{w.counts}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {claim.estimates.map((estimate) => (
            <tr key={estimate.definition}>
              <th scope="row">{estimate.definition}</th>
              <td>
                <Verdict of={estimate.outcome} />
              </td>
              {estimate.hidden === null ? (
                <>
                  <td className="figure">{estimate.value === null ? '–' : say(estimate.value)}</td>
                  <td className="figure">{limits(estimate)}</td>
                  <td>
                    <Counts of={estimate.counts} />
                  </td>
                </>
              ) : (
                <td colSpan={whole ? 3 : 1} className="soft">
                  {w.hidden[estimate.hidden](claim.min_cell)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Counts({ of }: { readonly of: Estimate['counts'] }): ReactNode {
  const { lang } = useLanguage();
  const named = useWords(columns);
  return Object.entries(of)
    .map(([name, count]) => `${named[name] ?? name.replaceAll('_', ' ')} ${number(count, lang)}`)
    .join(', ');
}
