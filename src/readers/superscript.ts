/** Joins superscripts to the text before them: `1er`, `m2`, but not `106` for ten to the sixth, nor `étude1` for a footnote marker. */

const ORDINAL = /^(?:er|ers|ère|ères|re|res|ère|e|es|ème|èmes|me|mes|nd|nde|nds|ndes|d|de|o|os|th|st|rd)$/i
/** Units with exponents, at the end of the preceding text. */
const UNIT = /(?:^|[^\p{L}])(?:[kKhcdmµμn]|da)?(?:m|s|g|L|l|K|J|W|mol|ha)$/u

/** How many characters before a superscript determine its meaning. */
const LOOKED_AT = 16

/** The text that a superscript adds after `before`. */
export function superscript(textBefore: string, text: string): string {
  const before = textBefore.slice(-LOOKED_AT)
  const last = /[\p{L}\p{N})\]»"’']$/u.exec(before)?.[0]
  if (last === undefined || text === '') return text
  if (/^\p{N}$/u.test(last)) return ORDINAL.test(text) ? text : ` ${text}`
  // Footnote markers are numbers, stars and daggers; letters are the end of an abbreviation, such as Mme.
  if (/\p{L}/u.test(text)) return text
  const isExponent = /^[-−+]?\d$/.test(text) && (UNIT.test(before) || /(?:^|[^\p{L}])\p{L}$/u.test(before))
  return isExponent ? text : ` ${text}`
}
