import { mostEliminated } from '../stats/index.js';
import type { Dropping } from './_network.js';
import type { Note } from './measure.js';

const say = (locale: string, count: number): string => new Intl.NumberFormat(locale).format(count);

/** Who is ranked, and what a value rests on; why nobody is, where nobody is. */
export function rankingNote(size: number, { minMoves }: { readonly minMoves: number }): readonly Note[] {
  if (size === 0) {
    return [
      {
        code: 'no_set',
        en: `No organisation is ranked: no two hang together by moves both ways, with ${minMoves} into and out of each (--min-moves).`,
        fr: `Aucune organisation n’est classée : il n’y en a pas deux que des mouvements lient dans les deux sens, avec ${minMoves} entrées et sorties chacune (--min-moves).`,
      },
    ];
  }
  return [
    {
      code: 'what_value_is',
      en: 'A value says where people who changed jobs went, not where those who stayed would go; uncorrected, it is higher for those who offer more jobs and lower for those who have more people to lose.',
      fr: 'Une valeur dit où sont allés ceux qui ont changé d’emploi, non où iraient ceux qui sont restés ; non corrigée, elle est plus haute pour qui offre plus d’emplois et plus basse pour qui a plus de gens à perdre.',
    },
  ];
}

/** How many organisations are dropped, by reason. */
export function droppedNote(counts: Readonly<Record<Dropping, number>>): readonly Note[] {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (all === 0) return [];
  const of = (locale: string, reason: Dropping): string => say(locale, counts[reason]);
  return [
    {
      code: 'dropped',
      en: `Organisations with moves that are not ranked: ${say('en-GB', all)}; nobody left for one that is: ${of('en-GB', 'never_left')}; nobody came from one: ${of('en-GB', 'never_joined')}; neither: ${of('en-GB', 'apart')}; too few moves: ${of('en-GB', 'few_moves')}.`,
      fr: `Organisations avec des mouvements qui ne sont pas classées : ${say('fr-FR', all)} ; aucun départ vers une classée : ${of('fr-FR', 'never_left')} ; aucune arrivée depuis une classée : ${of('fr-FR', 'never_joined')} ; ni l’un ni l’autre : ${of('fr-FR', 'apart')} ; trop peu de mouvements : ${of('fr-FR', 'few_moves')}.`,
    },
    {
      code: 'list_dropped',
      en: 'Those that are not ranked are listed with --dropped.',
      fr: 'Celles qui ne sont pas classées sont listées avec --dropped.',
    },
  ];
}

/** What intervals rest on, or why there are none. */
export function drawNotes(
  size: number,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): readonly Note[] {
  if (size === 0 || draws === 0) return [];
  if (size > mostEliminated) {
    return [
      {
        code: 'too_many_for_draws',
        en: `No intervals: ${say('en-GB', size)} organisations are ranked, and draws are made up to ${say('en-GB', mostEliminated)}. Raise --min-moves, or ask a shorter window.`,
        fr: `Pas d’intervalles : ${say('fr-FR', size)} organisations sont classées, et les tirages se font jusqu’à ${say('fr-FR', mostEliminated)}. Augmentez --min-moves, ou demandez une fenêtre plus courte.`,
      },
    ];
  }
  return [
    {
      code: 'draws',
      en: `Intervals of values and ranks: ${say('en-GB', draws)} draws over people (--draws), seed ${seed}. Ranks of many organisations overlap: read the interval, not the rank.`,
      fr: `Intervalles des valeurs et des rangs : ${say('fr-FR', draws)} tirages de personnes (--draws), graine ${seed}. Les rangs de beaucoup d’organisations se recouvrent : lisez l’intervalle, non le rang.`,
    },
  ];
}

/** What the correction for size and offers assumes, or why there is none. */
export function correctionNote(size: number, corrected: readonly (number | null)[]): readonly Note[] {
  if (size === 0) return [];
  if (corrected.every((value) => value === null)) {
    return [
      {
        code: 'no_gaps',
        en: 'Values are not corrected for size and offers: the source shows nobody who was hired after more than 3 months without a job, or no time at the organisations.',
        fr: 'Les valeurs ne sont pas corrigées de la taille et des offres : la source ne montre personne d’embauché après plus de 3 mois sans emploi, ou pas de durée dans les organisations.',
      },
    ];
  }
  return [
    {
      code: 'correction_assumes',
      en: 'Corrected values take the share of hires out of non-employment as the share of offers, and the share of person-months as the share of people to lose: they assume that jobs are lost equally everywhere and that those without one accept every offer.',
      fr: 'Les valeurs corrigées prennent la part des embauches hors du non-emploi pour la part des offres, et la part des mois-personnes pour la part des gens à perdre : elles supposent qu’on perd son emploi également partout, et que ceux qui n’en ont pas acceptent toute offre.',
    },
  ];
}
