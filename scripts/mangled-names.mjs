/**
 * The property names of the client that can be shortened: those that nothing outside its modules knows.
 *
 * No list is kept by hand. A name keeps as it is if it stands
 * - in a type that users see: all that can be reached from the types that src/client.ts and src/element/index.ts export, and from the errors,
 * - in a type of what is written to a file (`DATA`), because other builds read it,
 * - in what the platform declares (ECMAScript, DOM, types/platform-globals.d.ts, and the types to which the sources cast `globalThis`),
 * - in HTML, as an attribute that the element writes,
 * - in a string, or in a table that is looked up by name,
 * - among the exports of a chunk.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Types of data that files hold as JSON, by module. */
const DATA = [
  ['src/index/packed/metadata.ts', 'WrittenMetadata'],
  ['src/language/language.ts', 'LanguageDefinition'],
  ['src/languages/lexicon/word-options.ts', 'WordOptions'],
  ['src/languages/english/options.ts', 'EnglishOptions'],
]

/** Attributes of HTML and SVG that src/element/ writes as keys of objects, and that are no properties of the DOM. */
const HTML_ATTRIBUTES = ['class', 'for', 'enterkeyhint', 'focusable', 'inputmode', 'tabindex']

/**
 * @param {Map<string, import('rollup').ProgramNode>} modules the parsed modules of the client by their paths, types removed
 * @returns {Map<string, string>} the short names by the long ones
 */
export function mangledNames(modules) {
  const kept = new Set([
    'constructor',
    'prototype',
    '__proto__',
    ...HTML_ATTRIBUTES,
    ...platformNames(),
    ...publicNames([...modules.keys()]),
  ])
  /** @type {Map<string, number>} */
  const uses = new Map()
  const tables = new Set()
  for (const program of modules.values()) collectTables(program, tables)
  for (const program of modules.values()) collectNames(program, uses, kept, tables)
  const names = [...uses].filter(([name]) => name.length > 2 && !kept.has(name))
  // The most frequent gets the shortest; the order of equally frequent ones is that of their letters, so that every build gives the same.
  names.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  /** @type {Map<string, string>} */
  const short = new Map()
  let next = 0
  for (const [name] of names) {
    let candidate = letters(next++)
    while (uses.has(candidate) || kept.has(candidate)) candidate = letters(next++)
    short.set(name, candidate)
  }
  return short
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** a, b … z, aa, ab … @param {number} number @returns {string} */
function letters(number) {
  return number < 26 ? LETTERS[number] : letters(Math.floor(number / 26) - 1) + LETTERS[number % 26]
}

/** Calls `visit` with every node. @param {any} node @param {(node: any) => void} visit */
function walk(node, visit) {
  if (node === null || typeof node !== 'object') return
  if (typeof node.type === 'string') visit(node)
  for (const child of Object.values(node)) if (typeof child === 'object') walk(child, visit)
}

/** The names of variables that are looked up by names: whose members are computed, or whose names are listed. */
function collectTables(program, tables) {
  walk(program, node => {
    if (node.type === 'MemberExpression' && node.computed && node.object.type === 'Identifier')
      tables.add(node.object.name)
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return
    if (node.callee.object.name !== 'Object') return
    for (const argument of node.arguments) if (argument.type === 'Identifier') tables.add(argument.name)
  })
}

/** Counts the names of properties in `uses`, and adds to `kept` those of strings and tables. */
function collectNames(program, uses, kept, tables) {
  const isTable = name => /^[A-Z][A-Z_\d]*$/.test(name) || tables.has(name)
  walk(program, node => {
    if (node.type === 'Literal' && typeof node.value === 'string') kept.add(node.value)
    if (node.type === 'TemplateElement') kept.add(node.value.cooked)
    if (node.type === 'ExportSpecifier') kept.add(node.exported.name)
    if (node.type === 'ExportNamedDeclaration') for (const name of declaredNames(node.declaration)) kept.add(name)
    const key = node.type === 'MemberExpression' ? node.property : node.key
    if (key?.type === 'Identifier' && !node.computed) uses.set(key.name, (uses.get(key.name) ?? 0) + 1)
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier' || !isTable(node.id.name)) return
    if (node.init?.type !== 'ObjectExpression') return
    for (const { key } of node.init.properties) if (key?.type === 'Identifier') kept.add(key.name)
  })
}

/** The names that an exported declaration declares. */
function declaredNames(declaration) {
  const declared = declaration?.declarations ?? (declaration ? [declaration] : [])
  return declared.flatMap(({ id }) => id.name ?? [])
}

/** All that ECMAScript, the DOM and types/platform-globals.d.ts declare. */
function* platformNames() {
  const folder = dirname(fileURLToPath(import.meta.resolve('typescript')))
  const libraries = readdirSync(folder).filter(name => /^lib\.(es|dom|webworker)[.\w]*\.d\.ts$/.test(name))
  for (const path of [...libraries.map(name => join(folder, name)), join(root, 'types/platform-globals.d.ts')]) {
    const source = parse(path)
    const names = []
    const visit = node => {
      const isDeclared = ts.isTypeElement(node) || ts.isVariableDeclaration(node) || ts.isClassElement(node)
      if ((isDeclared || ts.isFunctionDeclaration(node)) && node.name !== undefined) names.push(nameOf(node.name))
      ts.forEachChild(node, visit)
    }
    visit(source)
    yield* names
  }
}

/** @param {string} path */
function parse(path) {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, false)
}

