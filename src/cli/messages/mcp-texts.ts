/** The descriptions of the tools of `trouvaille mcp`, for assistants and their users. */

const list = (names: readonly string[]) => names.join(', ')
const languages = (locale: string, tags: readonly string[]) => {
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return list(tags.map(tag => names.of(tag) ?? tag))
}

export const ENGLISH_MCP = {
  instructions: (tags: readonly string[]): string =>
    [
      'Full-text search over the documents of an index. Use "passages" for a question: it returns the paragraphs that answer, with title and address. Use "search" to find documents, "document" to read one, "suggest" to complete a word. Write queries in the language of the documents, with the words that a document would use.',
      ...(tags.length > 0 ? [`Documents are in: ${languages('en', tags)}.`] : []),
    ].join(' '),
  missing: 'the Model Context Protocol SDK is not installed: run npm install @modelcontextprotocol/sdk in this project',
  serving: (names: readonly string[]): string => `Serving ${list(names)} to an assistant, until it closes the input.`,
  tools: {
    passages: {
      title: 'Find passages',
      description:
        'Returns the parts of documents that answer a query, best first: whole sentences, with the id, title and address of the document.',
    },
    search: {
      title: 'Search documents',
      description: 'Returns the documents that match a query, best first, each with a snippet.',
    },
    document: {
      title: 'Read a document',
      description: 'Returns the stored fields of a document. Long texts are cut; "offset" continues them.',
    },
    suggest: { title: 'Complete a query', description: 'Completes what someone is typing.' },
  },
  describe: {
    index: 'which index',
    query:
      'the query, in the language of the documents: words, or "a phrase", -word to exclude, OR, field:word. Typos are corrected, and inflections are found.',
    filter: (columns: string): string =>
      `only documents whose columns have these values, such as {"section": ["monde"], "date": {"gte": "2020-01"}}. Columns: ${columns}.`,
    passages: 'how many passages (default: 5)',
    length: 'the maximum length of a passage in characters (default: 400)',
    perDocument: 'the maximum number of passages from one document (default: 2)',
    hits: 'how many documents (default: 10)',
    offset: 'how many documents to skip (default: 0)',
    id: 'the id of the document, as "passages" and "search" return it',
    documentOffset: 'where to start in long texts, in characters (default: 0)',
    documentLength: 'the maximum length of each text in characters (default: 20,000)',
    typed: 'the beginning of a query',
    suggestions: 'how many suggestions (default: 8)',
  },
  wrong: {
    tool: (name: string, known: readonly string[]): string => `Unknown tool “${name}”. Use one of: ${list(known)}.`,
    index: (name: string, known: readonly string[]): string => `Unknown index “${name}”. Use one of: ${list(known)}.`,
    id: 'the id of a document of this index',
  },
}

export const FRENCH_MCP: typeof ENGLISH_MCP = {
  instructions: tags =>
    [
      'Recherche plein texte dans les documents d’un index. Pour une question, « passages » renvoie les paragraphes qui y répondent, avec titre et adresse. « search » trouve des documents, « document » en lit un, « suggest » complète un mot. Les requêtes s’écrivent dans la langue des documents, avec les mots qu’un document emploierait.',
      ...(tags.length > 0 ? [`Langue${tags.length > 1 ? 's' : ''} des documents : ${languages('fr', tags)}.`] : []),
    ].join(' '),
  missing:
    'le SDK du Model Context Protocol n’est pas installé : lancer npm install @modelcontextprotocol/sdk dans ce projet',
  serving: names => `${list(names)} : à la disposition d’un assistant, jusqu’à ce qu’il ferme l’entrée.`,
  tools: {
    passages: {
      title: 'Trouver des passages',
      description:
        'Renvoie les passages qui répondent à une requête, les meilleurs d’abord : des phrases entières, avec l’identifiant, le titre et l’adresse du document.',
    },
    search: {
      title: 'Rechercher des documents',
      description: 'Renvoie les documents qui répondent à une requête, les meilleurs d’abord, chacun avec un extrait.',
    },
    document: {
      title: 'Lire un document',
      description:
        'Renvoie les champs conservés d’un document. Les longs textes sont coupés ; « offset » donne la suite.',
    },
    suggest: { title: 'Compléter une requête', description: 'Complète une saisie en cours.' },
  },
  describe: {
    index: 'l’index où chercher',
    query:
      'la requête, dans la langue des documents : des mots, "une expression", -mot pour exclure, OU, champ:mot. Les fautes de frappe sont corrigées, et les formes fléchies sont trouvées.',
    filter: columns =>
      `seulement les documents qui remplissent ces conditions, par exemple {"section": ["monde"], "date": {"gte": "2020-01"}}. Colonnes : ${columns}.`,
    passages: 'nombre de passages (par défaut : 5)',
    length: 'nombre maximal de caractères d’un passage (par défaut : 400)',
    perDocument: 'nombre maximal de passages par document (par défaut : 2)',
    hits: 'nombre de documents (par défaut : 10)',
    offset: 'nombre de documents à sauter (par défaut : 0)',
    id: 'l’identifiant du document, tel que « passages » et « search » le renvoient',
    documentOffset: 'position de départ dans les longs textes, en caractères (par défaut : 0)',
    documentLength: 'nombre maximal de caractères de chaque texte (par défaut : 20 000)',
    typed: 'le début d’une requête',
    suggestions: 'nombre de propositions (par défaut : 8)',
  },
  wrong: {
    tool: (name, known) => `L’outil « ${name} » n’existe pas ; outils disponibles : ${list(known)}.`,
    index: (name, known) => `L’index « ${name} » n’existe pas ; index disponibles : ${list(known)}.`,
    id: 'l’identifiant d’un document de cet index',
  },
}
