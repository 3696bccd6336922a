/** Answers the calls of a page: keeps a client for each index that it opens, and runs its methods. */

import type { MessageEnd } from '../open/open-options.ts'
import { SearchClient } from '../open/search-client.ts'
import { sendError, type ToPage, type ToWorker } from '../open/worker-messages.ts'

/**
 * Answers the calls of clients that run their queries elsewhere: the other end of `openIndex(url, { worker })`. A worker that imports `trouvaille/worker` does it by
 * itself; call it only for a `MessageChannel`, as in a service worker or in a test.
 *
 * @param page the end of the line that the calls come from: the scope of the worker, or a port of a `MessageChannel`
 * @example
 * const { port1, port2 } = new MessageChannel()
 * answerCalls(port1)
 * const index = openIndex<Article>('https://exemple.fr/search.trv', { worker: port2 })
 */
export function answerCalls(page: MessageEnd): void {
  const clients = new Map<number, SearchClient>()
  const running = new Map<number, AbortController>()
  const send = (message: ToPage) => page.postMessage(message)

  const answer = async (
    message: Extract<ToWorker, { 0: 'call' }>,
    client: SearchClient | undefined,
    controller: AbortController,
  ) => {
    const [, , call, method, args, options, modules] = message
    try {
      if (client === undefined) throw new Error('The index is closed.')
      const result = await client.run(method, args, { ...options, signal: controller.signal }, modules)
      if (!controller.signal.aborted) send(['answer', call, result])
    } catch (error) {
      if (!controller.signal.aborted) send(['error', call, sendError(error)])
    } finally {
      running.delete(call)
    }
  }

  page.addEventListener('message', ({ data }) => {
    const message = data as ToWorker
    switch (message[0]) {
      case 'open':
        clients.set(message[1], new SearchClient(message[2], message[3]))
        send(['open', message[1]])
        break
      case 'close':
        clients.delete(message[1])
        break
      case 'abort':
        running.get(message[1])?.abort()
        break
      case 'call': {
        const controller = new AbortController()
        // Now, because the page may close the index while the query runs.
        const client = clients.get(message[1])
        running.set(message[2], controller)
        // Messages that wait behind this one come first: of the letters typed while the last query ran, only the last causes a search.
        setTimeout(() => {
          if (controller.signal.aborted) running.delete(message[2])
          else answer(message, client, controller)
        })
      }
    }
  })
  page.start?.()
}
