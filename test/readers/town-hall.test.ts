/** What town halls publish: PDF, DOCX and ODT. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { readDocuments } from '../../src/readers/read-documents.ts'
import type { ReadOptions } from '../../src/readers/read-options.ts'
import { makeDocx, makeOdt, makePdf } from './make-files.ts'

async function readFiles(files: Record<string, Uint8Array>, options: ReadOptions = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'trouvaille-test-'))
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes)
  const reading = readDocuments(folder, options)
  const documents: Record<string, unknown>[] = []
  for await (const { fields } of reading) documents.push(fields)
  return {
    documents,
    skipped: reading.skipped.map(({ file, reason, detail }) => [relative(folder, file), reason, detail]),
    problems: reading.problems.map(({ file, problem }) => [relative(folder, file), problem]),
  }
}

describe('PDF', () => {
  const deliberation = makePdf(
    [
      ['Ville de Nîmes', 'Délibération du conseil muni-', 'cipal sur la trêve', '1'],
      ['Ville de Nîmes', 'Le conseil décide.', '2'],
      ['Ville de Nîmes', 'Fait à Nîmes.', '3'],
    ],
    '/Title (Délibération) /Author (Mairie) /CreationDate (D:20200112083000) /Keywords (trêve, conseil)',
  )

  test('is a document, with what the file says of itself, without its running heads', async () => {
    const { documents } = await readFiles({ 'd.pdf': deliberation })
    expect(documents).toEqual([
      {
        id: 'd',
        title: 'Délibération',
        author: 'Mairie',
        tags: ['trêve', 'conseil'],
        date: '2020-01-12',
        url: '/d.pdf',
        body: 'Délibération du conseil municipal sur la trêve\n\nLe conseil décide.\n\nFait à Nîmes.',
      },
    ])
  })

  test('has a document for each page, which its address leads to', async () => {
    const { documents } = await readFiles({ 'd.pdf': deliberation }, { sections: true })
    expect(documents.map(({ id, url, heading, body }) => [id, url, heading, body])).toEqual([
      ['d#page=1', '/d.pdf#page=1', 'p. 1', 'Délibération du conseil municipal sur la trêve'],
      ['d#page=2', '/d.pdf#page=2', 'p. 2', 'Le conseil décide.'],
      ['d#page=3', '/d.pdf#page=3', 'p. 3', 'Fait à Nîmes.'],
    ])
  })

  test('prints nothing where programs expect an answer', async () => {
    const log = vi.spyOn(console, 'log')
    await readFiles({ 'd.pdf': deliberation })
    expect(log).not.toHaveBeenCalled()
    log.mockRestore()
  })

  test('is called after its file if its title is none', async () => {
    const { documents } = await readFiles({
      'compte-rendu.pdf': makePdf([['Texte.']], '/Title (Microsoft Word - cr.docx)'),
    })
    expect(documents[0].title).toBe('compte rendu')
  })

  test('that is encrypted, scanned or broken is counted and named', async () => {
    const encrypted = await readFile(new URL('files/chiffre.pdf', import.meta.url))
    const found = await readFiles({ 'a.pdf': encrypted, 'b.pdf': makePdf([[], []]), 'c.pdf': Buffer.from('<html>') })
    expect(found).toEqual({
      documents: [],
      skipped: [
        ['a.pdf', 'encrypted', undefined],
        ['b.pdf', 'no-text-layer', undefined],
      ],
      problems: [['c.pdf', { kind: 'broken', format: 'PDF' }]],
    })
  })
})

describe('DOCX', () => {
  const paragraph = (text: string, style = '') =>
    `<w:p><w:pPr>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`

  test('has paragraphs and what the file says of itself', async () => {
    const body = paragraph('Le conseil décide.') + paragraph('Fait à Nîmes.')
    const core =
      '<dc:title>Délibération</dc:title><dc:creator>L&#8217;équipe</dc:creator><dcterms:created>2020-01-12T08:30:00Z</dcterms:created>'
    expect((await readFiles({ 'd.docx': makeDocx(body, core) })).documents).toEqual([
      {
        id: 'd',
        title: 'Délibération',
        author: 'L’équipe',
        date: '2020-01-12T08:30:00Z',
        url: '/d.docx',
        body: 'Le conseil décide.\n\nFait à Nîmes.',
      },
    ])
  })

  test('with a password is left out, broken it is a problem', async () => {
    const { skipped, problems } = await readFiles({
      'a.docx': Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      'b.docx': Buffer.from('x'),
    })
    expect(skipped).toEqual([['a.docx', 'encrypted', undefined]])
    expect(problems).toEqual([['b.docx', { kind: 'broken', format: 'DOCX' }]])
  })
})

test('ODT', async () => {
  const body =
    '<text:tracked-changes><text:p>effacé</text:p></text:tracked-changes><text:h text:outline-level="1">La <text:span>trêve</text:span></text:h><text:p>Le<text:s text:c="2"/>conseil<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p> (municipal)</text:p></text:note-body></text:note> décide.</text:p><text:list><text:list-item><text:p>un</text:p></text:list-item><text:list-item><text:p>deux</text:p></text:list-item></text:list>'
  const found = await readFiles({
    'd.odt': makeOdt(body, '<dc:creator>Mairie</dc:creator><meta:creation-date>2020-01-12</meta:creation-date>'),
    'e.odt': makeOdt('', '', '<manifest:encryption-data/>'),
  })
  expect(found.documents).toEqual([
    {
      id: 'd',
      title: 'La trêve',
      author: 'Mairie',
      date: '2020-01-12',
      url: '/d.odt',
      body: 'Le  conseil (municipal) décide.\nun\ndeux',
    },
  ])
  expect(found.skipped).toEqual([['e.odt', 'encrypted', undefined]])
})

test('without its package, a file is counted and says what to install', async () => {
  vi.doMock('../../src/readers/optional-package.ts', async original => {
    const { MissingPackage } = await original<typeof import('../../src/readers/optional-package.ts')>()
    return { MissingPackage, importOptional: (name: string) => Promise.reject(new MissingPackage(name)) }
  })
  vi.resetModules()
  const { readDocuments: readWithout } = await import('../../src/readers/read-documents.ts')
  const folder = await mkdtemp(join(tmpdir(), 'trouvaille-test-'))
  await writeFile(join(folder, 'a.pdf'), makePdf([['Texte.']]))
  await writeFile(join(folder, 'b.docx'), makeDocx('', ''))
  const reading = readWithout(folder)
  for await (const _document of reading);
  expect(reading.skipped.map(({ reason, detail }) => [reason, detail])).toEqual([
    ['needs-package', 'pdfjs-dist'],
    ['needs-package', 'mammoth'],
  ])
  vi.doUnmock('../../src/readers/optional-package.ts')
})
