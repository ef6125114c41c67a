-- Types and statements here are those that SQLite and PostgreSQL share.
-- +goose Up

-- What was imported, byte for byte, under its SHA-256.
CREATE TABLE original (
	sha256 TEXT   NOT NULL PRIMARY KEY,
	size   BIGINT NOT NULL,
	bytes  BYTEA  NOT NULL
);

-- What was read of it. content is a hash of the folded words.
CREATE TABLE document (
	id       BIGINT NOT NULL PRIMARY KEY,
	sha256   TEXT   NOT NULL UNIQUE REFERENCES original (sha256),
	format   TEXT   NOT NULL,
	language TEXT   NOT NULL,
	words    BIGINT NOT NULL,
	content  BIGINT NOT NULL,
	textsum  TEXT   NOT NULL,
	text     BYTEA  NOT NULL,
	blocks   BYTEA  NOT NULL,
	found    BYTEA  NOT NULL,
	told     BYTEA  NOT NULL
);
CREATE INDEX document_content ON document (content);

-- Under which names; the highest seq of a name is its newest version.
CREATE TABLE name (
	name   TEXT   NOT NULL,
	sha256 TEXT   NOT NULL REFERENCES document (sha256),
	seq    BIGINT NOT NULL,
	PRIMARY KEY (name, sha256)
);
CREATE INDEX name_sha256 ON name (sha256);

-- Marks by which contents that may be alike are found, and pairs that are.
CREATE TABLE mark (
	mark    BIGINT NOT NULL,
	content BIGINT NOT NULL,
	PRIMARY KEY (mark, content)
);
CREATE INDEX mark_content ON mark (content);
CREATE TABLE alike (
	a     BIGINT NOT NULL,
	b     BIGINT NOT NULL,
	share DOUBLE PRECISION NOT NULL,
	PRIMARY KEY (a, b)
);

-- Web Annotations, as JSON.
CREATE TABLE annotation (
	sha256 TEXT   NOT NULL REFERENCES document (sha256),
	id     TEXT   NOT NULL,
	seq    BIGINT NOT NULL,
	json   BYTEA  NOT NULL,
	PRIMARY KEY (sha256, id)
);

-- +goose Down
DROP TABLE annotation;
DROP TABLE alike;
DROP TABLE mark;
DROP TABLE name;
DROP TABLE document;
DROP TABLE original;
