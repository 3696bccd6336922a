/**
 * What `import index from 'virtual:trouvaille/…'` gives, for the compiler. Name it once, in a declaration file of your sources, such as `env.d.ts`:
 *
 *     /// <reference types="trouvaille/client" />
 *
 * An index whose documents are known is declared there too:
 *
 *     declare module 'virtual:trouvaille/articles' {
 *       const index: import('trouvaille/lazy').LazyIndex<{ id: string; title: string; body: string }>
 *       export default index
 *     }
 */
declare module 'virtual:trouvaille/*' {
  const index: import('./dist/lazy.cjs').LazyIndex
  export default index
}
