/** The service worker: keeps the page, the library and the index at the first visit; answers from there, and renews what it has behind the answer. */
const KEPT = 'gazette'
const FILES = ['./', 'style.css', 'search.js', 'trouvaille.js', 'articles.trv', 'manifest.webmanifest', 'icon.svg']

self.addEventListener('install', event => {
  event.waitUntil(caches.open(KEPT).then(cache => cache.addAll(FILES)))
})

self.addEventListener('fetch', event => {
  if (event.request.method === 'GET') event.respondWith(answer(event))
})

async function answer(event) {
  const cache = await caches.open(KEPT)
  const kept = await cache.match(event.request, { ignoreSearch: true })
  const renewed = fetch(event.request).then(async response => {
    if (response.ok) await cache.put(event.request, response.clone())
    return response
  })
  if (kept === undefined) return renewed
  // Without a network there is nothing new.
  event.waitUntil(renewed.catch(() => {}))
  return kept
}
