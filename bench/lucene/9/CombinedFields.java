import org.apache.lucene.sandbox.search.CombinedFieldQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;

/** BM25F as Lucene 9 has it: a word in title and text counts as one word of a text that holds the title several times. */
final class CombinedFields {
  private CombinedFields() {}

  static Query word(BytesRef word, float titleWeight) {
    return new CombinedFieldQuery.Builder().addField("title", titleWeight).addField("text").addTerm(word).build();
  }
}
