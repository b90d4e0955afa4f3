import type { Answer } from '../app/api.js';
import type { common } from '../words/common.js';

type Words = (typeof common)['en'];

/** What was asked for of a window, a level, owners and causes, in a line: a picture that is taken away says it itself. */
export function askedLine({ parameters }: Pick<Answer, 'parameters'>, w: Words): string {
  const { since, until, level, view, cause } = parameters;
  const said = (label: string, value: string): string => `${label}${w.colon}${value}`;
  const named = (names: Readonly<Record<string, string>>, value: unknown): string =>
    names[String(value)] ?? '';
  return [
    said(w.since, String(since ?? w.all)),
    said(w.until, String(until ?? w.all)),
    ...(level === undefined ? [] : [said(w.level, named(w.levels, level))]),
    ...(view === undefined ? [] : [said(w.view, named(w.viewOf, view))]),
    ...(Array.isArray(cause) ? [said(w.takeovers, cause.length > 1 ? w.on : w.off)] : []),
  ].join(' · ');
}
