/** One hit as a list item: title, day and section, the passage that answers, and the article to unfold. */
import type { Highlight, Hit } from 'trouvaille'
import { marked, paragraphsOf } from './marked.ts'
import { type Language, texts } from './texts.ts'

/** An article of index-data/articles. */
export interface Article {
  id: string
  title: string
  date: string
  section: string
  author: string
  body: string
}

export function resultItem(
  { document: article, highlights }: Hit<Article>,
  language: Language,
  wholeBody: () => Promise<Highlight | undefined>,
): HTMLElement {
  const item = document.createElement('li')
  const { title = '', date = '', section = '', author = '', body = '' } = article
  // Highlights are missing if a field is empty, or if their code could not be loaded.
  const plain = (text: string): Highlight => ({ text, ranges: [] })

  const heading = element('h2', 'title')
  heading.append(marked(highlights?.title ?? plain(title)))

  const about = element('p', 'about')
  const time = document.createElement('time')
  time.dateTime = date
  time.textContent = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
  about.append(section, ' · ', time, ' · ', author)

  const passage = element('p', 'passage')
  passage.append(marked(highlights?.body ?? plain(body.slice(0, 220))))

  for (const part of [heading, passage]) part.lang = 'fr'
  item.append(
    about,
    heading,
    passage,
    wholeArticle(language, async () => (await wholeBody()) ?? plain(body)),
  )
  return item
}

/** Made when it is opened: marking a whole article costs more than showing a passage. */
function wholeArticle(language: Language, bodyOf: () => Promise<Highlight>): HTMLElement {
  const details = document.createElement('details')
  const summary = document.createElement('summary')
  summary.textContent = texts[language].read
  const text = element('div', 'article')
  text.lang = 'fr'
  details.append(summary, text)
  details.addEventListener('toggle', async () => {
    if (!details.open || text.childNodes.length > 0) return
    const paragraphs = paragraphsOf(await bodyOf()).map(paragraph => {
      const p = document.createElement('p')
      p.append(marked(paragraph))
      return p
    })
    text.replaceChildren(...paragraphs)
  })
  return details
}

function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name)
  made.className = className
  return made
}
