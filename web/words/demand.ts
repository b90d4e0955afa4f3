import { both } from '../app/language.js';

/** Words of the view of demand. */
export const demand = both(
  {
    heading: 'Demand for AI skills, and for work as a whole',
    lead: 'Two published series of job postings by country, as means of months. They say that demand changed, not why.',
    countries: 'Countries',
    share: 'Share of job postings that name AI, by country, in per cent',
    index: 'Index of job postings of every trade, by country, 1 February 2020 = 100',
    change: 'Change over the window',
    changeSays: (first: string, last: string) =>
      `From the first whole month to the last: ${first} to ${last}.`,
    shareChange: 'Change of the AI share, in percentage points, with 95 % intervals',
    indexChange: 'Change of the index, in points, with 95 % intervals',
    changeReads:
      'A dot is the change, the bar its 95 % interval. Where the bar crosses zero, no change is excluded.',
    none: 'No job postings are loaded',
    noneWhy:
      'This view reads the series that Indeed Hiring Lab publishes. They are free to download (CC BY 4.0) and are loaded beside everything else:',
    where: 'Where to download them',
  },
  {
    heading: 'La demande de compétences en IA, et celle de travail en général',
    lead: 'Deux séries publiées d’offres d’emploi par pays, en moyennes mensuelles. Elles disent que la demande a changé, non pourquoi.',
    countries: 'Pays',
    share: 'Part des offres d’emploi qui nomment l’IA, par pays, en pour cent',
    index: 'Indice des offres d’emploi de tous les métiers, par pays, 1er février 2020 = 100',
    change: 'Variation sur la période',
    changeSays: (first: string, last: string) => `Du premier mois complet au dernier : ${first} à ${last}.`,
    shareChange: 'Variation de la part d’IA, en points de pourcentage, avec intervalles à 95 %',
    indexChange: 'Variation de l’indice, en points, avec intervalles à 95 %',
    changeReads:
      'Un point est la variation, la barre son intervalle à 95 %. Si la barre croise zéro, l’absence de variation n’est pas exclue.',
    none: 'Aucune offre d’emploi n’est chargée',
    noneWhy:
      'Cette vue lit les séries que publie Indeed Hiring Lab. Elles se téléchargent librement (CC BY 4.0) et se chargent à côté du reste :',
    where: 'Où les télécharger',
  },
);
