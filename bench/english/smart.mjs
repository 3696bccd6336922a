/** Reads the English test collections of the SMART project as they are passed on: Cranfield (in the XML of TREC), CISI and CACM (in SMART's own format). */

/** @typedef {{ documents: { id: string, title: string, text: string }[], questions: { id: string, text: string }[], judgements: [question: string, document: string][] }} Parsed */

/**
 * @param {string} documents `cran.all.1400.xml`
 * @param {string} questions `cran.qry.xml`
 * @param {string} judgements `cranqrel.trec.txt`: the number of a question is its place in the file; its codes 1 to 4 are degrees of relevance, and any other is none
 * @returns {Parsed}
 */
export function parseCranfield(documents, questions, judgements) {
  return {
    documents: [...documents.matchAll(/<doc>.*?<\/doc>/gs)].map(([doc]) => ({
      id: element(doc, 'docno'),
      title: element(doc, 'title'),
      text: element(doc, 'text'),
    })),
    questions: [...questions.matchAll(/<top>.*?<\/top>/gs)].map(([top], i) => ({
      id: String(i + 1),
      text: element(top, 'title'),
    })),
    judgements: rows(judgements).flatMap(([question, , document, code]) =>
      Number(code) >= 1 && Number(code) <= 4 ? [[question, document]] : [],
    ),
  }
}

/**
 * @param {string} documents with .I, .T and .W
 * @param {string} questions with .I and .W
 * @param {string} judgements question and document, the first two of each line
 * @returns {Parsed}
 */
export function parseSmart(documents, questions, judgements) {
  return {
    documents: records(documents).map(({ id, T = '', W = '' }) => ({ id, title: T, text: W })),
    questions: records(questions).map(({ id, W = '' }) => ({ id, text: W })),
    judgements: rows(judgements).map(([question, document]) => [String(Number(question)), String(Number(document))]),
  }
}

/** @param {string} text @param {string} name */
function element(text, name) {
  const content = new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(text)?.[1] ?? ''
  return plain(content.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
}

/** @param {string} text @returns {Record<string, string>[]} the fields of each record, the first of a name */
function records(text) {
  return text
    .split(/^\.I /m)
    .slice(1)
    .map(record => {
      const [id, ...fields] = record.split(/^\.(?=[A-Z]\s*$)/m)
      /** @type {Record<string, string>} */
      const byName = { id: id.trim() }
      for (const field of fields) byName[field[0]] ??= plain(field.slice(1))
      return byName
    })
}

/** @param {string} text */
const plain = text => text.replace(/\s+/g, ' ').trim()

/** @param {string} text */
function rows(text) {
  return text
    .split('\n')
    .map(line => line.trim().split(/\s+/))
    .filter(([first]) => first !== '')
}
