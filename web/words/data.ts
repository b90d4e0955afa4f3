import { both } from '../app/language.js';

/** Words of the view of what is loaded. */
export const data = both(
  {
    heading: 'What stands behind the figures',
    lead: 'Sources and how fresh they are, what they see of each organisation, and what is not shown.',
    counts: { people: 'people', spells: 'spells', organisations: 'organisations', moves: 'moves' },
    sources: 'Sources',
    /** Those that are a format or a kind of file; others go by their publisher's name. */
    titles: {} as Readonly<Record<string, string>>,
    source: 'Source',
    licence: 'Licence',
    none: 'of whoever loaded it',
    until: 'Observed until',
    files: 'Files',
    spells: 'Spells',
    version: (version: string) =>
      `Data version ${version}. It changes with every load; a figure of another version is another figure.`,
    preparing: (done: number, of: number, newer: boolean) =>
      newer
        ? `Newer data are being prepared (${done} of ${of} steps); they take over when that is done.`
        : `What is asked first is being worked out ahead (${done} of ${of} steps).`,
    withheld: 'What is withheld',
    withheldWhy: (least: number) =>
      `Counts of fewer than ${least} people or moves, and every figure that would give one away: such a count could point to a person. Names of organisations that the registry does not know are shown only where at least ${least} people worked there. Windows are whole years, because two windows that differ by a month would give away that month. Spells, single moves and ids never leave the machine.`,
    coverage: 'What the sources see of each organisation',
    delay: 'How late moves are reported',
    final: 'final',
    notFinal: 'not final',
    delayWhy:
      'People update their profile late, so the last months are counted low. Where a later file of a source replaced an earlier one, a nowcast says how many moves there will be once all are reported.',
    names: 'Names that are least sure',
    namesWhy:
      'Employers as people write them, most spells first. A decision in a file of your own settles one.',
    doubts: {
      ambiguous: 'two organisations claim it',
      unsure: 'joined by likeness',
      unregistered: 'not in the registry',
    },
    name: 'As written',
    meant: 'Taken as',
    doubt: 'Why',
    people: 'People',
  },
  {
    heading: 'Ce qui soutient les chiffres',
    lead: 'Les sources et leur fraîcheur, ce qu’elles voient de chaque organisation, et ce qui n’est pas montré.',
    counts: {
      people: 'personnes',
      spells: 'périodes d’emploi',
      organisations: 'organisations',
      moves: 'mouvements',
    },
    sources: 'Sources',
    titles: {
      csv: 'CSV de périodes d’emploi',
      jsonl: 'JSON Lines de périodes d’emploi',
      parquet: 'Parquet de périodes d’emploi',
      jsonresume: 'JSON Resume d’une personne',
      linkedin: 'Export LinkedIn d’une personne',
      sightings: 'Personnes vues chez des employeurs',
      aiwatch: 'Postes d’AI Watch',
      cncf: 'Affiliations des développeurs de la CNCF',
      pdl: 'Personnes de People Data Labs',
      lca: 'Données LCA du ministère du Travail des États-Unis',
      hiringlab: 'Offres d’emploi d’Indeed Hiring Lab',
      orcid: 'Fichier public d’ORCID',
      stackalytics: 'Données par défaut de Stackalytics',
    },
    source: 'Source',
    licence: 'Licence',
    none: 'de qui l’a chargée',
    until: 'Observé jusqu’au',
    files: 'Fichiers',
    spells: 'Périodes',
    version: (version: string) =>
      `Version des données ${version}. Elle change à chaque chargement ; un chiffre d’une autre version est un autre chiffre.`,
    preparing: (done: number, of: number, newer: boolean) =>
      newer
        ? `Des données plus récentes se préparent (${done} étapes sur ${of}) ; elles prennent la suite dès que c’est fait.`
        : `Ce qui est demandé d’abord se calcule d’avance (${done} étapes sur ${of}).`,
    withheld: 'Ce qui est masqué',
    withheldWhy: (least: number) =>
      `Les nombres de moins de ${least} personnes ou mouvements, et tout chiffre qui en trahirait un : un tel nombre pourrait désigner quelqu’un. Le nom d’une organisation inconnue du registre n’est montré que si au moins ${least} personnes y ont travaillé. Les fenêtres sont des années entières, car deux fenêtres qui diffèrent d’un mois trahiraient ce mois. Périodes d’emploi, mouvements isolés et identifiants ne quittent jamais la machine.`,
    coverage: 'Ce que les sources voient de chaque organisation',
    delay: 'Avec quel retard les mouvements sont déclarés',
    final: 'définitif',
    notFinal: 'non définitif',
    delayWhy:
      'Les profils sont mis à jour avec retard : les derniers mois sont sous-comptés. Là où un fichier plus récent d’une source en a remplacé un autre, une prévision immédiate dit combien de mouvements il y aura une fois tous déclarés.',
    names: 'Les noms les moins sûrs',
    namesWhy:
      'Employeurs tels que les gens les écrivent, les plus fréquents d’abord. Une décision dans un fichier à vous tranche.',
    doubts: {
      ambiguous: 'deux organisations y prétendent',
      unsure: 'rapproché par ressemblance',
      unregistered: 'absent du registre',
    },
    name: 'Tel qu’écrit',
    meant: 'Compris comme',
    doubt: 'Pourquoi',
    people: 'Personnes',
  },
);
