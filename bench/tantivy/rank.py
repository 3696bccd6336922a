"""Indexes a collection with tantivy's BM25 (k1 1.2, b 0.75), then answers questions; `speed.py` times them.

Arguments: documents.tsv index-folder depth, then pairs of questions.tsv and run.tsv. Documents are id, title, text; questions id, text; separated by tabs.
"""

import sys

from tantivy import Document, Index, SchemaBuilder

from french import analyzer, any_of


def build(documents, folder):
    builder = SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("title", tokenizer_name="fr")
    builder.add_text_field("text", tokenizer_name="fr")
    index = Index(builder.build(), path=folder)
    index.register_tokenizer("fr", analyzer("default"))
    writer = index.writer(num_threads=1)
    for id, title, text in rows(documents):
        writer.add_document(Document(id=id, title=title, text=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def rank(index, depth, questions, run):
    searcher = index.searcher()
    analyze = analyzer("default").analyze
    with open(run, "w", encoding="utf-8", newline="\n") as out:
        for question, text in rows(questions):
            words = analyze(text)
            hits = searcher.search(any_of(index.schema, words), depth).hits if words else []
            for place, (score, address) in enumerate(hits, start=1):
                out.write(f"{question}\t{searcher.doc(address)['id'][0]}\t{place}\t{score}\n")


def rows(file):
    with open(file, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield line[:-1].split("\t")


documents, folder, depth, *files = sys.argv[1:]
index = build(documents, folder)
for questions, run in zip(files[::2], files[1::2]):
    rank(index, int(depth), questions, run)
