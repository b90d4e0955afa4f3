import type { englishExitColumns, englishExits } from './englishExits.js';

/** The texts about exits and growth in French. */
export const frenchExits: typeof englishExits = {
  exits: 'Départs par destination',
  exitsSay: (organisation, destination, share, months) =>
    `Parmi les rivales montrées, ${destination} prend en ${months} mois la plus grande part des embauches d’une autre : ${share} de celles de ${organisation}`,
  exitsPlain: 'Où vont les personnes embauchées qui partent',
  exitsRead: (months) =>
    `Part de toutes les embauches partie vers une destination dans les ${months} mois après l’arrivée, avec limites à 95 %. Les destinations sont concurrentes : toutes ensemble et D1 ci-dessus font 100 %. Non dessinées : les destinations masquées ; ce qu’elles font ensemble n’a pas de limites.`,
  exitsTable: (months) => `Embauches parties en ${months} mois, par destination`,
  noExits: 'Trop peu de personnes sont parties pour qu’une destination puisse être montrée.',
  destinations: {
    'came back': 'la même organisation à nouveau',
    'founded one': 'une organisation qu’elles ont fondée',
    university: 'une université',
    'non-profit or government': 'une association ou l’État',
    'another company': 'une autre entreprise',
    'self-employed': 'à son compte',
    'too recent': 'départ trop récent pour le dire',
    'not seen again': 'pas revues en 3 mois',
    'withheld, together': 'destinations masquées, ensemble',
  },
  growth: 'Croissance et risque de départ',
  growthSay: (organisation, ratio, growth, hazard) =>
    `Le plus d’embauches par départ parmi celles montrées : ${organisation}, ${ratio}, pour une croissance de ${growth} et un risque de ${hazard} par an`,
  growthPlain: 'Pourquoi l’on embauche plus que l’on ne perd',
  growthIs:
    'Embauches sur départs font (croissance + risque) / risque. Une entreprise qui triple en un an avec un risque de 0,12 montre 10,2 embauches par départ, une entreprise stable en montre 1 : le rapport seul ne dit pas si l’on reste volontiers. Il est donc à côté de ce dont il est fait.',
  growthRead: (since, until) =>
    `De ${since} à ${until}, par année-personne. À gauche : embauches moins départs. À droite : départs. Point : le taux ; trait : son intervalle à 95 %. En tirets et sans point : un intervalle, là où un côté est trop petit.`,
  growthTable:
    'Embauches sur départs, et la croissance et le risque dont ce rapport est fait, par année-personne',
  impliedRead:
    'Ce qu’implique un rapport imprimé d’embauches sur départs, aux risques de laboratoires qui gardent 80 % et 64 % de leurs embauches deux ans, et à la croissance d’un laboratoire qui double ou triple en un an. Un rapport de 1 est celui d’une entreprise qui ne grandit pas, quel que soit le risque.',
  impliedTable: 'Croissance et risque, par an, derrière un rapport imprimé d’embauches sur départs',
  noGrowth:
    'Trop peu de personnes ont été embauchées ou sont parties pour montrer croissance et risque de départ.',
  growthPanel: 'croissance',
  hazardPanel: 'risque de départ',
};

/** Names of columns in French. */
export const frenchExitColumns: typeof englishExitColumns = {
  destination: 'destination',
  leavers: 'personnes parties ainsi',
  incidence: 'part des embauches',
  incidence_interval: 'intervalle à 95 % de la part',
  hires: 'embauches',
  exits: 'départs',
  growth: 'croissance',
  growth_interval: 'intervalle à 95 % de la croissance',
  growth_low: 'limite inférieure à 95 % de la croissance',
  growth_high: 'limite supérieure à 95 % de la croissance',
  hazard: 'risque de départ',
  hazard_interval: 'intervalle à 95 % du risque',
  hazard_low: 'limite inférieure à 95 % du risque',
  hazard_high: 'limite supérieure à 95 % du risque',
  hires_to_exits: 'embauches sur départs',
  hires_to_exits_interval: 'intervalle à 95 % d’embauches sur départs',
  taken_in: 'commencés par rachat',
  taken_out: 'finis par rachat',
  hires_printed: 'embauches sur départs, imprimé',
  growth_at_low: 'croissance à un risque de 0,112',
  growth_at_high: 'croissance à un risque de 0,223',
  hazard_at_double: 'risque si elle double en un an',
  hazard_at_triple: 'risque si elle triple en un an',
  exits_left_out: 'départs sans début connu',
};
