import type { Json } from '../errors.js';
import type { Words } from '../measures/index.js';
import type { Organisation } from '../organisations/index.js';
import { parseDate } from '../records/index.js';
import type { Claim } from './claim.js';
import { impliedObservations, isSmall, measuredObservations, type Node, smallest } from './observation.js';
import { inBoth, joined, type Lang, numberIn } from './print.js';
import { type CheckedClaim, type Estimate, type Verdict, verdictWords } from './verdict.js';

/** What a review needs besides the claims. */
export interface Reviewing {
  /** Titles of organisations; their ids are written without. */
  readonly registry?: readonly Organisation[];
  /** Who publishes the reviews, and so answers for them; without one they name no author. */
  readonly publisher?: { readonly name: string; readonly url: string };
}

/**
 * Checked claims as ClaimReview of schema.org, with what was measured as Observation.
 *
 * A rating has a number only where the figures decide: 3 reproduced, 2 compatible, 1 contradicted. What depends on the definition, has too
 * little data or cannot be checked lies on no such scale and has words alone. Whoever publishes a review is its author; Mercato is a tool and signs none. Claims refused as about a person
 * are left out. On simulated people a review holds only what needs no data, and claims without any such check are left out. Counts below 5 are withheld; where a definition rests on one, the definitions that do not are the reason.
 *
 * Rows: one review per claim that is published, in order. The text is JSON, not HTML: who puts it in a page escapes `<`.
 */
export function claimReviewOf(
  checked: readonly CheckedClaim[],
  lang: Lang,
  { registry = [], publisher }: Reviewing = {},
): { readonly [property: string]: Json } {
  return {
    '@context': 'https://schema.org',
    '@graph': checked
      .filter(isPublished)
      .map((one) => reviewOf(one, lang, registry, publisher === undefined ? null : publisher)),
  };
}

function isPublished({ policy, uncheckable, on, checks }: CheckedClaim): boolean {
  if (policy !== undefined || uncheckable === 'a private person') return false;
  return on !== 'simulated' || checks.length > 0;
}

function reviewOf(
  one: CheckedClaim,
  lang: Lang,
  registry: readonly Organisation[],
  publisher: Reviewing['publisher'] | null,
): Node {
  const { claim, checks } = one;
  const observed = [
    ...measuredObservations(one, registry, lang),
    ...impliedObservations(one, registry, lang),
  ];
  const sources = [...new Set(checks.flatMap(({ source }) => source ?? []))];
  const organisation = publisher && { '@type': 'Organization', name: publisher.name, url: publisher.url };
  return {
    '@type': 'ClaimReview',
    identifier: claim.id,
    inLanguage: lang,
    claimReviewed: claim.says[lang],
    itemReviewed: claimOf(claim, lang),
    reviewRating: ratingOf(one, lang),
    ...(checks.length === 0 ? {} : { reviewBody: joined(checks.map(({ says }) => says))[lang] }),
    ...(observed.length === 0 ? {} : { mentions: observed }),
    ...(sources.length === 0 ? {} : { citation: sources.map((url) => ({ '@type': 'CreativeWork', url })) }),
    ...(organisation ? { author: organisation, publisher: organisation } : {}),
    version: one.version,
  };
}

function claimOf(claim: Claim, lang: Lang): Node {
  const { claimant, where, relays, source } = claim;
  const name = claimant.name[lang];
  const role = claimant.role?.[lang];
  const author: { readonly [property: string]: Json } =
    claimant.kind === 'person'
      ? { author: { '@type': 'Person', name, ...(role === undefined ? {} : { jobTitle: role }) } }
      : claimant.kind === 'organisation'
        ? { author: { '@type': 'Organization', name } }
        : { creditText: role === undefined ? name : `${name}, ${role}` };
  const relayed = relays.map(({ by, on, source: url }) => ({
    '@type': 'CreativeWork',
    name: by[lang],
    ...(url === undefined ? {} : { url }),
    ...(on === undefined ? {} : datesOf(on)),
  }));
  const first = { '@type': 'CreativeWork', name: where[lang], ...datesOf(claim.on) };
  const read = relays.some((relay) => relay.source === source)
    ? []
    : [{ '@type': 'CreativeWork', url: source }];
  return {
    '@type': 'Claim',
    text: claim.says[lang],
    ...author,
    ...datesOf(claim.on),
    ...(relays.length === 0
      ? { firstAppearance: { ...first, url: source } }
      : { firstAppearance: first, appearance: [...relayed, ...read] }),
  };
}

/** A date as ISO 8601 writes it, with what is not known left off; a stretch of days is no date of publication. */
function datesOf(on: string): { readonly [property: string]: string } {
  const date = parseDate(on);
  if (date === null) return {};
  if (date.precision === 'interval' || date.precision === 'multi-year')
    return { temporalCoverage: `${date.earliest}/${date.latest}` };
  return { datePublished: on };
}

function ratingOf({ claim, verdict, reason, on, estimates, checks }: CheckedClaim, lang: Lang): Node {
  const registered = checks.filter(({ kind }) => kind === 'registry').map(({ says }) => says);
  if (on === 'simulated' && !('fact' in claim.check)) return rating(unmeasured, simulated, null, lang);
  if (on === 'simulated')
    return rating(verdictWords[verdict], joined(registered), scale[verdict] ?? null, lang);
  const explained = estimates.some(isSmall) ? published(estimates) : reason;
  return rating(verdictWords[verdict], explained, scale[verdict] ?? null, lang);
}

function rating(name: Words, explained: Words, value: number | null, lang: Lang): Node {
  return {
    '@type': 'Rating',
    ...(value === null ? {} : { ratingValue: value, bestRating: 3, worstRating: 1 }),
    alternateName: name[lang],
    ratingExplanation: explained[lang],
  };
}

/** Verdicts that lie on a scale, and where. */
const scale: { readonly [verdict in Verdict]?: number } = { reproduced: 3, compatible: 2, contradicted: 1 };

const unmeasured: Words = { en: 'not measured', fr: 'non mesuré' };

const simulated: Words = {
  en: 'The people of the database are simulated, so only what needs no data is told.',
  fr: 'Les personnes de la base sont simulées : seul ce qui se passe de données est dit.',
};

/** What may be said of estimates some of which rest on small counts: the others, and how many these are. */
function published(estimates: readonly Estimate[]): Words {
  const shown = estimates.filter((estimate) => !isSmall(estimate));
  const hidden = estimates.length - shown.length;
  return inBoth((lang) => {
    const said = shown.map((estimate) => estimateIn(estimate, lang)).join(lang === 'en' ? '; ' : ' ; ');
    const rest =
      lang === 'en'
        ? `Definitions not published, since they rest on counts below ${smallest}: ${hidden} of ${estimates.length}.`
        : `Définitions non publiées, car elles reposent sur des effectifs de moins de ${smallest} : ${hidden} sur ${estimates.length}.`;
    return said === '' ? rest : `${said}. ${rest}`;
  });
}

function estimateIn({ definition, value, low, high, outcome }: Estimate, lang: Lang): string {
  const number = (each: number | null) => (each === null ? '∞' : numberIn(each, lang));
  const measured = value === null ? '–' : number(value);
  const range =
    low === null ? '' : ` (95${lang === 'en' ? '%' : '\u00a0%'} ${number(low)} – ${number(high)})`;
  const colon = lang === 'en' ? ': ' : ' : ';
  return `${definition[lang]}${colon}${measured}${range}, ${verdictWords[outcome][lang]}`;
}
