/** Writes the documents of a build to an index on an OpenSearch cluster. */
import type { Language } from '../index.ts'
import type { BuiltIndex } from '../node.ts'
import type { ClusterOptions } from '../opensearch/index.ts'
import type { FieldOptions } from '../readers/index.ts'
import { Failure } from './failure.ts'
import type { Messages } from './messages/english.ts'
import { openNamed } from './open-cluster.ts'

type Fields = Record<string, unknown>

/** The number of rejections shown. */
const SHOWN_REFUSALS = 5

/**
 * Writes the documents, replacing those with the same ids; other documents of the index stay.
 *
 * @throws Failure if the cluster does not answer, the index has other fields, or documents were rejected
 */
export async function writeToCluster(
  documents: AsyncIterable<Fields>,
  { fields, storeFields, language }: { fields: FieldOptions; storeFields: readonly string[]; language?: Language },
  { url, name }: { url: string; name: string },
  messages: Messages,
): Promise<BuiltIndex & { unchanged: number; hash: string }> {
  const schema = { fields, storeFields, ...(language !== undefined && { language }) }
  return openNamed(url, name, messages, schema as Partial<ClusterOptions<Fields>>, async index => {
    const { rejected } = await index.addAll(documents)
    if (rejected.length > 0) {
      const shown = rejected.slice(0, SHOWN_REFUSALS).map(({ id, reason }) => `${id}: ${reason}`)
      throw new Failure(messages.failure.other(name, messages.build.refused(rejected.length, shown)))
    }
    await index.refresh()
    const { words, bytes } = await index.health()
    return { documents: await index.size(), words, bytes, unchanged: 0, hash: '' }
  })
}
