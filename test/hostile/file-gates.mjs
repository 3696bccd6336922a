/**
 * Gates at file operations, for a process to be killed or refused at: loaded before a program (`--import`), it counts what the program does with the files
 * below the folder GATE_FOLDER, and at the operation GATE_AT does what GATE says: `kill` (before it), `die` (after it), or the code of an error. Without GATE_AT,
 * the number of operations is written to GATE_COUNT when the process ends.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const { GATE_FOLDER = '', GATE, GATE_AT, GATE_COUNT } = process.env
const at = Number(GATE_AT ?? Number.POSITIVE_INFINITY)
const { writeFileSync } = fs
const handles = new Set()
let count = 0

const isInside = path => (typeof path === 'number' ? handles.has(path) : String(path).includes(GATE_FOLDER))

/** Passes a gate; what it returns is called behind the operation. */
function pass(name, path) {
  if (!isInside(path)) return () => {}
  count++
  if (count !== at) return () => {}
  if (GATE === 'kill') process.kill(process.pid, 'SIGKILL')
  if (GATE === 'die') return () => process.kill(process.pid, 'SIGKILL')
  throw Object.assign(new Error(`${GATE}: injected, ${name} '${path}'`), {
    code: GATE,
    syscall: name,
    path: String(path),
  })
}

for (const name of [
  'openSync',
  'writeSync',
  'readSync',
  'fsyncSync',
  'unlinkSync',
  'renameSync',
  'mkdirSync',
  'writeFileSync',
  'readFileSync',
  'statSync',
  'copyFileSync',
]) {
  const original = fs[name]
  fs[name] = (path, ...others) => {
    const after = pass(name, path)
    const result = original(path, ...others)
    if (name === 'openSync' && isInside(path)) handles.add(result)
    after()
    return result
  }
}
const { closeSync } = fs
fs.closeSync = file => {
  handles.delete(file)
  closeSync(file)
}

for (const name of [
  'writeFile',
  'readFile',
  'rename',
  'unlink',
  'mkdir',
  'copyFile',
  'rm',
  'stat',
  'realpath',
  'readdir',
]) {
  const original = fs.promises[name]
  fs.promises[name] = async (path, ...others) => {
    const after = pass(name, path)
    const result = await original(path, ...others)
    after()
    return result
  }
}
const { open } = fs.promises
fs.promises.open = async (path, ...others) => {
  const after = pass('open', path)
  const handle = await open(path, ...others)
  after()
  if (!isInside(path)) return handle
  for (const name of ['writeFile', 'write', 'read', 'sync', 'stat']) {
    const original = handle[name].bind(handle)
    handle[name] = async (...values) => {
      const behind = pass(`handle.${name}`, path)
      const result = await original(...values)
      behind()
      return result
    }
  }
  return handle
}
syncBuiltinESMExports()
if (GATE_COUNT !== undefined) process.on('exit', () => writeFileSync(GATE_COUNT, String(count)))
