package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// chromium finds a browser; without one the test is left out, but not where CI
// is true.
func chromium(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes seconds")
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("no chromium is installed, and CI requires the browser test")
	}
	t.Skip("no chromium is installed")
	return ""
}

// browse runs the browser once and returns what it prints.
func browse(t *testing.T, args ...string) string {
	t.Helper()
	args = append([]string{
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
		"--user-data-dir=" + t.TempDir(),
	}, args...)
	var errs strings.Builder
	c := exec.Command(chromium(t), args...)
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		t.Fatalf("chromium: %v\n%s", err, errs.String())
	}
	return string(out)
}

// seen is what a script inside the page found.
type seen struct {
	Width, Page int      // of the window, of the page
	Broken      []string // links to places that are not in the page
	Unnamed     int      // figures without an accessible name
	Figures     int
	Sections    int
	Focusable   int
	Outside     []string // resources from elsewhere
	Text        int      // length of the visible text
}

const look = `<script>addEventListener("load", () => {
  const all = q => [...document.querySelectorAll(q)];
  const named = s => s.getAttribute("aria-hidden") === "true" || s.getAttribute("aria-label") || s.querySelector("title") || s.getAttribute("aria-labelledby");
  document.title = "SEEN" + JSON.stringify({
    Width: document.documentElement.clientWidth, Page: document.documentElement.scrollWidth,
    Broken: all("a[href^='#']").map(a => decodeURIComponent(a.getAttribute("href").slice(1))).filter(id => !document.getElementById(id)),
    Unnamed: all("svg").filter(s => !named(s)).length, Figures: all("svg").length, Sections: all("main section").length,
    Focusable: all("a[href], summary, input, [tabindex='0']").length,
    Outside: all("[src], link[href]").map(e => e.src || e.href).filter(u => !u.startsWith("data:")),
    Text: document.body.innerText.length,
  }) + "NEES"; })</script></head>`

// TestBrowserBrief opens the brief of the founding case as a reader does: on a
// phone, on a desk, and printed. It must ask the network for nothing.
func TestBrowserBrief(t *testing.T) {
	chromium(t)
	dir := t.TempDir()
	page := filepath.Join(dir, "brief.html")
	reckonOut(t, "brief", filepath.Join(root(t), "cases", "supreme-leader"), "--out", page)
	html, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if len(html) > 2<<20 {
		t.Errorf("the page has %d bytes; the limit is 2 MB", len(html))
	}
	// The page forbids scripts; the copy that is looked into must allow ours.
	probe := regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`).ReplaceAllString(string(html), "")
	probe = strings.Replace(probe, "</head>", look, 1)
	copied := filepath.Join(dir, "probe.html")
	if err := os.WriteFile(copied, []byte(probe), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, width := range []int{500, 1280} {
		t.Run(strconv.Itoa(width), func(t *testing.T) {
			log := filepath.Join(t.TempDir(), "net.json")
			dom := browse(t, "--window-size="+strconv.Itoa(width)+",900", "--log-net-log="+log, "--virtual-time-budget=2000", "--dump-dom", "file://"+copied)
			checkSeen(t, dom)
			asked(t, log)
		})
	}
	t.Run("printed", func(t *testing.T) {
		pdf := filepath.Join(dir, "brief.pdf")
		browse(t, "--no-pdf-header-footer", "--print-to-pdf="+pdf, "file://"+page)
		text, err := os.ReadFile(pdf)
		if err != nil {
			t.Fatal(err)
		}
		if pages := len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(text, -1)); pages < 2 || pages > 150 {
			t.Errorf("it prints on %d pages", pages)
		}
	})
}

func checkSeen(t *testing.T, dom string) {
	t.Helper()
	m := regexp.MustCompile(`(?s)<title>SEEN(.*)NEES</title>`).FindStringSubmatch(dom)
	if m == nil {
		t.Fatalf("the page did not load: %.300s", dom)
	}
	var s seen
	if err := json.Unmarshal([]byte(strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">").Replace(m[1])), &s); err != nil {
		t.Fatal(err)
	}
	if s.Page > s.Width {
		t.Errorf("the page is %d wide in a window of %d: it scrolls sideways", s.Page, s.Width)
	}
	if len(s.Broken) > 0 {
		t.Errorf("links to nowhere: %v", s.Broken)
	}
	if s.Unnamed > 0 || s.Figures == 0 {
		t.Errorf("%d of %d figures have no name for a screen reader", s.Unnamed, s.Figures)
	}
	if len(s.Outside) > 0 {
		t.Errorf("resources from elsewhere: %v", s.Outside)
	}
	if s.Sections < 5 || s.Focusable < 10 || s.Text < 5000 {
		t.Errorf("the page is too bare: %+v", s)
	}
}

// asked fails when the browser went to the network for the page.
func asked(t *testing.T, log string) {
	t.Helper()
	text, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	own := regexp.MustCompile(`(?i)(google|gvt1|chromium|chrome)[a-z]*\.(com|org|net)`)
	for _, url := range regexp.MustCompile(`"url":"(https?://[^"]+)"`).FindAllStringSubmatch(string(text), -1) {
		if !own.MatchString(url[1]) { // the browser's own errands
			t.Errorf("the page asked for %s", url[1])
		}
	}
}
