/** Reads the word lists where the sources have them, before any test: the library itself looks for them beside the built files. */
import { readFileSync } from 'node:fs'
import * as english from '../../src/languages/english/words/installed-word-list.ts'
import * as french from '../../src/languages/french/words/installed-word-list.ts'
import { WordList } from '../../src/languages/lexicon/word-list.ts'

french.readWordListBy(() => WordList.fromBytes(readFileSync('index-data/french/word-list.bin')))
english.readWordListBy(() => WordList.fromBytes(readFileSync('index-data/english/word-list.bin')))
