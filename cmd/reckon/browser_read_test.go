package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// switched is what a script found when it used the switches of the page of documents.
type switched struct {
	Width, Page int
	Broken      []string // links to places that are not in the page
	Wrong       []string // switches that do not do what they say
	Cards       int
	Switches    int
	Tip, Small  bool // a focused letter shows its note; the note stays in the window
}

const operate = `<script>addEventListener("load", () => {
  const all = q => [...document.querySelectorAll(q)], shown = q => all(q).filter(e => e.getClientRects().length > 0).length;
  const wrong = [], cards = shown(".card"), count = i => +i.parentElement.querySelector(".count").textContent;
  all(".filters details").forEach(d => d.open = true);
  const types = all(".filters input[type=checkbox]"), who = all(".filters input[type=radio]").filter(i => i.id !== "who-all");
  for (const i of types) {
    const kind = ".k-" + i.id.slice(2);
    i.click();
    if (shown(".card" + kind) + shown(".tag" + kind) !== 0 || shown(".card") !== cards - count(i)) wrong.push("off " + i.id);
    if (all(".u" + kind).some(u => getComputedStyle(u).backgroundColor !== "rgba(0, 0, 0, 0)")) wrong.push("marks of " + i.id);
    i.click();
    if (shown(".card") !== cards) wrong.push("on " + i.id);
  }
  for (const i of who) {
    i.click();
    if (shown(".card") !== count(i) || shown(".tag") !== count(i)) wrong.push(i.id);
  }
  document.getElementById("who-all").click();
  if (shown(".card") !== cards) wrong.push("who-all");
  const tips = all(".tag").map(t => { t.focus({focusVisible: true}); const r = t.querySelector(".tip").getBoundingClientRect(); return [r.width > 0, r.left >= 0 && r.right <= innerWidth]; });
  document.title = "SEEN" + JSON.stringify({
    Width: document.documentElement.clientWidth, Page: document.documentElement.scrollWidth, Wrong: wrong, Cards: cards, Switches: types.length + who.length,
    Broken: all("a[href^='#']").map(a => decodeURIComponent(a.getAttribute("href").slice(1))).filter(id => !document.getElementById(id)),
    Tip: tips.length > 0 && tips.every(t => t[0]), Small: tips.every(t => t[1]),
  }) + "NEES"; })</script></head>`

// TestBrowserDocuments uses each switch of the page of documents, which has no
// script of its own, and tries its links and notes.
func TestBrowserDocuments(t *testing.T) {
	chromium(t)
	dir := t.TempDir()
	page := filepath.Join(dir, "documents.html")
	folder := filepath.Join(root(t), "reading", "testdata", "disagreements")
	reckonOut(t, "read", filepath.Join(folder, "sallam-ndiaye.txt"), filepath.Join(folder, "sallam-quist.txt"), "--html", page)
	html, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	probe := regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`).ReplaceAllString(string(html), "")
	if err := os.WriteFile(page, []byte(strings.Replace(probe, "</head>", operate, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, width := range []int{500, 1280} {
		dom := browse(t, "--window-size="+strconv.Itoa(width)+",900", "--virtual-time-budget=5000", "--dump-dom", "file://"+page)
		m := regexp.MustCompile(`(?s)<title>SEEN(.*)NEES</title>`).FindStringSubmatch(dom)
		if m == nil {
			t.Fatalf("the page did not load: %.300s", dom)
		}
		var s switched
		if err := json.Unmarshal([]byte(m[1]), &s); err != nil {
			t.Fatal(err)
		}
		if s.Page > s.Width || len(s.Broken) > 0 || len(s.Wrong) > 0 || s.Cards < 20 || s.Switches < 6 || !s.Tip || !s.Small {
			t.Errorf("in a window of %d: %+v", width, s)
		}
	}
}
