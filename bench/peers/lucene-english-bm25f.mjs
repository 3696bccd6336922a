/** Lucene's EnglishAnalyzer (Porter stemmer), BM25F, the title counted twice. */

import { lucenePeer } from './lucene.mjs'

export default lucenePeer('english', 'bm25f')
