/** The messages of an answer: the live region with the count, corrections to choose, and actions after a failure. */
import type { SearchState } from '../search-box/index.ts'
import { button, h, present } from './dom.ts'
import { shownAnswer, statusText, type ViewContext } from './view.ts'

export class MessagesView {
  /** The buttons next to the live region. */
  readonly choices = h('div', { part: 'messages', class: 'messages', hidden: '' })
  private readonly context: ViewContext

  constructor(context: ViewContext) {
    this.context = context
  }

  render(state: SearchState): void {
    const { wording, shell } = this.context
    const { status } = shell
    const text = statusText(state, wording)
    // Whoever waits was told so before the views were loaded.
    const isTold = text === '' && state.phase === 'loading' && status.textContent === wording.loading
    // Setting the same text again would make screen readers repeat it.
    if (status.textContent !== text && !isTold) status.textContent = text
    const choices = present([...this.failureChoices(state), ...this.queryChoices(state)])
    this.choices.replaceChildren(...choices)
    this.choices.hidden = choices.length === 0
  }

  private failureChoices({ failure }: SearchState) {
    const { box, wording } = this.context
    if (failure === undefined) return []
    return [
      failure.kind === 'outdated'
        ? button('retry', wording.reload, () => location.reload())
        : button('retry', wording.retry, () => box.retry()),
    ]
  }

  private queryChoices(state: SearchState) {
    const { box, wording } = this.context
    const answer = shownAnswer(state)
    if (answer === undefined || state.failure !== undefined) return []
    const { query, correction, didYouMean, total } = answer
    return [
      total === 0 && h('p', {}, wording.advice),
      correction !== undefined &&
        h(
          'p',
          { part: 'correction' },
          wording.corrected(correction),
          ' ',
          button('exact', wording.exactly(query.trim()), () => box.submitExactly()),
        ),
      didYouMean !== undefined &&
        h(
          'p',
          { part: 'suggestion' },
          wording.didYouMean,
          ' ',
          button('did-you-mean', didYouMean, () => box.submit(didYouMean)),
          wording.questionMark,
        ),
    ]
  }
}
