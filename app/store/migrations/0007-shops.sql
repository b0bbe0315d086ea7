-- Which shop a sale was made in, where a file says so.

CREATE TABLE shop (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  name      TEXT    NOT NULL UNIQUE,
  import_id INTEGER REFERENCES import (id)
) STRICT;

ALTER TABLE sale ADD COLUMN shop_id INTEGER REFERENCES shop (id);  -- NULL: not said

CREATE INDEX sale_by_shop ON sale (shop_id, day) WHERE shop_id IS NOT NULL;
