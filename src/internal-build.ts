/** The same of what reads files and configurations, which only building needs. */
export { checkConfig, MAX_DELAY, MAX_PAGES, MOST_THREADS } from './config/config.ts'
export { CONFIG_NAMES, findConfig, loadConfig } from './config/config-file.ts'
export { readEditorialFile } from './config/editorial-file.ts'
export { type ChosenLanguages, chooseLanguages, type LanguageSettings } from './config/languages.ts'
export { checkFields, columnsOf, fieldOptionsOf, textNames } from './readers/field-choice.ts'
export { DEFAULT_DELAY, DEFAULT_PAGES } from './readers/site-copy.ts'
export { readText } from './readers/source.ts'
export { isPassedOver, walk } from './readers/walk.ts'
