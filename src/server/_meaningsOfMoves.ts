/** What columns of counts and rates mean, in French, by the English of their measure. */
export const meaningsOfMoves: Readonly<Record<string, string>> = {
  organisation: 'organisation',
  'month, YYYY-MM': 'mois, AAAA-MM',
  'people whose main job is there at the end of the month':
    'personnes dont l’emploi principal y est à la fin du mois',
  'of these, people who joined on an unknown date': 'dont arrivées à une date inconnue',
  'with weights: these people by their weights': 'avec poids : ces personnes selon leur poids',
  'with --bounds: people there whatever the precision of dates hides':
    'avec --bounds : personnes présentes quoi que cache la précision des dates',
  'with --bounds: people who may be there': 'avec --bounds : personnes qui peuvent y être',
  'organisation left': 'organisation quittée',
  'its id': 'son identifiant',
  'organisation joined': 'organisation rejointe',
  'year or quarter; null for the whole window': 'année ou trimestre ; vide pour toute la fenêtre',
  'moves of all causes': 'mouvements de toute cause',
  'moves by hire': 'mouvements par embauche',
  'moves inside a group': 'mouvements à l’intérieur d’un groupe',
  'moves by takeover': 'mouvements par rachat',
  'moves with a part that was spun off': 'mouvements avec une partie qui a fait scission',
  'moves under a licence-and-hire deal': 'mouvements par une licence avec embauches',
  'hires there less hires back': 'embauches à l’aller moins embauches au retour',
  'people who moved': 'personnes qui ont bougé',
  'exposure at the organisation left, known starts only':
    'exposition dans l’organisation quittée, débuts connus seulement',
  'hires out of jobs with a known start per 100 person-years':
    'embauches depuis des emplois dont le début est connu, pour 100 années-personnes',
  'lower 95 % limit of the rate': 'limite inférieure à 95 % du taux',
  'upper 95 % limit of the rate': 'limite supérieure à 95 % du taux',
  'test of equal hires there and back': 'test de l’égalité des embauches à l’aller et au retour',
  'false discovery rate of the test over all pairs of the period':
    'taux de fausses découvertes du test sur toutes les paires de la période',
  'with weights: hires out of jobs with a known start':
    'avec poids : embauches depuis des emplois dont le début est connu',
  'with weights: moves of all causes': 'avec poids : mouvements de toute cause',
  'with weights: moves by hire': 'avec poids : mouvements par embauche',
  'with weights: hires there less hires back': 'avec poids : embauches à l’aller moins au retour',
  'with weights: exposure at the organisation left': 'avec poids : exposition dans l’organisation quittée',
  'with --bounds: fewest moves that the precision of dates allows':
    'avec --bounds : le moins de mouvements que permet la précision des dates',
  'with --bounds: most moves': 'avec --bounds : le plus de mouvements',
  'with --bounds: fewest hires': 'avec --bounds : le moins d’embauches',
  'with --bounds: most hires': 'avec --bounds : le plus d’embauches',
  'organisation left, all others, or all': 'organisation quittée, toutes les autres, ou toutes',
  'its id; null for all others and all': 'son identifiant ; vide pour toutes les autres et toutes',
  'organisation joined, all others, or all': 'organisation rejointe, toutes les autres, ou toutes',
  'moves of the causes asked for, hires unless told':
    'mouvements des causes demandées, embauches sauf demande',
  'of the moves of all others, those in flows that are not small':
    'des mouvements de toutes les autres, ceux de flux qui ne sont pas petits',
  'organisation A': 'organisation A',
  'organisation B': 'organisation B',
  'moves from A to B': 'mouvements de A vers B',
  'moves from B to A': 'mouvements de B vers A',
  'forward / backward; null where backward is 0': 'aller / retour ; vide où le retour est 0',
  'lower 95 % limit of the ratio': 'limite inférieure à 95 % du rapport',
  'upper 95 % limit of the ratio; null where infinite':
    'limite supérieure à 95 % du rapport ; vide où elle est infinie',
  'test of a ratio of 1': 'test d’un rapport de 1',
  'moves from A to B out of jobs with a known start':
    'mouvements de A vers B depuis des emplois dont le début est connu',
  'moves from B to A out of jobs with a known start':
    'mouvements de B vers A depuis des emplois dont le début est connu',
  'moves out of jobs with an unknown start, not in the rates':
    'mouvements depuis des emplois dont le début est inconnu, hors des taux',
  'exposure at A': 'exposition chez A',
  'exposure at B': 'exposition chez B',
  'ratio of the rates of leaving for each other': 'rapport des taux de départ de l’une vers l’autre',
  'lower 95 % limit of the rate ratio': 'limite inférieure à 95 % du rapport des taux',
  'upper 95 % limit of the rate ratio; null where infinite':
    'limite supérieure à 95 % du rapport des taux ; vide où elle est infinie',
  'test of a rate ratio of 1': 'test d’un rapport des taux de 1',
  'people who moved from A to B': 'personnes passées de A à B',
  'people who moved from B to A': 'personnes passées de B à A',
  'with weights: moves from A to B': 'avec poids : mouvements de A vers B',
  'with weights: moves from B to A': 'avec poids : mouvements de B vers A',
  'with weights: moves from A to B out of jobs with a known start':
    'avec poids : mouvements de A vers B depuis des emplois dont le début est connu',
  'with weights: moves from B to A out of jobs with a known start':
    'avec poids : mouvements de B vers A depuis des emplois dont le début est connu',
  'with weights: exposure at A': 'avec poids : exposition chez A',
  'with weights: exposure at B': 'avec poids : exposition chez B',
  'with --bounds: fewest moves from A to B that the precision of dates allows':
    'avec --bounds : le moins de mouvements de A vers B que permet la précision des dates',
  'with --bounds: most moves from A to B': 'avec --bounds : le plus de mouvements de A vers B',
  'with --bounds: fewest moves from B to A': 'avec --bounds : le moins de mouvements de B vers A',
  'with --bounds: most moves from B to A': 'avec --bounds : le plus de mouvements de B vers A',
  'with --bounds: smallest ratio; null where backward_max is 0':
    'avec --bounds : le plus petit rapport ; vide où backward_max est 0',
  'with --bounds: largest ratio; null where infinite':
    'avec --bounds : le plus grand rapport ; vide où il est infini',
  'D1, D2 or D3': 'D1, D2 ou D3',
  'months m': 'mois m',
  'people asked about': 'personnes dont il est question',
  'jobs asked about (D3: people)': 'emplois dont il est question (D3 : personnes)',
  'jobs that ended within m months (D1), or no longer present':
    'emplois finis dans les m mois (D1), ou qui ne sont plus présents',
  'share kept; null where nobody was followed that long':
    'part gardée ; vide où personne n’a été suivi si longtemps',
  'lower 95 % limit': 'limite inférieure à 95 %',
  'upper 95 % limit': 'limite supérieure à 95 %',
  'with weights: jobs asked about (D3: people)': 'avec poids : emplois dont il est question (D3 : personnes)',
  'with weights: jobs that ended within m months, or no longer present':
    'avec poids : emplois finis dans les m mois, ou qui ne sont plus présents',
  'with --bounds: smallest share that the precision of dates allows; D1: all jobs as short or as long as can be':
    'avec --bounds : la plus petite part que permet la précision des dates ; D1 : tous les emplois aussi courts ou aussi longs que possible',
  'with --bounds: largest share': 'avec --bounds : la plus grande part',
  'with --curve: {month, at_risk, events, share, low, high} at each month of leaving':
    'avec --curve : {month, at_risk, events, share, low, high} à chaque mois de départ',
  'organisation named, or where else': 'organisation nommée, ou où ailleurs',
  'whether the destination is an organisation named': 'si la destination est une organisation nommée',
  'jobs asked about': 'emplois dont il est question',
  'jobs that ended so within m months': 'emplois finis ainsi dans les m mois',
  'people who left so within m months': 'personnes parties ainsi dans les m mois',
  'share that has left so; null where nobody was followed that long':
    'part partie ainsi ; vide où personne n’a été suivi si longtemps',
  'with weights: jobs asked about': 'avec poids : emplois dont il est question',
  'with weights: jobs that ended so within m months': 'avec poids : emplois finis ainsi dans les m mois',
  'with --curve: {month, at_risk, events, share, low, high} at each month of leaving so':
    'avec --curve : {month, at_risk, events, share, low, high} à chaque mois d’un tel départ',
  'people there, of those whose start is known': 'personnes présentes, parmi celles dont le début est connu',
  'jobs begun by hire': 'emplois commencés par embauche',
  'jobs that ended by leaving': 'emplois finis par un départ',
  exposure: 'exposition',
  'hires less exits per person-year; null without exposure':
    'embauches moins départs par année-personne ; vide sans exposition',
  'lower 95 % limit, approximate': 'limite inférieure à 95 %, approchée',
  'upper 95 % limit, approximate': 'limite supérieure à 95 %, approchée',
  'exits per person-year; null without exposure': 'départs par année-personne ; vide sans exposition',
  'hires / exits: (growth + hazard) / hazard; null without exits':
    'embauches / départs : (croissance + risque) / risque ; vide sans départ',
  'jobs begun by takeover, spin-off or inside the group: no hires':
    'emplois commencés par rachat, par scission ou dans le groupe : pas des embauches',
  'jobs ended by these: no exits': 'emplois finis de ces façons : pas des départs',
  'growth by these: taken_in less taken_out per person-year':
    'croissance de ces façons : taken_in moins taken_out par année-personne',
  'exits out of jobs with an unknown start, not counted':
    'départs d’emplois dont le début est inconnu, non comptés',
  'people hired': 'personnes embauchées',
  'people who left': 'personnes parties',
  'with weights: jobs begun by hire': 'avec poids : emplois commencés par embauche',
  'with weights: jobs that ended by leaving': 'avec poids : emplois finis par un départ',
  'with weights: exposure': 'avec poids : exposition',
  'with --printed: growth at which this hazard shows it':
    'avec --printed : croissance à laquelle ce risque montre ce rapport',
  'with --printed: hazard at which this growth shows it; null where none does':
    'avec --printed : risque auquel cette croissance montre ce rapport ; vide où aucun ne le fait',
};
