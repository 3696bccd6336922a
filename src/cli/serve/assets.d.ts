/** Files of the page as texts; tsup.config.ts makes them so. */
declare module '*?script' {
  /** Bundled for browsers. */
  const text: string
  export default text
}
