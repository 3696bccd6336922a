import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createColors, withColors } from '../../src/cli/colors.ts'
import { onOneLine, plainJson, plainText, withPlainArguments } from '../../src/cli/plain-text.ts'
import { type BuiltProgram, buildProgram } from './built-program.ts'

/** What terminals obey: colours, the window's title, a link, clearing, C1, and orders of direction. */
const ORDERS = [
  '\x1b[31m',
  '\x1b[8m',
  '\x1b]0;pris\x07',
  '\x1b]8;;https://exemple.test\x1b\\',
  '\x1b[2J',
  '\x1bc',
  '\x07',
  '\x08',
  '\x9b31m',
  '\x85',
  '\u202e',
  '\u2066',
  '\u200f',
]
const OBEYED = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/

describe('a text', () => {
  test.each(ORDERS)('keeps its letters and loses %j', order => {
    const plain = plainText(`été ${order} hiver`)
    expect(plain).not.toMatch(OBEYED)
    expect(plain).toMatch(/^été .*hiver$/)
  })

  test('keeps its lines, tabs and spaces of any kind', () => {
    const text = 'a\n\tb\u00a0c\u202fd – « e »\u2019 👩‍🚒'
    expect(plainText(text)).toBe(text)
  })

  test('is one line as a value', () => {
    expect(onOneLine('un\r\ndeux\u2028trois\x85quatre')).toBe('un deux trois quatre')
  })

  test('is the same text in JSON', () => {
    const value = { titre: `a ${ORDERS.join(' ')} b` }
    const json = plainJson(value)
    expect(json).not.toMatch(OBEYED)
    expect(JSON.parse(json)).toEqual(value)
  })

  test('is one line wherever a message has it', () => {
    const messages = { of: { file: (name: string, all: readonly string[]) => `${name}: ${all.join()}` }, plain: 'a\nb' }
    const plain = withPlainArguments(messages)
    expect(plain.of.file('a\nb', ['c\nd'])).toBe('a b: c d')
    expect(plain.plain).toBe('a\nb')
  })
})

describe('colours', () => {
  const colors = createColors(true)

  test('are those of the program, nested as well', () => {
    expect(withColors(colors.red(`a ${colors.bold('b')} c`))).toBe('\x1b[31ma \x1b[1mb\x1b[22m c\x1b[39m')
  })

  test('are none of a text, painted or not', () => {
    expect(withColors(`\x1b[31m${colors.bold('\x1b[32mvert\x1b[39m')}`)).toBe('\x1b[1mvert\x1b[22m')
  })

  test('cannot be guessed by a text', () => {
    expect(withColors('\x1b[31;1234;5678;9012ma\x1b[31;0mb')).toBe('ab')
  })
})

describe('every command', () => {
  const hostile = `${ORDERS.join('é')}fin`
  let program: BuiltProgram

  beforeAll(async () => {
    program = await buildProgram()
    const document = (id: string) => ({
      id: `${id}${hostile}`,
      title: `Tripoli ${hostile}`,
      text: `Le maréchal ${hostile} refuse la trêve.`,
      author: hostile,
      rubrique: hostile,
    })
    await program.write({
      'site/a.json': JSON.stringify([document('a'), document('b')]),
      'site/c\x1b[31m\u202e.md': '---\ntitle: [non fermé\n---\nTexte\n',
      'site/d\x1b[32m.xyz': 'rien',
      'questions.jsonl': `${JSON.stringify({ id: 'q1', text: `Tripoli ${hostile}` })}\n`,
      'answers.tsv': 'q1\tinconnu\x1b[31m\t1\n',
    })
  })
  afterAll(() => program.remove())

  const COMMANDS: readonly (readonly [code: number, args: readonly string[]])[] = [
    [0, ['build', 'site', '-o', 'site.trv', '--columns', 'rubrique:keyword', '--store', 'title,text,author,rubrique']],
    [1, ['build', 'site', '-o', 'other.trv', '--strict']],
    [1, ['build', 'nulle\x1b[31mpart', '-o', 'other.trv']],
    [0, ['search', 'site.trv', `Tripoli ${hostile.replaceAll('\0', '')}`]],
    [0, ['search', 'site.trv', 'Tripoli', '--facets', 'rubrique']],
    [0, ['search', 'site.trv', 'Tripoli', '--json']],
    [0, ['search', 'site.trv', `inconnu${hostile}`]],
    [0, ['suggest', 'site.trv', 'trip']],
    [0, ['similar', 'site.trv', `a${hostile}`]],
    [0, ['explain', 'site.trv', 'Tripoli', `a${hostile}`]],
    [0, ['inspect', 'site.trv']],
    [0, ['verify', 'site.trv']],
    [0, ['analyze', `L’été ${hostile}`]],
    [0, ['evaluate', 'site.trv', '--questions', 'questions.jsonl', '--judgments', 'answers.tsv', '--worst', '2']],
    [2, [`incon\x1b[31mnu`]],
    [1, ['search', `aucun\x1b[31m.trv`, 'mot']],
  ]
  test.each(COMMANDS.map(([code, args]) => [args.join(' '), code, args] as const))('%j', async (_, expected, args) => {
    const { code, stdout, stderr } = await program.run(args, { env: { FORCE_COLOR: '1' } })
    expect({ code, isSilent: stdout + stderr === '' }).toEqual({ code: expected, isSilent: false })
    // The program's own colours, as picocolors writes them.
    const told = (stdout + stderr).replace(/\x1b\[(?:0|1|2|4|7|22|24|31|32|33|36|39)m/g, '')
    expect(told).not.toMatch(OBEYED)
    expect(stdout + stderr).not.toMatch(/at .*\.js:\d+/)
  })
})
