/** A family of titles: its name, what a reader calls it, and the codes that are in it, whole or by their first digits. */
export interface TitleFamily {
  readonly name: string;
  readonly en: string;
  readonly fr: string;
  readonly codes: readonly string[];
}

/**
 * Which occupations make a family of titles: by codes of the Standard Occupational Classification of 2018, and those of 2010
 * that older filings have. The longest code that a filing's begins with decides; what none has is `other`.
 */
export const titleFamilies = [
  {
    name: 'software-developers',
    en: 'software developers',
    fr: 'développement logiciel',
    codes: ['15-1252', '15-1256', '15-1132', '15-1133'],
  },
  {
    name: 'data-scientists',
    en: 'data scientists',
    fr: 'science des données',
    codes: ['15-2051', '15-2098'],
  },
  {
    name: 'computer-research',
    en: 'computer and information research scientists',
    fr: 'recherche en informatique',
    codes: ['15-1221', '15-1111'],
  },
  {
    name: 'mathematics',
    en: 'mathematicians, statisticians, actuaries, operations research',
    fr: 'mathématiques, statistique, actuariat, recherche opérationnelle',
    codes: ['15-20'],
  },
  {
    name: 'other-computer',
    en: 'other computer occupations (analysts, security, networks, databases, testers, programmers)',
    fr: 'autres métiers de l’informatique (analyse, sécurité, réseaux, bases de données, tests, programmation)',
    codes: ['15-1'],
  },
  {
    name: 'hardware-engineers',
    en: 'computer hardware and electronics engineers',
    fr: 'ingénierie du matériel et de l’électronique',
    codes: ['17-2061', '17-2072'],
  },
  { name: 'other-engineers', en: 'other engineers', fr: 'autre ingénierie', codes: ['17-2'] },
  {
    name: 'technical-managers',
    en: 'managers of computing and engineering',
    fr: 'direction technique (informatique, ingénierie)',
    codes: ['11-3021', '11-9041'],
  },
  { name: 'other-managers', en: 'other managers', fr: 'autre direction', codes: ['11-'] },
  {
    name: 'business',
    en: 'business and finance',
    fr: 'gestion et finance',
    codes: ['13-'],
  },
  {
    name: 'scientists',
    en: 'life, physical and social scientists',
    fr: 'sciences de la vie, de la matière et de la société',
    codes: ['19-'],
  },
  { name: 'university-teachers', en: 'university teachers', fr: 'enseignement supérieur', codes: ['25-1'] },
  {
    name: 'other',
    en: 'all others, and codes that are none',
    fr: 'tous les autres, et les codes qui n’en sont pas',
    codes: [],
  },
] as const satisfies readonly TitleFamily[];

/** Every code of the families, the longest first: the first that an occupation's begins with says its family. */
export const familyCodes = titleFamilies
  .flatMap(({ name, codes }) => codes.map((code) => ({ family: name, code })))
  .sort((a, b) => b.code.length - a.code.length);

/** The code of an occupation, `15-1252`, from how files write it (`15-1252.00`, `151252`); null where it is none. */
export function socOf(written: string): string | null {
  const found = /^(\d\d)[-–]?(\d{4})(?:\.\d{1,2})?$/.exec(written.trim());
  return found === null ? null : `${found[1]}-${found[2]}`;
}
