import { both } from '../app/language.js';

/** Words of the first view. */
export const overview = both(
  {
    heading: 'Who wins people from whom?',
    lead: 'Net hires between the leading organisations: those who came less those who left for another of them.',
    among: 'Organisations',
    peers: { all: 'with the most people', 'frontier-labs': 'frontier labs' },
    net: 'Net hires between the organisations shown',
    netReads: 'To the right: more came from the others than left for them.',
    pairs: 'The largest flows',
    headcount: 'People at each, by year',
    none: 'No flow between these organisations is large enough to be shown.',
  },
  {
    heading: 'Qui prend des gens à qui ?',
    lead: 'Solde des embauches entre les principales organisations : les arrivées moins les départs vers une autre d’entre elles.',
    among: 'Organisations',
    peers: { all: 'les plus nombreuses', 'frontier-labs': 'laboratoires de pointe' },
    net: 'Solde des embauches entre les organisations montrées',
    netReads: 'À droite : plus d’arrivées depuis les autres que de départs vers elles.',
    pairs: 'Les plus grands flux',
    headcount: 'Effectifs observés, par an',
    none: 'Aucun flux entre ces organisations n’est assez grand pour être montré.',
  },
);
