import { both } from '../app/language.js';

/** Words of exits by destination and of growth. */
export const leaving = both(
  {
    exits: 'Where those go who leave',
    shares: (title: string, months: number) =>
      `Where people go whom ${title} hired: share of hires gone within ${months} months, with 95 % limits`,
    sharesRead:
      'The destinations compete: all of them and those still there (D1 above) add up to 100 %. Destinations that are withheld are not drawn one by one; what they are together has no limits.',
    destinations: {
      'came back': 'the same organisation again',
      'founded one': 'an organisation they founded',
      university: 'a university',
      'non-profit or government': 'a non-profit or government',
      'another company': 'another company',
      'self-employed': 'self-employed',
      'too recent': 'left too recently to say',
      'not seen again': 'not seen within 3 months',
      'withheld, together': 'destinations withheld, together',
    } as Readonly<Record<string, string>>,
    growth: 'Does it grow, or do few leave?',
    split: (title: string) => `${title}, year by year: growth and hazard, per person-year`,
    splitRead:
      'Hires to exits is (growth + hazard) / hazard: a firm that triples in a year at a hazard of 0.12 shows 10.2 hires for each exit, a static one 1, whoever likes to work there. The table has the ratio beside both.',
    rates: { growth: 'growth', hazard: 'hazard' },
    hazards: 'Who loses people fastest: exits per person-year, with 95 % limits',
    hazardsRead:
      'Exits over the time of all who could leave, so that neither size nor growth is in it. The table has hires for each exit beside growth and hazard: a firm that grows shows many, whoever stays. A line without a dot is a range, where one side is too few to be shown.',
  },
  {
    exits: 'Où vont les personnes qui partent',
    shares: (title: string, months: number) =>
      `Où vont les personnes embauchées par ${title} : part des embauches partie en ${months} mois, avec limites à 95 %`,
    sharesRead:
      'Les destinations sont concurrentes : toutes ensemble et les personnes encore là (D1 plus haut) font 100 %. Les destinations masquées ne sont pas dessinées une à une ; ce qu’elles font ensemble n’a pas de limites.',
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
    growth: 'Grandit-elle, ou la quitte-t-on peu ?',
    split: (title: string) =>
      `${title}, année par année : croissance et risque de départ, par année-personne`,
    splitRead:
      'Les embauches divisées par les départs valent (croissance + risque) / risque : une entreprise qui triple en un an avec un risque de 0,12 montre 10,2 embauches par départ, une entreprise stable 1, qu’on s’y plaise ou non. Le tableau met le rapport à côté des deux.',
    rates: { growth: 'croissance', hazard: 'risque de départ' },
    hazards: 'Qui perd le plus vite : départs par année-personne, avec limites à 95 %',
    hazardsRead:
      'Départs sur le temps de toutes les personnes qui pouvaient partir : ni la taille ni la croissance n’y entrent. Le tableau met les embauches par départ à côté de la croissance et du risque : une entreprise qui grandit en montre beaucoup, qu’on y reste ou non. Un trait sans point est un intervalle, là où un côté est trop petit pour être montré.',
  },
);
