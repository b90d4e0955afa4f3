import type { SimulatedOrganisation } from './world.js';

/** What people do; the more often named, the more of them. */
export const families = [
  ...['Software Engineer', 'Software Engineer', 'Software Engineer', 'Software Engineer'],
  ...['Research Scientist', 'Research Scientist', 'Research Engineer', 'Research Engineer'],
  ...['Machine Learning Engineer', 'Data Scientist', 'Product Manager', 'Designer', 'Policy Analyst'],
];
const prefixes = ['', 'Senior ', 'Staff ', 'Principal '];
const academic = ['Postdoctoral Researcher', 'Assistant Professor', 'Associate Professor', 'Professor'];
/** Where those work who are not where their organisation is, ISO 3166. */
export const countries = ['US', 'US', 'US', 'GB', 'CA', 'FR', 'DE', 'CH', 'IN', 'IL'];

/** How many promotions a title can show, and one. */
export const levels = prefixes.length;

/** Spellings of one name that differ in case, punctuation and legal form only. */
export function spellings({ name, legal }: SimulatedOrganisation): string[] {
  const forms =
    legal === '' ? [] : [`${name} ${legal}`, `${name}, ${legal}`, `${name} ${legal.toUpperCase()}`];
  return [
    name.toUpperCase(),
    name.toLowerCase(),
    name.replace(/[.,]/g, (mark) => (mark === '.' ? ' ' : '')),
    ...forms,
  ];
}

/** The title of somebody of a family at a level, from 0. */
export function titleOf(one: SimulatedOrganisation, family: string, level: number): string {
  return one.kind === 'university' ? academic[level]! : `${prefixes[level]}${family}`;
}
