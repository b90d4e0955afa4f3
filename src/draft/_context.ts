import { phrases, wholeWords } from './_pattern.js';

/** Sentences that take back what was printed before. */
export const corrections = wholeWords(
  phrases(`
  à tort, par erreur, une version précédente, wrongly, incorrectly, an earlier version, a previous version, correction, rectificatif, erratum, misstated, last week we said`),
);
/** Prices of shares, rents and subscriptions, which nobody claims about the market for talent. */
export const market = wholeWords(
  phrases(`
  action, titre, le titre, cours, en Bourse, à la Bourse, shares, share price, stock price, shares fell, shares rose, par mois, a month, per month, loyer, rent, billet, ticket, abonnement, subscription, subscribe, menu`),
);
/** What is paid for a home or a meal. */
export const rents = wholeWords(phrases('rent, rents, loyer, loue, menu, mortgage, hypothèque'));
/** Words before a number of sources, who are no claim. */
export const sourcing = /(?:selon|d'après|according to|told by|citing|auprès de)\s(?:les\s|the\s)?$/iu;
/** Words behind a number of sources. */
export const knowing =
  /^[^,.;]{0,20}?\s(?:familiar|close to|briefed|with knowledge|with direct knowledge|au fait|proches|informées|interrogées|told us)(?!\p{L})/iu;
/** Words that stand for a firm or somebody. */
export const standing = wholeWords(
  phrases(
    "elle, il, it, they, we, nous, l'entreprise, la société, le groupe, la start-up, la startup, the company, the firm, the start-up, the startup, the group",
  ),
);
/** Words of the size of a survey. */
export const samples = wholeWords(
  phrases(
    'échantillon, sample, survey covered, surveyed, polled, interviewed, analysed, analyzed, a suivi, a étudié, a interrogé, a analysé, portait sur, enquête auprès',
  ),
);
/** Words before a number of people whose noun is left out. */
export const movers = wholeWords(
  phrases(`
  recruté, embauché, accueilli, débauché, compte, emploie, serons, sommes, seront, dépasser, dépassera, pass, exceed, hired, recruited, poached, number, reach, employs, was, closer to, nearer to, atteindre, atteindra, total, chiffre`),
);
export const salary = wholeWords(phrases('salaire, salaires, salary, salaries, base pay, salaire de base'));
/** Words that make an amount one of no year. */
export const onceOnly = wholeWords(
  phrases(
    'prime, primes, bonus, bonuses, par mois, per month, a month, signer, sign, signing, augmenté, over, sur quatre ans',
  ),
);
export const comparing = wholeWords(
  phrases(
    'plus, mieux, supérieur, supérieurs, supérieure, supérieures, moins, more, better, higher, lower, less, above, below',
  ),
);
export const leading = wholeWords(
  phrases(
    'le plus, la plus, les plus, surtout, le premier, most, the most, top, leads, mainly, more than any',
  ),
);
export const rising = wholeWords(
  phrases(
    'hausse, augmente, augmenté, augmentation, bondi, bondit, grimpé, grimpe, croissance, progressé, progresse, explosé, explose, rose, rises, risen, rise, soared, soars, jumped, jumps, grew, grown, climbed, surged, surge, surges, up',
  ),
);
export const falling = wholeWords(
  phrases(
    'baisse, baissé, chute, chuté, recul, reculé, recule, diminué, diminue, effondré, fell, falls, fallen, fall, dropped, drops, declined, decline, declines, plunged, slumped, down',
  ),
);
export const losing = wholeWords(
  phrases(
    "perd, perdent, perdre, perdrait, perdraient, lose, loses, losing, loses people, au profit de, au profit d'",
  ),
);
/** Words that say of whom a figure holds, and words that leave it open. */
export const narrowing = wholeWords(
  phrases(`
  best, top, senior, leading, only, so far, at least so far, specialised, experienced, handful of, meilleurs, meilleures, meilleur, de premier plan, seulement, jusqu'à présent, expérimentés, confirmés, confirmé, poignée de`),
);
export const blurring = wholeWords(
  phrases(
    'many, several, numerous, dozens of, nombreux, nombreuses, plusieurs, certains, certaines, des dizaines de',
  ),
);

/** Whether any of the words stands in the text. */
export function holds(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}
