package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// attackScripts are scripts that would end, stall or fill the process that runs them, or get out of it.
func attackScripts() []string {
	return []string{
		`while (true) {}`,
		`for (;;) g.V().all()`,
		`var a = []; while (true) a.push(new Array(100000).join("x"))`,
		`var s = "x"; while (true) s += s`,
		`(function f() { f() })()`,
		`function f(n) { return f(n + 1) + 1 }; f(0)`,
		`g.V(null).all()`,
		`g.V(undefined).out().all()`,
		`g.V({}).out({}).all()`,
		`g.V(1, 2, 3).all()`,
		`g.V().out(function() { throw 1 }).all()`,
		`g.V().tag(null).all()`,
		`g.V().has("<backs>", null).all()`,
		`g.V().limit(-1).all()`,
		`g.V().getLimit(-1)`,
		`g.V().skip(-1000000000000).all()`,
		`g.V().order().all()`,
		`g.V().both().both().both().both().both().both().all()`,
		`g.V().out().out().out().out().out().out().out().count()`,
		`g.V().followRecursive("<backs>").followRecursive("<fights>").all()`,
		`g.V().forEach(function(v) { while (true) {} })`,
		`g.V().forEach(function(v) { throw v })`,
		`g.V().map(function() { return 1 })`,
		`g.emit(g)`,
		`g.emit(this)`,
		`var o = {}; o.o = o; g.emit(o)`,
		`for (var i = 0; i < 10000000; i++) g.emit({i: i})`,
		`g.emit(new Array(100000000))`,
		`g.emit("entente: end of script")`,
		`throw new Error("\u0000\u001b[2J")`,
		`throw {toString: function() { while (true) {} }}`,
		`JSON.parse(new Array(1000000).join("["))`,
		`/(a+)+b/.test(new Array(40).join("a"))`,
		`require("fs")`,
		`process.exit(0)`,
		`new Function("while (true) {}")()`,
		`eval("while (true) {}")`,
		`setTimeout(function() {}, 100000); Promise.resolve().then(function() { while (true) {} })`,
		`Object.prototype.toString = function() { while (true) {} }; g.V().all()`,
		`g.V = null; g.V()`,
		`g.V("<a> <b> <c> .\n<d> <e> <f> .").all()`,
		`g.AddV("x")`,
		`g.V().save("<backs>", "x").saveInPredicates("y").all()`,
		"\x00\x01\x02",
		`}}}}((((`,
		strings.Repeat("(", 20000),
		"g.V().all()\n;g.emit(\"x\")\n//" + strings.Repeat("x", 500000),
	}
}

// attack URL: posts each attack as a script; each is answered within its time, and the server lives. Then a script that
// means no harm gets its rows.
func attack(ts *testscript.TestScript, _ bool, args []string) {
	scripts := attackScripts()
	if len(scripts) < 40 {
		ts.Fatalf("%d attacks", len(scripts))
	}
	for i, script := range scripts {
		began := time.Now()
		status, answer := postScript(ts, args[0], script, 1)
		if took := time.Since(began); took > 20*time.Second {
			ts.Fatalf("attack %d (%.60q) took %s", i, script, took)
		}
		if status != http.StatusOK && status != http.StatusUnprocessableEntity {
			ts.Fatalf("attack %d (%.60q): %d %.200s", i, script, status, answer)
		}
	}
	status, answer := postScript(ts, args[0], `g.V("<Libyan_National_Army>").in("<backs>").unique().all()`, 10)
	if status != http.StatusOK || !strings.Contains(answer, "<Russia>") {
		ts.Fatalf("after the attacks: %d %s", status, answer)
	}
	ts.Logf("%d attacks", len(scripts))
}

func postScript(ts *testscript.TestScript, address, script string, seconds float64) (int, string) {
	body, err := json.Marshal(map[string]any{"script": script, "seconds": seconds, "limit": 1000})
	ts.Check(err)
	r, err := http.NewRequest(http.MethodPost, address, strings.NewReader(string(body))) //nolint:noctx // it has a limit of its own
	ts.Check(err)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Authorization", "Bearer "+ts.Getenv("ENTENTE_TOKEN"))
	response, err := (&http.Client{Timeout: time.Minute}).Do(r)
	if err != nil {
		ts.Fatalf("%.60q: %v", script, err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	ts.Check(err)
	return response.StatusCode, string(answer)
}

// has FILE PART: the file has the other one's text in it.
func has(ts *testscript.TestScript, neg bool, args []string) {
	whole, part := ts.ReadFile(args[0]), ts.ReadFile(args[1])
	if strings.Contains(whole, part) == neg {
		ts.Fatalf("%s", fmt.Sprintf("%s has\n%s\nand %s\n%s", args[0], whole, args[1], part))
	}
}
