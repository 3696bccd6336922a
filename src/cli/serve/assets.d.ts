/** Files of the page imported as text, by tsup.config.ts. */
declare module '*?script' {
  /** Bundled for browsers. */
  const text: string
  export default text
}
