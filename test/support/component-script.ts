/** What TypeScript sees of the components of Vue and Svelte: their scripts, and the expressions in their templates. */
import { compileScript, parse } from 'vue/compiler-sfc'

/** The module that Vue makes of a component, with its template as a function. */
export function scriptOfVue(component: string): string {
  const { descriptor, errors } = parse(component.replace('<script setup>', '<script setup lang="ts">'))
  if (errors.length > 0) throw errors[0]
  return compileScript(descriptor, { id: 'example', inlineTemplate: true }).content
}

/** The script of a component of Svelte, and its expressions as statements after it: without another compiler, for the few forms that examples have. */
export function scriptOfSvelte(component: string): string {
  const [, script, template] = /^<script>(.*)<\/script>(.*)$/s.exec(component) ?? []
  if (script === undefined) throw new Error('The component has no script.')
  const statements = [...template.matchAll(/(\bon\w+=)?\{([^{}]+)\}/g)].map(([, event, text]) => {
    const [, list, name, key] = /^#each (.+) as (\w+) \((.+)\)$/s.exec(text) ?? []
    if (list !== undefined) return `for (const ${name} of ${list}) { shown(${key})`
    if (text === '/each') return '}'
    return event === undefined ? `shown(${text})` : `listened(${text})`
  })
  const stores = new Set(template.match(/\$\w+/g))
  return [
    script,
    'type ValueOf<Store> = Store extends { subscribe(run: (value: infer Value) => void): unknown } ? Value : never',
    ...[...stores].map(store => `declare const ${store}: ValueOf<typeof ${store.slice(1)}>`),
    'declare function shown(value: string | number | undefined): void',
    'declare function listened(listener: (event: Event & { currentTarget: HTMLInputElement }) => void): void',
    ...statements,
  ].join('\n')
}
