-- What a store of this schema got after it was first laid: added where absent, and passed over by programs that
-- are older than it.
CREATE TABLE IF NOT EXISTS unextracted ( -- articles that an extractor stumbled over; their record is empty
    digest BLOB NOT NULL,                -- of the article's content
    extractor TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (digest, extractor)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS offices ( -- what articles call a person by
    article INTEGER NOT NULL REFERENCES articles (number),
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (name, title, article)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS offices_by_article ON offices (article);
CREATE TABLE IF NOT EXISTS naming ( -- how mentions and offices were written
    only INTEGER PRIMARY KEY CHECK (only = 1),
    rules TEXT NOT NULL,             -- version of the rules
    aliases TEXT NOT NULL            -- the operator's, as JSON
);
