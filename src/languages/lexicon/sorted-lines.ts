/** Sorted lines without the prefix that each shares with the previous one: `Aport`, `Eail` are port and portail. */
const FIRST = 0x41

/** The lines of a table in the format of `writeSorted`: the number of letters that remain from the previous line, as a capital (A: none), then the others. */
export function sortedLines(table: string): string[] {
  let before = ''
  return table.split(/(?=[A-Z])/).map(line => (before = before.slice(0, line.charCodeAt(0) - FIRST) + line.slice(1)))
}
