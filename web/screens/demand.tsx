import { type ReactNode, useMemo } from 'react';
import type { ReleasedCell, ReleasedRow } from '../../src/release/index.js';
import { type Answer, type Parameters, useFilled, useMeasure } from '../app/api.js';
import { day, number } from '../app/format.js';
import { Heading } from '../app/heading.js';
import { useLanguage, useWords } from '../app/language.js';
import { useRoute } from '../app/route.js';
import { Answered } from '../app/states.js';
import { type Draw, Figure } from '../charts/figure.js';
import { linesOf } from '../charts/lines.js';
import { spansOf } from '../charts/spans.js';
import { useScope, YearControls } from '../controls/scope.js';
import { demand as words } from '../words/demand.js';

const most = 1000;
const mostLines = 8;
const numeric = (value: ReleasedCell | undefined): number | null =>
  typeof value === 'number' ? value : null;

/** Demand for AI skills and for work as a whole, by country. */
export default function Demand(): ReactNode {
  const w = useWords(words);
  const { since, until } = useScope();
  const change = { since, until, change: true };
  const filled = useFilled('posting');
  const answer = useMeasure('demand', change, filled === true);
  return (
    <>
      <Heading says={w.heading} />
      <p className="lead">{w.lead}</p>
      {filled === false ? (
        <Nothing />
      ) : (
        <>
          <div className="controls">
            <YearControls />
          </div>
          <Answered of={answer}>{(found) => <Found changes={found} asked={change} />}</Answered>
        </>
      )}
    </>
  );
}

/** Shown where no postings are loaded: what to load. */
function Nothing(): ReactNode {
  const w = useWords(words);
  return (
    <section>
      <h2>{w.none}</h2>
      <p>{w.noneWhy}</p>
      <p>
        <code>mercato load hiringlab AI_posting.csv</code>
      </p>
      <p>
        <a href="https://github.com/hiring-lab" rel="noreferrer">
          {w.where}
        </a>
      </p>
    </section>
  );
}

function Found({ changes, asked }: { readonly changes: Answer; readonly asked: Parameters }): ReactNode {
  const { lang } = useLanguage();
  const { query } = useRoute();
  const w = useWords(words);
  const inAll = (series: string): string[] =>
    changes.rows.flatMap((row) => (row.series === series ? [String(row.country)] : []));
  const all = [...new Set([...inAll('index'), ...inAll('ai_share')])];
  const given = (query.get('country') ?? '').split(',').filter((code) => all.includes(code));
  const shown = given.length > 0 ? given : all.slice(0, mostLines);
  const first = changes.rows.map((row) => String(row.first_month)).sort()[0];
  const last = changes.rows
    .map((row) => String(row.last_month))
    .sort()
    .at(-1);
  return (
    <>
      <Countries all={all} shown={shown} />
      <Lines countries={shown} series="ai_share" says={w.share} />
      <Lines countries={shown} series="index" says={w.index} />
      <h2>{w.change}</h2>
      {first !== undefined && last !== undefined && <p>{w.changeSays(day(first, lang), day(last, lang))}</p>}
      <Change answer={changes} asked={asked} countries={shown} series="ai_share" says={w.shareChange} />
      <Change answer={changes} asked={asked} countries={shown} series="index" says={w.indexChange} />
      <p className="lead">{w.changeReads}</p>
    </>
  );
}

function Countries({
  all,
  shown,
}: {
  readonly all: readonly string[];
  readonly shown: readonly string[];
}): ReactNode {
  const { set } = useRoute();
  const name = useCountry();
  const w = useWords(words);
  const toggled = (code: string): string =>
    all.filter((each) => (each === code ? !shown.includes(each) : shown.includes(each))).join(',');
  return (
    <fieldset className="ticks">
      <legend>{w.countries}</legend>
      {all.map((code) => (
        <label key={code}>
          <input
            type="checkbox"
            checked={shown.includes(code)}
            onChange={() => set({ country: toggled(code) || undefined })}
          />{' '}
          {name(code)}
        </label>
      ))}
    </fieldset>
  );
}

/** The name of a country in the language. */
function useCountry(): (code: string) => string {
  const { lang } = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames([lang], { type: 'region' });
    return (code) => {
      try {
        return names.of(code) ?? code;
      } catch {
        return code;
      }
    };
  }, [lang]);
}

interface Shown {
  readonly countries: readonly string[];
  readonly series: 'ai_share' | 'index';
  readonly says: string;
}

function Lines({ countries, series, says }: Shown): ReactNode {
  const { lang } = useLanguage();
  const { since, until } = useScope();
  const name = useCountry();
  const parameters = { since, until, series, country: countries.join(',') };
  const answer = useMeasure('demand', { ...parameters, limit: most });
  const rows = answer.data?.rows;
  const draw = useMemo(() => {
    const points = (rows ?? []).map((row) => ({
      name: name(String(row.country)),
      x: Number(String(row.month).slice(0, 4)) + (Number(String(row.month).slice(5)) - 1) / 12,
      y: numeric(row[series]),
    }));
    return linesOf(points, { x: monthOf, y: (value) => number(value, lang) });
  }, [rows, series, lang, name]);
  return (
    <Answered of={answer}>
      {(found) => (
        <Figure
          says={says}
          answer={found}
          parameters={parameters}
          draw={draw}
          columns={['country', 'month', series, `${series}_days`]}
        />
      )}
    </Answered>
  );
}

function monthOf(x: number): string {
  const year = Math.floor(x + 1e-6);
  const month = Math.round((x - year) * 12) + 1;
  return month === 1 ? String(year) : `${year}-${String(month).padStart(2, '0')}`;
}

function Change({
  answer,
  asked,
  countries,
  series,
  says,
}: Shown & { readonly answer: Answer; readonly asked: Parameters }): ReactNode {
  const { lang } = useLanguage();
  const name = useCountry();
  const rows = answer.rows.filter((row) => row.series === series && countries.includes(String(row.country)));
  const key = JSON.stringify(rows);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key holds the rows
  const draw: Draw = useMemo(
    () =>
      spansOf(
        rows.flatMap((row) => spanOf(row, name)),
        (value) => number(value, lang),
        { zero: true },
      ),
    [key, lang, name],
  );
  if (rows.length === 0) return null;
  const columns = [
    'country',
    'first_month',
    'last_month',
    'first',
    'last',
    'change',
    'low',
    'high',
    'change_percent',
  ];
  return (
    <Figure
      says={says}
      answer={answer}
      parameters={{ ...asked, series }}
      draw={draw}
      columns={columns}
      rows={rows}
    />
  );
}

function spanOf(row: ReleasedRow, name: (code: string) => string) {
  const value = numeric(row.change);
  if (value === null) return [];
  const [low, high] = [numeric(row.low) ?? value, numeric(row.high) ?? value];
  return [{ label: name(String(row.country)), value, low, high }];
}
