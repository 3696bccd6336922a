/** Opens a command's index on a cluster. Errors become messages of the program. */
import { InvalidOptionError, RequestFailedError, TrouvailleError } from '../index.ts'
import type { ClusterIndex, ClusterOptions } from '../opensearch/index.ts'
import type { CommandOption } from './command.ts'
import { Failure } from './failure.ts'
import type { Messages } from './messages/english.ts'

type Document = Record<string, unknown>

/** The option with the cluster's address. */
export const clusterOption: CommandOption = {
  value: m => m.help.values.url,
  describe: m => m.help.describe.cluster,
}

/** @throws Failure */
export async function openNamed<R>(
  url: string,
  name: string,
  messages: Messages,
  options: Partial<ClusterOptions<Document>>,
  use: (index: ClusterIndex) => Promise<R>,
): Promise<R> {
  const { openCluster } = await import('../opensearch/index.ts')
  try {
    return await use(await openCluster<Document>({ ...options, nodes: url, name }))
  } catch (error) {
    throw clusterFailure(error, name, withoutUser(url), messages)
  }
}

/** An address without a user name and password, which logs must not show. */
function withoutUser(url: string): string {
  try {
    const parsed = new URL(url)
    parsed.username = ''
    parsed.password = ''
    return parsed.href.replace(/\/$/, '')
  } catch {
    return url
  }
}

function clusterFailure(error: unknown, name: string, url: string, messages: Messages): unknown {
  if (!(error instanceof TrouvailleError)) return error
  const { cluster } = messages.failure
  if (error instanceof RequestFailedError) return new Failure(cluster.noAnswer(url))
  if (error instanceof InvalidOptionError) {
    if (error.option === 'nodes') return new Failure(cluster.noAddress(url))
    if (error.option !== 'name') return error
    const isMissing = error.allowed.startsWith('the name of an existing index')
    return new Failure(isMissing ? cluster.noIndex(name, url) : cluster.refused(url, messages.optionProblem(error)))
  }
  switch (error.code) {
    case 'UNSUPPORTED_SERVER':
      return new Failure(cluster.unsupported(url))
    case 'INDEX_MISMATCH':
      return new Failure(cluster.mismatch(name))
    case 'INCOMPLETE_ANSWER':
      return new Failure(cluster.incomplete(name))
    case 'CLUSTER_REQUEST':
      return new Failure(cluster.refused(url, error.message))
  }
  return error
}
