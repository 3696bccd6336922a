/** The fields of an index for its users. Separate from the schema's checks, which a page does not need. */
import type { Schema } from './schema.ts'
import type { IndexField } from './schema-types.ts'

/** The fields of a schema: searched fields, columns, and fields that are only stored. */
export function indexFields({ fields, columns, storeFields }: Schema): IndexField[] {
  const isStored = (name: string) => storeFields.includes(name)
  const named = [
    ...fields.map(({ name, boost, title }) => ({ name, type: 'text' as const, stored: isStored(name), boost, title })),
    ...columns.map(({ name, type }) => ({ name, type, stored: isStored(name) })),
  ]
  const others = storeFields.filter(name => named.every(field => field.name !== name))
  return [...named, ...others.map(name => ({ name, type: 'stored' as const, stored: true }))]
}
