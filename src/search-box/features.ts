/** The features that the searches of a box use whatever the index is, to be requested together with the engine: each would cost a round trip of its own otherwise. */
import type { ClientFeature } from '../open/search-client.ts'

export const FEATURES_OF_ALL: readonly ClientFeature[] = ['highlights', 'corrections']
