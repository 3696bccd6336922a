/** Who is ahead where, in sentences and one small table: a reader should not have to compare columns. */

/**
 * @template Subject
 * @typedef {{ name: string, unit: string, of: (subject: Subject) => number | undefined }} Figure less is better
 */
/**
 * @template Subject
 * @typedef {{ name: string, figures: Subject }} Rival
 */

/** Less is within what two runs differ by. */
const LEVEL = 1.1

/**
 * @template Subject
 * @param {Subject} own Trouvaille's figures
 * @param {readonly Rival<Subject>[]} rivals
 * @param {readonly Figure<Subject>[]} figures
 * @returns {string[]} a line of a Markdown list for each rival
 */
export function summaryLines(own, rivals, figures) {
  return rivals.map(({ name, figures: other }) => {
    /** @type {Record<'ahead' | 'behind' | 'level', string[]>} */
    const groups = { ahead: [], behind: [], level: [] }
    for (const figure of figures) {
      const ratio = (figure.of(own) ?? Number.NaN) / (figure.of(other) ?? Number.NaN)
      if (Number.isNaN(ratio)) continue
      const group = standing(ratio)
      const factor = group === 'level' ? '' : ` (${times(Math.max(ratio, 1 / ratio))})`
      groups[group].push(`${figure.name}${factor}`)
    }
    const sentences = [
      ...sentence(`${name} is ahead in`, groups.behind),
      ...sentence(
        groups.behind.length > 0 ? 'Trouvaille is ahead in' : `Trouvaille is ahead of ${name} in`,
        groups.ahead,
      ),
      ...sentence('They are level in', groups.level),
    ]
    return `- ${sentences.join(' ')}`
  })
}

/**
 * @template Subject
 * @param {Subject} own
 * @param {readonly Rival<Subject>[]} rivals
 * @param {readonly Figure<Subject>[]} figures
 * @returns {string[][]} the first row holds the headings
 */
export function summaryTable(own, rivals, figures) {
  return [
    ['', 'Trouvaille', ...rivals.map(({ name }) => name)],
    ...figures.map(figure => [
      `${figure.name}, ${figure.unit}`,
      ...[own, ...rivals.map(({ figures }) => figures)].map(subject => shown(figure.of(subject) ?? Number.NaN)),
    ]),
  ]
}

/** @param {number} ratio of Trouvaille's figure to the other's @returns {'ahead' | 'behind' | 'level'} of the other */
export function standing(ratio) {
  if (ratio > LEVEL) return 'behind'
  return ratio < 1 / LEVEL ? 'ahead' : 'level'
}

/** @param {string} beginning @param {readonly string[]} names */
function sentence(beginning, names) {
  if (names.length === 0) return []
  const last = names[names.length - 1]
  const list = names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
  return [`${beginning} ${list}.`]
}

/** @param {number} ratio */
const times = ratio => `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)} times`

/** @param {number} value */
function shown(value) {
  if (Number.isNaN(value)) return '–'
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value).toString()
}
