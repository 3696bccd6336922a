"""Times tantivy over the fields title (score x 2) and text, with French stop words, Snowball and folding; id and title are stored, and read for each hit.

`build default|all documents.tsv index [columns]`, `ask default|all pruned|exact index index-with-columns queries.tsv warm-up-ms passes budget-ms` and
`start default|all pruned|exact index` take and print what LuceneSpeed.java does. `all` keeps stop words in the index, for phrases; `exact` counts all hits, which leaves
nothing to skip.
"""

import json
import os
import re
import resource
import sys
import time
import unicodedata

import tantivy
from tantivy import Document, FieldType, Index, Occur, Query, SchemaBuilder

from french import BOOSTS, FIELDS, analyzer, any_of, both

TOP = 10
LEAST_FUZZY = 4
LEAST_PASSES = 2
OPENINGS = 7
WRITER_BYTES = int(os.environ.get("TANTIVY_WRITER_BYTES", 500_000_000))
LAST_WORD = re.compile(r"(\w+)\W*$")


def build(words, documents, folder, columns=None):
    start = time.perf_counter()
    os.makedirs(folder)
    builder = SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("title", stored=True, tokenizer_name="fr")
    builder.add_text_field("text", tokenizer_name="fr")
    if columns:
        builder.add_text_field("code", tokenizer_name="raw", index_option="basic")
        builder.add_text_field("series", fast=True, tokenizer_name="raw", index_option="basic")
        builder.add_text_field("part", fast=True, tokenizer_name="raw", index_option="basic")
        builder.add_integer_field("length", indexed=True, fast=True)
    index = Index(builder.build(), path=folder)
    index.register_tokenizer("fr", analyzer(words))
    writer = index.writer(heap_size=WRITER_BYTES, num_threads=1)
    with open(documents, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            id, title, text, code, series, part, length = line[:-1].split("\t")
            fields = {"id": id, "title": title, "text": text}
            if columns:
                fields.update(code=code, series=series, part=part, length=int(length))
            writer.add_document(Document(**fields))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    bytes = sum(os.path.getsize(os.path.join(folder, name)) for name in os.listdir(folder))
    return {
        "buildSeconds": time.perf_counter() - start,
        "buildCpuSeconds": time.process_time(),
        "bytes": bytes,
        "buildPeakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "segments": index.searcher().num_segments,
    }


class Opened:
    """An index and the queries of each kind over it."""

    def __init__(self, words, folder, exact):
        self.index = Index.open(folder)
        self.analyzer = analyzer("default")
        self.index.register_tokenizer("fr", analyzer(words))
        self.searcher = self.index.searcher()
        self.schema = self.index.schema
        self.exact = exact

    def read(self, query):
        """Returns how many hits were read."""
        hits = self.searcher.search(query, TOP, count=self.exact).hits
        for _, address in hits:
            self.searcher.doc(address)["title"]
        return len(hits)

    def any_of(self, text):
        """Stop words are not looked for, whether the index has them or not."""
        return any_of(self.schema, self.analyzer.analyze(text))

    def long(self, text):
        return self.read(self.any_of(text))

    def phrase(self, text):
        return self.read(self.index.parse_query(f'"{text}"', FIELDS, BOOSTS))

    def prefix(self, text):
        last = LAST_WORD.search(text)
        if last is None:
            return self.long(text)
        others = self.any_of(text[: last.start()])
        typed = folded(last.group(1))
        parts = [(Occur.Should, others)] + both(
            lambda field: Query.fuzzy_term_query(self.schema, field, typed, distance=0, prefix=True)
        )
        return self.read(Query.boolean_query(parts))

    def fuzzy(self, text, unknown_only):
        parts = []
        for word in self.analyzer.analyze(text):
            fuzzy = len(word) >= LEAST_FUZZY
            if unknown_only:
                fuzzy = fuzzy and not any(self.searcher.doc_freq(field, word) for field in FIELDS)
            if fuzzy:
                parts += both(lambda field: Query.fuzzy_term_query(self.schema, field, word, distance=1))
            else:
                parts += both(lambda field: Query.term_query(self.schema, field, word))
        return self.read(Query.boolean_query(parts))

    def filter(self, text, code, least_length):
        query = Query.boolean_query(
            [
                (Occur.Must, self.any_of(text)),
                (Occur.Must, Query.const_score_query(Query.term_query(self.schema, "code", code), 0)),
                (
                    Occur.Must,
                    Query.const_score_query(
                        Query.range_query(self.schema, "length", FieldType.Integer, lower_bound=int(least_length)), 0
                    ),
                ),
            ]
        )
        # The binding has no collector that ranks and counts at once: the query runs twice.
        terms = lambda field: {"terms": {"field": field, "size": TOP}}
        self.searcher.aggregate(query, {"series": terms("series"), "part": terms("part")})
        return self.read(query)

    def answer(self, kind, text, code, least_length):
        if kind == "phrase":
            return self.phrase(text)
        if kind == "prefix":
            return self.prefix(text)
        if kind == "typo":
            return self.fuzzy(text, True)
        if kind == "typo-each":
            return self.fuzzy(text, False)
        if kind == "filter":
            return self.filter(text, code, least_length)
        return self.long(text)


def folded(word):
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def ask(words, counting, folder, with_columns, queries, warm_up_ms, passes, budget_ms):
    exact = counting == "exact"
    kinds = {}
    with open(queries, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            row = line[:-1].split("\t")
            kinds.setdefault(row[0], []).append(row)
    kinds.pop("suggest", None)
    openings = []
    for _ in range(OPENINGS):
        start = time.perf_counter()
        Opened(words, folder, exact)
        openings.append((time.perf_counter() - start) * 1000)
    plain = Opened(words, folder, exact)
    filtered = Opened(words, with_columns, exact) if os.path.exists(with_columns) else None
    if filtered is None:
        kinds.pop("filter", None)
    opened = lambda kind: filtered if kind == "filter" else plain
    warm_until = time.thread_time() + int(warm_up_ms) / 1000
    i = 0
    while time.thread_time() < warm_until:
        for kind, rows in kinds.items():
            opened(kind).answer(*rows[i % len(rows)])
        i += 1
    timed = {kind: times(rows, opened(kind), int(passes), int(budget_ms)) for kind, rows in kinds.items()}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"loadMs": openings, "kinds": timed, "peakBytes": peak}


def times(rows, opened, passes, budget_ms):
    wall = [float("inf")] * len(rows)
    cpu = [float("inf")] * len(rows)
    began, used = time.thread_time(), time.process_time()
    done = 0
    while done < passes and (done < LEAST_PASSES or (time.thread_time() - began) * 1000 < budget_ms):
        for i, row in enumerate(rows):
            cpu_start = time.thread_time_ns()
            start = time.perf_counter_ns()
            opened.answer(*row)
            wall[i] = min(wall[i], (time.perf_counter_ns() - start) / 1e6)
            cpu[i] = min(cpu[i], (time.thread_time_ns() - cpu_start) / 1e6)
        done += 1
    mean = (time.process_time() - used) * 1000 / done / len(rows)
    hits = sum(opened.answer(*row) for row in rows) / len(rows)
    return {"wallMs": wall, "cpuMs": cpu, "meanCpuMs": mean, "hits": hits}


def start(words, counting, folder):
    """The process is measured from outside: from its start until it has printed the answer."""
    Opened(words, folder, counting == "exact").long(sys.stdin.readline().strip())
    print("answered", flush=True)
    sys.stdin.readline()


command, *arguments = sys.argv[1:]
if command == "start":
    start(*arguments)
elif command == "version":
    print(tantivy.__version__)
else:
    print(json.dumps(build(*arguments) if command == "build" else ask(*arguments)))
