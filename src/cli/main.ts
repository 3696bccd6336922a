/** The entry of the program `trouvaille`: its process. */
import { run } from './program.ts'

// `trouvaille search … | head` closes the pipe early: nobody is left to be told.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await run(process.argv.slice(2), process)
