/** `trouvaille evaluate`, built and run as people run it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltProgram, buildProgram } from './built-program.ts'

const documents = [
  { id: 'pain', title: 'Le prix du pain', body: 'La baguette augmente de dix centimes.' },
  { id: 'ble', title: 'La récolte de blé', body: 'Le prix du blé recule, et le pain suivra.' },
  { id: 'train', title: 'Le train de nuit', body: 'Il part de Paris le soir.' },
  { id: 7, title: 'Les urgences', body: 'L’hôpital manque de lits.' },
]
const lines = (values: readonly unknown[]) => values.map(value => `${JSON.stringify(value)}\n`).join('')

let program: BuiltProgram

beforeAll(async () => {
  program = await buildProgram()
  await program.write({
    'site.jsonl': lines(documents),
    'q.jsonl': lines([
      { id: 'a-1', text: 'prix du pain' },
      { id: 'a-2', text: 'baguette' },
      { id: 'b', text: 'hôpital' },
      { id: 'c', text: 'couchette' },
      { id: 'd', text: 'nuit' },
    ]),
    'j.tsv': 'a-1\tble\t2\na-1\tpain\t1\na-2\tpain\t1\nb\t7\t1\nc\ttrain\t1\nc\tavion\t1\n',
    'synonymes.txt': 'couchette => train\n',
  })
  await program.run(['build', 'site.jsonl', '--out', 'site.trv'])
})
afterAll(() => program.remove())

/** The last of an option wins, so `args` may name other files. */
const evaluate = (...args: string[]) =>
  program.run(['evaluate', 'site.trv', '--questions', 'q.jsonl', '--judgments', 'j.tsv', ...args])

describe('measures', () => {
  test('are printed, with what counts for nothing on the side', async () => {
    const { code, stdout, stderr } = await evaluate('--worst', '0')
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: '4 questions\n  nDCG@10  0.699\n  MRR@10   0.750\n  R@100    0.750\n',
    })
    expect(stderr).toBe(
      'site.trv does not contain 1 judged document, which counts as not found: avion (c)\n' +
        '1 question has no answer in the judgments and is not counted: d\n',
    )
  })

  test('are averaged by topic, in French', async () => {
    const { stdout } = await evaluate('--worst', '0', '--by-topic', '--lang', 'fr')
    expect(stdout).toBe('4 questions de 3 sujets\n  nDCG@10  0,633\n  MRR@10   0,667\n  R@100    0,667\n')
  })
})

describe('the worst questions', () => {
  test('come with what came first, what should have come, and why', async () => {
    const { stdout } = await evaluate()
    expect(stdout.slice(stdout.indexOf('The 2 worst'))).toMatch(
      new RegExp(
        [
          'The 2 worst questions',
          '',
          '1\\. couchette',
          '   c · nDCG@10 0\\.000 · MRR@10 0\\.000 · R@100 0\\.000',
          '   came first',
          '   nothing',
          '   should have come',
          '   – Le train de nuit',
          '     train · answer, grade 1',
          '     it contains no word of the question',
          '   – avion',
          '     avion · answer, grade 1',
          '     it is not in the index',
          '',
          '2\\. prix du pain',
          '   a-1 · nDCG@10 0\\.797 · MRR@10 1\\.000 · R@100 1\\.000',
          '   came first',
          '   1\\. Le prix du pain {50,}\\d\\.\\d\\d',
          '      pain · answer, grade 1',
          '      prix.\\d\\.\\d\\d · pain.\\d\\.\\d\\d · title.\\d\\.\\d\\d · proximity.\\d\\.\\d\\d',
          '   2\\. La récolte de blé {50,}\\d\\.\\d\\d',
          '      ble · answer, grade 2',
          '      prix.\\d\\.\\d\\d · pain.\\d\\.\\d\\d · proximity.\\d\\.\\d\\d',
          '$',
        ].join('\n'),
      ),
    )
  })

  test('tell the words a document lacks, and the forms it has', async () => {
    await program.write({ 'q2.jsonl': lines([{ id: 'x', text: 'prix des pains chers' }]), 'j2.tsv': 'x\tble\t1\n' })
    const { stdout } = await evaluate('--questions', 'q2.jsonl', '--judgments', 'j2.tsv', '--lang', 'fr')
    expect(stdout).toMatch(/La question la moins bien traitée\n\n1\. prix des pains chers\n/)
    expect(stdout).toMatch(/1\. Le prix du pain .*\n {6}pain\n {6}prix.\d,\d\d · pains.\d,\d\d \(pain\) ·/)
    expect(stdout).toContain('mots absents\u00a0: chers')
  })

  test('are none where all is well', async () => {
    await program.write({ 'q3.jsonl': lines([{ id: 'x', text: 'hôpital' }]), 'j3.tsv': 'x\t7\t1\n' })
    const { stdout } = await evaluate('--questions', 'q3.jsonl', '--judgments', 'j3.tsv')
    expect(stdout).toContain('Every question has its best answers first.')
  })
})

