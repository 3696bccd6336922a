/** All word lists of English, so that a page can request them together with the rules. */
export * from './comparatives.ts'
export * from './false-friends.ts'
export * from './families.ts'
export * from './irregular.ts'
export * from './stop-words.ts'
export * from './variants.ts'
