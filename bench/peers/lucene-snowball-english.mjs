/** Lucene with possessives taken off, its English stop words and Snowball (Porter 2), title and text in one field. */

import { lucenePeer } from './lucene.mjs'

export default lucenePeer('snowball-english', 'one-field')
