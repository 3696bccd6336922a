/** The server of `serve`: a page with its script and style, the search box, and answers as JSON. It reads no other file, whatever a request names. */
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type SearchIndex, TrouvailleError } from '../../index.ts'
import { CLIENT } from '../element-folder.ts'
import { Failure, failureOf } from '../failure.ts'
import type { Messages } from '../messages/english.ts'
import type { Locale } from '../messages/locale.ts'
import { answer, introduce } from './answers.ts'
import style from './page/page.css?text'
import html from './page/page.html?text'
import script from './page/page.ts?script'
import type { ServedIndexes } from './served-indexes.ts'

/** The maximum number of hits on a page. */
const MAX_LIMIT = 100

/** The page may run only its own script and style, send requests only to its server, and not be embedded. */
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
  body: string | Uint8Array
}

/** @param isLocal whether requests must name this machine: otherwise a page elsewhere, whose name resolves to it, could read the answers (DNS rebinding) */
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
      return search(searchParams, indexes, messages)
    default:
      return elementFile(pathname)
  }
}

/** A file of the search box, only from its folder. */
async function elementFile(pathname: string): Promise<Reply> {
  const [, name] = /^\/trouvaille\/([\w-]+\.js)$/.exec(pathname) ?? []
  const body = name === undefined ? undefined : await readFile(CLIENT + name).catch(() => undefined)
  return body === undefined ? json(404, { error: 'Not found' }) : { status: 200, type: 'text/javascript', body }
}

/** `q`, and `options` of the search as JSON. */
async function search(parameters: URLSearchParams, indexes: ServedIndexes, messages: Messages): Promise<Reply> {
  const options = optionsOf(parameters.get('options') ?? '{}')
  if (options === undefined) return json(400, { error: 'Bad request' })
  try {
    return await withIndex(parameters, indexes, messages, index => answer(index, parameters.get('q') ?? '', options))
  } catch (error) {
    if (!(error instanceof TrouvailleError)) throw error
    return json(400, { error: error.message, code: error.code })
  }
}

/** Undefined if it is not an object, or requests more than a page shows. */
function optionsOf(text: string): object | undefined {
  try {
    const options: unknown = JSON.parse(text)
    if (typeof options !== 'object' || options === null || Array.isArray(options)) return undefined
    const { limit = 0 } = options as { limit?: unknown }
    return typeof limit === 'number' && limit <= MAX_LIMIT ? options : undefined
  } catch {
    return undefined
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
    // Errors of a query are not errors of the file.
    const { code } = error as { code?: unknown }
    throw code === 'INVALID_OPTION' || code === 'STALE_CURSOR' ? error : failureOf(error, name, messages)
  }
}

function json(status: number, value: unknown): Reply {
  return { status, type: 'application/json', body: JSON.stringify(value) }
}
