/** What the page says, in French and in English. */
export type Language = 'fr' | 'en'

const french = {
  heading: 'Que cherchez-vous ?',
  label: 'Votre recherche',
  hint: 'Quelques mots suffisent, sous n’importe quelle forme, avec ou sans accents. Rien ne sort de votre navigateur.',
  examples: 'Par exemple',
  read: 'Lire l’article',
  ready: 'Saisissez une recherche ou choisissez un exemple.',
  none: (question: string) => `Aucun résultat pour « ${question} ».`,
  found: (total: number, shown: number) => {
    const results = total === 1 ? '1 résultat' : `${total} résultats`
    return total > shown ? `${results} ; voici les ${shown} meilleurs.` : `${results}.`
  },
  took: (ms: string) => `Recherche effectuée en ${ms} ms.`,
  about: (documents: string, words: string, kilobytes: string) =>
    `${documents} articles, ${words} mots : un fichier de ${kilobytes} ko, ouvert dans votre navigateur.`,
  failed: 'La recherche est indisponible pour le moment. Réessayez dans un instant.',
}

const english: typeof french = {
  heading: 'What are you looking for?',
  label: 'Your question, in French',
  hint: 'A few words will do, in any form, with or without accents. Nothing leaves your browser.',
  examples: 'For example',
  read: 'Read the article',
  ready: 'Ask a question, or choose an example.',
  none: question => `No article answers “${question}”.`,
  found: (total, shown) => {
    const articles = total === 1 ? '1 article answers' : `${total} articles answer`
    return total > shown ? `${articles}; here are the best ${shown}.` : `${articles}.`
  },
  took: ms => `Searched in ${ms} ms.`,
  about: (documents, words, kilobytes) =>
    `${documents} articles, ${words} words: a file of ${kilobytes} kB, opened in your browser.`,
  failed: 'The search is not available at the moment. Try again shortly.',
}

export const texts = { fr: french, en: english }

/** Questions that show what reading French means: inflection, hyphens, accents left out, acronyms with dots. */
export const examples = [
  'Haftar Tripoli cessez-le-feu',
  'elections municipales',
  'desert medical',
  'O.N.U. Libye',
  'les glaciers reculent',
]
