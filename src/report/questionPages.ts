import { markOf } from './claims.js';
import { rangeNote } from './faced.js';
import { type Frame, type Section, sourceLine } from './frame.js';
import { type Html, html } from './html.js';
import type { Claimed } from './material.js';
import { answersTo, type QuestionAnswer } from './questions.js';

/** The four questions with their answers; null where no claim is given that bears on any of them. */
export function questionSection(frame: Frame, claimed: Claimed): Section | null {
  const { w, material } = frame;
  const wages = (material.pay?.rows.length ?? 0) > 0;
  const answers = answersTo({ ...frame, ...material, wages }, claimed);
  if (answers === null) return null;
  const body = html`<p>${w.questions.lead} ${frame.material.data.simulated ? w.questions.simulated : ''} ${rangeNote({ w, minCell: frame.material.minCell }, claimed)}</p>
${answers.map((answer) => answerOf(frame, answer))}
<p class="under">${sourceLine(frame)}</p>`;
  return { id: 'questions', heading: w.questions.heading, body, sheets: [] };
}

function answerOf(frame: Frame, { asks, short, measured, claims, changed, missing }: QuestionAnswer): Html {
  const { lang, w } = frame;
  const part = (name: string, lines: readonly Html[]): Html =>
    lines.length === 0
      ? html``
      : html`<h4>${name}</h4><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>
`;
  const told = claims.map(
    ({ claim, verdict }) =>
      html`${markOf(verdict, w)} ${w.claims.verdicts[verdict]}${w.colon}<a href="#claim-${claim.id}">${claim.says[lang]}</a> (${claim.claimant.name[lang]})`,
  );
  const mark = frame.material.data.simulated ? html`<span class="mark">${w.simulated}.</span> ` : html``;
  return html`<article class="question"><h3>${asks}</h3>
<p class="short">${mark}${short.join(' ')}</p>
${part(
  w.questions.measured,
  measured.map((line) => html`${line}.`),
)}${part(w.questions.claimed, told)}${part(
  w.questions.changed,
  changed.map((line) => html`${line}`),
)}${part(
  w.questions.missing,
  missing.map((line) => html`${line}`),
)}</article>
`;
}
