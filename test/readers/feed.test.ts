import { describe, expect, test } from 'vitest'
import { problemOf, readDocuments, readFields } from './read.ts'

const rss = (items: string) =>
  `<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Le Journal</title>\n${items}</channel></rss>`
const atom = (entries: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Le Journal</title><id>j</id>${entries}</feed>`

describe('RSS', () => {
  test('an item is a document with its line', async () => {
    const item = `<item><title>L&#8217;&amp;eacute;t&amp;eacute; &amp;amp; apr&amp;egrave;s</title><link>https://exemple.fr/ete</link>
      <guid isPermaLink="false">n-1</guid><pubDate>Tue, 26 Nov 2019 08:30:00 +0100</pubDate><dc:creator>Inès</dc:creator>
      <category>Libye</category><category>ONU</category><description>&lt;p&gt;R&#233;sum&#233;&lt;/p&gt;</description>
      <content:encoded><![CDATA[<p>Le <b>é</b>lan.</p><p>Fin.</p>]]></content:encoded></item>`
    const [{ fields, line }] = await readDocuments('a.rss', rss(item))
    expect(line).toBe(3)
    expect(fields).toEqual({
      id: 'n-1',
      title: 'L’été & après',
      description: 'Résumé',
      body: 'Le élan.\n\nFin.',
      author: 'Inès',
      date: '2019-11-26T08:30:00+01:00',
      url: 'https://exemple.fr/ete',
      tags: ['Libye', 'ONU'],
    })
  })

  test('the description is the text where there is no other; the address is the id where there is no other', async () => {
    const items =
      '<item><title>A</title><link>https://a.fr/1</link><description>Texte</description></item><item><title>B</title></item>'
    expect(await readFields('a.xml', rss(items))).toEqual([
      { id: 'https://a.fr/1', title: 'A', body: 'Texte', url: 'https://a.fr/1' },
      { title: 'B' },
    ])
  })

  test('RSS 1.0 has its items beside the channel', async () => {
    const rdf =
      '<rdf:RDF><channel/><item rdf:about="x"><title>A</title><link>https://a.fr/</link><dc:date>2020-01-12</dc:date></item></rdf:RDF>'
    expect(await readFields('a.rss', rdf)).toEqual([
      { id: 'https://a.fr/', title: 'A', date: '2020-01-12', url: 'https://a.fr/' },
    ])
  })
})

describe('Atom', () => {
  test('texts are read as what they say they are', async () => {
    const entry = `<entry><id>e1</id><title>1 &lt; 2</title><title type="html">non</title><author><name>Inès</name><uri>u</uri></author>
      <link rel="enclosure" href="https://a.fr/son.mp3"/><link href="https://a.fr/1"/><category term="monde"/>
      <published>2020-01-12T08:00:00Z</published><updated>2020-01-13T08:00:00Z</updated><summary type="html">R&amp;eacute;sum&amp;eacute;</summary>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un</p><p>d<b>eu</b>x</p></div></content></entry>`
    expect(await readFields('a.atom', atom(entry))).toEqual([
      {
        id: 'e1',
        title: '1 < 2',
        description: 'Résumé',
        body: 'Un\n\ndeux',
        author: 'Inès',
        date: '2020-01-12T08:00:00Z',
        updated: '2020-01-13T08:00:00Z',
        url: 'https://a.fr/1',
        tags: ['monde'],
      },
    ])
  })
})

test.each([
  ['<?xml version="1.0"?>\n<urlset><url/></urlset>', { line: 1, kind: 'no-feed' }],
  ['', { line: 1, kind: 'no-feed' }],
  [rss('<item><title>A</item>'), { line: 3, kind: 'xml-open', name: 'title' }],
  [rss('<item><title>A</title></item>').slice(0, -20), { line: 2, kind: 'xml-open', name: 'rss' }],
  [rss('<item>\n<description><![CDATA[texte</description></item>'), { line: 2, kind: 'xml-open', name: 'channel' }],
])('%# is refused with its line', async (text, problem) => {
  expect(await problemOf('a.xml', text)).toEqual(problem)
})
