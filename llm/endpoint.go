package llm

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Endpoint is where a model answers.
type Endpoint struct {
	URL   string // up to and without /chat/completions, such as http://localhost:11434/v1
	Model string
	Key   string // sent as a bearer token, never printed or stored; "" for none
	Cache Cache  // nil: nothing is kept
	HTTP  *http.Client
}

// Cache keeps answers by a hash of all that was asked.
type Cache interface {
	Load(key string) ([]byte, bool)
	Store(key string, answer []byte) error
}

const (
	maxAnswer = 4 << 20
	patience  = 3 * time.Minute
	attempts  = 3
)

// Check says what is wrong with an address: a key must not travel in the clear to
// another machine.
func (e *Endpoint) Check() error {
	u, err := url.Parse(e.URL)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return fmt.Errorf("%q is no address of a model; it looks like http://localhost:11434/v1", e.URL)
	}
	if u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return errors.New("the address of a model holds no name, password or question mark: it is printed; give the key in RECKON_LLM_KEY")
	}
	if e.Model == "" {
		return errors.New("name the model to ask")
	}
	if u.Scheme == "http" && !local(u.Hostname()) {
		return fmt.Errorf("%s is not encrypted and not on this machine: the document, and a key, would travel in the clear; use https", e.URL)
	}
	return nil
}

func local(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

type request struct {
	Model       string    `json:"model"`
	Messages    []message `json:"messages"`
	Temperature float64   `json:"temperature"`
	Seed        int       `json:"seed"`
	Format      any       `json:"response_format"`
}

// ask sends one request and returns what the model wrote. A busy or failing
// server is asked again, twice.
func (e *Endpoint) ask(ctx context.Context, r request) ([]byte, error) {
	body, err := json.Marshal(r)
	if err != nil {
		panic(err) // strings and numbers can be written
	}
	for n := 1; ; n++ {
		answer, again, err := e.once(ctx, body)
		if err == nil || !again || n == attempts {
			return answer, err
		}
		wait := time.NewTimer(time.Duration(n) * time.Second)
		select {
		case <-ctx.Done():
			wait.Stop()
			return nil, ctx.Err()
		case <-wait.C:
		}
	}
}

func (e *Endpoint) once(ctx context.Context, body []byte) (answer []byte, again bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, strings.TrimRight(e.URL, "/")+"/chat/completions", bytes.NewReader(body))
	if err != nil {
		return nil, false, fmt.Errorf("ask %s: %w", e.URL, err)
	}
	req.Header.Set("Content-Type", "application/json")
	if e.Key != "" {
		req.Header.Set("Authorization", "Bearer "+e.Key)
	}
	client := e.HTTP
	if client == nil {
		client = &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	}
	resp, err := client.Do(req)
	if err != nil {
		return nil, ctx.Err() == nil, fmt.Errorf("no answer from %s: %w", e.URL, err)
	}
	text, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
	if err = errors.Join(err, resp.Body.Close()); err != nil {
		return nil, true, fmt.Errorf("the answer of %s broke off: %w", e.URL, err)
	}
	if len(text) > maxAnswer {
		return nil, false, fmt.Errorf("the answer of %s is longer than %d MB", e.URL, maxAnswer>>20)
	}
	if resp.StatusCode != http.StatusOK {
		return nil, resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode >= 500, e.refusal(resp.StatusCode, text)
	}
	return content(e.URL, text)
}

// refusal says what a server answered in place of a result: in one line, short, and
// without the key, which some servers repeat.
func (e *Endpoint) refusal(code int, text []byte) error {
	var said struct {
		Error struct {
			Message string `json:"message"`
		} `json:"error"`
	}
	_ = json.Unmarshal(text, &said) // without a message the code must do
	message := strings.Join(strings.Fields(said.Error.Message), " ")
	if e.Key != "" {
		message = strings.ReplaceAll(message, e.Key, "(the key)")
	}
	message = cut(message)
	switch {
	case code == http.StatusUnauthorized, code == http.StatusForbidden:
		return fmt.Errorf("%s refuses the key (HTTP %d); set RECKON_LLM_KEY", e.URL, code)
	case code == http.StatusNotFound:
		return fmt.Errorf("%s knows no such model or address (HTTP 404) %s", e.URL, message)
	case code >= 300 && code < 400:
		return fmt.Errorf("%s sends on to another address (HTTP %d), which is not followed: neither the document nor a key goes where you did not say. Give the address itself", e.URL, code)
	}
	return fmt.Errorf("%s answers HTTP %d %s", e.URL, code, message)
}

// content takes what the model wrote out of its envelope.
func content(from string, text []byte) ([]byte, bool, error) {
	var envelope struct {
		Choices []struct {
			Message message `json:"message"`
		} `json:"choices"`
	}
	if err := json.Unmarshal(text, &envelope); err != nil || len(envelope.Choices) == 0 {
		return nil, false, fmt.Errorf("%s does not answer as chat completions do", from)
	}
	return []byte(envelope.Choices[0].Message.Content), false, nil
}
