/** Files as texts; the builds make them so. */
declare module '*?text' {
  const text: string
  export default text
}
