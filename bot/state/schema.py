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
    """
    CREATE TABLE watches (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        channel_id INTEGER NOT NULL,
        parent_id INTEGER,             -- the channel of a thread
        guild_id INTEGER,              -- NULL in direct messages
        maker_id INTEGER NOT NULL,
        made_at TEXT NOT NULL,         -- UTC, ISO 8601
        locale TEXT,                   -- Discord's for the place, where no language was chosen
        subject TEXT NOT NULL,         -- person, pair, topic
        words TEXT NOT NULL,           -- JSON list: the names, or the words of the topic
        told INTEGER NOT NULL          -- the last arrival that was looked at for it
    ) STRICT;
    CREATE INDEX watches_by_channel ON watches (channel_id);
    CREATE INDEX watches_by_guild ON watches (guild_id);
    CREATE INDEX watches_by_maker ON watches (maker_id);

    CREATE TABLE watched (             -- reports of meetings that a watch knows
        watch INTEGER NOT NULL REFERENCES watches (key),
        article TEXT NOT NULL,
        mark TEXT NOT NULL,            -- digest of what is told
        report TEXT NOT NULL,          -- JSON
        PRIMARY KEY (watch, article, mark)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX watched_by_mark ON watched (watch, mark);

    CREATE TABLE news (                -- what watches found and a channel is still to be told
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        channel_id INTEGER NOT NULL,
        nonce TEXT NOT NULL,           -- by which Discord knows the post, also after a restart
        found_at TEXT NOT NULL,
        items TEXT NOT NULL,           -- JSON
        attempts INTEGER NOT NULL DEFAULT 0,
        next_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX news_by_channel ON news (channel_id);
    """,
    """
    CREATE INDEX answers_by_guild ON answers (guild_id, given_at);
    """,
)
