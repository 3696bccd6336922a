/** The default stop words. The build evaluates this file and ships only the resulting words (tsup.config.ts). */
import stopwordsFr from 'stopwords-fr/stopwords-fr.json'
import { ADDED, KEPT } from './stop-word-tables.ts'

const kept = new Set(KEPT.trim().split(/\s+/))

/** With their accents, separated by white space. */
export const STOP_WORDS: string = [...stopwordsFr.filter(word => !kept.has(word)), ADDED.trim()].join(' ')
