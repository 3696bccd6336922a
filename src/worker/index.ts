/** All that `import 'trouvaille/worker'` gives: a worker that answers the calls of `openIndex(url, { worker })`. @module trouvaille/worker */
import { answerCalls } from './answer-calls.ts'

export { answerCalls }

const scope = globalThis as { WorkerGlobalScope?: unknown }
// Elsewhere, as in tests, the code that imports this module decides whose calls are answered.
if (scope.WorkerGlobalScope !== undefined) answerCalls(globalThis as never)
