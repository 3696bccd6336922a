/** The server of `serve`: a page, its script and its style, and answers as JSON. It reads no other file, whatever is asked. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { SearchIndex } from '../../index.ts'
import { Failure, failureOf } from '../failure.ts'
import type { Messages } from '../messages/english.ts'
import type { Locale } from '../messages/locale.ts'
import { answer, introduce } from './answers.ts'
import style from './page/page.css?text'
import html from './page/page.html?text'
import script from './page/page.ts?script'
import type { ServedIndexes } from './served-indexes.ts'

const MAX_LIMIT = 100
const MAX_OFFSET = 1_000_000

/** The page runs its own script and style, asks its own server, and is shown in no other page. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

interface Reply {
  status: number
  type: string
  body: string
}

/**
 * @param isLocal whether it must be asked by the name of this machine: otherwise a page elsewhere, whose name leads here, could read the answers (DNS
 * rebinding)
 */
export function makeServer(indexes: ServedIndexes, locale: Locale, messages: Messages, isLocal: boolean): Server {
  return createServer((request, response) => {
    reply(request, indexes, locale, messages, isLocal).then(
      found => send(response, found, request.method === 'HEAD'),
      error => {
        const known = error instanceof Failure
        send(response, json(500, { error: known ? error.message : String(error) }), false)
      },
    )
  })
}

function send(response: ServerResponse, { status, type, body }: Reply, isHead: boolean): void {
  const content = Buffer.from(body)
  response.writeHead(status, { ...HEADERS, 'content-type': `${type}; charset=utf-8`, 'content-length': content.length })
  response.end(isHead ? undefined : content)
}

async function reply(
  { method, url = '/', headers }: IncomingMessage,
  indexes: ServedIndexes,
  locale: Locale,
  messages: Messages,
  isLocal: boolean,
): Promise<Reply> {
  if (isLocal && !/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(headers.host ?? '')) {
    return json(403, { error: 'Forbidden' })
  }
  if (method !== 'GET' && method !== 'HEAD') return json(405, { error: 'Method not allowed' })
  if (!URL.canParse(url, 'http://localhost')) return json(400, { error: 'Bad request' })
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  switch (pathname) {
    case '/':
      return { status: 200, type: 'text/html', body: html.replace('<html lang="en"', `<html lang="${locale}"`) }
    case '/page.js':
      return { status: 200, type: 'text/javascript', body: script }
    case '/page.css':
      return { status: 200, type: 'text/css', body: style }
    case '/api/indexes':
      return json(200, indexes.names)
    case '/api/index':
      return withIndex(searchParams, indexes, messages, (index, name) => introduce(name, index))
    case '/api/search':
      return withIndex(searchParams, indexes, messages, index => answer(index, readAsked(searchParams)))
    default:
      return json(404, { error: 'Not found' })
  }
}

async function withIndex(
  parameters: URLSearchParams,
  indexes: ServedIndexes,
  messages: Messages,
  use: (index: SearchIndex, name: string) => unknown,
): Promise<Reply> {
  const name = parameters.get('file') ?? indexes.names[0]
  const path = indexes.pathOf(name)
  if (path === undefined) return json(404, { error: 'Not found' })
  try {
    return json(200, use(await indexes.open(path), name))
  } catch (error) {
    throw failureOf(error, name, messages)
  }
}

/** `q`, `offset`, `limit`, `sort`, and `in.section=monde` for each value that is chosen. */
function readAsked(parameters: URLSearchParams): Parameters<typeof answer>[1] {
  const chosen = new Map<string, string[]>()
  for (const [name, value] of parameters) {
    if (name.startsWith('in.')) chosen.set(name.slice(3), [...(chosen.get(name.slice(3)) ?? []), value])
  }
  return {
    question: parameters.get('q') ?? '',
    offset: countOf(parameters.get('offset'), 0, MAX_OFFSET),
    limit: countOf(parameters.get('limit'), 10, MAX_LIMIT),
    chosen,
    sort: parameters.get('sort') ?? undefined,
  }
}

function countOf(text: string | null, byDefault: number, most: number): number {
  return text !== null && /^\d{1,9}$/.test(text) ? Math.min(Number(text), most) : byDefault
}

function json(status: number, value: unknown): Reply {
  return { status, type: 'application/json', body: JSON.stringify(value) }
}
