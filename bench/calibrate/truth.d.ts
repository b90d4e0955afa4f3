/** A world's chances, as bench/calibrate/world.js draws them. */
export interface Chances {
  readonly firms: readonly string[];
  readonly hazards: readonly number[];
  readonly destinations: readonly (readonly number[])[];
  readonly gaps: readonly number[];
  readonly shortestBreak: number;
  readonly entries: readonly number[];
  readonly early: number;
  readonly returning: number;
  readonly last: number;
}

export interface Truth {
  readonly ratio: number;
  readonly rate_ratio: number;
  readonly D1: number;
  readonly D2: number;
  readonly D3: number;
  readonly incidence: number;
}

export function truthOf(world: Chances, months: number): Truth;
export function valuesOf(world: Chances): readonly number[];
