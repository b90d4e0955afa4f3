import { both } from '../app/language.js';

/** Words of the view of the four questions. */
export const questions = both(
  {
    measured: 'What is measured',
    claimed: 'What is claimed of it',
    changed: 'What the newer measures changed',
    missing: 'What is missing',
    none: 'No claim that bears on these questions is in the ledger.',
  },
  {
    measured: 'Ce qui est mesuré',
    claimed: 'Ce qui en est affirmé',
    changed: 'Ce que les nouvelles mesures ont changé',
    missing: 'Ce qui manque',
    none: 'Aucune affirmation du registre ne touche à ces questions.',
  },
);
