/** One hit as a list item: title, day and section, the passage that answers, and the article to unfold. */
import { type Hit, highlight } from 'trouvaille'
import { marked } from './marked.ts'
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
  question: string,
  language: Language,
): HTMLElement {
  const item = document.createElement('li')
  const { title = '', date = '', section = '', author = '', body = '' } = article

  const heading = element('h2', 'title')
  heading.append(marked(highlights?.title ?? { text: title, ranges: [] }))

  const about = element('p', 'about')
  const time = document.createElement('time')
  time.dateTime = date
  time.textContent = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
  about.append(section, ' · ', time, ' · ', author)

  const passage = element('p', 'passage')
  passage.append(marked(highlights?.body ?? { text: '', ranges: [] }))

  for (const part of [heading, passage]) part.lang = 'fr'
  item.append(about, heading, passage, wholeArticle(body, question, language))
  return item
}

/** Made when it is opened: marking a whole article costs more than showing a passage. */
function wholeArticle(body: string, question: string, language: Language): HTMLElement {
  const details = document.createElement('details')
  const summary = document.createElement('summary')
  summary.textContent = texts[language].read
  const text = element('div', 'article')
  text.lang = 'fr'
  details.append(summary, text)
  details.addEventListener('toggle', () => {
    if (text.childNodes.length > 0) return
    for (const paragraph of body.split(/\n{2,}/)) {
      const p = document.createElement('p')
      p.append(marked(highlight(paragraph, question)))
      text.append(p)
    }
  })
  return details
}

function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name)
  made.className = className
  return made
}
