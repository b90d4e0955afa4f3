// The page and the JSON Schema of a file of claims, both from the schema that reads it.
import * as z from 'zod';
import { code, fence, page, table } from './markdown.js';

const generated =
  '<!-- Written by scripts/docs.js from the schema in src/claims. Edit that, build, and run it again. -->';

/** A file of claims with most of its fields; `alpha` and `beta` stand for organisations of the registry. */
export const exampleClaims = `# yaml-language-server: $schema=node_modules/mercato/data/claims/schema.json
claims:
  - id: alpha-wins
    says:
      en: Ten people go from Beta to Alpha for one who goes back.
      fr: Dix personnes vont de Beta à Alpha pour une qui en revient.
    claimant:
      name: {en: The head of Alpha, fr: La direction d’Alpha}
      organisation: alpha
      stake: {en: Alpha is hiring., fr: Alpha recrute.}
    where: {en: An interview, fr: Un entretien}
    on: 2025-06-17
    relays: [{by: The Gazette, on: 2025-06-18, source: https://example.org/gazette}]
    firmness: asserted
    check: {measure: ratio, of: [beta, alpha], parameters: {since: 2024, until: 2025-06}}
    figures: [{printed: "10", unit: ratio}]
    comparator: about
    scope: [{word: {en: people, fr: personnes}, effect: blurs}]
    source: https://example.org/interview
  - id: alpha-ten-times
    says:
      en: People at Beta are 10 times more likely to change to Alpha than the reverse.
      fr: On a 10 fois plus de chances de passer de Beta à Alpha que l’inverse.
    claimant: {name: The Gazette}
    where: The Gazette
    on: 2025-06-18
    firmness: reported
    check: {measure: ratio, of: [beta, alpha], value: rate_ratio}
    figures: [{printed: "10", unit: times}]
    comparator: equals
    mutates:
      claim: alpha-wins
      how: {en: People became chances., fr: Des personnes sont devenues des chances.}
    source: https://example.org/gazette
  - id: alpha-bonus
    says: {en: Alpha pays for signing., fr: Alpha paie à la signature.}
    claimant: {name: {en: "Employees, unnamed", fr: "Des salariés, sans nom"}}
    where: The Gazette
    on: 2025-06
    firmness: rumour
    check: {none: private figure}
    figures: [{printed: "1.5", scale: million, unit: USD}]
    source: https://example.org/gazette
`;

/** The page of claims: the form of a file of claims, field by field. */
export function claimsPage(schema) {
  const claim = jsonSchema(schema).properties.claims.items;
  const forms = claim.properties.check.anyOf;
  return page([
    '# Claims',
    generated,
    'A file of claims is YAML: `claims`, a list. A claim is a figure or comparison that somebody asserted, with who said it, where, when and how firmly, and what it can be held against. ' +
      'Those of the war for AI talent of 2025 ship in `data/claims/ai-talent-war-2025.yaml`. Files are read whole and checked before anything runs; the first thing wrong is named with its file and line.',
    '## Rules',
    'A claim says one thing: several figures or directions in one sentence are several claims. Words are your own, in English and French, and hold nothing that the source does not say. ' +
      'A relay that changes the quantity, such as people for one turned into chances, is a claim of its own with `mutates`. ' +
      'A question to a measure fixes what the wording and the date of the claim fix, and nothing else: `mercato check` runs every definition that is left open. ' +
      'A claim about a private person has `check: {none: a private person}` and does not name that person, unless it is the claimant who said it in public; founders and office-holders of registered organisations may be named in their office. ' +
      'A lone `?` marks a field that is still unsure, as a draft writes it, and is refused here.',
    '## Example',
    fence(exampleClaims.trimEnd().split('\n'), 'yaml'),
    'An editor with a YAML language server completes and checks fields by the first line, which names the JSON Schema that ships as `data/claims/schema.json`.',
    '## Fields of a claim',
    '*Words* are a text, or `{en: …, fr: …}` where the languages differ; a *sentence* is always both. A *date* is `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or two of them with `/` between. ' +
      'An *id* is of lower-case letters, digits and single hyphens; organisations have theirs in the registry. Fields in bold are needed.',
    fieldTable({
      ...claim,
      properties: { ...claim.properties, check: { ...claim.properties.check, anyOf: [] } },
    }),
    '## Forms of `check`',
    ...forms.flatMap((form) => [
      `### ${code(Object.keys(form.properties)[0])}`,
      `${form.description[0].toUpperCase()}${form.description.slice(1)}.`,
      fieldTable(form),
    ]),
  ]);
}

/** The JSON Schema of a file of claims, for editors. */
export function claimsSchemaFile(schema) {
  const { $schema, ...rest } = jsonSchema(schema);
  return `${JSON.stringify({ $schema, title: 'Claims of Mercato', ...rest }, null, 2)}\n`;
}

const jsonSchema = (schema) => z.toJSONSchema(schema, { io: 'input' });

function fieldTable(form) {
  return table(
    ['field', 'form', 'meaning'],
    fieldsOf(form, '').map(({ path, needed, form, meaning }) => [
      needed ? `**${code(path)}**` : code(path),
      form,
      meaning,
    ]),
  );
}

function fieldsOf(form, above) {
  return Object.entries(form.properties).flatMap(([name, property]) => {
    const path = `${above}${name}`;
    const needed = form.required?.includes(name) ?? false;
    const inside = property.type === 'array' ? property.items : property;
    const parts = formOf(inside) === 'mapping' && inside.properties ? inside : null;
    const own = { path, needed, form: formOf(property), meaning: property.description ?? '' };
    return [own, ...(parts ? fieldsOf(parts, `${path}${property.type === 'array' ? '[]' : ''}.`) : [])];
  });
}

function formOf(property) {
  if (property.type === 'array') return `list of: ${formOf(property.items)}`;
  if (property.anyOf?.length === 0) return 'one of the forms below';
  if (property.anyOf?.some(({ type }) => type === 'integer')) return 'date';
  if (property.anyOf) return property.anyOf.every((one) => one.properties?.measure) ? 'mapping' : 'words';
  if (property.enum) return property.enum.map(code).join(', ');
  if (property.format === 'uri') return 'address';
  if (property.pattern?.includes('a-z0-9')) return 'id';
  if (property.type === 'object') return isSentence(property) ? 'sentence' : 'mapping';
  return 'text';
}

const isSentence = ({ properties }) => Object.keys(properties ?? {}).join() === 'en,fr';
