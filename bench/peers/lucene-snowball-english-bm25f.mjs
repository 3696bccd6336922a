/** Lucene with possessives taken off, its English stop words and Snowball (Porter 2), BM25F, the title counted twice. */

import { lucenePeer } from './lucene.mjs'

export default lucenePeer('snowball-english', 'bm25f')
