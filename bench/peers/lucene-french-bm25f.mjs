/** Lucene's FrenchAnalyzer (light stemmer), title and text combined by BM25F, the title counted twice. */

import { lucenePeer } from './lucene.mjs'

export default lucenePeer('french', 'bm25f')
