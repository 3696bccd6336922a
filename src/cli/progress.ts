/** How far a long work is: a bar where someone watches a terminal, a plain line at its start elsewhere. */
import cliProgress from 'cli-progress'
import type { Terminal } from './terminal.ts'

/** Runs `work`, which tells how many of `total` it has done. */
export async function withProgress<T>(
  terminal: Terminal,
  label: string,
  total: number,
  work: (advance: (by: number) => void) => Promise<T>,
): Promise<T> {
  const { stderr } = terminal.surroundings
  if (!stderr.isTTY) {
    terminal.report(label)
    return work(() => {})
  }
  const bar = new cliProgress.SingleBar(
    { format: '{label}  {bar} {percentage} %', stream: stderr, clearOnComplete: true, hideCursor: true, barsize: 30 },
    cliProgress.Presets.shades_classic,
  )
  bar.start(total, 0, { label })
  try {
    return await work(by => bar.increment(by))
  } finally {
    bar.stop()
  }
}
