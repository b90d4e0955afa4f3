import type { AnyMeasure } from '../src/measures/index.js';
import type { Source, TableSource } from '../src/sources/index.js';

export function measuresPage(measures: readonly AnyMeasure[]): string;
export function sourcesPage(
  sources: readonly Source[],
  tableSources: readonly TableSource[],
  commonOddities: Source['oddities'],
): string;
