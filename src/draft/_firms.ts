import { isGiven } from './_given.js';
import { media, posts } from './_media.js';
import { anyOf, phrases } from './_pattern.js';
import { companyNouns, firmWords } from './_roles.js';
import type { Named } from './mentions.js';
import type { Span } from './sentences.js';

/** Words for firms that are words for people too. */
const people = phrases(
  'recruiter, developer, owner, parent, broker, courtier, rival, concurrent, fournisseur, supplier, maker, constructeur, éditeur',
);
const company = anyOf(companyNouns.filter((noun) => !people.includes(noun)));
const person = new RegExp(`${anyOf(people)}\\s$`, 'iu');
const forms = anyOf(
  phrases(
    'Inc, Corp, Corporation, Ltd, Limited, LLC, LLP, SA, SAS, SARL, SE, AG, GmbH, PLC, BV, NV, AB, Oy, SpA, Srl, Labs, Group, Groupe, Ventures, Technologies, Systems, Holdings, Robotics, Software, Partners, University, Université, Institute, Institut',
  ),
);
const unlike = phrases(
  'Day, Park, Power, Pin, Street, Search, Week, Post, Prize, Award, Avenue, Valley, Tower, Office, Report, Show, Bank, Lab, School',
);
const formLast = new RegExp(
  `${anyOf([...firmWords.filter((one) => !unlike.includes(one)), 'Corporation', 'Limited'])}\\.?$`,
  'u',
);
const formBehind = new RegExp(`^,?\\s${forms}`, 'u');
const noun = new RegExp(
  `${company}\\s(?:\\p{Ll}+(?:aise?|enne?|ine?|aine?|ise?|ois|oise)\\s)?[«"“]?\\s?$`,
  'iu',
);
const founded =
  /^(?:,\s|,\swhich\swas\s|,\squi\sa\sété\s|\swas\s|\sa\sété\s|\savait\sété\s|\sest\s)(?:founded|set\sup|incorporated|established|fondée?|créée?|née)\s(?:in|en)\s/iu;
const called = new RegExp(
  `^,\\s(?:une?|la|le|l'|the|an?)\\s?(?:[\\p{L}-]+\\s){0,2}?${company}(?=[,.;)]|\\s(?:de|d'|of|in|based|qui|that|which|founded|fondée?|basée?|à|from|spécialisée?|backed|run|valued))`,
  'iu',
);

/** Whether the words beside a name that the registry does not know call it a firm: a form of company, a noun before it, its founding, or what it is. */
export function calledFirm(name: string, { start, end }: Span, text: string): boolean {
  const isPerson = /\s/.test(name) && isGiven(name.split(/\s/)[0] ?? '');
  const [before, behind] = [text.slice(Math.max(0, start - 60), start), text.slice(end, end + 80)];
  if (formLast.test(name) || formBehind.test(behind) || founded.test(behind)) return true;
  return !isPerson && (noun.test(before) || called.test(behind));
}

/** Whether a firm or a medium that the registry does not know is one beyond doubt: it says something, or its name begins with no given name. */
export function isTrusted(
  { kind, name, start, end }: Named,
  text: string,
  kept: ReadonlySet<string>,
): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  const isMedium =
    kind === 'medium' && (media.includes(name) || posts.includes(name) || /[«“"]\s?$/.test(before));
  const written = text.slice(start, end);
  if (kept.has(name) || isMedium || formLast.test(written)) return true;
  if (person.test(before)) return false;
  return !isGiven(written.split(/\s/)[0] ?? '') || (!/\s/.test(written) && noun.test(before));
}
