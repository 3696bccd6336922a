/**
 * Verbs with a particle that form a noun: `log in` also gives the whole `log-in`, so that `login` finds it, and vice versa. The noun has the base form of the verb,
 * and so has what is read: `logged in` is no noun.
 */
import { HYPHEN } from '../../../text/character-class.ts'
import type { Reading } from '../../../text/text-scanner.ts'
import { TokenKind } from '../../../text/token.ts'
import { WordShapes } from '../../../text/word-shapes.ts'
import { endOfLetters, isLetterAt, isWordAt } from '../../../text/words.ts'

/** The verbs by particle. Two pairs are no verbs: well being, on line. */
const VERBS: Readonly<Record<string, string>> = {
  up: 'back build check clean follow line link look make mark mix pick pop round set sign start step tune wake warm write',
  in: 'check drop log opt plug sign sit stand tie trade walk',
  on: 'add clip log sign',
  out: 'black break burn check cut drop fade fall hand hide knock lay log opt pay print roll sell sign time try turn walk wipe work',
  off: 'cut drop kick lay log pay play show sign spin stand take trade',
  down: 'break cool count crack lock melt show shut slow splash touch',
  back: 'buy call come cut draw fall flash kick pay play roll set throw',
  over: 'change hand hang make roll stop take turn',
  away: 'break get give hide run take',
  around: 'run turn work',
  through: 'break click walk',
  being: 'well',
  line: 'on',
}

const PAIRS: ReadonlySet<string> = new Set(
  Object.entries(VERBS).flatMap(([particle, verbs]) => verbs.split(' ').map(verb => `${verb}-${particle}`)),
)
const SHAPES = new WordShapes([...PAIRS].map(pair => pair.slice(0, pair.indexOf('-'))))

/** Adds the whole of a verb, which ends at `end`, and the particle after it, before the verb itself is added. */
export function readPhrasalVerb(reading: Reading, start: number, end: number): void {
  const { lower } = reading
  if (!SHAPES.mayHave(lower, start, end - start)) return
  const next = end + 1
  if (!isLetterAt(reading, next)) return
  const last = endOfLetters(reading, next)
  if (last - next > 7 || isWordAt(reading, last) || (reading.classAt(last) === HYPHEN && isWordAt(reading, last + 1)))
    return
  const whole = `${lower.slice(start, end)}-${lower.slice(next, last)}`
  if (PAIRS.has(whole)) reading.pushAt(reading.position, whole, start, last, TokenKind.compound, 2)
}
