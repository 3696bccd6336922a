/** All lists of French. */
export * from './acronyms.ts'
export * from './default-stop-words.ts'
export * from './inflection-tables.ts'
export * from './question-words.ts'
export * from './variants.ts'
