package document_test

import (
	"testing"

	"reckon/document"
)

const prose = "The commission is set on keeping the dam, but the towns below it have begun to doubt that it can, and they say so.\n\nIt will meet again when the snow has melted, and nobody expects it to yield before that.\n"

func TestHeads(t *testing.T) {
	for _, c := range []struct{ head, title, author, day string }{
		{"The Dam and the Towns\n\nPrepared by the River Desk\n\n5 May 2026", "The Dam and the Towns", "the River Desk", "2026-05-05"},
		{"By Eva Lind\n\nThe Dam and the Towns", "The Dam and the Towns", "Eva Lind", "unknown"},
		{"Author: River Unit\n\nThe Dam and the Towns", "The Dam and the Towns", "River Unit", "unknown"},
		{"From: Office of Water Studies, Third Section\nTo: The Director\nDate: 3 June 2025\nSubject: The dam after the vote", "The dam after the vote", "Office of Water Studies, Third Section", "2025-06-03"},
		{"Scenario memo, 5 May 2026\n\nThe Dam and the Towns", "The Dam and the Towns", "", "2026-05-05"},
		{"MEMO | 3 June 2025\n\nThe Dam and the Towns", "The Dam and the Towns", "", "2025-06-03"},
		{"Weekly Note – May 5, 2026\n\nWho Will Yield First at the Dam", "Who Will Yield First at the Dam", "", "2026-05-05"},
		{"By the analysts of the northern office\n\nWhat the Towns Want", "What the Towns Want", "the analysts of the northern office", "unknown"},
		{"The Treaty of 5 May 1920 and Its Enemies", "The Treaty of 5 May 1920 and Its Enemies", "", "unknown"},
		{"By Land and by Water", "By Land and by Water", "", "unknown"},
	} {
		d := document.Plain("memo.txt", c.head+"\n\n"+prose)
		if d.Title != c.title || d.Author != c.author || d.Published.String() != c.day {
			t.Errorf("%q gives title %q, author %q, day %s", c.head, d.Title, d.Author, d.Published)
		}
	}
}

func TestDateline(t *testing.T) {
	for _, c := range []struct{ before, line, after, day string }{
		{"", "OSLO, March 14, 2024 – ", "", "2024-03-14"},
		{"", "New Haven (Lakeland Agency), 14 March 2024 — ", "", "2024-03-14"},
		{"", "RIO DE JANEIRO (LA), 14 March – ", "\n© 2024 Lakeland Agency. All rights reserved.\n", "2024-03-14"},
		{"The Dam and the Towns\n\n", "OSLO (LA) Sept. 2, 2023 -- ", "", "2023-09-02"},
		{"", "OSLO, 14 March – ", "", "unknown"},
		{"", "OSLO – ", "", "unknown"},
		{"", "On March 14, 2024 the commission met – ", "", "unknown"},
		{"", "March 14, 2024 – ", "", "unknown"},
		{"3 June 2025\n\n", "OSLO, March 14, 2024 – ", "", "2025-06-03"},
	} {
		text := c.before + c.line + prose + c.after
		d := document.Plain("wire.txt", text)
		if d.Published.String() != c.day {
			t.Errorf("%q gives %s, want %s", c.before+c.line, d.Published, c.day)
		}
		if c.day != "unknown" && c.before != "3 June 2025\n\n" && d.Found["published"] != "dateline" {
			t.Errorf("%q was found in the %s", c.line, d.Found["published"])
		}
		if d.Text != text {
			t.Errorf("%q: the text was changed", c.line)
		}
	}
}
