/** What columns of the ranking, of studies, of sources and of what is no career mean, in French, by the English of their measure. */
export const meaningsOfRest: Readonly<Record<string, string>> = {
  'rank by value, 1 the most preferred; null where it is not ranked':
    'rang selon la valeur, 1 pour la plus préférée ; vide où elle n’est pas classée',
  'best rank of the middle 95 % of draws': 'meilleur rang des 95 % de tirages du milieu',
  'worst rank of the middle 95 % of draws': 'plus mauvais rang des 95 % de tirages du milieu',
  'flow-relevant value, mean 0 over moves': 'valeur selon les flux, de moyenne 0 sur les mouvements',
  'lower 95 % limit of the value': 'limite inférieure à 95 % de la valeur',
  'upper 95 % limit of the value': 'limite supérieure à 95 % de la valeur',
  'value corrected for size and offers, mean 0 over moves; null where nobody was hired out of non-employment or no time is known':
    'valeur corrigée de la taille et des offres, de moyenne 0 sur les mouvements ; vide où personne n’a été embauché hors d’un emploi ou aucune durée n’est connue',
  'test of a value of 0, the mean over moves, by draws':
    'test d’une valeur de 0, la moyenne sur les mouvements, par tirages',
  'false discovery rate of the test over all that are ranked':
    'taux de fausses découvertes du test sur toutes celles qui sont classées',
  'draws in which it falls out of the set; they count for no limit':
    'tirages où elle sort de l’ensemble ; ils ne comptent pour aucune limite',
  'moves into it from those that are ranked': 'mouvements vers elle depuis celles qui sont classées',
  'moves out of it to those that are ranked': 'mouvements depuis elle vers celles qui sont classées',
  'people who made the moves into it': 'personnes de ces mouvements vers elle',
  'people who made the moves out of it': 'personnes de ces mouvements depuis elle',
  'why it is not ranked: never_left (nobody left it for one that is), never_joined (nobody came from one), apart (neither), few_moves; null where it is ranked':
    'pourquoi elle n’est pas classée : never_left (personne ne l’a quittée pour une qui l’est), never_joined (personne n’est venu d’une qui l’est), apart (ni l’un ni l’autre), few_moves (trop peu de mouvements) ; vide où elle est classée',
  'positions in filings, where pay is loaded': 'postes des déclarations, où des salaires sont chargés',
  'base wage below which half of them are, if 5 or more':
    'salaire de base sous lequel est leur moitié, s’ils sont 5 ou plus',
  'value less what a line over the logarithm of pay gives':
    'valeur moins ce que donne une droite sur le logarithme du salaire',
  'lower 95 % limit of what pay does not explain':
    'limite inférieure à 95 % de ce que la paie n’explique pas',
  'upper 95 % limit of what pay does not explain':
    'limite supérieure à 95 % de ce que la paie n’explique pas',
  'organisation left; null for all flows studied together':
    'organisation quittée ; vide pour tous les flux étudiés ensemble',
  'organisation joined; null for any other, and for all flows studied together':
    'organisation rejointe ; vide pour n’importe quelle autre, et pour tous les flux étudiés ensemble',
  'month taken for that of the event, YYYY-MM': 'mois pris pour celui de l’événement, AAAA-MM',
  'announced or effective, where the registry dates the event; null where the question does':
    'annoncé ou effectif, où le registre date l’événement ; vide où la question le fait',
  'ratio of rate ratios; null where there is none': 'rapport de rapports de taux ; vide où il n’y en a pas',
  'lower 95 % limit of the effect': 'limite inférieure à 95 % de l’effet',
  'upper 95 % limit of the effect; null where infinite':
    'limite supérieure à 95 % de l’effet ; vide où elle est infinie',
  'share of the placebos, and of the event itself, that stand out as far':
    'part des placebos, et de l’événement lui-même, qui ressortent autant',
  'false discovery rate of the test over the flows studied at this month':
    'taux de fausses découvertes du test sur les flux étudiés à ce mois',
  'months and flows put in the place of the event and the flow':
    'mois et flux mis à la place de l’événement et du flux',
  'months looked at before the event': 'mois considérés avant l’événement',
  'months looked at from the event on': 'mois considérés à partir de l’événement',
  'hires of the flow before the event': 'embauches du flux avant l’événement',
  'hires of the flow from the event on': 'embauches du flux à partir de l’événement',
  'people hired before the event': 'personnes embauchées avant l’événement',
  'people hired from the event on': 'personnes embauchées à partir de l’événement',
  'flows compared with': 'flux de comparaison',
  'hires of the flows compared with before the event': 'embauches des flux de comparaison avant l’événement',
  'hires of the flows compared with from the event on':
    'embauches des flux de comparaison à partir de l’événement',
  'with --slope: ratio by which the effect grows in a year; the effect is that of the first month':
    'avec --slope : rapport dont l’effet croît en un an ; l’effet est celui du premier mois',
  'with --slope: share of the placebos whose slope stands out as far':
    'avec --slope : part des placebos dont la pente ressort autant',
  'people with a job there': 'personnes qui y ont un emploi',
  'spells there in a main kind of position': 'périodes y passées dans un genre de poste principal',
  'unbroken times there': 'durées ininterrompues dans l’organisation',
  'jobs with an unknown start': 'emplois dont le début est inconnu',
  'jobs that are over on an unknown date': 'emplois finis à une date inconnue',
  'jobs with a start or end coarser than a month': 'emplois au début ou à la fin moins précis que le mois',
  'jobs held beside the main job': 'emplois tenus à côté de l’emploi principal',
  'open jobs beside an open main job': 'emplois ouverts à côté d’un emploi principal ouvert',
  'month of the file held against': 'mois du fichier auquel on compare',
  'people counted in that month': 'personnes comptées ce mois-là',
  'headcount of the file': 'effectif du fichier',
  'counted / headcount': 'comptées / effectif',
  'with weights: unbroken times there by their weights': 'avec poids : ces durées selon leur poids',
  'with weights: people counted in that month by their weights':
    'avec poids : personnes comptées ce mois-là selon leur poids',
  source: 'source',
  'month of joining, YYYY-MM': 'mois de l’arrivée, AAAA-MM',
  'months from the move to the last one that the source observes':
    'mois entre le mouvement et le dernier que la source observe',
  'moves that are reported, of every cause': 'mouvements déclarés, de toute cause',
  'whether 95 % are reported; without two vintages, whether the move is three months old':
    'si 95 % sont déclarés ; sans deux millésimes, si le mouvement a trois mois',
  'moves of this age in the earlier vintage, of people in both, that the later one knows; where they are under 100, with the ages around':
    'mouvements de cet âge dans l’ancien millésime, de personnes des deux, que connaît le nouveau ; où ils sont moins de 100, avec les âges voisins',
  'of these, moves that the earlier vintage knew': 'dont mouvements que connaissait l’ancien millésime',
  'share of the moves of this age that is reported; null where unknown':
    'part des mouvements de cet âge qui est déclarée ; vide où elle est inconnue',
  'lower 95 % limit of the share': 'limite inférieure à 95 % de la part',
  'upper 95 % limit of the share': 'limite supérieure à 95 % de la part',
  'moves there will be once all are reported; null where unknown':
    'mouvements qu’il y aura une fois tous déclarés ; vide où c’est inconnu',
  'lower 95 % limit of the nowcast': 'limite inférieure à 95 % de la prévision immédiate',
  'upper 95 % limit of the nowcast': 'limite supérieure à 95 % de la prévision immédiate',
  'founded, renamed, acquired, stake_taken, merged, spun_off, licensed_and_hired or closed':
    'founded (fondation), renamed (changement de nom), acquired (rachat), stake_taken (prise de participation), merged (fusion), spun_off (scission), licensed_and_hired (licence avec embauches) ou closed (fermeture)',
  'itself, where it happened to the organisation; other, where it is the other side':
    'itself, où c’est arrivé à l’organisation ; other, où elle est l’autre partie',
  'the organisation on the other side; null where there is none':
    'l’organisation de l’autre côté ; vide où il n’y en a pas',
  'its name until then, where it was renamed': 'son nom jusque-là, où elle en a changé',
  'its name from then on, where it was renamed': 'son nom depuis, où elle en a changé',
  'day, month or year in which it took effect, else of its announcement':
    'jour, mois ou année de la prise d’effet, sinon de l’annonce',
  'month from which it counts, YYYY-MM': 'mois à partir duquel il compte, AAAA-MM',
  'address where a reader can look it up': 'adresse où un lecteur peut le vérifier',
  'country, as a code of two letters': 'pays, par un code de deux lettres',
  'share of job postings that name AI, mean of the days':
    'part des offres d’emploi qui nomment l’IA, moyenne des jours',
  'index of job postings of every trade, mean of the days':
    'indice des offres d’emploi de tous les métiers, moyenne des jours',
  'with --series ai_postings: postings that name AI, the share of the unadjusted index of all postings':
    'avec --series ai_postings : offres qui nomment l’IA, leur part de l’indice brut de toutes les offres',
  'days with a share': 'jours où il y a une part',
  'days with an index': 'jours où il y a un indice',
  'days with both': 'jours où il y a les deux',
  'whether days of the month are missing in a series shown':
    'si des jours du mois manquent dans une série montrée',
  'with --change: ai_share, index or ai_postings': 'avec --change : ai_share, index ou ai_postings',
  'with --change: first whole month, YYYY-MM': 'avec --change : premier mois entier, AAAA-MM',
  'with --change: last whole month, YYYY-MM': 'avec --change : dernier mois entier, AAAA-MM',
  'with --change: mean of the first month, in the unit of the series':
    'avec --change : moyenne du premier mois, dans l’unité de la série',
  'with --change: mean of the last month': 'avec --change : moyenne du dernier mois',
  'with --change: last less first; of ai_share in percentage points':
    'avec --change : dernier moins premier ; pour ai_share en points de pourcentage',
  'with --change: lower 95 % limit of the change; null below four months':
    'avec --change : limite inférieure à 95 % de la variation ; vide sous quatre mois',
  'with --change: upper 95 % limit of the change': 'avec --change : limite supérieure à 95 % de la variation',
  'with --change: the change in per cent of first': 'avec --change : la variation en pour cent du premier',
  'with --change: its lower 95 % limit': 'avec --change : sa limite inférieure à 95 %',
  'with --change: its upper 95 % limit': 'avec --change : sa limite supérieure à 95 %',
  'with --change: standard deviation of one month around its level':
    'avec --change : écart type d’un mois autour de son niveau',
  'family of the occupation, by its code': 'famille du métier, par son code',
  'year of the certification; with --by quarter, the quarter, as 2024-Q1':
    'année de la certification ; avec --by quarter, le trimestre, comme 2024-Q1',
  'certified cases': 'dossiers certifiés',
  'positions in them, each of which counts in the wages':
    'postes de ces dossiers, dont chacun compte dans les salaires',
  'of these, for people hired away from another employer; null where no file says it':
    'dont pour des personnes prises à un autre employeur ; vide où aucun fichier ne le dit',
  'base wage below which a quarter of the positions are':
    'salaire de base sous lequel est un quart des postes',
  'base wage below which half of the positions are': 'salaire de base sous lequel est la moitié des postes',
  'base wage below which three quarters of the positions are':
    'salaire de base sous lequel sont trois quarts des postes',
  'withheld: a cell is not shown; computed: a range is computed from what is released; not_final: it reaches into the last three months, of which not all moves are reported yet':
    'withheld : une case n’est pas montrée ; computed : un intervalle est calculé sur ce qui est diffusé ; not_final : cela va jusque dans les trois derniers mois, dont tous les mouvements ne sont pas encore déclarés',
};
