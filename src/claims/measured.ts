import type { Words } from '../measures/index.js';
import { parseDate } from '../records/index.js';
import { type Asker, nothingLoaded } from './asking.js';
import type { Asked, Claim, Uncheckable } from './claim.js';
import { admissible } from './definitions.js';
import { outcomeOf, verdictOver } from './outcome.js';
import { inBoth, listIn } from './print.js';
import { type JudgedReading, measuredReason, nobodySimulated, reasonOf, stops } from './reason.js';
import { uncheckableReason } from './unchecked.js';
import type { CheckedClaim, Estimate } from './verdict.js';
import { endOf, type Horizon } from './windows.js';
import { together } from './wording.js';

/** What decides a claim, before it is put into words for readers. */
export type Decided = Pick<CheckedClaim, 'verdict' | 'uncheckable' | 'policy'> & {
  readonly reason: Words;
  readonly estimates?: readonly Estimate[];
};

/** A claim measured under every admissible definition. */
export async function measured(claim: Claim, check: Asked, minimum: number, asking: Asker): Promise<Decided> {
  const rests = await asking.rests(check);
  if (rests === null) return unanswered('no data', false, nothingLoaded);
  const { observedUntil, sources, simulated } = rests;
  const horizon = horizonOf(claim, observedUntil);
  const admitted = admissible(check, claim, horizon);
  const { comparator } = claim;
  if (admitted === null || comparator === undefined) {
    return unanswered('no such measure', simulated, notAnswered(check));
  }
  const { readings, missing, weighted } = await asking.put(admitted);
  if (readings.length === 0) return unanswered('no data', false, missing ?? noRows);
  const judged: JudgedReading[] = readings.map((reading) => ({
    ...reading,
    ...outcomeOf(reading, comparator, admitted.figure, minimum),
  }));
  const verdict = verdictOver(judged.map(({ outcome }) => outcome));
  const named = {
    ...horizon,
    claimed: endOf(check.parameters, { ...horizon, observed: Number.MAX_SAFE_INTEGER }),
  };
  return {
    verdict,
    reason: stops([
      measuredReason(judged, verdict, admitted.figure, named, minimum),
      ...(weighted ? [byWeight] : []),
      ...(simulated || judged.every(({ cases }) => cases.length === 0) ? [] : [whoIsCounted(sources)]),
    ]),
    estimates: judged.map(({ definition, value, low, high, counts, outcome }) => ({
      definition: together(definition, ', '),
      value,
      low,
      high,
      counts,
      outcome,
    })),
  };
}

/** A claim that is not checked, with what is said besides; `apart` where the people are simulated and none of them bears on it. */
export function unanswered(why: Uncheckable, apart: boolean, ...more: readonly Words[]): Decided {
  const said = uncheckableReason(why, ...more);
  return {
    verdict: 'not checkable',
    uncheckable: why,
    reason: apart ? stops([nobodySimulated, said]) : said,
  };
}

/** Figures to read beside a claim, in words; by the first definition of each. */
export async function besides(
  claim: Claim,
  asking: Asker,
  simulated: boolean,
): Promise<CheckedClaim['beside']> {
  const said: { readonly says: Words }[] = [];
  for (const asked of claim.beside.flatMap(oneByOne)) {
    const rests = await asking.rests(asked);
    if (rests === null) {
      said.push({ says: reasonOf(stops([nothingLoaded]), simulated) });
      continue;
    }
    const admitted = admissible(
      asked,
      { comparator: undefined, figures: [] },
      horizonOf(claim, rests.observedUntil),
    );
    const first = admitted === null ? undefined : admitted.askings[0];
    if (admitted === null || first === undefined) continue;
    const { readings, missing } = await asking.put({ ...admitted, askings: [first] });
    const words = readings.length > 0 ? readings.map(({ says }) => says) : [missing ?? noRows];
    said.push({ says: reasonOf(stops(words), simulated) });
  }
  return said.filter(({ says }, i) => said.findIndex((other) => other.says.en === says.en) === i);
}

/** A question about several organisations as one about each, where the measure is read of one at a time. */
function oneByOne(asked: Asked): readonly Asked[] {
  const single = singly.has(asked.measure);
  return single ? asked.of.map((id) => ({ ...asked, of: [id] })) : [asked];
}

const singly: ReadonlySet<string> = new Set(['retention', 'headcount', 'growth', 'ranking']);

function horizonOf(claim: Claim, observedUntil: string): Horizon {
  const claimed = parseDate(claim.prediction?.due ?? claim.on)?.last ?? 0;
  return { claimed, observed: parseDate(observedUntil)?.last ?? claimed };
}

const noRows: Words = {
  en: 'the data have nothing to count here',
  fr: 'les données n’ont rien à compter ici',
};

const byWeight: Words = {
  en: 'counts are of people; ratios, rates and shares take the sampling weights of the data',
  fr: 'les nombres comptent des personnes ; rapports, taux et parts suivent les poids de sondage des données',
};

function notAnswered({ measure }: Asked): Words {
  return {
    en: `${measure} does not answer what is claimed`,
    fr: `${measure} ne répond pas à ce qui est affirmé`,
  };
}

/** Whose careers a verdict on real people rests on. */
function whoIsCounted(sources: readonly string[]): Words {
  return inBoth((lang) =>
    lang === 'en'
      ? `counted are the people in ${listIn(sources, 'en')}, who are no sample of a firm’s staff`
      : `sont comptées les personnes présentes dans ${listIn(sources, 'fr')}, qui ne sont pas un échantillon du personnel`,
  );
}
