/** The index is read from disk by the server; hosts that copy only what is imported must be told of it. */
export default {
  serverExternalPackages: ['trouvaille'],
  outputFileTracingIncludes: { '/': ['./articles.trv'] },
}
