-- Orders go step by step from the day's list to the shelf, each step kept so that it
-- can be taken back; what the business and its suppliers ask; the plan of the day
-- before beside today's. A CHECK and a primary key cannot be changed, so two tables
-- are made anew, row by row as they were.

CREATE TABLE purchase_order_before AS SELECT * FROM purchase_order;

DROP TABLE purchase_order;

CREATE TABLE purchase_order (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  supplier_id INTEGER NOT NULL REFERENCES supplier (id),
  state       TEXT    NOT NULL CHECK (state IN ('draft', 'sent', 'confirmed', 'part', 'received',
                                                'cancelled')),
  ordered     INTEGER NOT NULL,
  expected    INTEGER,
  confirmed   INTEGER                        -- the day the supplier named
) STRICT;

INSERT INTO purchase_order
  SELECT id, supplier_id, state, ordered, expected, NULL FROM purchase_order_before ORDER BY id;

DROP TABLE purchase_order_before;

CREATE INDEX purchase_order_by_supplier ON purchase_order (supplier_id);

-- What the plan said, and why the owner took another amount: free words, erasable.
ALTER TABLE order_line ADD COLUMN proposed INTEGER;
ALTER TABLE order_line ADD COLUMN why TEXT NOT NULL DEFAULT '';

CREATE TABLE order_step (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT    NOT NULL,
  day  INTEGER NOT NULL
) STRICT;

-- An order as it was before the step.
CREATE TABLE order_step_before (
  step_id   INTEGER NOT NULL REFERENCES order_step (id) ON DELETE CASCADE,
  order_id  INTEGER NOT NULL REFERENCES purchase_order (id),
  state     TEXT,                            -- NULL: there was none
  ordered   INTEGER,
  expected  INTEGER,
  confirmed INTEGER,
  PRIMARY KEY (step_id, order_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX order_step_by_order ON order_step_before (order_id);

ALTER TABLE receipt ADD COLUMN step_id INTEGER REFERENCES order_step (id);

CREATE INDEX receipt_by_step ON receipt (step_id) WHERE step_id IS NOT NULL;

-- What was proposed and not wanted; the reason is erasable.
CREATE TABLE order_refusal (
  id         INTEGER PRIMARY KEY,
  step_id    INTEGER REFERENCES order_step (id),
  product_id INTEGER NOT NULL REFERENCES product (id) ON DELETE CASCADE,
  day        INTEGER NOT NULL,
  proposed   INTEGER,
  why        TEXT    NOT NULL
) STRICT;

CREATE INDEX order_refusal_by_product ON order_refusal (product_id, day);

CREATE TABLE stock_terms (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  carrying   REAL,
  order_cost INTEGER,
  lost_share REAL,
  budget     INTEGER
) STRICT;

CREATE TABLE supplier_terms (
  supplier_id  INTEGER PRIMARY KEY REFERENCES supplier (id) ON DELETE CASCADE,
  freight      INTEGER NOT NULL,
  freight_free INTEGER NOT NULL,
  takes_back   INTEGER NOT NULL CHECK (takes_back IN (0, 1))
) STRICT;

CREATE TABLE price_break (
  product_id INTEGER NOT NULL REFERENCES product (id) ON DELETE CASCADE,
  quantity   INTEGER NOT NULL,
  unit_cost  INTEGER NOT NULL,
  PRIMARY KEY (product_id, quantity)
) STRICT, WITHOUT ROWID;

CREATE TABLE stock_policy_before AS SELECT * FROM stock_policy;

DROP TABLE stock_policy;

CREATE TABLE stock_policy (
  product_id    INTEGER NOT NULL REFERENCES product (id) ON DELETE CASCADE,
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
  order_now     INTEGER NOT NULL,
  on_hand       INTEGER,
  on_order      INTEGER,
  expected      REAL,                        -- units a day
  terms         TEXT    NOT NULL,            -- stands for the costs and promises of that day
  PRIMARY KEY (product_id, as_of)
) STRICT, WITHOUT ROWID;

INSERT INTO stock_policy SELECT *, NULL, NULL, NULL, '' FROM stock_policy_before;

DROP TABLE stock_policy_before;

CREATE INDEX stock_policy_by_day ON stock_policy (as_of);
