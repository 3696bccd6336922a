/** Files imported as text, by the builds. */
declare module '*?text' {
  const text: string
  export default text
}
