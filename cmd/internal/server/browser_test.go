package server_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// shots is the folder for screenshots, if they are wanted.
var shots = os.Getenv("ENTENTE_SCREENSHOTS")

// browser is a real one, and what it complained about.
type browser struct {
	t    *testing.T
	ctx  context.Context
	base string

	mu sync.Mutex
	// complaints are errors of the console and of scripts; requests are all addresses that were asked for.
	complaints, requests []string
}

// browse opens Chromium at a server. Where there is none the test is skipped, loudly; with CI in the environment it fails.
func browse(t *testing.T, base string) *browser {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("there is no chromium, and CI wants it")
		}
		t.Skip("NO CHROMIUM: the page is not tested")
	}
	profile, err := os.MkdirTemp("", "entente-browser")
	if err != nil {
		t.Fatal(err)
	}
	options := append(
		chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.UserDataDir(profile),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-sync", true), chromedp.WindowSize(1400, 1000),
	)
	allocated, cancelAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	// Chromium tells more than the library knows; what it cannot read it leaves out.
	ctx, cancel := chromedp.NewContext(allocated, chromedp.WithErrorf(func(string, ...any) {}))
	ctx, cancelTime := context.WithTimeout(ctx, 6*time.Minute)
	t.Cleanup(func() {
		_ = chromedp.Cancel(ctx)
		cancelTime()
		cancel()
		cancelAllocator()
		_ = os.RemoveAll(profile) // a child of Chromium may still write there
	})
	b := &browser{t: t, ctx: ctx, base: base}
	chromedp.ListenTarget(ctx, b.note)
	b.do(network.Enable(), runtime.Enable())
	return b
}

func (b *browser) note(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.APITypeError || e.Type == runtime.APITypeWarning || e.Type == runtime.APITypeAssert {
			var words []string
			for _, argument := range e.Args {
				words = append(words, string(argument.Value)+argument.Description)
			}
			b.complaints = append(b.complaints, strings.Join(words, " "))
		}
	case *runtime.EventExceptionThrown:
		b.complaints = append(b.complaints, e.ExceptionDetails.Error())
	case *page.EventJavascriptDialogOpening:
		b.complaints = append(b.complaints, "dialog: "+e.Message)
		go func() { _ = chromedp.Run(b.ctx, page.HandleJavaScriptDialog(false)) }()
	}
}

func (b *browser) do(actions ...chromedp.Action) {
	b.t.Helper()
	if err := chromedp.Run(b.ctx, actions...); err != nil {
		b.t.Fatalf("%v; the browser complained %q", err, b.complaints)
	}
}

// open goes to a path and waits for the page.
func (b *browser) open(path string) {
	b.t.Helper()
	b.do(chromedp.Navigate(b.base+path), chromedp.WaitReady("footer"))
	b.settle()
}

// settle waits until nothing is fetched or drawn.
func (b *browser) settle() {
	b.t.Helper()
	b.until(`!document.querySelector('main[aria-busy]') && [...document.querySelectorAll('[data-free]')].every(f => f.dataset.drawn === 'done')`)
}

// until waits for an expression to be true.
func (b *browser) until(expression string) {
	b.t.Helper()
	end := time.Now().Add(90 * time.Second)
	for {
		var ok bool
		err := chromedp.Run(b.ctx, chromedp.Evaluate(expression, &ok))
		if err == nil && ok {
			return
		}
		if time.Now().After(end) {
			b.shot("failed")
			b.t.Fatalf("waited for %s in vain (%v); the browser complained %q", expression, err, b.complaints)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// text evaluates an expression that gives a string, or the promise of one.
func (b *browser) text(expression string) string {
	b.t.Helper()
	var text string
	await := func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }
	b.do(chromedp.Evaluate(expression, &text, await))
	return text
}

func (b *browser) click(selector string) {
	b.t.Helper()
	b.do(chromedp.Click(selector, chromedp.ByQuery))
	b.settle()
}

// look sets the size of the window, and whether it is dark.
func (b *browser) look(width, height int64, dark bool) {
	b.t.Helper()
	scheme := "light"
	if dark {
		scheme = "dark"
	}
	b.do(
		emulation.SetDeviceMetricsOverride(width, height, 1, width < 600),
		emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}),
	)
}

// shot writes a screenshot of the whole page, if they are wanted; shotOfWindow of what a window shows of it.
func (b *browser) shot(name string) {
	b.t.Helper()
	b.picture(name, func(picture *[]byte) chromedp.Action { return chromedp.FullScreenshot(picture, 100) })
}

func (b *browser) shotOfWindow(name string) {
	b.t.Helper()
	b.picture(name, func(picture *[]byte) chromedp.Action { return chromedp.CaptureScreenshot(picture) })
}

func (b *browser) picture(name string, take func(*[]byte) chromedp.Action) {
	b.t.Helper()
	if shots == "" {
		return
	}
	var picture []byte
	if err := chromedp.Run(b.ctx, chromedp.Sleep(250*time.Millisecond), take(&picture)); err != nil {
		b.t.Fatal(err)
	}
	if err := os.MkdirAll(shots, 0o750); err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(shots, name+".png"), picture, 0o600); err != nil {
		b.t.Fatal(err)
	}
}

// clean holds that the console is empty, and that no request left the machine.
func (b *browser) clean() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, complaint := range b.complaints {
		b.t.Errorf("the browser complains: %s", complaint)
	}
	if len(b.requests) == 0 {
		b.t.Error("no request was seen")
	}
	for _, address := range b.requests {
		if !strings.HasPrefix(address, b.base+"/") && !strings.HasPrefix(address, "data:") && !strings.HasPrefix(address, "blob:") {
			b.t.Errorf("a request left: %s", address)
		}
	}
}

// navigate goes to an address without waiting for a page of ours.
func navigate(address string) chromedp.Action { return chromedp.Navigate(address) }

func evaluate(expression string, result any) chromedp.Action {
	return chromedp.Evaluate(expression, result)
}
