/** One index per language instead of one for all: the settings of a build for each language, with only its documents. */
import { languagesByTag, type Several } from '../internal.ts'
import type { BuildSettings } from './build-settings.ts'

/** The settings of each index to write. */
export function settingsByLanguage(settings: BuildSettings): readonly BuildSettings[] {
  const { languages, language, isPerLanguage, reading, out } = settings
  const several = language?.several
  if (!isPerLanguage || several === undefined || languages === undefined) return [settings]
  const byTag = languagesByTag(languages)
  return Object.entries(byTag).map(([tag, language], place) => ({
    ...settings,
    language,
    out: fileOf(out, tag),
    reading: { ...reading, transform: onlyOf(several, place, reading.transform) },
  }))
}

/** `search.fr.trv` for `search.trv`. */
export function fileOf(out: string, tag: string): string {
  return /\.\w+$/.test(out) ? out.replace(/\.(\w+)$/, `.${tag}.$1`) : `${out}.${tag}`
}

type Transform = NonNullable<BuildSettings['reading']['transform']>

/** Excludes the documents of other languages. */
function onlyOf(several: Several, place: number, transform: Transform = fields => fields): Transform {
  return (fields, origin) => {
    const changed = transform(fields, origin)
    if (changed === undefined) return undefined
    const texts = Object.values(changed).filter(value => typeof value === 'string')
    return several.placeOf(changed[several.field], [texts]) === place ? changed : undefined
  }
}
