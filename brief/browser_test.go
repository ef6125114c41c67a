package brief_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// chromium finds the browser. Without one the check is skipped on a desk and
// fails in CI, where it is required.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("no chromium in CI: the browser check of the brief is required there")
	}
	t.Skip("no chromium here")
	return ""
}

// browse opens a page in a headless browser and returns what it prints.
func browse(t *testing.T, page string, flags ...string) string {
	t.Helper()
	browser := chromium(t)
	dir := t.TempDir()
	file := filepath.Join(dir, "page.html")
	if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	args := append([]string{
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
		"--no-first-run", "--user-data-dir=" + filepath.Join(dir, "profile"),
	}, flags...)
	cmd := exec.CommandContext(ctx, browser, append(args, "file://"+file)...)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", browser, err)
	}
	return string(out)
}

// probe is run in the test's copy of the page alone. It opens every fold, then
// measures the page at a width of 320 px and looks for what a reader needs.
const probe = `<script>
addEventListener("load", () => {
  const frame = document.createElement("iframe");
  frame.style.cssText = "width:320px;height:900px;border:0";
  frame.srcdoc = document.documentElement.outerHTML.replace(/<script>[^]*?<\/script>/g, "");
  frame.onload = () => {
    const page = frame.contentDocument;
    page.querySelectorAll("details").forEach(d => d.open = true);
    const over = Math.max(0, page.documentElement.scrollWidth - page.documentElement.clientWidth), at = frame.offsetWidth;
    const wide = [...page.querySelectorAll("body *")].filter(e => !e.closest(".scroll, .hidden, .skip, .skip-figure, svg") && e.getBoundingClientRect().right > 321).map(e => e.tagName + "." + e.className);
    const small = [...page.querySelectorAll("main p, main li, main td, main th")].filter(e => parseFloat(getComputedStyle(e).fontSize) < 11).length;
    const asked = performance.getEntriesByType("resource").map(e => e.name);
    const focusable = page.querySelectorAll("a[href], summary, [tabindex='0'], input").length;
    document.documentElement.setAttribute("data-probe", JSON.stringify({at, over, wide, small, asked, focusable}));
  };
  document.body.append(frame);
});
</script>`

func TestBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes seconds")
	}
	for name, words := range map[string][]string{
		"timed": {"Key judgements", "The readings side by side", "The trial: readings against the record", "Limits of the model", "The harbour dispute"},
		"delta": {"The arenas: the forces around the leader", "The whole: who feeds whom", "The organs of force", "Limits of the model"},
	} {
		f := timed(t)
		if name == "delta" {
			f = delta(t)
		}
		t.Run(name, func(t *testing.T) { narrow(t, rendered(t, f), words) })
	}
}

// narrow looks at a page at a width of 320 px.
func narrow(t *testing.T, page string, words []string) {
	t.Helper()
	page = strings.Replace(page, "default-src 'none'; style-src 'unsafe-inline'", "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; frame-src 'self' about:", 1)
	page = strings.Replace(page, "</body>", probe+"</body>", 1)
	dom := browse(t, page, "--virtual-time-budget=5000", "--dump-dom")
	m := regexp.MustCompile(`data-probe="([^"]*)"`).FindStringSubmatch(dom)
	if m == nil {
		t.Fatal("the probe did not run")
	}
	got := strings.ReplaceAll(m[1], "&quot;", `"`)
	for _, want := range []string{`"at":320`, `"over":0`, `"wide":[]`, `"small":0`, `"asked":[]`} {
		if !strings.Contains(got, want) {
			t.Errorf("at 320 px the page says %s; want %s", got, want)
		}
	}
	for _, want := range words {
		if !strings.Contains(dom, want) {
			t.Errorf("the loaded page lacks %q", want)
		}
	}
}

// TestPrint holds that folded tables are on paper, and that paper of both sizes
// is fed.
func TestPrint(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes seconds")
	}
	pdf := filepath.Join(t.TempDir(), "brief.pdf")
	browse(t, rendered(t, timed(t)), "--no-pdf-header-footer", "--print-to-pdf="+pdf)
	out, err := os.ReadFile(pdf)
	if err != nil {
		t.Fatal(err)
	}
	pages := len(regexp.MustCompile(`/Type\s*/Page\b[^s]`).FindAll(out, -1))
	if pages < 3 || pages > 20 {
		t.Errorf("the small case prints on %d sheets; folded tables missing, or the print style is lost", pages)
	}
}
