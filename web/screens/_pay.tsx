import { type ReactNode, useMemo } from 'react';
import type { ReleasedCell } from '../../src/release/index.js';
import { useFilled, useMeasure } from '../app/api.js';
import { number, year } from '../app/format.js';
import { useLanguage, useWords } from '../app/language.js';
import { Figure } from '../charts/figure.js';
import { linesOf } from '../charts/lines.js';
import { useScope } from '../controls/scope.js';
import { organisation as words } from '../words/organisation.js';
import type { Known } from './_registered.js';

const numeric = (value: ReleasedCell | undefined): number | null =>
  typeof value === 'number' ? value : null;

/** What an organisation attests that it pays, where filings are loaded; else nothing. */
export function Pay({ known: { id, title } }: { readonly known: Known }): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(words);
  const { ofPeople } = useScope();
  const isMeasured = useFilled('filing') === true;
  const parameters = { ...ofPeople, organisation: [id] };
  const answer = useMeasure('pay', parameters, isMeasured);
  const rows = answer.isError ? undefined : answer.data?.rows;
  const draw = useMemo(() => {
    const points = (rows ?? []).map((row) => ({
      name: String(row.title_family).replaceAll('-', ' '),
      x: Number(row.year),
      y: numeric(row.median),
      low: numeric(row.p25),
      high: numeric(row.p75),
    }));
    return linesOf(points, { x: year, y: (wage) => number(wage, lang, { notation: 'compact' }) });
  }, [rows, lang]);
  if (answer.data === undefined || rows === undefined || rows.length === 0) return null;
  return (
    <>
      <h2>{w.pay}</h2>
      <Figure says={w.pays(title)} answer={answer.data} parameters={parameters} draw={draw} />
    </>
  );
}
