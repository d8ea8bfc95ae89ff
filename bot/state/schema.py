"""The tables of the state, as the steps that make them; a step that was released is never changed."""

MIGRATIONS = (
    """
    CREATE TABLE answers (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        message_id INTEGER,            -- the bot's message; NULL until it stands
        asked_id INTEGER,              -- the message that asked; NULL for a command
        channel_id INTEGER NOT NULL,
        guild_id INTEGER,              -- NULL in direct messages
        asker_id INTEGER NOT NULL,
        private INTEGER NOT NULL,
        given_at TEXT NOT NULL,        -- UTC, ISO 8601
        written TEXT NOT NULL,         -- the question as the person wrote it
        answer TEXT NOT NULL,          -- JSON, as the command line prints it
        filters TEXT NOT NULL          -- JSON: since, until, source
    ) STRICT;
    CREATE INDEX answers_by_message ON answers (message_id);
    CREATE INDEX answers_by_asked ON answers (asked_id);
    CREATE INDEX answers_by_channel ON answers (channel_id, key);
    CREATE INDEX answers_by_asker ON answers (asker_id);

    CREATE TABLE ratings (
        key INTEGER NOT NULL REFERENCES answers (key),
        user_id INTEGER NOT NULL,
        useful INTEGER NOT NULL,
        rated_at TEXT NOT NULL,
        PRIMARY KEY (key, user_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ratings_by_user ON ratings (user_id);

    CREATE TABLE guilds (
        guild_id INTEGER PRIMARY KEY,
        collections TEXT,              -- JSON list; NULL: all that the operator allows
        language TEXT,                 -- NULL: the server's own
        threads INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE channels (
        channel_id INTEGER PRIMARY KEY,
        guild_id INTEGER NOT NULL,
        collections TEXT,              -- JSON list; NULL: those of the server
        auto_answer REAL               -- the least confidence; NULL: answers only when asked
    ) STRICT;
    """,
    """
    CREATE TABLE arrivals (            -- every text of an article seen, in the order in which they came
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        digest BLOB NOT NULL UNIQUE,   -- of all that the article says
        left_on TEXT                   -- the day on which it was missed first; NULL while it is there
    ) STRICT;

    CREATE TABLE arrived_reports (     -- what they told of meetings
        mark BLOB NOT NULL,            -- digest of a report
        number INTEGER NOT NULL REFERENCES arrivals (number),
        collection TEXT NOT NULL,      -- of the article: who may not read it does not know the report
        PRIMARY KEY (mark, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX arrived_reports_by_number ON arrived_reports (number);

    CREATE TABLE digests (
        channel_id INTEGER PRIMARY KEY,
        parent_id INTEGER,             -- the channel of a thread
        guild_id INTEGER NOT NULL,
        setter_id INTEGER,             -- NULL: forgotten
        locale TEXT,                   -- the server's own language
        hour INTEGER NOT NULL,
        weekday INTEGER,               -- from Monday, 0; NULL: every day
        zone TEXT NOT NULL,            -- an IANA name
        told INTEGER NOT NULL,         -- the last arrival that was told of
        told_at TEXT NOT NULL,         -- UTC, ISO 8601, as all of these
        next_at TEXT NOT NULL,         -- the next run, or the next attempt of the one under way
        refused INTEGER NOT NULL DEFAULT 0,   -- runs in a row that could not be posted
        nonce TEXT,                    -- by which Discord knows the post under way; NULL: there is none
        until INTEGER,                 -- the last arrival that it tells of
        until_at TEXT,
        attempts INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX digests_by_guild ON digests (guild_id);
    CREATE INDEX digests_by_next ON digests (next_at);
    """,
)
