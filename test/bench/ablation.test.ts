/** The parts of the ranking that the bench takes out are there to be taken out. */
import { expect, test } from 'vitest'
import { applyEdit, PARTS, sourceOf } from '../../bench/ablation/parts.mjs'

test.each(PARTS.flatMap(({ name, edits = [] }) => edits.map(edit => ({ name, edit }))))('$name', ({ edit }) => {
  const source = sourceOf(edit.file)
  expect(applyEdit(edit, source)).toBe(source.replace(edit.find, () => edit.replace))
})

test('an edit that the source does not have, or has twice, is told', () => {
  const edit = { file: 'x.ts', find: 'a = 1', replace: 'a = 2' }
  expect(applyEdit(edit, 'const a = 1')).toBe('const a = 2')
  expect(() => applyEdit(edit, 'const b = 1')).toThrow('src/x.ts has no "a = 1"')
  expect(() => applyEdit(edit, 'a = 1, a = 1')).toThrow('src/x.ts has several "a = 1"')
})
