/** The entry of the program `trouvaille`: its process. */
import module from 'node:module'

// `trouvaille search … | head` closes the pipe early; nobody reads the rest.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

// Nor does anyone need to read messages (`2>&1 | head`): a build goes on to its end.
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

// From Node 22.8 on, compiled code is cached between runs. This must happen before anything else is loaded.
const { enableCompileCache } = module as { enableCompileCache?: () => void }
enableCompileCache?.()
const { run } = await import('./program.ts')

process.exitCode = await run(process.argv.slice(2), process)
