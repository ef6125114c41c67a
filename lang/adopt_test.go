package lang

import (
	"strings"
	"testing"
)

const proposed = `# Read from a memo.

reading "memo" {
  source = "memo_2026"
  mind "leader" {
    # ready: the analyst has said what it means
    want "no bombs" {
      that = !rival.bomb
    }
    want "honour" {
      cite "memo_2026" { chars = [10, 20] }
    }
    believes "rival" {
      # waits for its wants
      kind "a bully" {}
      kind "a dealer" {
        odds = 0.4
        want "limits" { that = !leader.enrich }
      }
    }
  }
}
`

func TestAdopt(t *testing.T) {
	whole, rest, taken, found := Adopt("memo.hcl", nil, []byte(proposed))
	if len(found) > 0 || taken != 2 {
		t.Fatalf("took %d, found %v", taken, found)
	}
	for _, want := range []string{`want "no bombs"`, "# ready: the analyst", `kind "a dealer"`, "# Read from a memo."} {
		if !strings.Contains(string(whole), want) {
			t.Errorf("adopted text lacks %s:\n%s", want, whole)
		}
	}
	for _, not := range []string{`"honour"`, `"a bully"`, "waits for"} {
		if strings.Contains(string(whole), not) {
			t.Errorf("adopted text holds %s:\n%s", not, whole)
		}
		if !strings.Contains(string(rest), not) {
			t.Errorf("what is left lacks %s:\n%s", not, rest)
		}
	}
	if strings.Contains(string(rest), "no bombs") {
		t.Errorf("what was adopted is still proposed:\n%s", rest)
	}

	// The rest is filled in later and joins what was adopted.
	later := strings.Replace(string(rest), `want "honour" {`, "want \"honour\" {\n that = leader.parade", 1)
	joined, left, taken, found := Adopt("memo.hcl", whole, []byte(later))
	if len(found) > 0 || taken != 1 {
		t.Fatalf("took %d, found %v", taken, found)
	}
	if !strings.Contains(string(joined), "leader.parade") || strings.Count(string(joined), "mind ") != 1 || strings.Contains(string(left), "honour") || !strings.Contains(string(left), "a bully") {
		t.Errorf("joined:\n%s\nleft:\n%s", joined, left)
	}
}

func TestAdoptNothing(t *testing.T) {
	for _, text := range []string{"", `reading "x" { mind "y" { want "z" {} } }`, "reading {"} {
		whole, rest, taken, _ := Adopt("p.hcl", nil, []byte(text))
		if taken != 0 || whole != nil || string(rest) != text {
			t.Errorf("%q: took %d, whole %q, rest %q", text, taken, whole, rest)
		}
	}
}
