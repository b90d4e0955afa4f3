/** What the description of the API says, in French, by its English; the questions of measures have theirs with them. */
export const openapiInFrench: Readonly<Record<string, string>> = {
  'Measured moves between organisations, and the claims made about them. Nothing that is asked or posted is kept.':
    'Les mouvements mesurés entre organisations, et ce qu’on en affirme. Rien de ce qui est demandé ou envoyé n’est gardé.',
  'the answer': 'la réponse',
  'as it was: the data have not changed': 'comme avant : les données n’ont pas changé',
  'a question that cannot be answered, and why': 'une question sans réponse possible, et pourquoi',
  'an error (RFC 9457); detail says what is wrong and what to do':
    'une erreur (RFC 9457) ; detail dit ce qui ne va pas et que faire',
  'What is loaded: sources, licences, versions and counts, and the least count that is shown':
    'Ce qui est chargé : sources, licences, versions et nombres, et le plus petit nombre montré',
  'Every measure: its question, definition, columns, parameters and citation':
    'Chaque mesure : sa question, sa définition, ses colonnes, ses paramètres et sa référence',
  'Organisations by a part of their name, most people first':
    'Organisations par une partie de leur nom, les plus nombreuses d’abord',
  'One organisation: its names, owners and events in time, each with its source':
    'Une organisation : ses noms, ses propriétaires et ce qui lui est arrivé, chacun avec sa source',
  'Names of employers that are least sure, most spells first':
    'Les noms d’employeurs les moins sûrs, les plus fréquents d’abord',
  'What was claimed, by whom, and what becomes of it: a verdict each':
    'Ce qui a été affirmé, par qui, et ce qu’il en est : un verdict pour chacun',
  'One claim: estimates under each definition, checks without data, and what disputes it':
    'Une affirmation : estimations selon chaque définition, vérifications sans données, et ce qui la conteste',
  'The verdicts that were kept of a claim, oldest first, and why each differs from the one before':
    'Les verdicts gardés d’une affirmation, le plus ancien d’abord, et pourquoi chacun diffère du précédent',
  'A claim with its verdict as ClaimReview of schema.org; empty where it is refused as about a person':
    'Une affirmation et son verdict en ClaimReview de schema.org ; vide où elle est refusée parce qu’elle vise une personne',
  'All claims with their verdicts as ClaimReview of schema.org':
    'Toutes les affirmations et leurs verdicts en ClaimReview de schema.org',
  'The four questions of June 2025, answered from measures and verdicts, or with what is missing':
    'Les quatre questions de juin 2025, avec des mesures et des verdicts pour réponse, ou ce qui manque',
  'Drafts the claims of a text, by its words alone; nothing of it is kept, and a person must correct it':
    'Ébauche les affirmations d’un texte d’après ses seuls mots ; rien n’en est gardé, et une personne doit corriger',
  'A table as a file: the result of a measure, parameters as of the measure, or organisations, claims or verdicts':
    'Un tableau comme fichier : le résultat d’une mesure, avec ses paramètres, ou organisations, claims ou verdicts',
  'language of words; by default that of the browser': 'langue des mots ; sinon celle du navigateur',
  'organisations, by name, alias or id: given once for each':
    'organisations, par nom, autre nom ou identifiant : une fois pour chacune',
  'organisation A and organisation B, by name, alias or id: given twice':
    'organisation A et organisation B, par nom, autre nom ou identifiant : deux fois',
  'first month or year of the window, YYYY or YYYY-MM':
    'premier mois ou première année de la fenêtre, AAAA ou AAAA-MM',
  'last month or year of the window, inclusive': 'dernier mois ou dernière année de la fenêtre, compris',
  'only organisations of this peer set': 'seulement les organisations de ce groupe',
  'where organisations that are not named stand: unit, company or group':
    'où se rangent les organisations qui ne sont pas nommées : unit, company ou group',
  'owners of each month (point-in-time) or those of today for all time (pro-forma)':
    'propriétaires de chaque mois (point-in-time) ou ceux d’aujourd’hui pour tout le temps (pro-forma)',
  'end an open job at the start of a later open one (a sensitivity)':
    'finir un emploi ouvert au début d’un emploi ouvert plus récent (une sensibilité)',
  'one row per year or quarter': 'une ligne par année ou trimestre',
  'rows of the answer, at most 1000': 'lignes de la réponse, 1000 au plus',
  'rows passed over': 'lignes sautées',
  'most months between two jobs that make a move': 'le plus de mois entre deux emplois qui font un mouvement',
  'causes that count: licensed_and_hired, spun_off, acquired, internal, hire':
    'causes qui comptent : licensed_and_hired, spun_off, acquired, internal, hire',
  'months after which presence is asked': 'mois après lesquels la présence est demandée',
  'with the whole survival curve of D1': 'avec toute la courbe de survie de D1',
  'months after which it is asked who has left, and where to':
    'mois après lesquels il est demandé qui est parti, et où',
  'months within which somebody who left is seen elsewhere':
    'mois au cours desquels qui est parti est vu ailleurs',
  'with the whole curve of each destination': 'avec toute la courbe de chaque destination',
  'a ratio of hires to exits as printed: with the growth and the hazard that it implies':
    'un rapport d’embauches aux départs tel qu’imprimé : avec la croissance et le risque qu’il implique',
  'list organisations that are not ranked too, with the reason':
    'donner aussi les organisations non classées, avec la raison',
  'when: a month, a range of months of which each is tried, or an event of the registry, such as scale-ai:stake_taken':
    'quand : un mois, une suite de mois dont chacun est essayé, ou un événement du registre, tel que scale-ai:stake_taken',
  'further flows that are studied, FROM>TO, or FROM>* for all who leave':
    'd’autres flux étudiés, DE>VERS, ou DE>* pour tous ceux qui partent',
  'with a slope of the studied flows after the event': 'avec une pente des flux étudiés après l’événement',
  'months since the move after which all moves are taken as reported':
    'mois depuis le mouvement après lesquels tous sont tenus pour déclarés',
  'only these countries, as codes of two letters: US,FR':
    'seulement ces pays, par codes de deux lettres : US,FR',
  'series to show: ai_share, index, and ai_postings, the share of the unadjusted index':
    'séries à montrer : ai_share, index, et ai_postings, la part de l’indice brut',
  'which index: of all postings or of new ones, adjusted for the season or not':
    'quel indice : de toutes les offres ou des nouvelles, corrigé de la saison ou non',
  'the change from the first to the last month of the window, with its 95 % interval':
    'la variation du premier au dernier mois de la fenêtre, avec son intervalle à 95 %',
  'only positions whose title matches this regular expression, as employers write it':
    'seulement les postes dont l’intitulé, tel que l’écrit l’employeur, répond à cette expression régulière',
  'only these families of titles: software-developers, data-scientists, computer-research, mathematics, other-computer, hardware-engineers, other-engineers, technical-managers, other-managers, business, scientists, university-teachers, other':
    'seulement ces familles d’intitulés : software-developers, data-scientists, computer-research, mathematics, other-computer, hardware-engineers, other-engineers, technical-managers, other-managers, business, scientists, university-teachers, other',
  'one row per year or quarter of the certification': 'une ligne par année ou trimestre de certification',
  'part of a name': 'partie d’un nom',
  'id, name or alias': 'identifiant, nom ou autre nom',
  'claims of this verdict; once for each': 'affirmations de ce verdict ; une fois pour chacun',
  'claims that name all of these organisations, by name, alias or id; once for each':
    'affirmations qui nomment toutes ces organisations, par nom, autre nom ou identifiant ; une fois pour chacune',
  'claims made this firmly; once for each': 'affirmations de cette fermeté ; une fois pour chacune',
  'id of a claim': 'identifiant d’une affirmation',
  'name of a measure, or organisations, claims or verdicts, then .csv, .json or .parquet':
    'nom d’une mesure, ou organisations, claims ou verdicts, puis .csv, .json ou .parquet',
};
