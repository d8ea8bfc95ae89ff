-- What a store of this schema got after it was first laid: added where absent, and passed over by programs that
-- are older than it.
CREATE TABLE IF NOT EXISTS unextracted ( -- articles that an extractor stumbled over; their record is empty
    digest BLOB NOT NULL,                -- of the article's content
    extractor TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (digest, extractor)
) WITHOUT ROWID;
