-- +goose Up
CREATE TABLE search (
	id    BIGINT   NOT NULL PRIMARY KEY,
	words TSVECTOR NOT NULL
);
CREATE INDEX search_words ON search USING gin (words);

-- +goose Down
DROP TABLE search;
