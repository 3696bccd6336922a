/** The question as it was most likely meant: words that were taken for typos replaced, the rest as typed. */
import type { Question } from '../query/question.ts'
import type { WeighedQuestion } from '../search/weigh.ts'

/** `text` with its misspelt words corrected, each in the capitals it was typed in; undefined where no word of it was taken for a typo. */
export function correctQuestion(text: string, { sequence }: Question, { terms }: WeighedQuestion): string | undefined {
  let corrected = ''
  let copied = 0
  for (const { term, start, end } of sequence) {
    const { correction } = terms[term]
    if (correction === undefined || start < 0) continue
    corrected += text.slice(copied, start) + inCapitalsOf(text.slice(start, end), correction)
    copied = end
  }
  return copied === 0 ? undefined : corrected + text.slice(copied)
}

function inCapitalsOf(typed: string, word: string): string {
  if (typed.length > 1 && typed === typed.toLocaleUpperCase('fr')) return word.toLocaleUpperCase('fr')
  const [first = ''] = typed
  return first === first.toLocaleLowerCase('fr') ? word : word.charAt(0).toLocaleUpperCase('fr') + word.slice(1)
}
