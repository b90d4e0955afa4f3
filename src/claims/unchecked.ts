import type { Words } from '../measures/index.js';
import type { Claim, Uncheckable } from './claim.js';
import { dateIn, inBoth } from './print.js';
import { stops } from './reason.js';
import type { RecordedOutcome } from './verdict.js';

const uncheckable: Readonly<Record<Uncheckable, Words>> = {
  opinion: {
    en: 'an opinion, which no measure can bear out or refute',
    fr: 'une opinion, qu’aucune mesure ne peut confirmer ni démentir',
  },
  prediction: {
    en: 'a prediction, which is not checked before it has an outcome, and is never scored',
    fr: 'une prédiction, qui n’est pas vérifiée avant d’avoir une issue, et n’est jamais notée',
  },
  'private figure': {
    en: 'a private figure, which no open data hold',
    fr: 'un chiffre privé, qu’aucune donnée ouverte ne contient',
  },
  hearsay: {
    en: 'hearsay, with no case that can be looked up',
    fr: 'un ouï-dire, sans cas qu’on puisse retrouver',
  },
  'no such measure': {
    en: 'nothing that Mercato measures answers this',
    fr: 'rien de ce que Mercato mesure n’y répond',
  },
  'a private person': {
    en: 'a claim about a private person, which is not checked',
    fr: 'une affirmation sur une personne privée, qui n’est pas vérifiée',
  },
  'no data': {
    en: 'no data at hand hold this',
    fr: 'aucune donnée disponible ne contient cela',
  },
};

/** Why nothing is checked, with what is said besides. */
export function uncheckableReason(why: Uncheckable, ...more: readonly Words[]): Words {
  return stops([uncheckable[why], ...more]);
}

/** What is recorded of a prediction: when it falls due, and each outcome. */
export function outcomeWords({ prediction }: Pick<Claim, 'prediction'>): readonly Words[] {
  if (prediction === undefined) return [];
  const { due, outcomes } = prediction;
  const dueWords =
    due === undefined
      ? []
      : [
          inBoth((t) =>
            t === 'en' ? `it falls due in ${dateIn(due, t)}` : `son échéance est ${dateIn(due, t)}`,
          ),
        ];
  if (outcomes.length === 0)
    return [...dueWords, { en: 'no outcome is recorded', fr: 'aucune issue n’est enregistrée' }];
  return [
    ...dueWords,
    ...outcomes.map(({ on, says }) =>
      inBoth(
        (t) => `${t === 'en' ? 'recorded' : 'noté'} ${dateIn(on, t)}${t === 'en' ? ':' : ' :'} ${says[t]}`,
      ),
    ),
  ];
}

/** Outcomes recorded of all predictions of a claimant, those of the claim first. */
export function outcomesOf(claim: Claim, claims: readonly Claim[]): readonly RecordedOutcome[] {
  const name = ({ claimant }: Claim): string => claimant.name.en.toLocaleLowerCase('en');
  const same = claims.filter((other) => other.id !== claim.id && name(other) === name(claim));
  return [claim, ...same].flatMap(({ id, prediction }) =>
    (prediction?.outcomes ?? []).map((outcome) => ({ claim: id, ...outcome })),
  );
}
