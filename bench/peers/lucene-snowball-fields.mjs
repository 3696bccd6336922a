/** Lucene with elision, stop words, Snowball and ASCII folding, title and text apart, the title's score doubled. */

import { lucenePeer } from './lucene.mjs'

export default lucenePeer('snowball', 'two-fields')
