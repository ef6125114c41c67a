-- The words are folded and split before they come here, so that both engines find
-- the same: the tokenizer splits at spaces only.
-- +goose Up
CREATE VIRTUAL TABLE search USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');

-- +goose Down
DROP TABLE search;
