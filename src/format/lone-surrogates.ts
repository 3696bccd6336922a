/** Preserves lone surrogates, which UTF-8 cannot encode: U+0010 (data link escape) and four hexadecimal digits encode one, and U+0010 twice encodes itself. */

export function escapeSurrogates(text: string): string {
  if (!/[\u0010\ud800-\udfff]/.test(text)) return text
  return text.replace(/[\u0010]|[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, found =>
    found.length === 2 ? found : found === '\u0010' ? '\u0010\u0010' : `\u0010${found.charCodeAt(0).toString(16)}`,
  )
}

export function unescapeSurrogates(text: string): string {
  if (!text.includes('\u0010')) return text
  return text.replace(/\u0010(\u0010|[0-9a-f]{4})/g, (_, escaped: string) =>
    escaped === '\u0010' ? escaped : String.fromCharCode(Number.parseInt(escaped, 16)),
  )
}
