/**
 * The number and date formats of a language. Each is created on first use, because the runtime takes a millisecond or two for one, and a command needs few.
 */

export interface Format<Value> {
  format(value: Value): string
}

export function numberFormat(locale: string, options?: Intl.NumberFormatOptions): Format<number> {
  return whenUsed(() => new Intl.NumberFormat(locale, options))
}

export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Format<Date | number> {
  return whenUsed(() => new Intl.DateTimeFormat(locale, options))
}

function whenUsed<Value>(make: () => Format<Value>): Format<Value> {
  let cached: Format<Value> | undefined
  return {
    format(value) {
      cached ??= make()
      return cached.format(value)
    },
  }
}
