package main

import (
	"cmp"
	"context"
	"errors"
	"os"
	"time"

	"github.com/spf13/cobra"

	"entente.example/loader"
	"entente.example/loader/llm"
)

// readerFlags choose what reads the articles: the rules, a language model, or both.
type readerFlags struct {
	data      dataFlags
	extractor string
	model     llm.Options
	proposer  *llm.Proposer // nil: the rules alone read
}

func (f *readerFlags) register(cmd *cobra.Command) {
	f.data.register(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.extractor, "extractor", "rules", "what reads the articles: rules, llm (a language model) or both")
	flags.StringVar(&f.model.URL, "llm-url", "", "where the model's server speaks the OpenAI chat protocol (or ENTENTE_LLM_URL), as http://127.0.0.1:11434/v1")
	flags.StringVar(&f.model.Model, "llm-model", "", "the model's name there (or ENTENTE_LLM_MODEL); a key is taken from ENTENTE_LLM_KEY")
	flags.StringVar(&f.model.Cache, "llm-cache", "", "folder in which the model's answers are kept, to be asked once")
	flags.IntVar(&f.model.Calls, "llm-calls", 0, "send at most so many requests (default: any number)")
	flags.DurationVar(&f.model.Timeout, "llm-timeout", 2*time.Minute, "the longest time for one request")
	_ = cmd.RegisterFlagCompletionFunc("extractor", cobra.FixedCompletions([]string{"rules", "llm", "both"}, cobra.ShellCompDirectiveNoFileComp))
}

// open gives the reader that the flags ask for.
func (f *readerFlags) open() (loader.Reader, error) {
	rules, err := f.data.open()
	if err != nil {
		return nil, err
	}
	switch f.extractor {
	case "rules":
		if f.model.URL+f.model.Model != "" {
			w := wrongUse("a language model is named, but --extractor rules does not ask it")
			w.hints = []string{"add --extractor llm or --extractor both"}
			return nil, w
		}
		return rules, nil
	case "llm", "both":
	default:
		w := wrongUse("--extractor %q is unknown", f.extractor)
		w.hints = []string{"it is one of rules, llm, both"}
		return nil, w
	}
	opts := f.model
	opts.URL = cmp.Or(opts.URL, os.Getenv("ENTENTE_LLM_URL"))
	opts.Model = cmp.Or(opts.Model, os.Getenv("ENTENTE_LLM_MODEL"))
	opts.Key, opts.Both = os.Getenv("ENTENTE_LLM_KEY"), f.extractor == "both"
	if f.proposer, err = llm.New(rules, opts); err != nil {
		w := wrongUse("%w", err)
		w.hints = []string{"name the server with --llm-url and the model with --llm-model"}
		return nil, w
	}
	return f.proposer, nil
}

// failed counts a document that could not be read by the model, which ends nothing. It gives back the errors that do end
// all: the context's, and that no more may be asked.
func (f *readerFlags) failed(ctx context.Context, in *intake, err error) error {
	switch {
	case ctx.Err() != nil:
		return err
	case errors.Is(err, llm.ErrCalls):
		return &failure{code: exitFailed, err: err, hints: []string{"raise --llm-calls; what --llm-cache keeps is not asked again"}}
	}
	in.unreadable++
	in.talk.complain("error", 0, err.Error())
	return nil
}

// report tells what became of the model's proposals.
func (f *readerFlags) report(talk talk) {
	if f.proposer == nil {
		return
	}
	dropped := 0
	for _, d := range f.proposer.Dropped() {
		dropped += d.Count
	}
	talk.say("the model proposed %s: %d kept, %d dropped", count(f.proposer.Kept()+dropped, "statement"), f.proposer.Kept(), dropped)
	for _, d := range f.proposer.Dropped() {
		talk.say("  %d: %s", d.Count, d.Reason)
	}
}
