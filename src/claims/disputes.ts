import type { Claim, Disputed } from './claim.js';
import { amountOf, type Figure, halfDigit, type Unit } from './figure.js';
import { figureIn, inBoth, joined, type Lang, numberIn } from './print.js';
import type { DatalessCheck } from './verdict.js';

const parts: Readonly<Record<Lang, Readonly<Record<Disputed, string>>>> = {
  en: {
    figure: 'the figure',
    scope: 'whom it is said of',
    receipt: 'that it was received',
    whole: 'all of it',
  },
  fr: {
    figure: 'le chiffre',
    scope: 'ceux que vise l’affirmation',
    receipt: 'le fait de l’avoir reçu',
    whole: 'le tout',
  },
};

/**
 * Which claims does a claim dispute, which dispute it, and in which part?
 *
 * A dispute is somebody's word against another's and decides nothing. Rows: one per dispute, those that the claim makes first.
 */
export function disputeChecks(claim: Claim, claims: readonly Claim[]): readonly DatalessCheck[] {
  const made = claim.disputes.map(({ claim: other, part }) => ({ other, part, made: true }));
  const met = claims.flatMap(({ id, disputes }) =>
    disputes.flatMap(({ claim: against, part }) =>
      against === claim.id ? [{ other: id, part, made: false }] : [],
    ),
  );
  return [...made, ...met].map(({ other, part, made }) => ({
    kind: 'conflict',
    says: {
      en: made ? `Disputes ${parts.en[part]} in ${other}.` : `${other} disputes ${parts.en[part]}.`,
      fr: made ? `Conteste ${parts.fr[part]} dans ${other}.` : `${other} conteste ${parts.fr[part]}.`,
    },
    numbers: {},
    claims: [other],
  }));
}

/**
 * What has changed where a claim is a relay that says another quantity, or was relayed as one?
 *
 * A ratio of flows that becomes a multiple of a rate is another thing: the two differ by the sizes of the organisations, and how many times as large the one must be for both to hold is
 * arithmetic. A multiple of a rate implies no counts. Rows: one per mutation, the claim's own first.
 */
export function mutationChecks(claim: Claim, claims: readonly Claim[]): readonly DatalessCheck[] {
  const origin = claims.find(({ id }) => id === claim.mutates?.claim);
  const relays = claims.filter(({ mutates }) => mutates?.claim === claim.id);
  return [
    ...(origin === undefined ? [] : [mutationCheck(claim, claim, origin)]),
    ...relays.map((relay) => mutationCheck(claim, relay, claim)),
  ];
}

function mutationCheck(claim: Claim, relay: Claim, origin: Claim): DatalessCheck {
  const own = relay.id === claim.id;
  const [ratio, times] = [only(origin, 'ratio'), only(relay, 'times')];
  const changed = inBoth((lang) => {
    const how = relay.mutates?.how[lang] ?? '';
    if (lang === 'en')
      return own
        ? `A relay of ${origin.id} that changes it: ${how}`
        : `Relayed, changed, as ${relay.id}: ${how}`;
    return own
      ? `Une reprise de ${origin.id} qui le change : ${how}`
      : `Repris, changé, dans ${relay.id} : ${how}`;
  });
  if (ratio === null || times === null)
    return { kind: 'conflict', says: changed, numbers: {}, claims: [own ? origin.id : relay.id] };
  const least = (amountOf(times) - halfDigit(times)) / (amountOf(ratio) + halfDigit(ratio));
  const most =
    amountOf(ratio) > halfDigit(ratio)
      ? (amountOf(times) + halfDigit(times)) / (amountOf(ratio) - halfDigit(ratio))
      : null;
  const sized = inBoth((lang) => {
    const [there, multiple] = [figureIn(ratio, lang), figureIn(times, lang)];
    const [low, high] = [numberIn(least, lang), most === null ? '∞' : numberIn(most, lang)];
    return lang === 'en'
      ? `${there} counts people both ways; ${multiple} compares the chances of a person here and there, and so rests on how many people each has. Both hold only if the organisation that gains the people is ${low} to ${high} times the size of the one that loses them; the multiple by itself implies no counts.`
      : `${there} compte des personnes dans les deux sens ; ${multiple} compare les chances d’une personne ici et là, et dépend donc du nombre de personnes de chacune. Les deux ne tiennent que si l’organisation qui gagne les personnes est de ${low} à ${high} fois la taille de celle qui les perd ; le multiple seul n’implique aucun effectif.`;
  });
  return {
    kind: 'conflict',
    says: joined([changed, sized]),
    numbers: { ratio: amountOf(ratio), times: amountOf(times), size_low: least, size_high: most },
    claims: [own ? origin.id : relay.id],
  };
}

function only({ figures }: Claim, unit: Unit): Figure | null {
  const found = figures.filter((figure) => figure.unit === unit);
  return found.length === 1 ? (found[0] ?? null) : null;
}
