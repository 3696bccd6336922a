/** A small site of texts for the plugin, with an English page among French ones, and a question that one of them answers. */

export const TEXTS = {
  'content/marche.md': `---
title: Le marché du samedi
section: quartier
---

Les maraîchers s’installent sur la place dès six heures. Le torréfacteur vend son café en grains.
`,
  'content/treve.md': `# Un cessez-le-feu fragile

Les négociateurs ont signé un cessez-le-feu à l’aube ; les journaux restent prudents.
`,
  'content/en/harbour.md': `# The harbour in winter

The children were walking to the harbour, where the fishermen had been repairing their nets.
`,
  'content/sport.jsonl': `{"id":"finale","title":"La finale du tournoi","body":"Les joueuses l’ont emporté après les prolongations."}
{"id":"course","title":"La course des quais","body":"Onze kilomètres le long du fleuve."}
`,
}

export const QUESTION = 'négocier un cessez le feu'
export const ANSWER = 'Un cessez-le-feu fragile'

/** The same with a misspelt word, and as it is corrected by the word list. */
export const MISSPELT = 'négocier un cessez le feu fragille'
export const CORRECTED = 'négocier un cessez le feu fragile'

/** An index in both languages, and the same in English. */
export const LANGUAGES = ['fr', 'en']
export const ENGLISH_MISSPELT = 'the fishermenn of the harbour'
export const ENGLISH_CORRECTED = 'the fishermen of the harbour'

/** A program that prints the title of the hit of a question, and a misspelt question corrected. */
export const PROGRAM = `import articles from 'virtual:trouvaille/articles'

articles.search(${JSON.stringify(MISSPELT)}).then(({ hits, correction }) => console.log(hits[0].document.title, hits[0].id, correction))
`

/** Whether a script has the engine or French in it, by texts of their error messages, which minifying keeps. */
export function holdsEngine(script: string): boolean {
  return ['a whole number of bytes, 0 or more', 'an array of groups of words'].some(text => script.includes(text))
}
