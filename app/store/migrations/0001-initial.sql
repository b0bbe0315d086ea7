-- The first schema. Money, unit prices and quantities are whole numbers of
-- 1/10,000; dates are days since 1970-01-01; NULL is "nobody told us".

-- Ids that the event log may name are never given twice: AUTOINCREMENT.

CREATE TABLE business (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  name         TEXT    NOT NULL,
  sector       TEXT    NOT NULL,
  country      TEXT    NOT NULL,
  currency     TEXT    NOT NULL,
  founded      INTEGER NOT NULL,
  event_count  INTEGER NOT NULL DEFAULT 0,   -- the head of the event chain:
  event_hash   TEXT    NOT NULL DEFAULT ''   -- a tail cut off shows here
) STRICT;

CREATE TABLE import (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  kind             TEXT    NOT NULL,
  file_name        TEXT    NOT NULL,
  sha256           TEXT    NOT NULL,
  at               INTEGER NOT NULL,
  rows_read        INTEGER NOT NULL DEFAULT 0,
  rows_imported    INTEGER NOT NULL DEFAULT 0,
  rows_with_issues INTEGER NOT NULL DEFAULT 0,
  first_day        INTEGER,
  last_day         INTEGER,
  quantity_total   INTEGER,
  amount_total     INTEGER,
  first_sale       INTEGER NOT NULL,         -- its sales have ids from here
  last_sale        INTEGER,                  -- to here
  undone_at        INTEGER
) STRICT;

CREATE TABLE import_issue (
  import_id  INTEGER NOT NULL REFERENCES import (id),
  position   INTEGER NOT NULL,
  kind       TEXT    NOT NULL,
  source_row INTEGER NOT NULL,
  cell       INTEGER NOT NULL,
  value      TEXT,
  dropped    INTEGER NOT NULL,
  PRIMARY KEY (import_id, position)
) STRICT, WITHOUT ROWID;

