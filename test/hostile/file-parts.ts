/** Takes a file apart into its sections, and puts sections together into a file that is sealed: what the fuzzer changes, it changes in between. */
import { CheckedBytes } from '../../src/format/checked-bytes.ts'
import { openFileBytes } from '../../src/format/file-reader.ts'
import { fileBytes, type SectionContent, section } from '../../src/format/file-writer.ts'
import { HEAD_SECTIONS, PAGE_CONTENT, type SectionName, sectionNames } from '../../src/format/layout.ts'

/** Sections in the order of the file. */
export interface FileParts {
  head: Part[]
  body: Part[]
}

export interface Part {
  name: SectionName
  bytes: Uint8Array
  onPage: boolean
}

export function partsOf(file: Uint8Array): FileParts {
  const { source, sections } = openFileBytes(file, CheckedBytes)
  source.verify(() => 'body')
  const headerLength = new DataView(file.buffer, file.byteOffset).getUint32(12, true)
  const parts = sectionNames
    .flatMap(name => {
      const range = sections[name]
      return range === undefined ? [] : [{ name, ...range }]
    })
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ name, start, end }) => {
      const onPage =
        ['classes', 'lexicon', 'documentTable'].includes(name) && (start - headerLength) % PAGE_CONTENT === 0
      return { name, bytes: source.bytes.slice(start, end), onPage: onPage && end > start }
    })
  return {
    head: parts.filter(({ name }) => HEAD_SECTIONS.includes(name)),
    body: parts.filter(({ name }) => !HEAD_SECTIONS.includes(name)),
  }
}

export function joinParts({ head, body }: FileParts): Uint8Array {
  const contentOf = ({ name, bytes, onPage }: Part): SectionContent => ({ ...section(name, bytes), onPage })
  return fileBytes(head.map(contentOf), body.map(contentOf))
}

/** The bytes of a section; none if the file lacks it. */
export function bytesOf({ head, body }: FileParts, name: SectionName): Uint8Array {
  return [...head, ...body].find(part => part.name === name)?.bytes ?? new Uint8Array(0)
}

/** Puts other bytes in the place of a section's, or adds it. */
export function replacePart(parts: FileParts, name: SectionName, bytes: Uint8Array): void {
  const part = [...parts.head, ...parts.body].find(part => part.name === name)
  if (part !== undefined) part.bytes = bytes
  else (HEAD_SECTIONS.includes(name) ? parts.head : parts.body).push({ name, bytes, onPage: false })
}

export function jsonOf(parts: FileParts, name: SectionName): unknown {
  const bytes = bytesOf(parts, name)
  return bytes.length === 0 ? {} : JSON.parse(new TextDecoder().decode(bytes))
}

export function replaceJson(parts: FileParts, name: SectionName, json: string): void {
  replacePart(parts, name, new TextEncoder().encode(json))
}
