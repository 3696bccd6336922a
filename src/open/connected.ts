/** Whether files can be loaded now, to ask before an `import()`. */

/**
 * Rejects if the browser has no connection, and nothing answers in its place, as a service worker does. Before each `import()`, because browsers from before 2026
 * remember one that failed until the page is reloaded; a `fetch()` they do not remember.
 */
export async function connected(): Promise<unknown> {
  // The address of this file is another kind in Node and in some bundles.
  const isOffline = globalThis.navigator?.onLine === false && /^http/.test(import.meta.url)
  return isOffline && fetch(import.meta.url, { cache: 'no-store' })
}
