/** ZBSearch 4 with French stemmer and stop words. */

import * as zbsearch from 'zbsearch'
import { oramaPeer } from './orama.mjs'

/** Its functions are the fork's namesakes; the types differ only in that each names its own index. */
const engine = /** @type {typeof import('@orama/orama')} */ (/** @type {unknown} */ (zbsearch))

export default oramaPeer('zbsearch-fr', 'zbsearch', engine)
