import type { ReactNode } from 'react';
import { useApi } from '../app/api.js';
import { useLanguage, useWords } from '../app/language.js';
import { Link } from '../app/link.js';
import { common } from '../words/common.js';

/** Measures by their names and titles. */
export interface Titled {
  readonly measures: readonly {
    readonly name: string;
    readonly title: { readonly en: string; readonly fr: string };
  }[];
}

/** Where the definitions of figures stand that are in a table or a sentence: a link for each measure. */
export function Defined({ of }: { readonly of: readonly string[] }): ReactNode {
  const { lang } = useLanguage();
  const w = useWords(common);
  const titles = useApi<Titled>('/api/measures').data?.measures ?? [];
  const links = of.flatMap((name) => {
    const measure = titles.find((one) => one.name === name);
    return measure === undefined ? [] : [{ name, title: measure.title[lang] }];
  });
  if (links.length === 0) return null;
  return (
    <p className="tools">
      {links.length > 1 ? w.definitions : `${w.definition}${w.colon}`.trim()}
      {links.map(({ name, title }) => (
        <Link key={name} to={`/method#${name}`}>
          {title}
        </Link>
      ))}
    </p>
  );
}
