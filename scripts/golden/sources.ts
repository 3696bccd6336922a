/** What the golden files are made of. A file that is there is not written again, so a change here shows in new files alone. */
import type { GoldenSource } from '../../test/support/golden.ts'

const TITLES = [
  'Le roi et la reine',
  'Pêche au thon en Méditerranée',
  'Un week-end à la mer',
  'Cessez-le-feu à Tripoli',
  'L’œuvre d’un été',
  'Les villes en feu',
  'Retour de la paix',
]

const SENTENCES = [
  'Le roi a reçu les rois voisins dans la grande salle.',
  'La reine préfère la pêche à la chasse, et le dit.',
  'Au large, les pêcheurs ont relevé leurs filets avant l’aube.',
  'Le week-end fut calme ; personne ne parla du feu.',
  'Un cessez-le-feu a été signé à Tripoli le 12 janvier 2020.',
  'La ville entière est descendue dans les rues.',
  'Les villes de la côte attendent le retour de l’été.',
  'Une œuvre rare a rejoint le musée de Rouen.',
  '« La paix n’est pas loin », assure le maire.',
  'Comment les historiens liront-ils cette année 2019 ?',
  'Près de 5 500 personnes ont signé la pétition.',
  'Le feu a repris dans la forêt, à trois kilomètres du port.',
  'Rien ne presse, répète-t-on à la mairie.',
]

