-- The catalog: the one truth of a store. Lexical and vector indexes are caches that can be made anew from it.
CREATE TABLE store (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    identity TEXT NOT NULL,              -- a random name: caches of another store are told apart by it
    generation INTEGER NOT NULL,
    root TEXT NOT NULL,                  -- the corpus this store was built from
    embedder TEXT NOT NULL,
    extractor TEXT NOT NULL
);
CREATE TABLE files (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    digest BLOB NOT NULL,
    reading TEXT NOT NULL,               -- version of the rules that read it
    retry INTEGER NOT NULL               -- an article of it lost its id to another file: read it every time
) WITHOUT ROWID;
CREATE TABLE failures (
    file TEXT NOT NULL,
    path TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX failures_by_file ON failures (file);
CREATE TABLE articles (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    file TEXT NOT NULL,
    digest BLOB NOT NULL,                -- of the content
    reading TEXT NOT NULL,
    path TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    source TEXT,
    url TEXT,
    published TEXT,
    collection TEXT NOT NULL,
    tags TEXT NOT NULL                   -- a JSON array
);
CREATE INDEX articles_by_file ON articles (file);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never reused, and no row is ever updated: an id is its content
    article INTEGER NOT NULL REFERENCES articles (number),
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    vector BLOB NOT NULL                 -- key in `vectors`
);
CREATE INDEX passages_by_article ON passages (article);
CREATE INDEX passages_by_vector ON passages (vector);
CREATE TABLE vectors (
    key BLOB PRIMARY KEY,                -- digest of the embedder's fingerprint and the text encoded
    vector BLOB NOT NULL                 -- half precision
) WITHOUT ROWID;
CREATE TABLE extractions (
    digest BLOB NOT NULL,                -- of the article's content
    extractor TEXT NOT NULL,
    extraction TEXT NOT NULL,            -- JSON, as index/records.py writes it
    PRIMARY KEY (digest, extractor)
) WITHOUT ROWID;
CREATE TABLE mentions (
    article INTEGER NOT NULL REFERENCES articles (number),
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    form TEXT NOT NULL,
    PRIMARY KEY (name, type, article, form) -- in the order that the name table is counted in
) WITHOUT ROWID;
CREATE INDEX mentions_by_article ON mentions (article);
