/** Lucene's FrenchAnalyzer (light stemmer), title and text in one field. */

import { lucenePeer } from './lucene.mjs'

export default lucenePeer('french', 'one-field')
