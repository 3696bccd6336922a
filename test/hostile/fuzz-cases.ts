/** The cases of the fuzzer by their numbers: from 0 on what a seed makes, below 0 the corpus. */
import { asSourceError } from '../../src/readers/nesting.ts'
import { readerFor } from '../../src/readers/registry.ts'
import { SourceError } from '../../src/readers/source-error.ts'
import { changedFile } from './change-file.ts'
import { type CorpusText, corpusIndexes, corpusTexts } from './corpus.ts'
import { type Draw, drawFrom } from './draw.ts'
import { outcomeOf, USES } from './use-index.ts'

export const USE_NAMES: readonly string[] = Object.keys(USES)

/** The file of a case, and what is done with it. */
export interface FuzzCase {
  base: string
  use: string
  file: Uint8Array
  draw: Draw
}

/** `files`: what is changed, by name. */
export function caseOf(number: number, files: readonly (readonly [string, Uint8Array])[]): FuzzCase {
  const draw = drawFrom(number ^ 0x5bd1e995)
  const [base, file] = draw.pick(files)
  const changed = changedFile(file, number)
  return { base, use: draw.pick(USE_NAMES), file: changed, draw }
}

/** The name of the file that a case is kept in. */
export function corpusName(number: number, use: string): string {
  return `case-${number}-${use}`
}

export interface CorpusCase {
  name: string
  use: string
  bytes: number
  /** @throws whatever no file may cause */
  run(): Promise<string>
}

/** How often each thing is done with each file, with other queries and options. */
const ROUNDS = 4

/** What is done again with the corpus in `folder`: a list for each file, indexes first. Texts that need a thread of their own are left to tests of the built library. */
export function corpusCases(folder: string, rounds = ROUNDS): CorpusCase[][] {
  const indexes = corpusIndexes(folder).map(({ name, file }) =>
    USE_NAMES.map(use => ({ name, use, bytes: file.length, run: () => useAgain(name, use, file, rounds) })),
  )
  const texts = corpusTexts(folder).filter(({ isContained }) => !isContained)
  const readings = texts.map(text => {
    const content = text.content()
    return [{ name: text.name, use: 'read', bytes: content.length, run: () => readAgain(text, content) }]
  })
  return [...indexes, ...readings]
}

async function useAgain(name: string, use: string, file: Uint8Array, rounds: number): Promise<string> {
  let outcome = ''
  for (let seed = 0; seed < rounds; seed++) outcome = await outcomeOf(use, file, drawFrom(seed))
  // Just as it was when it failed.
  const [, number, first] = /^case-(\d+)-(\w+)$/.exec(name) ?? []
  if (first === use) {
    const draw = drawFrom(Number(number) ^ 0x5bd1e995)
    draw.below(1)
    draw.below(1)
    outcome = await outcomeOf(use, file, draw)
  }
  return outcome
}

/** @throws unless the reader says of the file what it should */
async function readAgain({ file, documents, problems }: CorpusText, content: Uint8Array): Promise<string> {
  const found = { documents: 0, problems: [] as string[] }
  const text = new TextDecoder().decode(content)
  const source = {
    name: file,
    async *chunks() {
      yield text
    },
    bytes: () => Promise.resolve(content),
  }
  try {
    for await (const read of readerFor(file)?.read(source, {}) ?? []) {
      if (read instanceof SourceError) found.problems.push(read.problem.kind)
      else found.documents++
    }
  } catch (error) {
    const problem = asSourceError(error, file)
    if (!(problem instanceof SourceError)) throw error
    found.problems.push(problem.problem.kind)
  }
  const expected = JSON.stringify({ documents, problems })
  if (JSON.stringify(found) !== expected) throw new Error(`${JSON.stringify(found)}, not ${expected}`)
  return problems.length === 0 ? 'answered' : problems.join(' ')
}
