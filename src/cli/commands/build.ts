/** `trouvaille build`: builds an index file from files, folders and globs; with `--watch`, again whenever one of them changes. */
import { basename, join } from 'node:path'
import { buildFile } from '../build-file.ts'
import { reportBuild, reportElement } from '../build-report.ts'
import { type BuildSettings, buildSettings } from '../build-settings.ts'
import { type Command, ExitCode, UsageError } from '../command.ts'
import { readConfig } from '../config-file.ts'
import { builtSiteOf, isBuiltSite, SITE_INDEX, writeElement } from '../element-folder.ts'
import { Failure } from '../failure.ts'
import { AUTO, findLanguages } from '../find-languages.ts'
import { newLedger, openLedger, saveLedger } from '../ledger-file.ts'
import { clusterOption } from '../open-cluster.ts'
import { synonymsOf, synonymsOption } from '../opened-language.ts'
import { fileOf, settingsByLanguage } from '../per-language.ts'
import type { Terminal } from '../terminal.ts'
import { watchFiles } from '../watch-files.ts'

export const build: Command = {
  name: 'build',
  summary: m => m.help.summaries.build,
  operands: [{ name: m => m.help.operands.paths, rest: true, optional: true }],
  options: {
    out: { short: 'o', value: m => m.help.values.file, describe: m => m.help.describe.out },
    cluster: clusterOption,
    name: { value: m => m.help.values.name, describe: m => m.help.describe.indexName },
    fields: { value: m => m.help.values.fields, describe: m => m.help.describe.fields },
    columns: { value: m => m.help.values.columns, describe: m => m.help.describe.columns },
    store: { value: m => m.help.values.fields, describe: m => m.help.describe.store },
    'no-store-body': { describe: m => m.help.describe.noStoreBody },
    'no-stop-word-positions': { describe: m => m.help.describe.noStopWordPositions },
    id: { value: m => m.help.values.field, describe: m => m.help.describe.id },
    include: { value: m => m.help.values.glob, describe: m => m.help.describe.include },
    exclude: { value: m => m.help.values.glob, describe: m => m.help.describe.exclude },
    follow: { describe: m => m.help.describe.follow },
    sections: { describe: m => m.help.describe.sections },
    'no-code': { describe: m => m.help.describe.noCode },
    sitemap: { value: m => m.help.values.url, describe: m => m.help.describe.sitemap },
    delay: { value: m => m.help.values.count, describe: m => m.help.describe.delay },
    'max-pages': { value: m => m.help.values.count, describe: m => m.help.describe.maxPages },
    drafts: { describe: m => m.help.describe.drafts },
    anchors: { value: m => m.help.values.generator, describe: m => m.help.describe.anchors },
    languages: { value: m => m.help.values.tags, describe: m => m.help.describe.languages },
    'per-language': { describe: m => m.help.describe.perLanguage },
    synonyms: synonymsOption,
    strict: { describe: m => m.help.describe.strict },
    config: { short: 'c', value: m => m.help.values.file, describe: m => m.help.describe.config },
    threads: { value: m => m.help.values.count, describe: m => m.help.describe.threads },
    incremental: { short: 'i', describe: m => m.help.describe.incremental },
    paranoid: { describe: m => m.help.describe.paranoid },
    watch: { short: 'w', describe: m => m.help.describe.watch },
    'no-element': { describe: m => m.help.describe.noElement },
    json: { describe: m => m.help.describe.json },
  },
  async run(args, terminal) {
    // A complete command needs no configuration, and is not affected by one.
    const [first] = args.operands
    const isOneSite = args.operands.length === 1 && !args.has('sitemap') && (await isBuiltSite(first))
    const siteIndex = isOneSite ? join(first, args.has('no-element') ? basename(SITE_INDEX) : SITE_INDEX) : undefined
    const hasTarget = args.has('out') || args.has('cluster') || isOneSite
    const isComplete = (args.operands.length > 0 || args.has('sitemap')) && hasTarget
    const named = args.text('config')
    const config = isComplete && named === undefined ? undefined : await readConfig(named, terminal.messages)
    const synonyms = await synonymsOf(args, terminal.messages)
    const settingsFor = (found?: readonly string[]) =>
      buildSettings(args, config, terminal.messages, siteIndex, synonyms, found)
    const given = settingsFor()
    const languages = args.text('languages') === AUTO ? await findLanguages(given) : undefined
    if (languages !== undefined) terminal.report(terminal.messages.build.languages(languages))
    const settings = languages === undefined ? given : settingsFor(languages)
    const site =
      args.has('no-element') || settings.cluster !== undefined
        ? undefined
        : await builtSiteOf(settings.paths, settings.out)
    const isIncremental = args.has('incremental')
    const open = async (settings: BuildSettings) =>
      isIncremental ? await openLedger(settings) : args.has('watch') ? newLedger(settings) : undefined
    const all = settingsByLanguage(settings)
    const ledgers = await Promise.all(all.map(open))
    /** Builds one of the indexes to write. */
    const buildOne = async (place: number) => {
      const { out, inputFrom } = all[place]
      const { outcome, ledger: next } = await buildFile(all[place], ledgers[place], terminal)
      if (isIncremental && outcome.isWritten && next !== undefined) await saveLedger(next, all[place], terminal)
      ledgers[place] = next
      // A single element opens the index for its page.
      const isLast = place === all.length - 1
      const opened = all.length > 1 ? fileOf(settings.out, '{lang}') : out
      const lines =
        site === undefined || !outcome.isWritten || !isLast ? [] : await writeElement(site, opened, terminal.messages)
      const code = reportBuild(out, outcome, args.has('json'), terminal)
      if (lines.length > 0 && !args.has('json')) reportElement(lines, terminal)
      if (!outcome.isWritten && outcome.isMissing && inputFrom !== undefined) {
        terminal.report(terminal.messages.build.from(inputFrom))
      }
      return code
    }
    const buildOnce = async () => {
      let code: number = ExitCode.success
      for (const place of all.keys()) code = (await buildOne(place)) || code
      return code
    }
    if (!args.has('watch')) return buildOnce()
    const { paths, editorial, out } = settings
    return watchAndBuild(typeof editorial === 'string' ? [...paths, editorial] : paths, out, buildOnce, terminal)
  },
}

/** Runs until the process is stopped. If a build fails, the next change may fix it. */
async function watchAndBuild(
  paths: readonly string[],
  out: string,
  buildOnce: () => Promise<number>,
  terminal: Terminal,
): Promise<number> {
  const { messages, colors } = terminal
  const build = async () => {
    try {
      await buildOnce()
    } catch (error) {
      if (!(error instanceof Failure || error instanceof UsageError)) throw error
      terminal.report(`${terminal.errorColors.red(messages.wrongUsage.error)} ${error.message}`)
    }
    terminal.report(colors.dim(messages.build.watching(paths)))
  }
  await watchFiles(paths, out, build)
  return ExitCode.success
}
