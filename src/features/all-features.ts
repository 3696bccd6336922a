/** All features, linked in for the synchronous indexes. */
import * as skipping from '../search/collect-best.ts'
import * as columns from './columns.ts'
import * as corrections from './corrections.ts'
import * as editorial from './editorial.ts'
import * as explain from './explain.ts'
import type { FeatureSource, Features } from './features.ts'
import * as highlights from './highlights.ts'
import * as operators from './operators.ts'
import * as passages from './passages.ts'
import * as similar from './similar.ts'
import * as suggest from './suggest.ts'

const FEATURES: Features = {
  columns,
  corrections,
  editorial,
  explain,
  highlights,
  operators,
  passages,
  similar,
  skipping,
  suggest,
}

export const allFeatures: FeatureSource = name => FEATURES[name]
