/** The optional features of a search. A page loads each when a query needs it; everywhere else they are linked in. */
import type * as skipping from '../search/collect-best.ts'
import type * as columns from './columns.ts'
import type * as corrections from './corrections.ts'
import type * as editorial from './editorial.ts'
import type * as explain from './explain.ts'
import type * as highlights from './highlights.ts'
import type * as operators from './operators.ts'
import type * as passages from './passages.ts'
import type * as similar from './similar.ts'
import type * as suggest from './suggest.ts'

export interface Features {
  columns: typeof columns
  editorial: typeof editorial
  corrections: typeof corrections
  explain: typeof explain
  highlights: typeof highlights
  operators: typeof operators
  passages: typeof passages
  similar: typeof similar
  skipping: typeof skipping
  suggest: typeof suggest
}

export type FeatureName = keyof Features

/** Returns a feature. @throws MissingFeature if it is not loaded */
export type FeatureSource = <Name extends FeatureName>(name: Name) => Features[Name]

/** Thrown if a feature that is not loaded is needed. It never leaves the library: the engine loads the feature and starts again. */
export class MissingFeature extends Error {
  readonly feature: FeatureName

  constructor(feature: FeatureName) {
    super(`the feature "${feature}" is not loaded`)
    this.feature = feature
  }
}
