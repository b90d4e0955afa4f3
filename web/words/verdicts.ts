import type { Firmness, Uncheckable, Verdict } from '../../src/claims/index.js';
import { both } from '../app/language.js';
import { verdictNames } from './verdictNames.js';

/** A sign for each verdict, told apart by its shape. */
export const signs: Readonly<Record<Verdict, string>> = {
  reproduced: '=',
  compatible: '≈',
  'depends on the definition': '±',
  contradicted: '≠',
  'too little data': '…',
  'not checkable': '–',
};

interface Words {
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly meanings: Readonly<Record<Verdict, string>>;
  readonly uncheckable: Readonly<Record<Uncheckable, string>>;
  readonly firmness: Readonly<Record<Firmness, string>>;
}

/** Names of verdicts, what they mean, and how firmly something is claimed. */
export const verdicts = both<Words>(
  {
    verdicts: verdictNames.en,
    meanings: {
      reproduced: 'What is measured rounds to the figure claimed, or lies wholly on the side claimed.',
      compatible: 'The figure claimed lies inside the interval of what is measured.',
      'depends on the definition':
        'The wording leaves several definitions open; some agree, others contradict.',
      contradicted: 'The figure claimed lies outside the interval, or the registry says otherwise.',
      'too little data': 'Too few people, or an interval too wide to tell.',
      'not checkable': 'No figure of the kind that can be measured; the reason is given.',
    },
    uncheckable: {
      opinion: 'an opinion',
      prediction: 'a prediction',
      'private figure': 'a private figure',
      hearsay: 'hearsay',
      'no such measure': 'no measure of it',
      'a private person': 'about a private person',
      'no data': 'no data',
    },
    firmness: {
      asserted: 'asserted',
      reported: 'reported',
      conditional: 'in the conditional',
      rumour: 'rumour',
      prediction: 'predicted',
    },
  },
  {
    verdicts: verdictNames.fr,
    meanings: {
      reproduced: 'Ce qui est mesuré s’arrondit au chiffre affirmé, ou est entièrement du côté affirmé.',
      compatible: 'Le chiffre affirmé est dans l’intervalle de ce qui est mesuré.',
      'depends on the definition':
        'Les mots laissent ouvertes plusieurs définitions ; les unes concordent, les autres contredisent.',
      contradicted: 'Le chiffre affirmé est hors de l’intervalle, ou le registre dit autre chose.',
      'too little data': 'Trop peu de personnes, ou un intervalle trop large pour le dire.',
      'not checkable': 'Aucun chiffre qui puisse être mesuré ; la raison est donnée.',
    },
    uncheckable: {
      opinion: 'une opinion',
      prediction: 'une prédiction',
      'private figure': 'un chiffre privé',
      hearsay: 'un ouï-dire',
      'no such measure': 'aucune mesure n’en existe',
      'a private person': 'sur une personne privée',
      'no data': 'aucune donnée',
    },
    firmness: {
      asserted: 'affirmé',
      reported: 'rapporté',
      conditional: 'au conditionnel',
      rumour: 'rumeur',
      prediction: 'prédit',
    },
  },
);
