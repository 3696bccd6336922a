import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;

/**
 * Indexes a collection with Lucene's BM25 (k1 1.2, b 0.75), then answers questions. {@code LuceneSpeed} times them.
 *
 * <p>Arguments: {@code french|snowball|english|snowball-english} {@code one-field|two-fields|bm25f} documents.tsv index-folder depth, then
 * pairs of questions.tsv and run.tsv. Documents are id, title, text; questions id, text; separated by tabs.
 */
public final class LuceneRun {
  private static final float TITLE_BOOST = 2;

  /** How title and text are scored: as one field; apart, the scores added, the title's doubled; or with their frequencies added. */
  private enum Scheme {
    ONE_FIELD,
    TWO_FIELDS,
    BM25F
  }

  /** Standard tokens, elision, lower case, stop words, Snowball, ASCII folding: what people build instead of the stock one. */
  private static final class SnowballAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      TokenStream lower = new LowerCaseFilter(new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES));
      TokenStream stems =
          new SnowballFilter(new StopFilter(lower, FrenchAnalyzer.getDefaultStopSet()), new FrenchStemmer());
      return new TokenStreamComponents(words, new ASCIIFoldingFilter(stems));
    }
  }

  /** The same for English: possessives, lower case, stop words, Snowball (Porter 2; the stock analyzer has Porter 1). */
  private static final class SnowballEnglishAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      TokenStream lower = new LowerCaseFilter(new EnglishPossessiveFilter(words));
      TokenStream stems =
          new SnowballFilter(new StopFilter(lower, EnglishAnalyzer.getDefaultStopSet()), new EnglishStemmer());
      return new TokenStreamComponents(words, new ASCIIFoldingFilter(stems));
    }
  }

  private static Analyzer analyzer(String name) {
    switch (name) {
      case "french":
        return new FrenchAnalyzer();
      case "english":
        return new EnglishAnalyzer();
      case "snowball-english":
        return new SnowballEnglishAnalyzer();
      default:
        return new SnowballAnalyzer();
    }
  }

  public static void main(String[] arguments) throws IOException {
    Analyzer analyzer = analyzer(arguments[0]);
    Scheme scheme = Scheme.valueOf(arguments[1].replace('-', '_').toUpperCase(Locale.ROOT));
    Path indexFolder = Path.of(arguments[3]);
    try (Directory directory = FSDirectory.open(indexFolder)) {
      build(directory, analyzer, scheme, readTable(arguments[2]));
      List<String> files = Arrays.asList(arguments).subList(5, arguments.length);
      rank(directory, analyzer, scheme, Integer.parseInt(arguments[4]), files);
    }
  }

  private static void build(Directory directory, Analyzer analyzer, Scheme scheme, List<String[]> documents)
      throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(analyzer).setSimilarity(new BM25Similarity(1.2f, 0.75f));
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (String[] row : documents) {
        Document document = new Document();
        document.add(new StringField("id", row[0], Field.Store.YES));
        if (scheme != Scheme.ONE_FIELD) {
          document.add(new TextField("title", row[1], Field.Store.NO));
          document.add(new TextField("text", row[2], Field.Store.NO));
        } else {
          document.add(new TextField("text", row[1] + "\n" + row[2], Field.Store.NO));
        }
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  private static void rank(Directory directory, Analyzer analyzer, Scheme scheme, int depth, List<String> files)
      throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = searcher(reader);
      for (int i = 0; i < files.size(); i += 2) {
        try (BufferedWriter run = Files.newBufferedWriter(Path.of(files.get(i + 1)), StandardCharsets.UTF_8)) {
          for (String[] question : readTable(files.get(i))) {
            int rank = 0;
            for (ScoreDoc hit : searcher.search(query(analyzer, scheme, question[1]), depth).scoreDocs) {
              run.write(question[0] + "\t" + searcher.storedFields().document(hit.doc).get("id") + "\t" + ++rank + "\t" + hit.score + "\n");
            }
          }
        }
      }
    }
  }

  private static IndexSearcher searcher(DirectoryReader reader) {
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
    // A cache would answer the second pass of the same questions.
    searcher.setQueryCache(null);
    return searcher;
  }

  /** Any word may match. */
  private static Query query(Analyzer analyzer, Scheme scheme, String question) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    if (scheme == Scheme.BM25F) {
      for (BytesRef word : words(analyzer, question)) any.add(CombinedFields.word(word, TITLE_BOOST), Occur.SHOULD);
      return any.build();
    }
    QueryBuilder builder = new QueryBuilder(analyzer);
    Query text = builder.createBooleanQuery("text", question, Occur.SHOULD);
    if (text != null) any.add(text, Occur.SHOULD);
    Query title = scheme == Scheme.TWO_FIELDS ? builder.createBooleanQuery("title", question, Occur.SHOULD) : null;
    if (title != null) any.add(new BoostQuery(title, TITLE_BOOST), Occur.SHOULD);
    return any.build();
  }

  private static List<BytesRef> words(Analyzer analyzer, String question) throws IOException {
    List<BytesRef> words = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream("text", question)) {
      TermToBytesRefAttribute word = tokens.addAttribute(TermToBytesRefAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) words.add(BytesRef.deepCopyOf(word.getBytesRef()));
      tokens.end();
    }
    return words;
  }

  private static List<String[]> readTable(String file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
      return reader.lines().map(line -> line.split("\t", -1)).collect(Collectors.toList());
    }
  }
}
