import { type DataLine, dataLine } from '../dataLine.js';
import { hashOf } from '../derive.js';
import type { Words } from '../measures/index.js';
import type { Organisation } from '../organisations/index.js';
import { parseDate } from '../records/index.js';
import type { Desk } from '../subjects.js';
import { type Asker, asker, type Known } from './asking.js';
import type { Claim } from './claim.js';
import { datalessChecks } from './dataless.js';
import { amountOf, type Figure } from './figure.js';
import { besides, type Decided, measured, unanswered } from './measured.js';
import { verdictOver } from './outcome.js';
import { refusalOf } from './policy.js';
import { figureIn, inBoth } from './print.js';
import { nobodySimulated, reasonOf, stops } from './reason.js';
import { outcomesOf, outcomeWords } from './unchecked.js';
import type { CheckedClaim, DatalessCheck } from './verdict.js';

/** What claims are checked against. */
export interface Checking {
  readonly registry: readonly Organisation[];
  /** Careers; without them only what needs no data is checked. */
  readonly desk?: Desk | undefined;
  /** The least count that a verdict rests on; 5 unless told. */
  readonly minimum?: number;
  /** Ids of the claims to check, where the others are only there to be disputed; all unless told. */
  readonly only?: ReadonlySet<string>;
  /** Answers of an earlier check on the same data, and where those of this one are kept; claims often ask the same. */
  readonly known?: Known;
  /** Told before each claim how many are done; what it throws ends the check. */
  readonly progress?: (claim: string, done: number, of: number) => void;
}

/** The least count that a verdict rests on, unless told. */
export const leastCount = 5;

/**
 * Which claims hold up?
 *
 * Each claim is measured under every definition that its wording leaves open, held against the registry, or refused with a reason. What
 * follows without data (implied counts, arithmetic, conflicts) is listed with every claim and changes no measured verdict. Outcomes of
 * predictions are listed, never scored.
 *
 * Rows: one per claim asked for, in their order. Method: docs/definitions.md, claims.
 *
 * @param claims all that may dispute or mutate one another
 * @throws MercatoError `claim`, with file and line, where a claim asks a measure what it cannot take; `warehouse`, `cancelled` as they come
 */
export async function checkClaims(
  claims: readonly Claim[],
  checking: Checking,
): Promise<readonly CheckedClaim[]> {
  const data = checking.desk === undefined ? null : await dataLine(checking.desk);
  const checked: CheckedClaim[] = [];
  const known: Known = checking.known ?? new Map();
  const asked = claims.filter(({ id }) => checking.only?.has(id) ?? true);
  for (const claim of asked) {
    checking.progress?.(claim.id, checked.length, asked.length);
    checked.push(await checkedClaim(claim, claims, checking, data, known));
  }
  return checked;
}

/** Version of a registry: it changes whenever anything that the registry says does. */
export function registryVersion(registry: readonly Organisation[]): string {
  return hashOf([JSON.stringify(registry, (key, value) => (key === 'where' ? undefined : value))]).slice(
    0,
    12,
  );
}

async function checkedClaim(
  claim: Claim,
  claims: readonly Claim[],
  checking: Checking,
  data: DataLine | null,
  known: Known,
): Promise<CheckedClaim> {
  const { registry } = checking;
  const checks = datalessChecks(claim, claims, registry);
  const asking = checking.desk === undefined ? null : asker(checking.desk, claim, known);
  const decided = await decide(claim, checks, checking, asking, data);
  const simulated = data?.simulated ?? false;
  const outcomes = outcomesOf(claim, claims);
  return {
    claim,
    verdict: decided.verdict,
    on: data === null ? 'none' : simulated ? 'simulated' : 'observed',
    reason: reasonOf(decided.reason, simulated),
    ...(decided.uncheckable === undefined ? {} : { uncheckable: decided.uncheckable }),
    ...(decided.policy === undefined ? {} : { policy: decided.policy }),
    estimates: decided.estimates ?? [],
    checks,
    beside: asking === null ? [] : await besides(claim, asking, simulated),
    ...(claim.prediction === undefined ? {} : { outcomes }),
    version: data?.version ?? registryVersion(registry),
  };
}

async function decide(
  claim: Claim,
  checks: readonly DatalessCheck[],
  checking: Checking,
  asking: Asker | null,
  data: DataLine | null,
): Promise<Decided> {
  const { check } = claim;
  const simulated = data?.simulated ?? false;
  const refusal = refusalOf(claim, checking.registry);
  if (refusal !== null) {
    const reason = stops([...(simulated ? [nobodySimulated] : []), refusal.says]);
    return { verdict: 'not checkable', uncheckable: 'a private person', policy: refusal.policy, reason };
  }
  if ('none' in check) {
    const because = check.because === undefined ? [] : [check.because];
    return unanswered(check.none, simulated, ...because, ...outcomeWords(claim));
  }
  if ('fact' in check) return byRegistry(claim, checks, simulated);
  if (!due(claim, data)) return unanswered('prediction', simulated, ...outcomeWords(claim));
  if (asking === null) return unanswered('no data', false, noDatabase);
  return measured(claim, check, checking.minimum ?? leastCount, asking);
}

/** A fact held against the registry; a figure that the registry has nothing for leaves it compatible at best. */
function byRegistry({ figures }: Claim, checks: readonly DatalessCheck[], simulated: boolean): Decided {
  const facts = checks.filter(({ kind }) => kind === 'registry');
  const held = new Set(
    facts.flatMap(({ numbers, outcome }) => (outcome === undefined ? [] : Object.values(numbers))),
  );
  const unheld = figures.filter((figure) => !held.has(amountOf(figure)));
  const outcomes = facts.flatMap(({ outcome }) => outcome ?? []);
  const said = [
    ...(simulated ? [nobodySimulated] : []),
    ...(facts.length === 0 ? [registrySilent] : facts.map(({ says }) => says)),
  ];
  if (outcomes.length === 0) return { verdict: 'not checkable', uncheckable: 'no data', reason: stops(said) };
  const better = verdictOver(outcomes);
  const reason = stops([...said, ...unheld.map(unheldWords)]);
  if (outcomes.includes('contradicted')) return { verdict: 'contradicted', reason };
  return { verdict: unheld.length > 0 ? 'compatible' : better, reason };
}

/** Whether a claim speaks of what has happened, or has fallen due. */
function due({ firmness, prediction }: Claim, data: DataLine | null): boolean {
  if (firmness !== 'prediction' && prediction === undefined) return true;
  const [falls, observed] = [parseDate(prediction?.due ?? ''), parseDate(data?.observedUntil ?? '')];
  return falls !== null && observed !== null && falls.last <= observed.last;
}

const noDatabase: Words = {
  en: 'it has to be measured, and no database is loaded',
  fr: 'il faut la mesurer, et aucune base n’est chargée',
};

const registrySilent: Words = {
  en: 'the registry does not know of it, for or against',
  fr: 'le registre n’en sait rien, ni pour ni contre',
};

function unheldWords(figure: Figure): Words {
  return inBoth((lang) =>
    lang === 'en'
      ? `the figure of ${figureIn(figure, 'en')} stays open`
      : `le chiffre de ${figureIn(figure, 'fr')} reste ouvert`,
  );
}
