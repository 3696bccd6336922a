/** Lucene with possessives taken off, its English stop words and Snowball (Porter 2), title and text apart, the title's score doubled. */

import { lucenePeer } from './lucene.mjs'

export default lucenePeer('snowball-english', 'two-fields')
