-- What files say beside sales: lines of a bank, hours worked, meters, marks that people
-- gave, values of figures. No names of people: what else a line said stands only in its
-- fingerprint, by which it is known again.

CREATE TABLE log_line (
  id         INTEGER PRIMARY KEY,
  kind       TEXT    NOT NULL,
  day        INTEGER NOT NULL,
  subject    TEXT    NOT NULL,               -- the meter, the question, the figure
  quantity   INTEGER,
  amount     INTEGER,
  balance    INTEGER,
  mark       INTEGER NOT NULL,
  import_id  INTEGER NOT NULL REFERENCES import (id),
  source_row INTEGER NOT NULL
) STRICT;

CREATE INDEX log_line_by_day ON log_line (kind, day);

-- Orders to suppliers that came with a file, by their number there.
CREATE TABLE import_order (
  order_id  INTEGER PRIMARY KEY REFERENCES purchase_order (id) ON DELETE CASCADE,
  ref       TEXT    NOT NULL,
  import_id INTEGER NOT NULL REFERENCES import (id)
) STRICT;

CREATE INDEX import_order_by_import ON import_order (import_id);
