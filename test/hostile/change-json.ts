/** Changes JSON: a value of another type, names that every object has, numbers beyond all bounds, lists in lists without end. */
import { type Draw, EDGES } from './draw.ts'

/** Stands for what `JSON.stringify` can't write; replaced in the text. */
const RAW = '\u0001raw\u0001'

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'id', 'title', '', '\ud800']

export function changeJson(value: unknown, draw: Draw): string {
  const root = { value: structuredClone(value) }
  let raw = 'null'
  const places = placesIn(root)
  const { holder, key } = draw.pick(places)
  const record = holder as Record<string, unknown>
  switch (draw.below(8)) {
    case 0:
      delete record[key]
      break
    case 1:
      if (Array.isArray(holder)) holder.push(record[key])
      else define(record, draw.pick(NAMES), record[key])
      break
    case 2:
      raw = nested(draw.pick([2, 100, 255, 256, 257, 300, 5000, 50_000]), draw.once(2))
      record[key] = RAW
      break
    case 3:
      raw = draw.pick(['1e999', '-1e999', '-0', '1e-999', '{"__proto__":{"a":1}}', '"\\ud800"', '[null,[null]]', '1.5'])
      record[key] = RAW
      break
    case 4:
      record[key] = draw.pick(EDGES)
      break
    case 5:
      record[key] = Array.from({ length: draw.pick([1, 2, 300]) }, () => record[key])
      break
    case 6:
      record[key] = draw.pick(['x', 'roi', 'à'.repeat(3000), 'le roi '.repeat(500), '0123456789'.repeat(400)])
      break
    default:
      record[key] = draw.pick([null, true, '', 0, -1, [], {}, ['roi', 3], { roi: ['roi'] }, draw.pick(NAMES)])
  }
  const text = JSON.stringify(root.value) ?? 'null'
  return text.replace(JSON.stringify(RAW), () => raw)
}

function define(record: object, name: string, value: unknown): void {
  Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true })
}

interface JsonPlace {
  holder: object
  key: string
}

function placesIn(holder: object): JsonPlace[] {
  return Object.entries(holder).flatMap(([key, value]) => [
    { holder, key },
    ...(typeof value === 'object' && value !== null ? placesIn(value) : []),
  ])
}

function nested(depth: number, inObjects: boolean): string {
  return inObjects ? `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}` : `${'['.repeat(depth)}${']'.repeat(depth)}`
}
