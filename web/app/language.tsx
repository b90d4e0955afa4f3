import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useRoute } from './route.js';

export type Lang = 'en' | 'fr';

/** The language of the page, and how to change it. */
export interface Language {
  readonly lang: Lang;
  change(lang: Lang): void;
}

const LanguageContext = createContext<Language>({ lang: 'en', change: () => undefined });

/** Gives all below it the language: that of the address, else the one chosen before, else the browser's. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { query, set } = useRoute();
  const asked = query.get('lang');
  const [chosen, choose] = useState<Lang>(remembered);
  const lang = asked === 'fr' || asked === 'en' ? asked : chosen;
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  const value = useMemo(
    () => ({
      lang,
      change(next: Lang) {
        remember(next);
        choose(next);
        if (asked !== null) set({ lang: next });
      },
    }),
    [lang, asked, set],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

/** The language of the page. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** Words of a part of the page in both languages. */
export type Dictionary<T> = Readonly<Record<Lang, T>>;

/** Words in both languages, of one form; French marks stay on the line of their word. */
export function both<T>(en: T, fr: NoInfer<T>): Dictionary<T> {
  return { en, fr: held(fr) };
}

/** Texts, also those that functions give, with no break before `: ; ? ! % »` and none after `«`. */
function held<T>(words: T): T {
  const hold = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(/ (?=[:;?!%»])/g, '\u00a0').replace(/« /g, '«\u00a0');
    if (typeof value === 'function') return (...given: unknown[]) => hold(value(...given));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hold(inner)]));
  };
  return hold(words) as T;
}

/** The words of a part of the page in its language. */
export function useWords<T>(words: Dictionary<T>): T {
  return words[useLanguage().lang];
}

const key = 'mercato-language';

function remembered(): Lang {
  try {
    const before = localStorage.getItem(key);
    if (before === 'fr' || before === 'en') return before;
  } catch {
    // A browser that keeps nothing starts from its own language.
  }
  return navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

function remember(lang: Lang): void {
  try {
    localStorage.setItem(key, lang);
  } catch {
    // As above.
  }
}
