/**
 * What `import index from 'virtual:trouvaille/…'` gives, for the compiler. Name it once, in a declaration file of your sources, such as `env.d.ts`:
 *
 *     /// <reference types="trouvaille/virtual" />
 *
 * An index whose documents are known is declared there too:
 *
 *     declare module 'virtual:trouvaille/articles' {
 *       const index: import('trouvaille/client').SearchClient<{ id: string; title: string; body: string }>
 *       export default index
 *     }
 */
declare module 'virtual:trouvaille/*' {
  const index: import('./dist/client.js').SearchClient
  export default index
}
