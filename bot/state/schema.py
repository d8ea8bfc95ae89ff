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
)
