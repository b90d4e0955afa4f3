import { both } from '../app/language.js';

/** Words for the flags of a released row, by code. */
export const flags = both<Readonly<Record<string, string>>>(
  {
    withheld: 'partly withheld',
    computed: 'computed from what is released',
    not_final: 'not final: moves are reported late',
  },
  {
    withheld: 'masquée en partie',
    computed: 'calculée sur ce qui est diffusé',
    not_final: 'non définitive : les mouvements sont déclarés tard',
  },
);
