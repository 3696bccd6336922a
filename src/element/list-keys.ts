/**
 * The effect of a key in a combobox with a list, after the ARIA Authoring Practices (Editable Combobox With List Autocomplete). The text field keeps the focus;
 * the active option is a number.
 */

export interface ListState {
  isOpen: boolean
  options: number
  /** The active option, from 0; -1 if there is none. */
  active: number
}

export type ListAction =
  | { type: 'move'; to: number }
  | { type: 'open'; active: number }
  | { type: 'close' }
  | { type: 'clear' }
  /** Follows the active option, or submits the text if there is none. */
  | { type: 'accept' }
  /** Returns to the text, where the key moves the caret. */
  | { type: 'leave' }

/** Undefined if the key has its default effect. */
export function actionOf(key: string, { isOpen, options, active }: ListState): ListAction | undefined {
  const last = options - 1
  switch (key) {
    case 'ArrowDown':
      if (!isOpen) return { type: 'open', active: options > 0 ? 0 : -1 }
      return options === 0 ? undefined : { type: 'move', to: active >= last ? 0 : active + 1 }
    case 'ArrowUp':
      if (!isOpen) return { type: 'open', active: last }
      return options === 0 ? undefined : { type: 'move', to: active <= 0 ? last : active - 1 }
    case 'Enter':
      return { type: 'accept' }
    case 'Escape':
      return isOpen ? { type: 'close' } : { type: 'clear' }
    case 'Home':
    case 'End':
    case 'ArrowLeft':
    case 'ArrowRight':
      return active === -1 ? undefined : { type: 'leave' }
    default:
      return undefined
  }
}
