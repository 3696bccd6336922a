/** The tables of docs/opensearch.md: what was measured stands in them, and what was not is said to be missing. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Figures, figuresMarkdown, writeFigures } from '../../bench/opensearch/report.mjs'

const cost = { requests: 2.9, up: 9800, down: 44_400, clientMs: 3.456, nodeMs: 12.3, p50: 8.25, p95: 31 }
const writing = { documentsPerSecond: 1234.5, clientMs: 1.6, nodeMs: 1.2, sentBytes: 5500, indexBytes: 68_000_000 }
const figures: Figures = {
  name: 'cnil',
  count: 28_854,
  isRecombined: false,
  version: '2.19.6',
  date: '2026-11-30',
  machine: 'a machine',
  queries: 161,
  own: {
    writing,
    searching: [{ ranking: 'fast', ndcg: 0.72771, inMemory: 0.7277, same: 161, cold: cost, warm: cost }],
  },
  french: { writing, searching: [{ type: 'most_fields', ndcg: 0.6942, warm: cost }] },
}

test('each figure is in a row', () => {
  const text = figuresMarkdown([figures])
  expect(text).toContain('| nDCG@10 | cnil (28,854 documents, 161 queries) |')
  expect(text).toContain("| Trouvaille, `'fast'` | 0.7277 |")
  expect(text).toContain('| OpenSearch’s `french` analyser, `most_fields`, `title^2` | 0.6942 |')
  expect(text).toContain("| same ten hits in the same order as in memory, `'fast'` | 161 of 161 |")
  expect(text).toContain("| the same, `'exact'` | not measured |")
  expect(text).toContain('| Trouvaille, `addAll` | 1,235 | 1.60 | 1.20 | 5.5 | 68.0 |')
  expect(text).toContain("| `'fast'`, words not counted yet | 2.9 | 9.8 | 44.4 | 3.46 | 12 | 8.25 / 31 |")
  expect(text).toContain('2026-11-30, a machine')
})

test('the tables take the place of those before, and a page without a place for them is refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trouvaille-report-'))
  try {
    const page = join(folder, 'page.md')
    writeFileSync(page, 'before\n<!-- bench/opensearch.mjs -->\nold\n<!-- /bench/opensearch.mjs -->\nafter\n')
    writeFigures(page, [figures])
    const text = readFileSync(page, 'utf8')
    expect(text.startsWith('before\n<!-- bench/opensearch.mjs -->\n\n')).toBe(true)
    expect(text.endsWith('\n\n<!-- /bench/opensearch.mjs -->\nafter\n')).toBe(true)
    expect(text).toContain('0.7277')
    expect(text).not.toContain('old')
    writeFileSync(page, 'nothing')
    expect(() => writeFigures(page, [figures])).toThrow('no place')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
