/** Lucene with elision, stop words, Snowball and ASCII folding, title and text in one field. */

import { lucenePeer } from './lucene.mjs'

export default lucenePeer('snowball', 'one-field')
