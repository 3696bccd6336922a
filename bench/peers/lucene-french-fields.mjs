/** Lucene's FrenchAnalyzer (light stemmer), title and text apart, the title's score doubled. */

import { lucenePeer } from './lucene.mjs'

export default lucenePeer('french', 'two-fields')
