// Package fleet lets several machines share work through a PostgreSQL database: jobs
// with retries, and rescue of those whose worker was lost, by River.
//
// It knows queues, leases and results. It refuses to know what a piece of work is:
// bytes go in and come out. Start reading at Enqueue.
package fleet
