import { phrases } from './_pattern.js';

/** Offices whose holders speak for an organisation, and are named. */
export const officeNouns = phrases(`
  PDG, président-directeur général, présidente-directrice générale, directeur général, directrice générale, directeur exécutif, directrice exécutive, directeur technique, directrice technique, directeur financier, directrice financière,
  directeur scientifique, directrice scientifique, directeur de la recherche, directrice de la recherche, directeur des ressources humaines, directrice des ressources humaines, DRH, DG, patron, patronne,
  président, présidente, fondateur, fondatrice, cofondateur, cofondatrice, co-fondateur, co-fondatrice, fondateurs, cofondateurs, ministre, secrétaire d'État, investisseur, investisseuse, associé, associée, gérant, gérante,
  CEO, chief executive, chief executive officer, chief * officer, chief scientist, chief economist, CTO, CFO, COO, CMO, CIO, chair, chairman, chairwoman, chairperson, president, vice-president, vice president, founder, founders, co-founder, cofounder, co-founders,
  head of *, managing director, managing partner, general partner, partner, venture capitalist, investor, minister, secretary of state, boss, director general, vice-président, vice-présidente, directeur, directrice, déléguée du personnel, délégué syndical, déléguée syndicale`);

/** Work of people who hold no office. */
export const workNouns = phrases(`
  chercheur, chercheuse, chercheurs, ingénieur, ingénieure, développeur, développeuse, scientifique, salarié, salariée, employé, employée, consultant, consultante, professeur, professeure, journaliste, avocat, avocate, analyste, économiste,
  responsable, porte-parole, auteur, autrice, étudiant, étudiante, infirmière, infirmier, médecin, technicien, technicienne, recruteur, recruteuse, manager, collègue, frère, sœur, épouse, mari, spécialiste, expert, experte, initié, designer, cadre, syndicaliste, spécialistes, stagiaire,
  ancien membre, ancienne membre, commerçant, commerçante,
  researcher, engineer, developer, scientist, employee, worker, staffer, consultant, professor, journalist, lawyer, analyst, economist, spokesman, spokeswoman, spokesperson, author, student, nurse, doctor, technician, recruiter, manager,
  colleague, brother, sister, wife, husband, specialist, expert, insider, designer, executive, unionist, intern, shopkeeper, lecturer, alumnus, veteran, hire, recruit, resident, neighbour, neighbor, teacher`);

export const honorifics = phrases(
  'M., MM., Mme, Mmes, Mlle, Mr, Mr., Mrs, Mrs., Ms, Ms., Dr, Dr., Pr, Pr., Prof., Professor, Sir, Dame, Me, Maître, Madame, Monsieur, Lord, Lady',
);

/** Words that make a name one of a firm. */
export const firmWords = phrases(`
  Group, Groupe, Ventures, Capital, Partners, Labs, Lab, Inc, Corp, Ltd, LLC, SA, SAS, AG, GmbH, PLC, AI, IA, Technologies, Technology, Systems, Systèmes, Robotics, Robotique, Research, Recherche, University, Université, Institute, Institut, College, School, École, Foundation,
  Fondation, Associates, Holdings, Holding, Industries, Solutions, Software, Networks, Cloud, Studios, Studio, Bank, Banque, Media, Consulting, Conseil, Management, Investments, Advisors, Analytics, Courtage, Cabinet, Laboratoire, Laboratoires, Motors, Energy, Health, Bio, Semiconductor, Semiconductors,
  Commission, Agency, Agence, Ministry, Ministère, Union, Committee, Council, Airlines, Search, Cloud, Products, Games, Report, Index, Survey, Baromètre, Étude, Study, Park, Street, Avenue, Valley, Prize, Award, Summit, Week, Day, Conference, Tower, Office, Times, Post, Journal, News, Review, Gazette, Weekly, Daily, Herald, Tribune, Magazine`);

/** Nouns that say that a name beside them is a firm's. */
export const companyNouns = phrases(`
  société, entreprise, start-up, startup, jeune pousse, groupe, cabinet, fonds, laboratoire, éditeur, constructeur, fabricant, concurrent, rival, filiale, maison mère, maison, licorne, agence, institut, banque, firme, fournisseur, site, site d'annonces, plateforme, courtier,
  company, firm, start-up, group, fund, lab, laboratory, maker, developer, subsidiary, unicorn, agency, consultancy, recruiter, bank, business, parent, owner, jobs site, site, platform, vendor, supplier, broker`);
