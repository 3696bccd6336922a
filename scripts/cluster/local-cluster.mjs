/** Nodes of a real OpenSearch on 127.0.0.1, made of jars from Maven Central: for tests and measurements. Needs Java and Maven. */
import { execFileSync, spawn } from 'node:child_process'
import { closeSync, cpSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

const folder = import.meta.dirname

/** The versions that the tests run with: what runs on Java 17, and the newest, which needs Java 21. */
export const VERSIONS = { 2: '2.19.6', 3: '3.9.0' }

/** Where the jars, the classes and the data are. */
const run = process.env.TROUVAILLE_CLUSTER_FOLDER ?? join(folder, 'run')

/** The newest Java of this machine that the version runs on; undefined if there is none. */
export function javaFor(version) {
  const least = version.startsWith('2.') ? 17 : 21
  const homes = [process.env.JAVA_HOME, ...jvms()].filter(
    home => home !== undefined && existsSync(join(home, 'bin/javac')),
  )
  const fitting = homes.flatMap(home => {
    const release = releaseOf(home)
    // OpenSearch 2 is made for Java 11 to 21.
    return release >= least && (least > 17 || release <= 21) ? [{ home, release }] : []
  })
  return fitting.sort((a, b) => b.release - a.release)[0]?.home
}

function jvms() {
  const folder = '/usr/lib/jvm'
  return existsSync(folder) ? readdirSync(folder).map(name => join(folder, name)) : []
}

function releaseOf(home) {
  try {
    return Number(/JAVA_VERSION="(\d+)/.exec(readFileSync(join(home, 'release'), 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** Why no cluster of this version can be started here; undefined if one can. */
export function whyNot(version = VERSIONS[2]) {
  if (javaFor(version) === undefined) return `no Java for OpenSearch ${version}`
  try {
    if (!existsSync(join(run, version, 'lib'))) execFileSync('mvn', ['-v'], { stdio: 'ignore' })
  } catch {
    return 'no Maven'
  }
  return undefined
}

/** Gets the jars (46 to 63 MB, once) and compiles the node. */
export function prepare(version = VERSIONS[2]) {
  const reason = whyNot(version)
  if (reason !== undefined) throw new Error(`OpenSearch cannot be started: ${reason}.`)
  const lib = join(run, version, 'lib')
  const classes = join(run, version, 'classes')
  if (!existsSync(join(lib, `opensearch-${version}.jar`))) {
    mkdirSync(lib, { recursive: true })
    const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${lib}`]
    execFileSync('mvn', ['-q', '-B', '-f', join(folder, 'pom.xml'), `-Dopensearch=${version}`, ...goal], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
  if (!existsSync(join(classes, 'LocalNode.class'))) {
    mkdirSync(classes, { recursive: true })
    execFileSync(
      join(javaFor(version), 'bin/javac'),
      ['-nowarn', '-cp', `${lib}/*`, '-d', classes, join(folder, 'LocalNode.java')],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    )
  }
  return { lib, classes }
}

/** Starts one node, or three that form a cluster, and waits until it answers. Stop it with `stop()`. */
export async function startCluster({
  version = VERSIONS[2],
  nodes = 1,
  heap = '512m',
  keep = false,
  settings = {},
} = {}) {
  const { lib, classes } = prepare(version)
  const java = join(javaFor(version), 'bin/java')
  const data = join(run, `data-${process.pid}-${Math.random().toString(36).slice(2, 8)}`)
  const names = Array.from({ length: nodes }, (_, i) => `n${i + 1}`)
  const ports = await freePorts(nodes * 2)
  const transports = ports.slice(nodes).map(port => `127.0.0.1:${port}`)
  const discovery =
    nodes === 1
      ? { 'discovery.type': 'single-node' }
      : { 'discovery.seed_hosts': transports.join(), 'cluster.initial_cluster_manager_nodes': names.join() }
  const started = names.map((name, i) => {
    const home = join(data, name)
    let child
    const node = {
      name,
      url: `http://127.0.0.1:${ports[i]}`,
      home,
      start() {
        mkdirSync(join(home, 'config'), { recursive: true })
        cpSync(join(folder, 'log4j2.properties'), join(home, 'config/log4j2.properties'))
        const all = {
          'node.name': name,
          'cluster.name': `trouvaille-${process.pid}`,
          'network.host': '127.0.0.1',
          'http.port': ports[i],
          'transport.port': ports[nodes + i],
          'cluster.routing.allocation.disk.threshold_enabled': false,
          // SerialGC leaves garbage for long, which the breaker would count.
          'indices.breaker.total.use_real_memory': false,
          ...discovery,
          ...settings,
        }
        const log = openSync(join(home, 'out.log'), 'a')
        const flags = [
          `-Xms${heap}`,
          `-Xmx${heap}`,
          '-XX:+UseSerialGC',
          '-XX:TieredStopAtLevel=1',
          '--enable-native-access=ALL-UNNAMED',
        ]
        child = spawn(
          java,
          [
            ...flags.filter(flag => !flag.startsWith('--') || !version.startsWith('2.')),
            '-cp',
            `${classes}:${lib}/*`,
            'LocalNode',
            home,
            ...Object.entries(all).map(([key, value]) => `${key}=${value}`),
          ],
          { stdio: ['ignore', log, log] },
        )
        closeSync(log)
      },
      get pid() {
        return child?.pid
      },
      /** Ends the process, at once with SIGKILL, and waits until it is gone. */
      async stop(signal = 'SIGTERM') {
        if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
        const gone = new Promise(resolve => child.once('exit', resolve))
        child.kill(signal)
        await gone
      },
    }
    node.start()
    return node
  })
  const cluster = {
    version,
    nodes: started,
    urls: started.map(({ url }) => url),
    async stop() {
      await Promise.all(started.map(node => node.stop('SIGKILL')))
      if (!keep) rmSync(data, { recursive: true, force: true })
    },
  }
  try {
    await waitFor(started[0].url, nodes)
  } catch (error) {
    const log = readFileSync(join(started[0].home, 'out.log'), 'utf8').slice(-2000)
    await cluster.stop()
    throw new Error(`OpenSearch did not start: ${error.message}\n${log}`)
  }
  return cluster
}

async function waitFor(url, nodes, milliseconds = 180_000) {
  const end = Date.now() + milliseconds
  for (;;) {
    try {
      const response = await fetch(`${url}/_cluster/health?wait_for_nodes=${nodes}&timeout=10s`)
      if (response.ok && (await response.json()).timed_out === false) return
    } catch {
      // It does not listen yet.
    }
    if (Date.now() > end) throw new Error(`no answer after ${milliseconds / 1000} seconds`)
    await new Promise(resolve => setTimeout(resolve, 250))
  }
}

/** Ports that nobody uses now. */
async function freePorts(count) {
  const servers = await Promise.all(
    Array.from({ length: count }, () => {
      const server = createServer()
      return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(server)))
    }),
  )
  const ports = servers.map(server => server.address().port)
  await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))))
  return ports
}
