/** Writes a suggested configuration as the text of a file, with comments about possible changes. */
import type { Messages } from './messages/english.ts'
import type { Suggestion } from './suggest-config.ts'

/** @param file its extension determines whether it is TypeScript, JavaScript or JSON */
export function writeSuggestion(suggestion: Suggestion, file: string, { init: say }: Messages): string {
  const { input, out, fields, columns, languages } = suggestion
  const types = Object.entries(columns).map(([name, type]) => [name, { type }])
  if (file.endsWith('.json')) {
    const said = Object.fromEntries([...fields.map(name => [name, {}]), ...types])
    return `${JSON.stringify({ input, out, fields: said, ...(languages.length > 0 && { languages }) }, undefined, 2)}\n`
  }
  const lines = [
    `  // ${say.comments.input}`,
    `  input: ${typeof input === 'string' ? literal(input) : `[${input.map(literal).join(', ')}]`},`,
    `  // ${say.comments.out}`,
    `  out: ${literal(out)},`,
    `  // ${say.comments.fields}`,
    '  fields: {',
    ...fields.map(name => `    ${key(name)}: {},`),
    ...Object.entries(columns).map(([name, type]) => `    ${key(name)}: { type: ${literal(type)} },`),
    '  },',
    ...(languages.length === 0
      ? []
      : [`  // ${say.comments.languages}`, `  languages: [${languages.map(literal).join(', ')}],`]),
    `  // ${say.comments.others}`,
    "  // exclude: ['brouillons'],",
    '  // sections: true,',
    "  // french: { synonyms: [['trêve', 'cessez-le-feu']] },",
  ]
  const isTyped = /\.m?ts$/.test(file)
  const isCommon = file.endsWith('.cjs')
  const [before, after] = isTyped
    ? ["import { defineConfig } from 'trouvaille/node'\n\nexport default defineConfig({", '})']
    : [
        `/** @type {import('trouvaille/node').TrouvailleConfig} */\n${isCommon ? 'module.exports =' : 'export default'} {`,
        '}',
      ]
  return `${[before, ...lines, after].join('\n')}\n`
}

function literal(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

function key(name: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : literal(name)
}
