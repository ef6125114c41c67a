package library

import "context"

// Exec runs a statement on the writing connection: what tests break, they break so.
func (l *Library) Exec(ctx context.Context, statement string, args ...any) error {
	_, err := l.writes.ExecContext(ctx, statement, args...)
	return err
}
