import { phrases } from './_pattern.js';

/** Words that tell a rumour. */
export const rumourWords = phrases(
  'rumeur, rumeurs, il se murmure, se murmure, le bruit court, bruits de couloir, ouï-dire, rumour, rumours, rumor, rumors, rumoured, rumored, gossip, grapevine',
);

/** Words that keep a distance from what is said. */
export const hedges = phrases(`
  reportedly, allegedly, apparently, supposedly, purportedly, may have, might have, could have, might, seems to have, appears to have, is rumoured to,
  semble avoir, semblerait, paraît-il, serait-on tenté, peut-être, à ce qu'il paraît, soi-disant, on dit que, probablement, vraisemblablement`);

/** Words that speak of what is to come. */
export const futures = phrases(`
  will, won't, would be, would reach, would cut, would lay, would cost, would rise, would hire, would fall, would grow, plans to, plan to, planned to, planning to, expects to, expect to, expected to, expects the, expect the, aims to, aim to, intends to, intend to, hopes to, hope to, set to, is due to, are due to, poised to, forecast to, is to cut, is to buy, is going to, are going to, by the end of, projected to,
  prévoit de, prévoient de, prévoit, prévoient, compte recruter, compte embaucher, compte supprimer, compte investir, comptent, projette de, envisage de, envisagent de, a l'intention de, ambitionne de, vise à, vise les, d'ici, devrait, devraient, doit être, à la fin de l'année, l'an prochain, l'année prochaine`);

/** Forms that look like the French conditional and are the imperfect. */
export const imperfects: ReadonlySet<string> = new Set(
  phrases(`
  tirait, retirait, attirait, admirait, désirait, inspirait, respirait, expirait, soupirait, virait, aspirait, transpirait, conspirait, empirait, tiraient, retiraient, attiraient, aspiraient, désiraient, admiraient,
  cadrait, encadrait, engendrait, cadraient, encadraient, ouvrait, couvrait, découvrait, livrait, œuvrait, enivrait, ouvraient, couvraient, découvraient, livraient, œuvraient, montrait, entrait, rencontrait, concentrait, rentrait, démontrait, montraient, entraient, rencontraient, concentraient,
  rentraient, démontraient, illustrait, administrait, enregistrait, filtrait, illustraient, enregistraient, registrait, frustrait`),
);

/** Words that look like the French future and are none. */
export const noFutures: ReadonlySet<string> = new Set(
  phrases(
    'opéra, caméra, extra, ultra, infra, intra, sierra, sera-ce, front, affront, tundra, mantra, contra, camera, opera, era, aura',
  ),
);
