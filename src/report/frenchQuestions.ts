import type { englishQuestions } from './englishQuestions.js';

/** The texts of the four questions in French. */
export const frenchQuestions: typeof englishQuestions = {
  heading: 'Quatre questions de juin 2025',
  lead: 'À chacune répondent des mesures et des verdicts, ou ce qui manque pour répondre.',
  simulated:
    'Les personnes sont simulées, dans un monde construit à partir de chiffres publiés : ce qui suit montre comment se fait une réponse et n’en est pas une sur les entreprises nommées.',
  asks: {
    strategy: 'Que penser d’une stratégie de rémunérations à neuf chiffres ?',
    payoff: 'Sera-t-elle payante pour Meta ?',
    losses: 'Pourquoi Meta perd-il des gens malgré la paie ?',
    innovation: 'Meta est-il innovant ?',
  },
  measured: 'Ce qui est mesuré',
  claimed: 'Ce qui en est affirmé',
  missing: 'Ce qui manque',
  changed: 'Ce que les nouvelles mesures ont changé',
  rank: (name, rank, low, high) => `${name} ${rank} (${low} à ${high})`,
  ranks: (said, count) =>
    `Rang par les mouvements, avec son intervalle à 95 %, parmi les ${count} organisations montrables : ${said}`,
  grows: (name, ratio, growth, hazard) => `${name} ${ratio} (croissance ${growth}, risque ${hazard})`,
  growth: (said, since, until) =>
    `Embauches pour un départ, de ${since} à ${until}, avec ce qui les compose en taux par an : ${said}`,
  effect: (of) =>
    `À partir de ${of.month}, le taux d’embauche de ${of.to} chez ${of.from} a été multiplié par ${of.effect} face aux autres flux (intervalle à 95 % ${of.interval}, p = ${of.p} sur ${of.placebos} placebos)`,
  anew: {
    ranked: (verdict) =>
      `Qui est préféré n’était pas vérifiable, faute de classement ; l’affirmation est maintenant confrontée à un classement, avec pour résultat : ${verdict}.`,
    beside: (verdict) =>
      `Que plus de gens partent pour un rival se lit maintenant à côté des rangs, et de la croissance et du risque qui composent le rapport des embauches aux départs ; le verdict repose comme avant sur le rapport de flux : ${verdict}.`,
    studied:
      'Que cela soit payant ou non reste sans verdict, car produits et comptes en décident ; une étude d’événement du flux venant d’OpenAI est en regard là où les données vont assez loin après juin 2025.',
    left: 'Qui sont les meilleurs n’est toujours dans aucune donnée ; où sont allés ceux qui ont quitté OpenAI, et combien, est maintenant mesuré avec tous les départs (départs, étude d’événement).',
  },
  names: (names) => new Intl.ListFormat('fr-FR').format(names),
  loses: (names) => `Dans ces données, plus de gens vont de Meta vers ${names} qu’il n’en revient.`,
  gains: (names) => `Plus de gens viennent chez Meta depuis ${names} qu’il n’y en va.`,
  even: (names) => `Entre Meta et ${names}, aucun côté n’est devant au-delà du hasard.`,
  few: (names) => `Entre Meta et ${names}, trop peu de gens bougent pour en dire un mot.`,
  absent: (names) => `Les données ne connaissent aucun mouvement entre Meta et ${names}.`,
  private: (count, of, why) =>
    count === of
      ? `Ce qui a été offert ne peut être jugé : aucune des ${of} affirmations qui en parlent n’est vérifiable (${why}).`
      : `Ce qui a été offert ne peut guère être jugé : ${count} des ${of} affirmations qui en parlent sont invérifiables (${why}).`,
  checked: (of) =>
    `Les ${of} affirmations qui en parlent ont pu être vérifiées ; leurs verdicts sont plus bas.`,
  noClaims: 'Aucune affirmation n’est donnée.',
  disputes: (count) =>
    count === 1 ? 'L’une d’elles en conteste une autre.' : `${count} d’entre elles en contestent d’autres.`,
  open: 'C’est ouvert : aucun chiffre d’ici n’en décide.',
  verdictIs: (verdict) => `La vérification de l’affirmation dit : ${verdict}.`,
  before: (day) =>
    `Les données sont observées jusqu’au ${day}, avant que les recrutements de juin 2025 puissent y paraître.`,
  after: (day, months) =>
    `Les données sont observées jusqu’au ${day}, ${months} mois après juin 2025 ; les flux sont montrés toutes années confondues.`,
  isLosing: (names) => `Plus de gens le quittent en effet pour ${names} qu’il n’en vient de là.`,
  wages:
    'Les salaires de base que déclarent les entreprises ont leur section ; c’est un plancher, qui ne dit rien des offres ni des actions',
  perHead: (names) =>
    `Par personne exposée, c’est l’inverse pour ${names} : qui y travaille a plus de chances de venir que qui travaille chez Meta n’en a d’y aller.`,
  isNotLosing: 'Ces données ne montrent pas que plus de gens le quittent pour ses rivaux qu’il n’en vient.',
  reasons: (count, of, why) =>
    `Les parcours ne disent pas pourquoi : sur ${of} affirmations qui donnent des raisons ou une paie, ${count} sont invérifiables (${why}).`,
  keeps: (months, shares) => `Part des embauches encore là après ${months} mois (D1) : ${shares}.`,
  keep: (name, share) => `${name} ${share}`,
  opinions: (count, of, why) =>
    `Aucun chiffre n’en décide : ${count === of ? `aucune des ${of} affirmations n’est vérifiable` : `${count} des ${of} affirmations sont invérifiables`} (${why}).`,
  lacks: {
    offers:
      'Offres, primes et rémunérations sont privées ; seuls des salaires de base sont publiés, dans des demandes de visas.',
    eventStudy:
      'Savoir si la campagne a changé les flux demande une étude d’événement ; les données s’arrêtent trop tôt après juin 2025, ou trop peu de gens ont bougé, pour qu’un effet puisse être montré.',
    ranking:
      'Savoir qui est préféré demande un classement par les mouvements ; trop peu de mouvements mènent à Meta et en partent pour qu’un rang puisse être montré.',
    reasons:
      'Les raisons ne sont dans aucun parcours : ce que la paie n’explique pas ne se calcule qu’à partir d’un classement et de la paie ensemble.',
    value:
      'Si les personnes recrutées valent leur prix se voit dans les produits et les comptes, non dans les parcours.',
    inventions:
      'Les inventions ne sont dans aucun parcours : il faudrait des articles, des brevets et des modèles, pesés par une règle convenue.',
  },
};
