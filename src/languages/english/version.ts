/**
 * The versions of English that a file keeps. A reader of other versions puts the words of the file into its own classes. A test holds both to what the
 * rules and lists give (test/languages/english/version.test.ts): whoever changes tokens or keys raises them.
 */

/** Raised when the code gives other tokens or other class keys. */
export const RULES_VERSION = 1

/** Raised when the word lists give other class keys or stop words. */
export const DATA_VERSION = 1
