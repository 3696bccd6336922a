import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;

/**
 * Times Lucene's FrenchAnalyzer over the fields title (score × 2) and text; id and title are stored, and read for each hit.
 *
 * <p>{@code build default|all documents.tsv index [columns]} indexes id, title, text and, with {@code columns}, code, series, part,
 * length. {@code ask default|all pruned|exact index index-with-columns queries.tsv warm-up-ms passes budget-ms} times queries: kind, text, code, least
 * length. {@code start default|all pruned|exact index} answers the query on standard input, and waits. {@code default} leaves out the analyzer's stop words,
 * {@code all} keeps them in the index, for phrases; {@code pruned} counts hits to 1,000 as Lucene does by default, {@code exact} counts all.
 */
public final class LuceneSpeed {
  private static final String[] FIELDS = {"title", "text"};
  private static final float TITLE_BOOST = 2;
  private static final int TOP = 10;
  private static final int LEAST_FUZZY = 4;
  private static final int LEAST_PASSES = 2;
  private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}\\p{N}]+)[^\\p{L}\\p{N}]*$");

  /** Of the index, and so of phrases. */
  private final Analyzer analyzer;
  /** Of queries for any of their words: stop words are not looked for, whether the index has them or not. */
  private final Analyzer withoutStopWords = new FrenchAnalyzer();
  private final boolean exact;

  private LuceneSpeed(Analyzer analyzer, boolean exact) {
    this.analyzer = analyzer;
    this.exact = exact;
  }

  public static void main(String[] arguments) throws IOException {
    Analyzer analyzer =
        arguments[1].equals("all") ? new FrenchAnalyzer(CharArraySet.EMPTY_SET) : new FrenchAnalyzer();
    if (arguments[0].equals("build")) {
      build(analyzer, Path.of(arguments[2]), Path.of(arguments[3]), arguments.length > 4);
      return;
    }
    LuceneSpeed speed = new LuceneSpeed(analyzer, arguments[2].equals("exact"));
    if (arguments[0].equals("start")) speed.start(Path.of(arguments[3]));
    else speed.ask(arguments);
  }

  private static void build(Analyzer analyzer, Path documents, Path folder, boolean columns) throws IOException {
    long start = System.nanoTime();
    long bytes = 0;
    try (Directory directory = FSDirectory.open(folder)) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
          BufferedReader reader = Files.newBufferedReader(documents, StandardCharsets.UTF_8)) {
        for (String line; (line = reader.readLine()) != null; ) writer.addDocument(document(line.split("\t", -1), columns));
        writer.forceMerge(1);
      }
      for (String file : directory.listAll()) bytes += directory.fileLength(file);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "{\"buildSeconds\":%f,\"buildCpuSeconds\":%f,\"bytes\":%d,\"buildPeakBytes\":%d}%n",
        seconds, processCpuNanoseconds() / 1e9, bytes, peakBytes());
  }

  private static Document document(String[] row, boolean columns) {
    Document document = new Document();
    document.add(new StringField("id", row[0], Field.Store.YES));
    document.add(new TextField("title", row[1], Field.Store.YES));
    document.add(new TextField("text", row[2], Field.Store.NO));
    if (columns) {
      document.add(new StringField("code", row[3], Field.Store.NO));
      document.add(new SortedDocValuesField("series", new BytesRef(row[4])));
      document.add(new SortedDocValuesField("part", new BytesRef(row[5])));
      document.add(new IntField("length", Integer.parseInt(row[6]), Field.Store.NO));
    }
    return document;
  }

  /** The process is measured from outside: from its start until it has printed the answer. */
  private void start(Path index) throws IOException {
    String question = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(index))) {
      IndexSearcher searcher = searcher(reader);
      read(searcher, top(searcher, anyOf(question)));
      System.out.println("answered");
      System.in.read();
    }
  }

  private void ask(String[] arguments) throws IOException {
    Map<String, List<String[]>> kinds = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Path.of(arguments[5]))) {
      String[] row = line.split("\t", -1);
      kinds.computeIfAbsent(row[0], kind -> new ArrayList<>()).add(row);
    }
    kinds.remove("suggest");
    List<Double> openings = new ArrayList<>();
    try (Directory directory = FSDirectory.open(Path.of(arguments[3]))) {
      for (int n = 0; n < 7; n++) {
        long start = System.nanoTime();
        DirectoryReader.open(directory).close();
        openings.add((System.nanoTime() - start) / 1e6);
      }
    }
    Path withColumns = Path.of(arguments[4]);
    if (!Files.exists(withColumns)) kinds.remove("filter");
    try (DirectoryReader plain = DirectoryReader.open(FSDirectory.open(Path.of(arguments[3])));
        DirectoryReader columns = kinds.containsKey("filter") ? DirectoryReader.open(FSDirectory.open(withColumns)) : null) {
      Index index = new Index(searcher(plain), null, null);
      Index filtered = columns == null ? index : new Index(searcher(columns), state("series", columns), state("part", columns));
      warmUp(kinds, index, filtered, Long.parseLong(arguments[6]) * 1_000_000);
      StringBuilder json = new StringBuilder("{\"loadMs\":" + openings + ",\"kinds\":{");
      for (var entry : kinds.entrySet()) {
        if (json.charAt(json.length() - 1) == '}') json.append(',');
        json.append('"').append(entry.getKey()).append("\":");
        json.append(time(entry.getValue(), entry.getKey().equals("filter") ? filtered : index, Integer.parseInt(arguments[7]), Long.parseLong(arguments[8]) * 1_000_000));
      }
      System.out.println(json.append("},\"peakBytes\":" + peakBytes() + "}"));
    }
  }

  private record Index(IndexSearcher searcher, StringDocValuesReaderState series, StringDocValuesReaderState part) {}

  private static StringDocValuesReaderState state(String field, DirectoryReader reader) throws IOException {
    return new StringDocValuesReaderState(reader, field);
  }

  /** All kinds in turn, as they come to a server: what the compiler sees first is not one kind alone. */
  private void warmUp(Map<String, List<String[]>> kinds, Index index, Index filtered, long nanoseconds) throws IOException {
    long end = System.nanoTime() + nanoseconds;
    for (int i = 0; System.nanoTime() < end; i++) {
      for (var entry : kinds.entrySet()) {
        List<String[]> rows = entry.getValue();
        answer(rows.get(i % rows.size()), entry.getKey().equals("filter") ? filtered : index);
      }
    }
  }

  /** Of each query the least wall and thread time of its passes; and the process's time for each answer, collecting garbage and compiling included. */
  private String time(List<String[]> rows, Index index, int passes, long budget) throws IOException {
    var threads = ManagementFactory.getThreadMXBean();
    double[] wall = new double[rows.size()];
    double[] cpu = new double[rows.size()];
    Arrays.fill(wall, Double.MAX_VALUE);
    Arrays.fill(cpu, Double.MAX_VALUE);
    long began = System.nanoTime();
    long used = processCpuNanoseconds();
    int pass = 0;
    for (; pass < passes && (pass < LEAST_PASSES || System.nanoTime() - began < budget); pass++) {
      for (int i = 0; i < wall.length; i++) {
        long cpuStart = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        answer(rows.get(i), index);
        wall[i] = Math.min(wall[i], (System.nanoTime() - start) / 1e6);
        cpu[i] = Math.min(cpu[i], (threads.getCurrentThreadCpuTime() - cpuStart) / 1e6);
      }
    }
    double mean = (processCpuNanoseconds() - used) / 1e6 / pass / rows.size();
    double hits = 0;
    for (String[] row : rows) hits += answer(row, index);
    return "{\"wallMs\":" + Arrays.toString(wall) + ",\"cpuMs\":" + Arrays.toString(cpu) + ",\"meanCpuMs\":" + mean + ",\"hits\":" + hits / rows.size() + "}";
  }

  /** @return how many hits were read */
  private int answer(String[] row, Index index) throws IOException {
    String text = row[1];
    IndexSearcher searcher = index.searcher;
    return switch (row[0]) {
      case "phrase" -> read(searcher, top(searcher, phrase(text)));
      case "prefix" -> read(searcher, top(searcher, prefix(text)));
      case "typo" -> read(searcher, top(searcher, fuzzy(text, searcher, true)));
      case "typo-each" -> read(searcher, top(searcher, fuzzy(text, searcher, false)));
      case "filter" -> {
        Query query = filtered(text, row[2], Integer.parseInt(row[3]));
        var result = FacetsCollectorManager.search(searcher, query, TOP, new FacetsCollectorManager());
        new StringValueFacetCounts(index.series, result.facetsCollector()).getTopChildren(TOP, "series");
        new StringValueFacetCounts(index.part, result.facetsCollector()).getTopChildren(TOP, "part");
        yield read(searcher, result.topDocs());
      }
      default -> read(searcher, top(searcher, anyOf(text)));
    };
  }

  private TopDocs top(IndexSearcher searcher, Query query) throws IOException {
    return searcher.search(query, new TopScoreDocCollectorManager(TOP, exact ? Integer.MAX_VALUE : 1000));
  }

  private static int read(IndexSearcher searcher, TopDocs hits) throws IOException {
    var stored = searcher.storedFields();
    for (ScoreDoc hit : hits.scoreDocs) stored.document(hit.doc).get("title");
    return hits.scoreDocs.length;
  }

  private Query anyOf(String text) {
    QueryBuilder builder = new QueryBuilder(withoutStopWords);
    return overFields(field -> builder.createBooleanQuery(field, text, Occur.SHOULD));
  }

  private Query phrase(String text) {
    QueryBuilder builder = new QueryBuilder(analyzer);
    return overFields(field -> builder.createPhraseQuery(field, text));
  }

  private Query prefix(String text) {
    Matcher last = LAST_WORD.matcher(text);
    if (!last.find()) return anyOf(text);
    String typed = folded(last.group(1));
    Query others = anyOf(text.substring(0, last.start()));
    return new BooleanQuery.Builder()
        .add(others, Occur.SHOULD)
        .add(overFields(field -> new PrefixQuery(new Term(field, typed))), Occur.SHOULD)
        .build();
  }

  private Query fuzzy(String text, IndexSearcher searcher, boolean unknownOnly) throws IOException {
    List<String> words = words(text);
    boolean[] fuzzy = new boolean[words.size()];
    for (int i = 0; i < fuzzy.length; i++) {
      String word = words.get(i);
      fuzzy[i] = word.length() >= LEAST_FUZZY;
      if (unknownOnly) for (String field : FIELDS) fuzzy[i] &= searcher.getIndexReader().docFreq(new Term(field, word)) == 0;
    }
    return overFields(
        field -> {
          BooleanQuery.Builder any = new BooleanQuery.Builder();
          for (int i = 0; i < fuzzy.length; i++) {
            Term term = new Term(field, words.get(i));
            any.add(fuzzy[i] ? new FuzzyQuery(term, 1) : new TermQuery(term), Occur.SHOULD);
          }
          return any.build();
        });
  }

  private Query filtered(String text, String code, int leastLength) {
    return new BooleanQuery.Builder()
        .add(anyOf(text), Occur.MUST)
        .add(new TermQuery(new Term("code", code)), Occur.FILTER)
        .add(IntField.newRangeQuery("length", leastLength, Integer.MAX_VALUE), Occur.FILTER)
        .build();
  }

  private interface FieldQuery {
    Query of(String field);
  }

  /** The scores of both fields are added, the title's doubled. */
  private static Query overFields(FieldQuery query) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String field : FIELDS) {
      Query of = query.of(field);
      if (of != null) any.add(field.equals("title") ? new BoostQuery(of, TITLE_BOOST) : of, Occur.SHOULD);
    }
    return any.build();
  }

  private List<String> words(String text) throws IOException {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = withoutStopWords.tokenStream("text", text)) {
      CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) words.add(word.toString());
      tokens.end();
    }
    return words;
  }

  /** The light stemmer takes the accents off all but the shortest words. */
  private static String folded(String word) {
    return Normalizer.normalize(word.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  private static IndexSearcher searcher(DirectoryReader reader) {
    IndexSearcher searcher = new IndexSearcher(reader);
    // A cache would answer the second pass of the same queries.
    searcher.setQueryCache(null);
    return searcher;
  }

  private static long processCpuNanoseconds() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  private static long peakBytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }
    return -1;
  }
}
