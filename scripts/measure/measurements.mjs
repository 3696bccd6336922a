/** The measurements of the project in the order in which `npm run measure` runs them: what each writes, needs and takes. */

/**
 * @typedef {keyof typeof import('./needs.mjs').NEEDS} Need
 * @typedef {{ name: string, pages: readonly string[], needs: readonly Need[], minutes: number, unmarked?: boolean }} Measurement
 *   `name`: of the script in bench/package.json, which takes `--write`; `pages`: from the root, those that it writes, the first with the sentence that says when;
 *   `minutes`: about how many it took on two processors; `unmarked`: it fills a column of a table and says nothing of itself
 */

/**
 * Times first, as long as nothing else has warmed the machine; `first` and `size` after `speed`, into whose page they write.
 * @type {readonly Measurement[]}
 */
export const MEASUREMENTS = [
  {
    name: 'speed',
    pages: ['docs/speed.md', 'docs/speed.svg'],
    needs: ['collections', 'lucene', 'tantivy'],
    minutes: 10,
  },
  { name: 'first', pages: ['docs/speed.md'], needs: ['collections'], minutes: 3 },
  { name: 'size', pages: ['docs/speed.md'], needs: [], minutes: 1 },
  {
    name: 'scaling',
    pages: ['docs/scaling.md', 'docs/scaling.svg'],
    needs: ['collections', 'lucene', 'tantivy'],
    minutes: 30,
  },
  { name: 'analysis', pages: ['bench/README.md'], needs: ['collections'], minutes: 1 },
  { name: 'filters', pages: ['docs/filters.md'], needs: ['collections'], minutes: 3 },
  { name: 'incremental', pages: ['docs/cli.md'], needs: ['collections'], minutes: 2 },
  { name: 'ranges', pages: ['docs/remote.md'], needs: ['collections'], minutes: 1 },
  { name: 'threshold', pages: ['docs/remote.md'], needs: ['chromium', 'openssl'], minutes: 20 },
  { name: 'page', pages: ['docs/remote.md'], needs: ['chromium', 'openssl'], minutes: 20 },
  { name: 'insecure', pages: ['docs/remote.md'], needs: ['chromium'], minutes: 2 },
  { name: 'box', pages: ['docs/element.md'], needs: ['chromium', 'openssl'], minutes: 3 },
  { name: 'opensearch', pages: ['docs/opensearch.md'], needs: ['collections', 'opensearch'], minutes: 30 },
  { name: 'relevance', pages: ['docs/relevance.md'], needs: ['collections', 'lucene', 'tantivy'], minutes: 5 },
  { name: 'robustness', pages: ['docs/robustness.md'], needs: ['collections', 'lucene'], minutes: 15 },
  { name: 'ablation', pages: ['docs/relevance-parts.md'], needs: ['collections'], minutes: 10 },
  { name: 'pasted', pages: ['docs/relevance-pasted.md'], needs: ['collections'], minutes: 2 },
  { name: 'english', pages: ['docs/relevance-english.md'], needs: ['englishCollections', 'lucene'], minutes: 2 },
  { name: 'french', pages: ['README.md', 'README.fr.md'], needs: [], minutes: 1, unmarked: true },
  { name: 'passages', pages: ['docs/passages.md'], needs: [], minutes: 1 },
]

/**
 * What a measured page says of when and by what it was measured: `npm run NAME -- --write` writes it so.
 * A page may have several such sentences, and each ends before the next begins.
 * @param {string} name
 * @returns {RegExp} for a text whose line breaks are spaces
 */
export function stampOf(name) {
  return new RegExp(
    `Measured on \\d{4}-\\d\\d-\\d\\d \\(source of commit [0-9a-f]{7,}(?:(?!Measured on).)*?\\) by \`npm run ${name} -- --write\` in \`bench/\``,
  )
}
