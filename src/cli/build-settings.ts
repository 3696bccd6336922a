/** What `trouvaille build` is to do: as its options say, else as the configuration file does. */
import { join } from 'node:path'
import type { TrouvailleConfig } from '../config/config.ts'
import { type ColumnOptions, french, type Language, type TextFieldOptions } from '../index.ts'
import type { ReadOptions } from '../readers/index.ts'
import { readColumns } from './column-options.ts'
import { type Arguments, UsageError } from './command.ts'
import type { FoundConfig } from './config-file.ts'
import type { Messages } from './messages/english.ts'

export type FieldsSaid = Readonly<Record<string, TextFieldOptions | ColumnOptions>>

export interface BuildSettings {
  paths: readonly string[]
  out: string
  reading: ReadOptions
  /** What was said of fields; text fields that were not named are found. */
  fields: FieldsSaid
  storeFields: readonly string[] | undefined
  leavesBodyOut: boolean
  language: Language | undefined
  isStrict: boolean
}

/** @throws UsageError where neither says what is needed */
export function buildSettings(args: Arguments, found: FoundConfig | undefined, messages: Messages): BuildSettings {
  const { wrongUsage, help } = messages
  const inFolder = (path: string) => join(found?.folder ?? '', path)
  const configured: Partial<TrouvailleConfig> = found?.config ?? {}
  const { input = [], out: saidOut, fields, storeFields, french: options, strict, ...reading } = configured
  const paths = args.operands.length > 0 ? args.operands : [input].flat().map(inFolder)
  if (paths.length === 0) throw new UsageError(wrongUsage.missingOperand(help.operands.paths))
  const out = args.text('out') ?? (saidOut === undefined ? undefined : inFolder(saidOut))
  if (out === undefined) throw new UsageError(wrongUsage.missingOption('--out'))
  return {
    paths,
    out,
    reading: {
      ...reading,
      idField: args.text('id') ?? reading.idField ?? 'id',
      ...(args.has('include') && { include: args.names('include') }),
      ...(args.has('exclude') && { exclude: args.names('exclude') }),
      ...(args.has('sections') && { sections: true }),
      ...(args.has('no-code') && { code: false }),
    },
    fields: fieldsSaid(args, fields, messages),
    storeFields: args.names('store') ?? storeFields,
    leavesBodyOut: args.has('no-store-body'),
    language: options && french(options),
    isStrict: args.has('strict') || strict === true,
  }
}

/** `--fields` and `--columns` each take the place of their kind. */
function fieldsSaid(args: Arguments, configured: readonly string[] | FieldsSaid = {}, messages: Messages): FieldsSaid {
  const said: FieldsSaid = isList(configured) ? Object.fromEntries(configured.map(name => [name, {}])) : configured
  const texts = args.names('fields')
  const columns = args.has('columns') ? readColumns(args.names('columns') ?? [], messages) : undefined
  for (const name of texts ?? []) {
    if (columns?.has(name)) throw new UsageError(messages.wrongUsage.textAndColumn(name))
  }
  const kept = Object.entries(said).filter(([name, options]) =>
    isColumn(options) ? columns === undefined && !texts?.includes(name) : texts === undefined && !columns?.has(name),
  )
  const chosen = texts?.map(name => [name, said[name] !== undefined && !isColumn(said[name]) ? said[name] : {}]) ?? []
  return Object.fromEntries([...chosen, ...kept, ...Array.from(columns ?? [], ([name, type]) => [name, { type }])])
}

function isList(fields: readonly string[] | FieldsSaid): fields is readonly string[] {
  return Array.isArray(fields)
}

/** Whether a field is one to filter and sort by. */
export function isColumn(options: TextFieldOptions | ColumnOptions): options is ColumnOptions {
  return options.type !== undefined && options.type !== 'text'
}
