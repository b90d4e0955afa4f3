export { betaCdf, betaQuantile, betaUpper, betaUpperQuantile } from './beta.js';
export { binomialPValue, clopperPearson, type Interval } from './binomial.js';
export { type Change, changeOver, studentQuantile } from './change.js';
export { componentsOf, connectedSet, largestSet } from './connected.js';
export {
  type Lookback,
  lookbackAt,
  type Nowcast,
  nowcastOf,
  type Reported,
  reportedShare,
} from './delay.js';
export { percentileInterval, sidedPValue } from './draws.js';
export { effectiveSize, type Sides, shareVariance } from './effective.js';
export { type Elimination, eliminationOf, weightsByElimination } from './elimination.js';
export {
  drawnValues,
  findingValues,
  flowValues,
  lessMean,
  type Movers,
  mostEliminated,
  movesAt,
} from './flowValue.js';
export { logBeta, logGamma } from './gamma.js';
export { gammaCdf, gammaQuantile, gammaUpper, gammaUpperQuantile } from './gammaQuantile.js';
export {
  type ImpliedCounts,
  impliedCounts,
  impliedShare,
  leastExcludingParity,
  partsOf,
  type RatioCounts,
  type ShareCounts,
} from './granularity.js';
export {
  type GrowthSplit,
  growthSplit,
  hiresToExits,
  impliedGrowth,
  impliedHazard,
} from './growth.js';
export {
  type CauseGroup,
  type CauseRow,
  causeTable,
  cumulativeIncidence,
  type Incidence,
  type IncidenceStep,
  incidenceAt,
} from './incidence.js';
export { mostResidual, type Search, weightsByIteration } from './iteration.js';
export { type WeightedSpells, weightedSurvival } from './jackknife.js';
export { type Line, weightedLine } from './line.js';
export { benjaminiHochberg } from './multiple.js';
export {
  type Arrivals,
  arrivalsOf,
  edgeBetween,
  type Network,
  networkOf,
  type Part,
  partOf,
} from './network.js';
export { normalCdf, normalQuantile } from './normal.js';
export { poissonInterval, poissonRate, type Rate } from './poisson.js';
export { type PoissonCells, type PoissonRegression, poissonRegression } from './poissonRegression.js';
export { flowRatio, type Ratio, rateRatio } from './ratio.js';
export { remembered } from './remembered.js';
export { presentShare } from './retention.js';
export {
  leastPlacebos,
  type NoStudy,
  type Study,
  type StudyPlan,
  type StudySeries,
  studyOf,
} from './study.js';
export {
  type LifeTableRow,
  lifeTable,
  type SpellGroup,
  type Survival,
  type SurvivalStep,
  survivalAt,
  survivalCurve,
  survivalFromLifeTable,
} from './survival.js';
export {
  type WeightedEvents,
  weightedRate,
  weightedRateRatio,
  weightedRatio,
  weightedShare,
} from './weighted.js';
export { weightedGrowth } from './weightedGrowth.js';
export { type WeightedCauses, weightedIncidence } from './weightedIncidence.js';
