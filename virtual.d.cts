/**
 * The types of the modules that the plugin makes. Reference them once, in a declaration file of your sources such as `env.d.ts`:
 *
 *     /// <reference types="trouvaille/virtual" />
 *
 * If the fields of the documents are known, declare the index there too:
 *
 *     declare module 'virtual:trouvaille/articles' {
 *       const index: import('trouvaille/client').SearchClient<{ id: string; title: string; body: string }>
 *       export default index
 *     }
 */
declare module 'virtual:trouvaille/*' {
  const index: import('./dist/client.cjs').SearchClient
  export default index
}
