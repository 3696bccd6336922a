/** A hit in the list of a page of results. */
import type { ShownHit, ShownSection } from '../search-box/index.ts'
import { type Child, h, marked } from './dom.ts'
import { reportFollowing, type ViewContext } from './view.ts'

export function hitItem(hit: ShownHit, context: ViewContext): HTMLLIElement {
  const { settings, wording } = context
  const { title, excerpt, meta, image, isPromoted, sections, moreSections } = hit
  const heading = `h${settings.headingLevel}` as 'h2'
  const item = h(
    'li',
    { part: `hit${isPromoted ? ' promoted' : ''}` },
    image !== undefined && h('img', { part: 'image', src: image, alt: '', loading: 'lazy', decoding: 'async' }),
    h(
      'div',
      { class: 'text' },
      isPromoted && h('p', { part: 'badge', class: 'badge' }, wording.promoted),
      h(heading, { part: 'title' }, link(hit, marked(title), context)),
      meta.length > 0 && h('p', { part: 'meta', class: 'quiet' }, meta.map(wording.readable).join(' · ')),
      excerpt && h('p', { part: 'excerpt' }, marked(excerpt)),
      sections.length > 0 && sectionList(sections, moreSections, context),
    ),
  )
  context.decorate(item, hit)
  return item
}

function sectionList(sections: readonly ShownSection[], more: number, context: ViewContext): HTMLElement {
  const { wording } = context
  return h(
    'ul',
    { part: 'sections' },
    ...sections.map(section =>
      h(
        'li',
        { part: 'section' },
        link(section, marked(section.name), context),
        section.excerpt && h('p', { part: 'section-excerpt' }, marked(section.excerpt)),
      ),
    ),
    more > 0 && h('li', { class: 'quiet' }, wording.moreSections(more, wording.number)),
  )
}

/** Only text if there is no address. */
function link(hit: ShownHit | ShownSection, content: Child, context: ViewContext): Child {
  if (hit.href === undefined) return content
  const made = h('a', { part: 'link', href: hit.href }, content)
  reportFollowing(made, hit, context)
  return made
}
