-- What the owner enters: a card, goals, things to try, check-ins, steps, reviews.
-- Each is kept version by version; version 0 is a draft. Names of people and free
-- words stand in who, why and answer alone, and only there can they be erased.

CREATE TABLE entry (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  kind      TEXT    NOT NULL CHECK (kind IN ('card', 'goal', 'initiative', 'check-in', 'gate',
                                             'roll-out', 'review')),
  parent_id INTEGER REFERENCES entry (id)
) STRICT;

CREATE UNIQUE INDEX entry_one_card ON entry (kind) WHERE kind = 'card';
CREATE INDEX entry_by_kind   ON entry (kind, parent_id);
CREATE INDEX entry_by_parent ON entry (parent_id);

CREATE TABLE entry_version (
  entry_id INTEGER NOT NULL REFERENCES entry (id),
  version  INTEGER NOT NULL CHECK (version >= 0),
  day      INTEGER NOT NULL,
  removed  INTEGER NOT NULL CHECK (removed IN (0, 1)),
  who      TEXT    NOT NULL,
  why      TEXT    NOT NULL,
  PRIMARY KEY (entry_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_answer (
  entry_id INTEGER NOT NULL,
  version  INTEGER NOT NULL,
  question TEXT    NOT NULL,
  answer   TEXT    NOT NULL,
  PRIMARY KEY (entry_id, version, question),
  FOREIGN KEY (entry_id, version) REFERENCES entry_version (entry_id, version) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entry_version_not_changed BEFORE UPDATE OF entry_id, version, day, removed ON entry_version
BEGIN
  SELECT RAISE (ABORT, 'versions are only added');
END;

CREATE TRIGGER entry_version_not_removed BEFORE DELETE ON entry_version WHEN old.version > 0
BEGIN
  SELECT RAISE (ABORT, 'versions are only added');
END;

CREATE TRIGGER entry_answer_not_changed BEFORE UPDATE OF entry_id, version, question ON entry_answer
BEGIN
  SELECT RAISE (ABORT, 'versions are only added');
END;

CREATE TRIGGER entry_answer_not_removed BEFORE DELETE ON entry_answer WHEN old.version > 0
BEGIN
  SELECT RAISE (ABORT, 'versions are only added');
END;
