import { Document, isMap, isSeq, type YAMLMap } from 'yaml';
import type { DraftClaim } from './claim.js';
import type { Draft } from './draft.js';

type Lang = 'en' | 'fr';

const words = {
  en: {
    head: 'Claims drafted by mercato from',
    fix: 'Correct every ?, then remove nothing else: mercato check reads this file and refuses what is still unsure. Say each claim in your own words.',
    none: 'No claim was found.',
    sentence: 'sentence',
    line: 'line',
    again: 'said again in sentence',
    guess: 'guesses',
  },
  fr: {
    head: 'Affirmations ébauchées par mercato à partir de',
    fix: 'Corrigez chaque ? et laissez le reste : mercato check lit ce fichier et refuse ce qui reste incertain. Dites chaque affirmation avec vos propres mots.',
    none: 'Aucune affirmation trouvée.',
    sentence: 'phrase',
    line: 'ligne',
    again: 'redite dans la phrase',
    guess: 'hypothèses',
  },
} as const;

/**
 * A draft as a file of claims.
 *
 * YAML in the form of a claim, with `?` where the draft is not sure; above each claim, as comments, the sentence, its place and the guesses with their scores.
 *
 * @param from the article's name
 * @param lang language of the comments
 */
export function writeDraft(draft: Draft, from: string, lang: Lang): string {
  const said = words[lang];
  const claims = draft.claims.map(({ draft: _, ...claim }) => claim);
  const document = new Document({ claims });
  document.commentBefore = comment([`${said.head} ${from}.`, claims.length === 0 ? said.none : said.fix]);
  const list = document.get('claims');
  if (isSeq(list)) {
    list.items.forEach((node, i) => {
      const claim = draft.claims[i];
      if (claim === undefined || !isMap(node)) return;
      node.commentBefore = comment(evidenceOf(claim, lang));
      node.spaceBefore = i > 0;
      for (const key of ['says', 'claimant', 'check']) flow(node, key);
      flowItems(node, 'figures');
      flowItems(node, 'scope');
    });
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function evidenceOf(
  { draft: { sentence, place, again, guesses } }: DraftClaim,
  lang: Lang,
): readonly string[] {
  const said = words[lang];
  const lines = [`${said.sentence} ${place.sentence}, ${said.line} ${place.line}: ${sentence}`];
  if (again.length > 0) lines.push(`${said.again} ${again.join(', ')}`);
  const parts = Object.entries(guesses).filter(([, list]) => list.length > 0);
  const shown = parts.map(
    ([part, list]) => `${part} ${list.map(({ value, score }) => `${value} ${score}`).join(', ')}`,
  );
  if (shown.length > 0) lines.push(`${said.guess}: ${shown.join('; ')}`);
  return lines;
}

/** Lines of a comment; nothing of an article ends one early. */
function comment(lines: readonly string[]): string {
  return lines.map((line) => ` ${line.replace(/\s+/g, ' ')}`).join('\n');
}

function flow(node: YAMLMap, key: string): void {
  const value = node.get(key);
  if (isMap(value)) value.flow = true;
}

function flowItems(node: YAMLMap, key: string): void {
  const value = node.get(key);
  if (isSeq(value)) for (const one of value.items) if (isMap(one)) one.flow = true;
}
