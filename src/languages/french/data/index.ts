/** All word lists of French, so that a page can ask for them at once with the rules. */
export * from './acronyms.ts'
export * from './default-stop-words.ts'
export * from './inflection-tables.ts'
export * from './question-words.ts'
export * from './variants.ts'
