/** Writes lines in order for `sortedLines`: each as how many letters it shares with the one before, as a capital (A none), then its others. */
export function writeSorted(lines: readonly string[]): string {
  let before = ''
  let written = ''
  for (const line of [...lines].sort()) {
    if (/[A-Z]/.test(line)) throw new Error(`${line} has capitals`)
    let shared = 0
    while (shared < MOST_SHARED && shared < before.length && line[shared] === before[shared]) shared++
    written += String.fromCharCode(0x41 + shared) + line.slice(shared)
    before = line
  }
  return written
}

/** Z */
const MOST_SHARED = 25