/** @param {ts.Node & { text?: string }} name */
function nameOf(name) {
  return name.text ?? ''
}

/** The names in the types that can be reached from the public ones, those of data, and those that `globalThis` is cast to in `paths`. */
function publicNames(paths) {
  const names = new Set()
  /** @type {Map<string, ReturnType<typeof readModule>>} */
  const modules = new Map()
  const reached = new Set()
  const moduleAt = path => {
    if (!modules.has(path)) modules.set(path, readModule(path))
    return modules.get(path)
  }

  /** Collects what the declaration `name` of a module says, or of the one that it comes from. */
  const reach = (path, name) => {
    const id = `${path} ${name}`
    if (reached.has(id)) return
    reached.add(id)
    const { declarations, imports } = moduleAt(path)
    const from = imports.get(name)
    if (from !== undefined) reach(from.path, from.name)
    for (const declaration of declarations.get(name) ?? []) collect(path, declaration)
  }

  const collect = (path, node) => {
    if (isHidden(node) || ts.isBlock(node)) return
    if ((ts.isTypeElement(node) || ts.isClassElement(node)) && node.name !== undefined) names.add(nameOf(node.name))
    if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) names.add(nameOf(node.name))
    if (ts.isStringLiteral(node)) names.add(node.text)
    if (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent)) names.add(nameOf(node.name))
    if (ts.isTypeReferenceNode(node)) reach(path, nameOf(node.typeName))
    if (ts.isTypeQueryNode(node)) reach(path, nameOf(node.exprName))
    if (ts.isExpressionWithTypeArguments(node)) reach(path, nameOf(node.expression))
    ts.forEachChild(node, child => collect(path, child))
  }

  const exportsOf = path => {
    const { exported, imports } = moduleAt(path)
    for (const name of exported) reach(imports.get(name)?.path ?? path, imports.get(name)?.name ?? name)
  }
  exportsOf(join(root, 'src/client.ts'))
  exportsOf(join(root, 'src/element/index.ts'))
  exportsOf(join(root, 'src/worker/index.ts'))
  exportsOf(join(root, 'src/errors.ts'))
  for (const [path, name] of DATA) reach(join(root, path), name)
  for (const path of paths.filter(path => path.endsWith('.ts'))) {
    const visit = node => {
      if (ts.isAsExpression(node) && nameOf(node.expression) === 'globalThis') collect(path, node.type)
      ts.forEachChild(node, visit)
    }
    visit(moduleAt(path).source)
  }
  return names
}

/** Whether the declarations leave a node out: private members, and those marked as internal. */
function isHidden(node) {
  const isPrivate = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword)
  return isPrivate || ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'internal')
}

/** The declarations of a module by name, and the names that come from others. */
function readModule(path) {
  const source = parse(path)
  const declarations = new Map()
  const imports = new Map()
  const exported = new Set()
  const declare = (name, node) => declarations.set(name, [...(declarations.get(name) ?? []), node])
  for (const statement of source.statements) {
    const from = statement.moduleSpecifier && resolve(dirname(path), statement.moduleSpecifier.text)
    const bindings = statement.importClause?.namedBindings ?? statement.exportClause
    for (const { name, propertyName } of bindings?.elements ?? []) {
      imports.set(name.text, { path: from ?? path, name: (propertyName ?? name).text })
      if (ts.isExportDeclaration(statement)) exported.add(name.text)
    }
    const declared = statement.declarationList?.declarations ?? (statement.name ? [statement] : [])
    const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    for (const one of declared) {
      declare(nameOf(one.name), one)
      if (isExported) exported.add(nameOf(one.name))
    }
  }
  return { source, declarations, imports, exported }
}
