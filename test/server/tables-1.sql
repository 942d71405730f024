-- A database as version 1 of the tables left it: what an old backup looks like. Never edited.
CREATE TABLE head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL,
  directory TEXT NOT NULL CHECK (json_valid(directory)),
  vocabulary TEXT NOT NULL CHECK (json_valid(vocabulary))
) STRICT;
CREATE TABLE source (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL CHECK (json_valid(document))
) STRICT, WITHOUT ROWID;
CREATE TABLE provider (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL REFERENCES source (id),
  record TEXT NOT NULL,
  slug TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL,
  changed TEXT,
  document TEXT NOT NULL CHECK (json_valid(document)),
  UNIQUE (source, record)
) STRICT;
CREATE TABLE offer (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL REFERENCES source (id),
  record TEXT NOT NULL,
  slug TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL,
  provider TEXT NOT NULL REFERENCES provider (id),
  changed TEXT,
  document TEXT NOT NULL CHECK (json_valid(document)),
  UNIQUE (source, record)
) STRICT;
CREATE INDEX offer_provider ON offer (provider);
INSERT INTO head VALUES (1, 7,
  '{"title":"Angebote von früher","publisher":{"name":"Büro"},"timeZone":"Europe/Berlin","language":"de","languages":[]}',
  '{"topic":[],"audience":[],"kind":[],"place":[],"language":[]}');
INSERT INTO source VALUES ('office', '{"id":"office","name":"Tabelle"}');
INSERT INTO provider VALUES ('00000000-0000-4000-8000-000000000001', 'office', 'p', 'verein', 'published', NULL,
  '{"id":"00000000-0000-4000-8000-000000000001","slug":"verein","source":"office","record":"p","status":"published","name":"Verein"}');
INSERT INTO offer VALUES ('00000000-0000-4000-8001-000000000001', 'office', '1', 'kurs', 'published',
  '00000000-0000-4000-8000-000000000001', NULL,
  '{"id":"00000000-0000-4000-8001-000000000001","slug":"kurs","source":"office","record":"1","provider":"00000000-0000-4000-8000-000000000001","status":"published","title":"Kurs von früher"}');
PRAGMA application_id = 1449747820;
PRAGMA user_version = 1;
