/** Files of the page as texts; tsup.config.ts makes them so. */
declare module '*?text' {
  const text: string
  export default text
}
declare module '*?script' {
  /** Bundled for browsers. */
  const text: string
  export default text
}
