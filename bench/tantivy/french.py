"""How tantivy reads French and scores: simple tokens, lower case, stop words, Snowball, ASCII folding; the score of the title counts twice."""

from tantivy import Filter, Occur, Query, TextAnalyzerBuilder, Tokenizer

FIELDS = ["title", "text"]
BOOSTS = {"title": 2.0}


def analyzer(words):
    """`default` leaves stop words out, `all` keeps them."""
    builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(40)).filter(Filter.lowercase())
    if words == "default":
        builder = builder.filter(Filter.stopword("french"))
    return builder.filter(Filter.stemmer("french")).filter(Filter.ascii_fold()).build()


def both(query_of):
    """What a document must match in either field."""
    return [
        (Occur.Should, Query.boost_query(query_of(field), BOOSTS[field]) if field in BOOSTS else query_of(field))
        for field in FIELDS
    ]


def any_of(schema, words):
    """Any of the words, in either field."""
    return Query.boolean_query(
        [part for word in words for part in both(lambda field: Query.term_query(schema, field, word))]
    )
