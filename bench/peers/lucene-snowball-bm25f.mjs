/** Lucene with elision, stop words, Snowball and ASCII folding, title and text combined by BM25F, the title counted twice. */

import { lucenePeer } from './lucene.mjs'

export default lucenePeer('snowball', 'bm25f')
