package server_test

import (
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"entente.example/cmd/internal/server"
)

// TestEverybodyCanUseThePage lets axe-core look at every page, in light and dark, wide and narrow: it finds no fault that
// it calls serious or critical.
func TestEverybodyCanUseThePage(t *testing.T) {
	axe, err := os.ReadFile("testdata/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	h := serve(t, seedStore(t), server.Config{Against: olderStore(t), AgainstName: "last-week.db"})
	b := browse(t, h.URL)
	for _, look := range []struct {
		width int64
		dark  bool
	}{{1400, false}, {1400, true}, {390, false}} {
		b.look(look.width, 900, look.dark)
		pages := []string{"/", "/ties", "/dyads", "/control", "/changes?tie=Ruritania+backs+Houthis", "/name/Houthis?polarity=affirmed,alleged,denied&tie=Iran+backs+Houthis"}
		if look.width > 1000 && !look.dark {
			pages = append(
				pages, "/name/Libyan_National_Army", "/name/Libyan_National_Army?view=free", "/name/Libyan_National_Army?view=timeline", "/why?subject=Iran&object=Houthis",
				"/search?q=ha", "/about", "/name/nobody+at+all",
			)
		}
		for _, path := range pages {
			b.open(path)
			b.do(chromedp.Evaluate(string(axe)+";0", nil))
			found := b.text(`(async () => { const r = await axe.run(document); return r.violations
				.filter(v => v.impact === 'serious' || v.impact === 'critical')
				.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 120) + ' ' + n.failureSummary).slice(0, 3).join(' | ')).join('\n') })()`)
			if found != "" {
				t.Errorf("%s (%d wide, dark %v):\n%s", path, look.width, look.dark, found)
			}
		}
	}
}

// TestKeyboard goes from the search box to a sentence and back without a mouse.
func TestKeyboard(t *testing.T) {
	h := serve(t, seedStore(t), server.Config{})
	b := browse(t, h.URL)
	b.open("/name/Houthis")
	b.do(chromedp.KeyEvent("/"))
	b.until(`document.activeElement.id === 'q'`)
	b.do(chromedp.KeyEvent("haftar"))
	b.until(`document.querySelectorAll('.options li').length > 0`)
	b.do(chromedp.KeyEvent(kb.ArrowDown))
	b.until(`document.querySelector('#q').getAttribute('aria-activedescendant') === 'option-0'`)
	b.do(chromedp.KeyEvent(kb.Enter))
	b.until(`location.pathname === '/name/Khalifa_Haftar'`)
	b.open("/name/Libyan_National_Army")
	b.do(chromedp.Evaluate(`document.querySelector('a.tie').focus()`, nil), chromedp.KeyEvent(kb.Enter))
	b.until(`document.activeElement.id === 'evidence'`)
	b.do(chromedp.KeyEvent(kb.Escape))
	b.until(`document.querySelector('#evidence') === null && document.activeElement.matches('[data-tie]')`)
	b.clean()
}

// TestWithoutJavaScript holds that each view is there without a script: the picture, the table, the sentences.
func TestWithoutJavaScript(t *testing.T) {
	h := serve(t, seedStore(t), server.Config{})
	b := browse(t, h.URL)
	b.do(emulation.SetScriptExecutionDisabled(true))
	b.look(1400, 1000, false)
	for path, wants := range map[string][]string{
		"/":                                    {".free img", ".patrons li"},
		"/name/Libyan_National_Army":           {".layers a.tie", ".ties tbody tr"},
		"/name/Libyan_National_Army?view=free": {".free img", ".ties tbody tr"},
		"/ties":                                {".ties tbody tr"},
	} {
		b.do(chromedp.Navigate(b.base + path))
		for _, want := range wants {
			b.do(chromedp.WaitVisible(want, chromedp.ByQuery))
		}
	}
	b.do(chromedp.Navigate(b.base+"/"), chromedp.WaitVisible(".free img", chromedp.ByQuery))
	b.shot("no-script")
	b.do(
		chromedp.Navigate(b.base+"/name/Libyan_National_Army"), chromedp.Click(`a.tie text.note`, chromedp.ByQuery),
		chromedp.WaitVisible("#evidence blockquote", chromedp.ByQuery),
		chromedp.SendKeys("#q", "tehran"+kb.Enter, chromedp.ByQuery),
	)
	b.until(`location.pathname !== '/name/Libyan_National_Army' && document.querySelector('h1') !== null`)
	if got := b.text(`document.querySelector('h1').textContent`); !strings.Contains("Iran Tehran", got) || got == "" {
		t.Errorf("the search leads to %q", got)
	}
	b.clean()
}

// TestTime moves the slider, which moves the whole view.
func TestTime(t *testing.T) {
	h := serve(t, seedStore(t), server.Config{})
	b := browse(t, h.URL)
	b.open("/")
	before := b.text(`String(document.querySelectorAll('.patrons li').length)`)
	b.do(chromedp.Evaluate(`(() => { const s = document.querySelector('.time input'); s.value = s.min; s.dispatchEvent(new Event('input', {bubbles: true})); s.dispatchEvent(new Event('change', {bubbles: true})); })()`, nil))
	b.until(`new URL(location.href).searchParams.get('at') === '1976-02'`)
	b.settle()
	if after := b.text(`String(document.querySelectorAll('.patrons li').length)`); after == before {
		t.Errorf("%s patrons in 1976 and now", after)
	}
	if got := b.text(`document.querySelector('.time output').textContent`); got != "around 1976-02" {
		t.Errorf("the slider says %q", got)
	}
	b.shot("time")
	b.do(chromedp.NavigateBack())
	b.until(`new URL(location.href).searchParams.get('at') === null && document.querySelectorAll('.patrons li').length == ` + before)
	b.clean()
}
