/** The features that searches of a box always use, to be requested together with the engine; otherwise each would cost another round trip. */
import type { ClientFeature } from '../open/search-client.ts'

export const FEATURES_OF_ALL: readonly ClientFeature[] = ['highlights']
