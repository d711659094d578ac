package server_test

import (
	"strings"
	"testing"

	browserdomain "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"entente.example/cmd/internal/server"
)

// TestPage walks as a journalist would: the overview, a name by its alias, a tie, its sentence, back.
func TestPage(t *testing.T) {
	h := serve(t, seedStore(t), server.Config{})
	b := browse(t, h.URL)
	b.look(1400, 1000, false)
	b.open("/")
	b.until(`document.querySelector('.free canvas') !== null`)
	b.until(`document.querySelectorAll('.patrons li').length >= 3`)
	b.shot("overview")

	b.do(chromedp.SendKeys("#q", "lna", chromedp.ByQuery))
	b.until(`document.querySelectorAll('.options li').length > 0`)
	b.shot("complete")
	b.do(chromedp.SendKeys("#q", kb.ArrowDown+kb.Enter, chromedp.ByQuery))
	b.until(`location.pathname === '/name/Libyan_National_Army'`)
	b.settle()
	if got := b.text(`document.querySelector('h1').textContent`); got != "Libyan National Army" {
		t.Errorf("the alias leads to %q", got)
	}
	b.shot("name")

	b.click(`a.tie[data-tie="Russia backs Libyan_National_Army"] text.note`)
	b.until(`document.querySelector('#evidence') !== null`)
	evidence := b.text(`document.querySelector('#evidence').textContent`)
	for _, want := range []string{"Haftar’s forces", "Salem Alaywan", "2020-05-28", "Against", "Ahmed al-Mismari", "Statement "} {
		if !strings.Contains(evidence, want) {
			t.Errorf("the evidence lacks %q", want)
		}
	}
	if got := b.text(`document.querySelector('#evidence mark.subject').textContent`); got == "" {
		t.Error("no words are marked")
	}
	if got := b.text(`new URL(location.href).searchParams.get('tie')`); got != "Russia backs Libyan_National_Army" {
		t.Errorf("the address has the tie %q", got)
	}
	b.shot("evidence")
	b.do(browserdomain.GrantPermissions([]browserdomain.PermissionType{
		browserdomain.PermissionTypeClipboardReadWrite, browserdomain.PermissionTypeClipboardSanitizedWrite,
	}).WithOrigin(h.URL))
	b.do(evaluate(`document.querySelector('#evidence details.cite').open = true`, nil))
	b.do(chromedp.Click("#evidence button.copy", chromedp.ByQuery))
	b.until(`document.querySelector('#evidence button.copy').textContent === 'Copied'`)
	b.do(evaluate(`navigator.clipboard.readText().then((text) => { window.copied = text })`, nil))
	b.until(`window.copied !== undefined`)
	if got, want := b.text(`window.copied`), b.text(`document.querySelector('#evidence .citation').textContent`); got != want || !strings.Contains(got, "Statement ") {
		t.Errorf("copied %q, want %q", got, want)
	}
	b.do(chromedp.NavigateBack())
	b.until(`document.querySelector('#evidence') === null && location.pathname === '/name/Libyan_National_Army'`)

	b.open("/name/Libyan_National_Army?view=free")
	b.shot("free")
	b.open("/name/Houthis?polarity=affirmed,alleged,denied&tie=Iran+backs+Houthis")
	b.shot("denied")
	b.open("/ties")
	b.shot("ties")
	b.open("/why?subject=Iran&object=Houthis")
	b.shot("why")
	b.open("/dyads")
	b.until(`document.querySelectorAll('.dyad .layers a.tie').length >= 9`)
	b.shot("dyads")
	b.click(`.dyad a.tie`)
	b.until(`document.querySelector('#evidence blockquote') !== null`)
	b.open("/control?at=2024-03")
	b.until(`document.querySelectorAll('.control tbody tr').length >= 5`)
	b.shot("control")
	b.open("/name/Libyan_National_Army?view=timeline")
	b.until(`document.querySelectorAll('.timeline li').length >= 5 && document.querySelector('.timeline .denied') === null`)
	b.shot("timeline")
	b.open("/about")
	b.shot("about")
	b.look(1400, 1000, true)
	b.open("/name/Houthis?tie=Iran+backs+Houthis")
	b.shot("dark")
	b.look(1240, 760, false)
	b.open("/name/Libyan_National_Army?tie=Russia+backs+Libyan_National_Army")
	b.shotOfWindow("page")
	b.open("/")
	b.shot("dark-overview")
	b.look(390, 844, false)
	b.open("/name/Libyan_National_Army")
	b.shot("phone")
	b.clean()
}
