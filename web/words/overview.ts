import { both } from '../app/language.js';

/** Words of the first view. */
export const overview = both(
  {
    heading: 'Who wins people from whom?',
    lead: 'Hires between the organisations with the most people in the data. A takeover is no hire and is left out unless you ask for it.',
    among: 'Organisations',
    many: 'Most people',
    frontier: 'Frontier labs',
    net: 'Who won and who lost: hires from the others shown, less hires by them',
    netAll: 'Who won and who lost: moves of every cause from the others shown, less moves to them',
    netReads: 'To the right: more came than left. A pale part of a bar is what withheld counts leave open.',
    netOpen:
      'In brackets: of the flows shown alone. Others, of any size, are withheld, as happens in a window, by other owners and beside what was taken over; they may turn the sign.',
    flows: 'From whom to whom: hires between the organisations shown, as many as may be shown',
    flowsAll: 'From whom to whom: moves of every cause, takeovers too, as many as may be shown',
    left: 'left',
    joined: 'joined',
    headcount: 'People seen at each organisation at the end of the year',
    headcountReads: 'What the source sees, which is not a firm’s staff.',
    organisation: 'organisation',
    duel: 'Set two against each other',
  },
  {
    heading: 'Qui prend des gens à qui ?',
    lead: 'Embauches entre les organisations les plus nombreuses dans les données. Un rachat n’est pas une embauche et reste écarté sauf demande.',
    among: 'Organisations',
    many: 'Les plus nombreuses',
    frontier: 'Laboratoires de pointe',
    net: 'Qui a gagné, qui a perdu : embauches venues des autres montrées, moins embauches par elles',
    netAll:
      'Qui a gagné, qui a perdu : mouvements de toute cause venus des autres montrées, moins ceux vers elles',
    netReads:
      'À droite : plus d’arrivées que de départs. La partie pâle d’une barre est ce que laissent ouvert des nombres masqués.',
    netOpen:
      'Entre parenthèses : des seuls flux montrés. D’autres, de toute taille, sont masqués, ce qui arrive dans une fenêtre, selon d’autres propriétaires et à côté de ce qui fut racheté ; ils peuvent changer le signe.',
    flows: 'De qui vers qui : embauches entre les organisations montrées, autant qu’il peut en être montré',
    flowsAll:
      'De qui vers qui : mouvements de toute cause, rachats compris, autant qu’il peut en être montré',
    left: 'quittée',
    joined: 'rejointe',
    headcount: 'Personnes observées dans chaque organisation en fin d’année',
    headcountReads: 'Ce que voit la source, qui n’est pas l’effectif d’une entreprise.',
    organisation: 'organisation',
    duel: 'Opposer deux organisations',
  },
);
