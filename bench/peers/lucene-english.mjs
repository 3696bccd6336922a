/** Lucene's EnglishAnalyzer (Porter stemmer), title and text in one field. */

import { lucenePeer } from './lucene.mjs'

export default lucenePeer('english', 'one-field')
