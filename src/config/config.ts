/** What a project says once about its index, in `trouvaille.config.ts`, `.js`, `.mjs` or `.json`: what to read, what to search, where to write. */
import { checkOptions, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import { type FrenchOptions, french } from '../index.ts'
import { checkFields, type FieldOptions } from '../readers/field-choice.ts'
import { checkPaths, checkReadOptions, READ_OPTIONS, type ReadOptions } from '../readers/read-options.ts'

/** The configuration of `trouvaille build`. Paths are meant from the folder that it stands in. */
export interface TrouvailleConfig extends Omit<ReadOptions, 'onProblem' | 'onSkip' | 'onBytes' | 'unchangedDocuments'> {
  /** The files, folders and globs to read: `'content'`, `['dist', 'notes/*.md']`. */
  input: string | readonly string[]
  /** The index file to write. */
  out: string
  /** The fields to search, and those to filter and sort by, as `new SearchIndex()` takes them. Default: all that hold words are searched. */
  fields?: readonly string[] | FieldOptions | undefined
  /** The fields to give back with hits. Default: all. */
  storeFields?: readonly string[] | undefined
  /** Options of `french()`: synonyms, stop words, variants, exceptions. Default: none. */
  french?: FrenchOptions | undefined
}

const { onProblem, onSkip, onBytes, unchangedDocuments, ...CONFIGURED_READING } = READ_OPTIONS
const CONFIG_OPTIONS: OptionNames<TrouvailleConfig> = {
  input: 1,
  out: 1,
  fields: 1,
  storeFields: 1,
  french: 1,
  ...CONFIGURED_READING,
}

/**
 * A configuration with its types, checked as it is written.
 *
 * @throws InvalidOptionError
 * @example
 * // trouvaille.config.ts
 * import { defineConfig } from 'trouvaille/node'
 *
 * export default defineConfig({
 *   input: 'content',
 *   out: 'public/search.trv',
 *   fields: { title: {}, body: {}, section: { type: 'keyword' }, date: { type: 'date' } },
 *   mapping: { title: 'titre' },
 * })
 */
export function defineConfig(config: TrouvailleConfig): TrouvailleConfig {
  checkConfig(config)
  return config
}

/** @throws InvalidOptionError for the first option that is wrong */
export function checkConfig(config: unknown): asserts config is TrouvailleConfig {
  if (typeof config !== 'object' || config === null || Array.isArray(config)) {
    throw new InvalidOptionError('config', config, "an object such as { input: 'content', out: 'public/search.trv' }")
  }
  checkOptions(config, CONFIG_OPTIONS)
  const { input, out, fields, storeFields, idField, french: options } = config as Partial<TrouvailleConfig>
  if (input === undefined) throw new InvalidOptionError('input', input, 'a file, a folder, a glob, or an array of them')
  checkPaths(input, 'input')
  if (typeof out !== 'string' || out === '') throw new InvalidOptionError('out', out, 'the name of a file')
  checkReadOptions(config)
  if (options !== undefined) french(options)
  checkFields({ idField, fields, storeFields })
}
