/** `npm run cluster [1|3] [2|3]`: starts one node or three of OpenSearch 2 (the default) or 3, prints their addresses, and ends them when it is ended. */
import { startCluster, VERSIONS } from './local-cluster.mjs'

const [nodes = '1', major = '2'] = process.argv.slice(2)
const cluster = await startCluster({ nodes: Number(nodes), version: VERSIONS[major] })
console.log(`OpenSearch ${cluster.version}: ${cluster.urls.join(' ')}`)
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => cluster.stop().then(() => process.exit(0)))
