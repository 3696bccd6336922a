/** Lucene's EnglishAnalyzer (Porter stemmer), title and text apart, the title's score doubled. */

import { lucenePeer } from './lucene.mjs'

export default lucenePeer('english', 'two-fields')
