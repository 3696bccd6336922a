/** Orama 3 with French stemmer and stop words. */

import * as orama from '@orama/orama'
import { oramaPeer } from './orama.mjs'

export default oramaPeer('orama-fr', '@orama/orama', orama)
