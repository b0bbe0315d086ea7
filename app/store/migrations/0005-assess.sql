-- What is entered to assess a business (answers, risks, duties, milestones, surveys, own
-- figures) are entries like any other. Which kinds there are is for the program to know:
-- the table says no more. Its CHECK cannot be changed, so the three tables are made anew,
-- row by row as they were.

CREATE TABLE entry_before         AS SELECT * FROM entry;
CREATE TABLE entry_version_before AS SELECT * FROM entry_version;
CREATE TABLE entry_answer_before  AS SELECT * FROM entry_answer;

DROP TABLE entry_answer;
DROP TABLE entry_version;
DROP TABLE entry;

CREATE TABLE entry (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  kind      TEXT    NOT NULL,
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

INSERT INTO entry         SELECT * FROM entry_before ORDER BY id;
INSERT INTO entry_version SELECT * FROM entry_version_before;
INSERT INTO entry_answer  SELECT * FROM entry_answer_before;

DROP TABLE entry_answer_before;
DROP TABLE entry_version_before;
DROP TABLE entry_before;

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
