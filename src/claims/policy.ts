import type { Words } from '../measures/index.js';
import { foldName, type Organisation } from '../organisations/index.js';
import type { Claim, Fact } from './claim.js';
import { digitsIn, inBoth, listIn } from './print.js';
import type { DatalessCheck } from './verdict.js';

/** The policy by which a claim about a person gets no verdict; docs/definitions.md says it in full. */
export const privatePersons = 'private persons';

/** A claim that is not checked, by which policy. */
export interface Refusal {
  /** Name of the policy. */
  readonly policy: string;
  readonly says: Words;
}

/**
 * By which policy is a claim refused, if any?
 *
 * Refused are claims that are marked as being about a private person, and those of who founded an organisation that say nothing else and name nobody whom the registry
 * has in an office of it. Nothing is looked up for them. Where a claim says more than that, the rest is checked and only the persons are left out.
 */
export function refusalOf({ check, figures }: Claim, registry: readonly Organisation[]): Refusal | null {
  if ('none' in check) return check.none === 'a private person' ? refusal : null;
  if (!('fact' in check) || check.founders === undefined) return null;
  const says = check.on !== undefined || check.by !== undefined || figures.length > 0;
  return says || known(check, registry).length > 0 ? null : refusal;
}

const refusal: Refusal = {
  policy: privatePersons,
  says: {
    en: `By the policy “${privatePersons}”, a claim about a person gets no verdict, unless it is a fact about a founder or officer of a registered organisation in that office.`,
    fr: `Selon la règle « ${privatePersons} » (personnes privées), une affirmation sur une personne ne reçoit pas de verdict, sauf un fait sur une fondatrice, un fondateur ou un dirigeant d’une organisation du registre dans cette fonction.`,
  },
};

/**
 * Are the founders whom a claim names those of the registry?
 *
 * Only people whom the registry has in an office of the organisation are looked at; nobody else is looked up or named, by the policy. Reproduced where all of those are founders in the registry, which may have others besides; an officer
 * who is no founder there decides nothing, since the registry need not name all. Rows: one where there is such an officer, one where there are others.
 */
export function founderChecks(check: Fact, row: Organisation): readonly DatalessCheck[] {
  const named = check.founders ?? [];
  const officers = known(check, [row]);
  const founders = officers.filter((name) => isFounder(row, name));
  const source = row.officers.find(
    ({ name, office }) => office === 'founder' && officers.includes(name),
  )?.source;
  const all = founders.length === officers.length;
  const others = named.length - officers.length;
  const found: DatalessCheck[] = [];
  if (officers.length > 0) {
    const numbers = { named: named.length, founders: founders.length };
    const says = inBoth((lang) => {
      const listed = listIn(all ? founders : officers.filter((name) => !founders.includes(name)), lang);
      if (all)
        return lang === 'en'
          ? `By whom: the registry names ${listed} among the founders of ${row.title}.`
          : `Par qui : pour ${row.title}, le registre compte ${listed} parmi les fondateurs.`;
      return lang === 'en'
        ? `By whom: the registry does not say whether ${listed} founded ${row.title}.`
        : `Par qui : pour ${row.title}, le registre ne compte pas ${listed} parmi les fondateurs, sans dire le contraire.`;
    });
    found.push({
      kind: 'registry',
      says,
      numbers,
      claims: [],
      source: source ?? row.source,
      ...(all ? { outcome: 'reproduced' } : {}),
    });
  }
  if (others > 0) {
    const says = inBoth((lang) => {
      const number = digitsIn(String(others), lang);
      return lang === 'en'
        ? `Persons left out: ${number}, who hold no office of ${row.title} in the registry (policy “${privatePersons}”).`
        : `Personnes laissées de côté : ${number}, sans fonction chez ${row.title} dans le registre (règle « ${privatePersons} »).`;
    });
    found.push({ kind: 'registry', says, numbers: { left_out: others }, claims: [] });
  }
  return found;
}

/** The persons of a claim whom the registry has in an office of the organisation, spelt as there. */
function known({ organisation, founders = [] }: Fact, registry: readonly Organisation[]): readonly string[] {
  const officers = registry.find(({ id }) => id === organisation)?.officers ?? [];
  return founders.flatMap((name) => {
    const officer = officers.find((each) => foldName(each.name) === foldName(name));
    return officer === undefined ? [] : [officer.name];
  });
}

function isFounder({ officers }: Organisation, name: string): boolean {
  return officers.some((officer) => officer.name === name && officer.office === 'founder');
}
