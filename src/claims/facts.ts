import type { Words } from '../measures/index.js';
import type { Organisation, OrganisationEvent } from '../organisations/index.js';
import { type PartialDate, parseDate } from '../records/index.js';
import type { Claim, Comparator, Fact } from './claim.js';
import { amountOf, type Figure, roundsTo, scales } from './figure.js';
import { partOfChecks } from './partof.js';
import { founderChecks } from './policy.js';
import { dateIn, figureIn, inBoth } from './print.js';
import type { DatalessCheck } from './verdict.js';

type Agreement = NonNullable<DatalessCheck['outcome']>;

/**
 * Does the registry agree with a fact that a claim states, part by part: by whom, when, for which share and price, by which founders?
 *
 * A date is reproduced where the registry's lies in it, so at the coarser precision of the claim; compatible where the registry is the coarser one; an event may be
 * dated by its announcement or by when it took effect. A price is reproduced where the registry's rounds to it, within 10 % after *about*; compatible where it rounds to the registry's. What the registry does
 * not say decides nothing, and has no outcome. Rows: one per part, and one where the registry knows of no such event.
 */
export function factChecks(claim: Claim, registry: readonly Organisation[]): readonly DatalessCheck[] {
  const { check } = claim;
  if (!('fact' in check)) return [];
  const row = registry.find(({ id }) => id === check.organisation);
  if (row === undefined) return [];
  if (check.fact === 'part_of') return partOfChecks(claim, check, row, registry);
  const titles = (id: string) => registry.find((each) => each.id === id)?.title ?? id;
  const event = eventMeant(check, row);
  return [
    ...(event === null ? [unrecorded(check, row, titles)] : eventChecks(claim, check, event, titles)),
    ...founderChecks(check, row),
  ];
}

function eventChecks(
  claim: Claim,
  check: Fact,
  event: OrganisationEvent,
  titles: (id: string) => string,
): readonly DatalessCheck[] {
  const found = [
    ...partyCheck(check, event, titles),
    ...dateCheck(check, event),
    ...claim.figures.filter(isAlone).flatMap((figure) => amountCheck(claim, figure, event)),
  ];
  if (found.length > 0 || check.founders !== undefined) return found;
  return [
    {
      ...registered(event),
      says: { en: 'The registry records the event.', fr: 'Le registre note l’événement.' },
      outcome: 'reproduced',
    },
  ];
}

function registered(event: OrganisationEvent) {
  return { kind: 'registry', numbers: {}, claims: [], source: event.source } as const;
}

function partyCheck(
  { by }: Fact,
  event: OrganisationEvent,
  titles: (id: string) => string,
): readonly DatalessCheck[] {
  const party = partyOf(event);
  if (by === undefined || party === null) return [];
  const says = {
    en: `By whom: the claim says ${titles(by)}, the registry ${titles(party)}.`,
    fr: `Par qui : l’affirmation dit ${titles(by)}, le registre ${titles(party)}.`,
  };
  return [{ ...registered(event), says, outcome: by === party ? 'reproduced' : 'contradicted' }];
}

function dateCheck({ on }: Fact, event: OrganisationEvent): readonly DatalessCheck[] {
  if (on === undefined) return [];
  const { outcome, day, announced } = dated(on, event);
  const says = inBoth((lang) => {
    const [said, known] = [dateIn(on, lang), dateIn(day, lang)];
    return lang === 'en'
      ? `When: the claim says ${said}, the registry ${known}${announced ? ' for the announcement' : ''}.`
      : `Quand : l’affirmation dit ${said}, le registre ${known}${announced ? ' pour l’annonce' : ''}.`;
  });
  return [{ ...registered(event), says, outcome }];
}

function amountCheck(claim: Claim, figure: Figure, event: OrganisationEvent): readonly DatalessCheck[] {
  const { unit } = figure;
  if (!(unit === 'USD' || (unit === 'percent' && event.event === 'stake_taken'))) return [];
  const known = amountIn(event, figure);
  const name = unit === 'USD' ? 'price' : 'share';
  const says = inBoth((lang) => {
    const said = figureIn(figure, lang);
    const other =
      known !== null ? figureIn(figureOf(known, unit), lang) : lang === 'en' ? 'none' : 'n’en dit rien';
    return lang === 'en'
      ? `${name === 'price' ? 'Price' : 'Share'}: the claim says ${said}, the registry ${other}.`
      : `${name === 'price' ? 'Prix' : 'Part'} : l’affirmation dit ${said}, le registre ${other}.`;
  });
  return [
    {
      ...registered(event),
      says,
      numbers: { [name]: amountOf(figure), [`registry_${name}`]: known },
      ...(known === null ? {} : { outcome: amountAgrees(figure, claim.comparator, known) }),
    },
  ];
}