/** The same numbers on every machine: a linear congruential generator (D. Knuth, The Art of Computer Programming, vol. 2, 3.3.4, line 26). */
function random(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function articles(count: number, seed: number, sentences: number) {
  const draw = random(seed)
  return Array.from({ length: count }, (_, i) => ({
    id: `article-${String(i + 1).padStart(3, '0')}`,
    title: TITLES[draw(TITLES.length)],
    body: Array.from({ length: 1 + draw(sentences) }, () => SENTENCES[draw(SENTENCES.length)]).join(' '),
  }))
}

const QUESTIONS = [
  { question: 'roi' },
  { question: 'pêche au large', options: { limit: 20 } },
  { question: 'cessez-le-feu Tripoli', options: { match: 'all' as const } },
  { question: '"les villes de la côte"' },
  { question: 'reine -chasse title:roi' },
  { question: 'le' },
  { question: 'oeuvre rar', options: { prefix: true } },
  { question: 'absent' },
]

const plain: GoldenSource = {
  about: 'two text fields, the title stored',
  language: 'plain',
  schema: { fields: ['title', 'body'], storeFields: ['title'] },
  blockLength: 128,
  documents: articles(40, 1, 6),
  removed: [],
  questions: QUESTIONS,
}

/** Lists of several blocks. */
const many = articles(220, 2, 3)

const SECTIONS = ['monde', 'culture', 'société', 'Œuvres', '\ud83d', '👑']

/** By name of the file. */
export function goldenSources(): Record<string, GoldenSource> {
  const drawColumn = random(3)
  return {
    plain,
    'nothing-stored': { ...plain, about: 'no stored fields', schema: { fields: ['title', 'body'] } },
    empty: { ...plain, about: 'no documents', documents: [] },
    removed: {
      ...plain,
      about: 'documents taken out before the file was written',
      removed: plain.documents.map(({ id }) => String(id)).filter((_, i) => i % 3 === 1),
    },
    'blocks-of-3': {
      ...plain,
      about: 'blocks of 3 postings, one block of positions each',
      blockLength: 3,
      documents: many,
    },
    'blocks-of-32': { ...plain, about: 'blocks of 32 postings', blockLength: 32, documents: many },
    'blocks-of-128': { ...plain, about: 'blocks of 128 postings, four blocks of positions each', documents: many },
    columns: {
      ...plain,
      about:
        'columns of every type: several values a document, none, integers, other numbers, lone surrogates; and editorial decisions',
      schema: {
        fields: {
          title: {},
          section: { type: 'keyword' },
          body: { boost: 1.5 },
          published: { type: 'date' },
          views: { type: 'number' },
          note: { type: 'number' },
        },
        storeFields: ['title', 'section'],
        editorial: { promote: [{ query: ['feu', 'le feu'], ids: ['article-008'] }], hide: ['article-032', 7] },
      },
      documents: articles(60, 4, 4).map((document, i) => ({
        ...document,
        section: SECTIONS.filter(() => drawColumn(3) === 0),
        published: i % 7 === 0 ? null : new Date(Date.UTC(2019, drawColumn(24), 1 + drawColumn(28))).toISOString(),
        views: i % 5 === 0 ? null : drawColumn(500) * 10,
        note: i % 4 === 0 ? 0.1 * drawColumn(50) : drawColumn(5),
      })),
      questions: [
        { question: 'roi', options: { filter: { section: 'monde' }, facets: ['section'] } },
        { question: 'ville', options: { filter: { published: { gte: '2020-01' }, views: { lt: 2500 } } } },
        { question: 'paix', options: { sort: { field: 'views', order: 'desc' } } },
        {
          question: '',
          options: { filter: { note: { gt: 2 } }, sort: { field: 'published', order: 'asc' }, limit: 50 },
        },
        { question: 'feu', options: { facets: ['section'], boost: { title: 3 } } },
      ],
    },
    'hostile-ids': {
      ...plain,
      about:
        'numbers, digits, long ids, the escape character, lone surrogates and characters beyond the basic plane as ids',
      documents: hostileIds().map((id, i) => ({
        id,
        title: TITLES[i % TITLES.length],
        body: SENTENCES[i % SENTENCES.length],
      })),
      questions: [
        { question: 'roi', options: { limit: 100 } },
        { question: 'feu', options: { limit: 100 } },
      ],
    },
    'many-fields': {
      ...plain,
      about: 'a word in the first and the last of 64 fields',
      schema: { fields: Array.from({ length: 64 }, (_, i) => `f${i}`) },
      documents: [
        { id: 1, f0: 'roi', f7: 'ville', f63: 'roi ville' },
        { id: 2, f6: 'ville', f31: 'roi', f32: 'roi', f53: 'ville' },
      ],
      questions: [{ question: 'roi' }, { question: 'ville' }, { question: 'f63:ville' }],
    },
    'without-stop-word-positions': {
      ...plain,
      about: 'the positions of stop words are left out',
      schema: { ...plain.schema, stopWordPositions: false },
    },
    'many-words': {
      ...plain,
      about: 'more than 8,192 words: the table of frequent words, several leaves of each table',
      schema: { fields: ['body'] },
      documents: manyWords(),
      questions: [
        { question: 'w' },
        { question: 'w1', options: { prefix: true, limit: 50 } },
        { question: 'x9 w40', options: { limit: 50 } },
        { question: '"w1a w1b"' },
        { question: 'w1b w6f0', options: { match: 'all' } },
      ],
    },
    languages: {
      ...plain,
      about: 'English and French in one index, with the mark of its language behind each word',
      language: 'several',
      documents: severalLanguages(),
      questions: ['king', 'pêcheurs', '"la ville entière"', 'village', 'week-end'].map(question => ({
        question,
        options: { limit: 100 },
      })),
    },
    french: {
      ...plain,
      about: 'read in French, whose rules change: later releases put its words into their own classes',
      language: 'french',
      questions: ['Tripoli', 'pêcheurs', '"la ville entière"'].map(question => ({ question, options: { limit: 100 } })),
    },
  }
}

/** 40 documents of 220 words that no other has, and of a hundred that many have. */
function manyWords() {
  const draw = random(5)
  return Array.from({ length: 40 }, (_, i) => {
    const own = Array.from({ length: 220 }, (_, n) => `w${(i * 220 + n).toString(36)}`)
    const common = Array.from({ length: 100 }, () => `x${draw(40 + 4 * i).toString(36)}`)
    return { id: i, body: [...own, ...common].join(' ') }
  })
}

const ENGLISH = [
  'The king and the queen went down to the village.',
  'Fishermen mended their nets before dawn.',
  'A quiet week-end at the sea, without a word of the fire.',
  'The whole town signed the petition against the cease-fire.',
]

/** Every third text in English; of some, the text alone tells its language. */
function severalLanguages() {
  return plain.documents.map((document, i) => {
    if (i % 3 > 0) return i % 4 === 0 ? document : { ...document, lang: 'fr' }
    const texts = { ...document, title: 'A town by the sea', body: ENGLISH.slice(0, 1 + ((i / 3) % 4)).join(' ') }
    return i % 4 === 0 ? texts : { ...texts, lang: 'en-GB' }
  })
}

function hostileIds(): (string | number)[] {
  return [
    0, -1, 3.5, 1e21, 2 ** 53, 12, '12', '012', '0', '00', '000000000000000000000', '123456789012345', '1234567890123456',
    'a', 'a1', 'a01', 'A1', 'é', 'e\u0301', '\u0010', '\u0010\u0010', '\u0010d83d', '\ud83d', '\ude00', '\ude00\ud83d', '😀', '\u0000',
    '\ufeff', '\ufffd', ' ', '\u00a0', '\u2028', 'œ', '«\u00a0l’été\u00a0»', '__proto__', 'constructor', 'x'.repeat(300), `${'x'.repeat(300)}1`,
    `${'x'.repeat(300)}10`, 'LEGIARTI000018764571', 'LEGIARTI000018764572', 'LEGIARTI000042654546', '𝒳', '́', '👩‍👩‍👧',
  ] // biome-ignore format: a list of ids reads best in lines
}
