/** Lines in order, without what each shares with the one before: `Aport`, `Eail` are port and portail. */
const FIRST = 0x41

/** The lines of a table as `writeSorted` writes it: how many letters of the line before stay, as a capital (A none), then the others. */
export function sortedLines(table: string): string[] {
  let before = ''
  return table.split(/(?=[A-Z])/).map(line => (before = before.slice(0, line.charCodeAt(0) - FIRST) + line.slice(1)))
}
