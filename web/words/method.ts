import { both } from '../app/language.js';

/** Words of the view of definitions. */
export const method = both(
  {
    heading: 'What every figure means',
    lead: 'Each measure: the question, what is counted and what is not, its columns and where the method comes from.',
    rows: 'Rows',
    citation: 'Method',
    columns: 'Columns and parameters',
    column: 'Column',
    unit: 'Unit',
    meaning: 'Meaning',
    terminal: 'On the command line',
    api: 'The API of this page, to read and to try',
  },
  {
    heading: 'Ce que veut dire chaque chiffre',
    lead: 'Chaque mesure : la question, ce qui est compté et ce qui ne l’est pas, ses colonnes et d’où vient la méthode.',
    rows: 'Lignes',
    citation: 'Méthode',
    columns: 'Colonnes et paramètres (en anglais)',
    column: 'Colonne',
    unit: 'Unité',
    meaning: 'Sens',
    terminal: 'En ligne de commande',
    api: 'L’API de cette page, à lire et à essayer (en anglais)',
  },
);