-- Rows an import made (before is NULL) or changed, as JSON arrays.
CREATE TABLE import_undo (
  import_id  INTEGER NOT NULL REFERENCES import (id),
  kind       TEXT    NOT NULL,
  row_id     INTEGER NOT NULL,
  before     TEXT,
  after      TEXT    NOT NULL,
  PRIMARY KEY (import_id, kind, row_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX import_undo_by_row ON import_undo (kind, row_id);

CREATE TABLE import_shape (
  shape    TEXT NOT NULL PRIMARY KEY,
  mapping  TEXT,
  answers  TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE supplier (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  code        TEXT    NOT NULL UNIQUE,
  name        TEXT    NOT NULL,
  email       TEXT    NOT NULL,
  lead_days   INTEGER,
  review_days INTEGER NOT NULL,
  min_order   INTEGER NOT NULL,
  import_id   INTEGER REFERENCES import (id)
) STRICT;

CREATE TABLE product (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  sku         TEXT    NOT NULL UNIQUE,
  name        TEXT    NOT NULL,
  category    TEXT    NOT NULL,
  unit        TEXT    NOT NULL,
  supplier_id INTEGER REFERENCES supplier (id),
  price       INTEGER,
  cost        INTEGER,
  pack        INTEGER NOT NULL,
  min_order   INTEGER NOT NULL,
  shelf_days  INTEGER NOT NULL,
  retired     INTEGER NOT NULL CHECK (retired IN (0, 1)),
  import_id   INTEGER REFERENCES import (id)
) STRICT;

CREATE INDEX product_by_supplier ON product (supplier_id);

CREATE TABLE customer (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  code      TEXT    NOT NULL UNIQUE,
  name      TEXT    NOT NULL,
  import_id INTEGER REFERENCES import (id)
) STRICT;

-- By the million. import_id has no reference of its own: an import row is never
-- deleted, and the check would be paid a million times.
CREATE TABLE sale (
  id          INTEGER PRIMARY KEY,
  day         INTEGER NOT NULL,
  product_id  INTEGER NOT NULL REFERENCES product (id),
  quantity    INTEGER NOT NULL,
  amount      INTEGER,
  order_ref   TEXT    NOT NULL,
  customer_id INTEGER REFERENCES customer (id),
  minute      INTEGER,
  import_id   INTEGER,
  source_row  INTEGER
) STRICT;

CREATE INDEX sale_by_product  ON sale (product_id, day, quantity, amount);
CREATE INDEX sale_by_day      ON sale (day);
CREATE INDEX sale_by_customer ON sale (customer_id, day) WHERE customer_id IS NOT NULL;

CREATE TABLE stock_count (
  id         INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES product (id),
  day        INTEGER NOT NULL,
  quantity   INTEGER NOT NULL,
  import_id  INTEGER REFERENCES import (id),
  UNIQUE (product_id, day)
) STRICT;

CREATE TABLE waste (
  id         INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES product (id),
  day        INTEGER NOT NULL,
  quantity   INTEGER NOT NULL,
  import_id  INTEGER REFERENCES import (id)
) STRICT;

CREATE INDEX waste_by_product ON waste (product_id, day, quantity);

CREATE TABLE purchase_order (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  supplier_id INTEGER NOT NULL REFERENCES supplier (id),
  state       TEXT    NOT NULL CHECK (state IN ('draft', 'sent', 'received', 'cancelled')),
  ordered     INTEGER NOT NULL,
  expected    INTEGER
) STRICT;

CREATE INDEX purchase_order_by_supplier ON purchase_order (supplier_id);

CREATE TABLE order_line (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  order_id   INTEGER NOT NULL REFERENCES purchase_order (id),
  product_id INTEGER NOT NULL REFERENCES product (id),
  quantity   INTEGER NOT NULL,
  unit_cost  INTEGER
) STRICT;

CREATE INDEX order_line_by_order   ON order_line (order_id);
CREATE INDEX order_line_by_product ON order_line (product_id);

CREATE TABLE receipt (
  id            INTEGER PRIMARY KEY,
  order_line_id INTEGER NOT NULL REFERENCES order_line (id),
  day           INTEGER NOT NULL,
  quantity      INTEGER NOT NULL
) STRICT;

CREATE INDEX receipt_by_line ON receipt (order_line_id, day, quantity);

-- Forecasts and policies are worked out from the rest: they go with a product.
CREATE TABLE forecast_run (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  as_of    INTEGER NOT NULL,
  period   TEXT    NOT NULL,
  last_day INTEGER NOT NULL,
  horizon  INTEGER NOT NULL,
  season   INTEGER NOT NULL,
  UNIQUE (as_of, period, last_day)
) STRICT;

CREATE TABLE forecast_series (
  id             INTEGER PRIMARY KEY,
  run_id         INTEGER NOT NULL REFERENCES forecast_run (id) ON DELETE CASCADE,
  product_id     INTEGER REFERENCES product (id) ON DELETE CASCADE, -- NULL: the total
  missing        INTEGER NOT NULL,
  method         TEXT    NOT NULL,
  error          REAL,
  simple_error   REAL,
  period_revenue REAL
) STRICT;

CREATE INDEX forecast_series_by_run     ON forecast_series (run_id);
CREATE INDEX forecast_series_by_product ON forecast_series (product_id);

CREATE TABLE forecast (
  series_id INTEGER NOT NULL REFERENCES forecast_series (id) ON DELETE CASCADE,
  day       INTEGER NOT NULL,
  mean      REAL    NOT NULL,
  lo80      REAL    NOT NULL,
  hi80      REAL    NOT NULL,
  lo95      REAL    NOT NULL,
  hi95      REAL    NOT NULL,
  PRIMARY KEY (series_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE stock_policy (
  product_id    INTEGER PRIMARY KEY REFERENCES product (id) ON DELETE CASCADE,
  as_of         INTEGER NOT NULL,
  service       REAL    NOT NULL,
  lead_days     INTEGER NOT NULL,
  review_days   INTEGER NOT NULL,
  abc           TEXT    NOT NULL,
  xyz           TEXT    NOT NULL,
  reason        TEXT    NOT NULL,
  safety_stock  INTEGER NOT NULL,
  reorder_point INTEGER NOT NULL,
  order_up_to   INTEGER NOT NULL,
  order_now     INTEGER NOT NULL
) STRICT;

-- Only ever added to. Names of people and free words stand in event_text.
CREATE TABLE event (
  id         INTEGER PRIMARY KEY,
  at         INTEGER NOT NULL,
  kind       TEXT    NOT NULL,
  subject    TEXT    NOT NULL,
  subject_id INTEGER NOT NULL,
  text_hash  TEXT    NOT NULL,               -- of salt and text; '' if none
  hash       TEXT    NOT NULL
) STRICT;

CREATE TRIGGER event_not_changed BEFORE UPDATE ON event
BEGIN
  SELECT RAISE (ABORT, 'events are only added');
END;

CREATE TRIGGER event_not_removed BEFORE DELETE ON event
BEGIN
  SELECT RAISE (ABORT, 'events are only added');
END;

CREATE TABLE event_text (
  event_id INTEGER PRIMARY KEY REFERENCES event (id),
  salt     BLOB    NOT NULL,
  text     TEXT    NOT NULL
) STRICT;
