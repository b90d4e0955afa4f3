import type { AnyMeasure } from '../src/measures/index.js';
import type { Source } from '../src/sources/index.js';

export function measuresPage(measures: readonly AnyMeasure[]): string;
export function sourcesPage(sources: readonly Source[], commonOddities: Source['oddities']): string;
