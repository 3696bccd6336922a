/**
 * The features of a search that not every query needs. A page loads each when a query asks for it; everywhere else they are there from the start.
 */
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

/** Gives a feature. @throws MissingFeature if it is not loaded */
export type FeatureSource = <Name extends FeatureName>(name: Name) => Features[Name]

/** Thrown by work that needs a feature which is not loaded. Never seen outside: whoever searches loads the feature and starts again. */
export class MissingFeature extends Error {
  readonly feature: FeatureName

  constructor(feature: FeatureName) {
    super(`the feature "${feature}" is not loaded`)
    this.feature = feature
  }
}
