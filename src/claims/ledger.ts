import { nearest } from '../errors.js';
import { readYaml, refuse } from '../files/index.js';
import { type AnyMeasure, measures } from '../measures/index.js';
import { type Asked, type Claim, claimsFileSchema } from './claim.js';

/**
 * What does a file of claims say?
 *
 * YAML: `claims`, a list; see docs/claims.md. Every measure is known and takes the parameters that the claim fixes, and a figure
 * that is held against a measure has a comparator. What claims say of one another is checked by `joinClaims`.
 *
 * @param file the file's name, for messages
 * @throws MercatoError `source`, with file and line, for the first thing wrong
 */
export function parseClaims(text: string, file: string): readonly Claim[] {
  const { value, at } = readYaml(text, file, claimsFileSchema);
  return value.claims.map((claim, i) => {
    const place = (...path: PropertyKey[]) => at(['claims', i, ...path]);
    if ('measure' in claim.check) {
      checkAsked(claim.check, place('check'));
      if (claim.comparator === undefined) {
        throw refuse(
          'no comparator',
          claim.id,
          place(),
          'say how the figure compares: equals, about, at_least…',
        );
      }
      if (claim.figures.length === 0 && needsFigure.has(claim.comparator)) {
        throw refuse('no figure', claim.id, place(), `${claim.comparator} needs one`);
      }
    }
    for (const [nth, asked] of claim.beside.entries()) checkAsked(asked, place('beside', nth));
    return { ...claim, at: place() };
  });
}

const needsFigure: ReadonlySet<string> = new Set(['equals', 'about', 'at_least', 'at_most']);

/**
 * All claims of several files together.
 *
 * Rows: in the order given.
 *
 * @param organisations ids of the registry
 * @throws MercatoError `source`, with file and line: an id used twice; a dispute or mutation of a claim that is not there or of
 *   itself; an organisation that the registry does not know
 */
export function joinClaims(
  files: readonly (readonly Claim[])[],
  organisations: ReadonlySet<string>,
): readonly Claim[] {
  const claims = files.flat();
  const byId = new Map<string, Claim>();
  for (const claim of claims) {
    const first = byId.get(claim.id);
    if (first) throw refuse('id used twice', claim.id, `${first.at} and ${claim.at}`, 'rename one');
    byId.set(claim.id, claim);
  }
  for (const claim of claims) {
    const named = [...claim.disputes.map((d) => d.claim), ...(claim.mutates ? [claim.mutates.claim] : [])];
    for (const other of named) {
      if (other === claim.id) throw refuse('a claim against itself', other, claim.at, 'name the other claim');
      if (byId.has(other)) continue;
      const near = nearest(other, [...byId.keys()]);
      throw refuse(
        'no such claim',
        other,
        claim.at,
        near ? `did you mean ${near}?` : 'add it, or remove the link',
      );
    }
    const unknown = organisationsOf(claim).find((id) => !organisations.has(id));
    if (unknown !== undefined)
      throw refuse('unknown organisation', unknown, claim.at, 'add it to the registry first');
  }
  return claims;
}

/** Ids of the organisations that a claim names. */
export function organisationsOf({ check, claimant, beside }: Claim): readonly string[] {
  const ids = [
    claimant.organisation,
    ...('measure' in check ? check.of : []),
    ...('fact' in check ? [check.organisation, check.by] : []),
    ...beside.flatMap((asked) => asked.of),
  ];
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** The measure of a name. */
export function measureNamed(name: string): AnyMeasure | undefined {
  return measures.find((measure) => measure.name === name);
}

function checkAsked({ measure: name, of, parameters }: Asked, where: string): void {
  const measure = measureNamed(name);
  if (measure === undefined) {
    const near = nearest(
      name,
      measures.map((m) => m.name),
    );
    throw refuse('unknown measure', name, where, near ? `did you mean ${near}?` : 'see mercato --help');
  }
  const parsed = measure.parameters.safeParse(parameters);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw refuse(`invalid parameter of ${name}`, parameters, where, issue?.message ?? 'see its --help');
  }
  if (measure.subjects === 'pair' && of.length !== 2)
    throw refuse(`${name} is of two organisations, not`, of, where, 'name from and to');
  if (measure.subjects === 'none' && of.length > 0)
    throw refuse(`${name} is of no organisation, not`, of, where, 'remove them');
}
