import type { Verdict } from '../../src/claims/index.js';

/** Names of verdicts: those of `verdictWords` in src/claims, which the page takes no code from; a test holds them equal. */
export const verdictNames: Readonly<Record<'en' | 'fr', Readonly<Record<Verdict, string>>>> = {
  en: {
    reproduced: 'reproduced',
    compatible: 'compatible',
    'depends on the definition': 'depends on the definition',
    contradicted: 'contradicted',
    'too little data': 'too little data',
    'not checkable': 'not checkable',
  },
  fr: {
    reproduced: 'reproduite',
    compatible: 'compatible',
    'depends on the definition': 'dépend de la définition',
    contradicted: 'contredite',
    'too little data': 'trop peu de données',
    'not checkable': 'non vérifiable',
  },
};