/** Whether it is plain what a figure is of: no other has its unit. */
function isAlone({ unit }: Figure, _nth: number, all: readonly Figure[]): boolean {
  return all.filter((figure) => figure.unit === unit).length === 1;
}

/** The event that a claim means: by the same organisation and on the date it gives, as far as one fits; else the only one. */
function eventMeant(check: Fact, row: Organisation): OrganisationEvent | null {
  const same = row.events.filter(({ event }) => event === check.fact);
  const timely = same.filter((e) => check.on === undefined || dated(check.on, e).outcome !== 'contradicted');
  const party = (event: OrganisationEvent) => check.by === undefined || partyOf(event) === check.by;
  return (
    timely.find(party) ?? same.find(party) ?? timely[0] ?? (same.length === 1 ? (same[0] ?? null) : null)
  );
}

/** Of the two dates of an event, the one that agrees best: in effect before announced. */
function dated(on: string, event: OrganisationEvent) {
  const said = parseDate(on);
  const known = [event.on, event.announced].flatMap((day) => (day === undefined ? [] : [day]));
  const found = known.map((day) => ({
    day,
    announced: day === event.announced && day !== event.on,
    outcome: said === null ? ('contradicted' as const) : dateAgrees(said, parseDate(day)),
  }));
  const best = (['reproduced', 'compatible', 'contradicted'] as const)
    .map((outcome) => found.find((each) => each.outcome === outcome))
    .find((each) => each !== undefined);
  return best ?? { day: on, announced: false, outcome: 'contradicted' as const };
}

function dateAgrees(said: PartialDate, known: PartialDate | null): Agreement {
  if (known === null || known.latest < said.earliest || said.latest < known.earliest) return 'contradicted';
  return said.earliest <= known.earliest && known.latest <= said.latest ? 'reproduced' : 'compatible';
}

function amountAgrees(said: Figure, comparator: Comparator | undefined, known: number): Agreement {
  const amount = amountOf(said);
  const reads = roundsTo(known, said);
  if (comparator === 'at_least') return reads || known > amount ? 'reproduced' : 'contradicted';
  if (comparator === 'at_most') return reads || known < amount ? 'reproduced' : 'contradicted';
  if (reads || (comparator === 'about' && Math.abs(known - amount) <= 0.1 * amount)) return 'reproduced';
  return roundsTo(amount, figureOf(known, said.unit)) ? 'compatible' : 'contradicted';
}

/** What the registry has where the claim has a figure: the price, or the share of a stake. */
function amountIn(event: OrganisationEvent, { unit }: Figure): number | null {
  if (unit === 'percent') return event.event === 'stake_taken' ? event.percent : null;
  return 'price_usd' in event ? (event.price_usd ?? null) : null;
}

/** A number of the registry as a figure: its digits in the largest scale that leaves it 1 or more. */
function figureOf(amount: number, unit: Figure['unit']): Figure {
  const scale = (['trillion', 'billion', 'million'] as const).find((each) => amount >= scales[each]);
  if (unit === 'percent' || scale === undefined) return { printed: String(amount), unit };
  return { printed: String(Number((amount / scales[scale]).toFixed(6))), scale, unit };
}

function partyOf(event: OrganisationEvent): string | null {
  if (event.event === 'merged') return event.into;
  return 'by' in event ? event.by : null;
}

/** The registry knows of no such event; it may know of another one between the two. */
function unrecorded(check: Fact, row: Organisation, titles: (id: string) => string): DatalessCheck {
  const near = row.events.find((event) => check.by !== undefined && partyOf(event) === check.by);
  const missing = events[check.fact === 'part_of' ? 'acquired' : check.fact];
  const says = inBoth((lang) => {
    const [name, other] = [row.title, titles(check.by ?? '')];
    if (lang === 'en')
      return `The registry records no ${missing.en} for ${name}${near ? `; with ${other} it records another event (${events[near.event].en})` : ''}.`;
    return `Pour ${name}, le registre ne note pas de ${missing.fr}${near ? ` ; avec ${other}, il note autre chose (${events[near.event].fr})` : ''}.`;
  });
  return { kind: 'registry', says, numbers: {}, claims: [], source: near?.source ?? row.source };
}

const events: Readonly<Record<OrganisationEvent['event'], Words>> = {
  founded: { en: 'founding', fr: 'fondation' },
  renamed: { en: 'change of name', fr: 'changement de nom' },
  acquired: { en: 'acquisition', fr: 'rachat' },
  stake_taken: { en: 'stake taken', fr: 'prise de participation' },
  merged: { en: 'merger', fr: 'fusion' },
  split: { en: 'split', fr: 'scission' },
  spun_off: { en: 'spin-off', fr: 'détachement' },
  licensed_and_hired: { en: 'licence-and-hire deal', fr: 'contrat de licence et d’embauche' },
  closed: { en: 'closing', fr: 'fermeture' },
};
