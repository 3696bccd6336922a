/**
 * The versions of English that a file records. A reader with other versions regroups the words of the file into its own classes. A test
 * (test/languages/english/version.test.ts) fails if tokens or keys change and these versions do not.
 */

/** Raised when the code produces different tokens or class keys. */
export const RULES_VERSION = 2

/** Raised when the word lists produce different class keys or stop words. */
export const DATA_VERSION = 2
