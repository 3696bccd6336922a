/** Reads the word list where the sources have it, before any test: the library itself looks for it beside the built files. */
import { readFileSync } from 'node:fs'
import { readWordListBy } from '../../src/languages/french/words/installed-word-list.ts'
import { WordList } from '../../src/languages/lexicon/word-list.ts'

readWordListBy(() => WordList.fromBytes(readFileSync('index-data/french/word-list.bin')))