describe('--against', () => {
  test('prints both, the difference, p, and what moved', async () => {
    const { code, stdout } = await evaluate('--synonyms', 'synonymes.txt', '--against', 'site.trv')
    expect(code).toBe(0)
    expect(stdout).toBe(
      [
        '4 questions',
        '           site.trv + synonymes.txt  site.trv  difference       p',
        '  nDCG@10                     0.852     0.699      +0.153  1.0000',
        '  MRR@10                      1.000     0.750      +0.250  1.0000',
        '  R@100                       0.875     0.750      +0.125  1.0000',
        '',
        'The question that moved',
        '  +0.613  0.613  0.000  c  couchette',
        '',
      ].join('\n'),
    )
  })

  test('says where nothing moved', async () => {
    expect((await evaluate('--against', 'site.trv', '--lang', 'fr')).stdout).toContain('Aucun résultat n’a changé.')
  })
})

test('--json prints one object', async () => {
  const { code, stdout } = await evaluate('--json', '--by-topic', '--worst', '1', '--against', 'site.trv')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    index: 'site.trv',
    questions: 4,
    topics: 3,
    measures: { mrr: expect.closeTo(2 / 3, 12) },
    unjudged: ['d'],
    missing: [{ question: 'c', document: 'avion' }],
    worst: [{ id: 'c', first: [], wanted: [{ id: 'train', grade: 1, document: { title: 'Le train de nuit' } }, {}] }],
    against: { index: 'site.trv', difference: { ndcg: 0 }, p: { ndcg: 1 }, moved: [] },
  })
})

describe('what is wrong', () => {
  test.each([
    ['{"id": "a"', '', 'x.jsonl:1: this line is not valid JSON'],
    ['{"id": "a", "text": "b"}\n{"id": "a", "text": "c"}', '', 'x.jsonl:2: duplicate id "a": already used in line 1'],
    ['', '', 'x.jsonl: the file contains no questions'],
    ['{"id": "a", "text": "b"}', 'z\tpain\t1', 'x.tsv:1: unknown question id "z"'],
    ['{"id": "a", "text": "b"}', 'a\tpain\tbon', 'x.tsv:1: a grade must be a number of at most 20'],
    ['{"id": "a", "text": "b"}', 'a pain', 'x.tsv:1: a judgment has three columns'],
    ['{"id": "a", "text": "b"}', '', 'x.tsv: the file contains no answers'],
  ])('%j %j', async (questions, judgments, message) => {
    await program.write({ 'x.jsonl': questions, 'x.tsv': judgments })
    const { code, stdout, stderr } = await evaluate('--questions', 'x.jsonl', '--judgments', 'x.tsv')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(`error: ${message}`)
  })

  test('is told in French, and files that cannot be read are named', async () => {
    await program.write({ 'x.jsonl': '[]', 'latin.jsonl': Uint8Array.of(0x7b, 0xe9, 0x7d) })
    const french = await evaluate('--questions', 'x.jsonl', '--lang', 'fr')
    expect(french.stderr).toContain('x.jsonl:1: une question doit être un objet tel que {"id": "q1", "text": "…"}')
    expect((await evaluate('--questions', 'absent.jsonl')).stderr).toContain(
      'absent.jsonl: cannot read this file (no such file or folder)',
    )
    expect((await evaluate('--judgments', 'latin.jsonl')).stderr).toContain('latin.jsonl:1: the text is not UTF-8')
    expect((await evaluate('--against', 'absent.trv')).stderr).toContain('cannot read absent.trv')
  })

  test('both files are required, and --worst is a number', async () => {
    const missing = await program.run(['evaluate', 'site.trv', '--questions', 'q.jsonl'])
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('error: --judgments is required') })
    expect((await evaluate('--worst', 'all')).stderr).toContain('--worst must be a whole number')
  })
})

test('the library gives what the program prints', async () => {
  const { compare, evaluate: measure, readJudgments, readQuestions } = await import('../../src/evaluation/index.ts')
  const { SearchIndex } = await import('../../src/index.ts')
  const index = SearchIndex.fromBytes(await readFile(join(program.folder, 'site.trv')))
  const questions = readQuestions(await readFile(join(program.folder, 'q.jsonl'), 'utf8'))
  const judgments = readJudgments(await readFile(join(program.folder, 'j.tsv'), 'utf8'), { questions })
  const evaluation = measure(index, questions, judgments)
  const printed = JSON.parse((await evaluate('--json', '--against', 'site.trv')).stdout)
  expect(printed.measures).toEqual(evaluation.measures)
  expect(printed.against.p).toEqual(compare(evaluation, evaluation).p)
})
