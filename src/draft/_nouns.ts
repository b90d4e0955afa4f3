import { phrases } from './_pattern.js';

/** What a count may count. */
export const peopleNouns = phrases(`
  personne, personnes, salarié, salariés, salariées, employé, employés, employées, ingénieur, ingénieurs, ingénieures, chercheur, chercheurs,
  chercheuses, développeur, développeurs, développeuses, poste, postes, emplois, collaborateurs, collaboratrices, talents, recrues, experts,
  spécialistes, scientifiques, effectifs, agents, cadres, techniciens, collègues, recrutements, embauches, départs, licenciements, membres,
  suppressions de postes, anciens, transfuges, docteurs, consultants, travailleurs,
  people, employees, employee, workers, staff, staffers, engineers, engineer, researchers, researcher, developers, jobs, positions, roles, hires, scientists,
  experts, specialists, colleagues, recruits, members, departures, layoffs, redundancies, job cuts, staff members, executives, technicians, heads, posts,
  of those, of them, of its, of their, of the staff, d'entre eux, d'entre elles, de ses, de leurs, de ces, founders, co-founders, cofondateurs, arrivées, arrivals, moves, entrants, signings, graduates, PhDs, thésards,
  defectors, technologists, designers, analysts, managers, leaders, contractors`);

export const casesNouns = phrases('cas, exemples, cases, case, examples, instances');

export const firmNouns = phrases(
  'entreprises, sociétés, start-ups, startups, laboratoires, concurrents, companies, firms, labs, rivals, competitors',
);

/** What a number before it measures, and no claim of this ledger. */
export const otherNouns = phrases(`
  ans, an, années, mois, semaines, semaine, jours, jour, heures, minutes, kilomètres, km, mètres, tonnes, pays, villes, sites, fois, pages, abonnés, lecteurs,
  years, year, year-old, months, month, weeks, week, days, day, hours, minutes, miles, metres, meters, countries, cities, sites, times, pages, subscribers,
  years old, percentage points, points, quarters, trimestres, careers, carrières, profiles, profils, models, modèles, tokens, paramètres, parameters`);

/** What a per-year amount says behind or before it. */
export const perYearBehind =
  /^\s*(?:par an(?:née)?|l'an|annuels?|annuelles?|a year|per year|per annum|annually|yearly|an?nual(?:ly)?)(?![\p{L}])/iu;
export const perYearBefore = /(?<!\p{L})(?:annuels?|annuelles?|par an|annual|yearly)(?!\p{L})/iu;
