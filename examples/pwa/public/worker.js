/**
 * The service worker: stores the page, the library and the index at the first visit and answers from there. Pages and the index are updated behind the answer.
 * The library is not: its parts belong together, so a new version is stored as a whole, by the next version of this worker.
 */
importScripts('library.js')

const STORE = `gazette-${self.LIBRARY.version}`
const PAGES = ['./', 'style.css', 'search.js', 'articles.trv', 'manifest.webmanifest', 'icon.svg']

self.addEventListener('install', event => {
  event.waitUntil(caches.open(STORE).then(store => store.addAll([...PAGES, ...self.LIBRARY.files])))
})

self.addEventListener('activate', event => {
  event.waitUntil(deleteOldStores())
})

self.addEventListener('fetch', event => {
  if (event.request.method === 'GET') event.respondWith(answer(event))
})

async function deleteOldStores() {
  const names = (await caches.keys()).filter(name => name.startsWith('gazette-') && name !== STORE)
  await Promise.all(names.map(name => caches.delete(name)))
}

async function answer(event) {
  const store = await caches.open(STORE)
  const stored = await store.match(event.request, { ignoreSearch: true })
  if (stored === undefined) return fetch(event.request)
  const isLibrary = new URL(event.request.url).pathname.includes('/trouvaille/')
  if (!isLibrary) event.waitUntil(update(store, event.request).catch(() => {}))
  return stored
}

/** Fails without a network, when there is nothing new. */
async function update(store, request) {
  const response = await fetch(request)
  // An answer with a part of a file (206) is not stored.
  if (response.status === 200) await store.put(request, response)
}
