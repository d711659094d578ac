package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"entente.example/graph"
)

// readLines reads JSON lines: one record a line. A line that cannot be read is an error of its own.
func readLines(in input) iter.Seq2[graph.Document, error] {
	return func(yield func(graph.Document, error) bool) {
		lines := newLineReader(in.reader, wrapping*in.maxSize)
		seen := false
		for {
			raw, number, err := lines.next()
			if errors.Is(err, io.EOF) {
				break
			}
			place := fmt.Sprintf(":%d", number)
			in.at(place)
			if err == nil && isBlank(string(raw)) {
				continue
			}
			seen = true
			var value any
			if err == nil {
				value, err = lineValue(in, raw)
			}
			more := false
			if err != nil {
				more = yield(graph.Document{}, err)
			} else {
				more = valueDocuments(in, value, place, yield)
			}
			if !more || lines.broken {
				return
			}
		}
		if !seen {
			in.at("")
			yield(graph.Document{}, ErrEmpty)
		}
	}
}

// lineValue decodes a line of JSON.
func lineValue(in input, raw []byte) (any, error) {
	text, note, err := decode(raw)
	if err != nil {
		return nil, err
	}
	if note != "" {
		in.warn(note)
	}
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return nil, jsonError(err)
	}
	return value, nil
}

// valueDocuments gives the article of a value of JSON, or those of the list that it holds. It reports whether to go on.
func valueDocuments(in input, value any, place string, yield func(graph.Document, error) bool) bool {
	in.at(place)
	object, ok := folded(value).(map[string]any)
	if !ok {
		return yield(graph.Document{}, fmt.Errorf("%w: not an object of JSON", ErrRecord))
	}
	if record(object).lookup(fieldText) == "" {
		for _, path := range fieldNames()[fieldList] {
			list, ok := record(object).at(path).([]any)
			if !ok {
				continue
			}
			for i, inner := range list {
				if !valueDocuments(in, inner, fmt.Sprintf("%s:%d", place, i+1), yield) {
					return false
				}
			}
			if len(list) > 0 {
				return true
			}
		}
	}
	return yield(record(object).document(in, place))
}

func jsonError(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return fmt.Errorf("%w: JSON that breaks off", ErrRecord)
	}
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	if errors.As(err, &syntax) || errors.As(err, &kind) {
		return fmt.Errorf("%w: not JSON: %w", ErrRecord, err)
	}
	return err
}

// readJSON reads a list of records, an object that holds such a list, or records one after the other.
func readJSON(in input) iter.Seq2[graph.Document, error] {
	return func(yield func(graph.Document, error) bool) {
		text, err := decodedReader(in)
		if err != nil {
			yield(graph.Document{}, err)
			return
		}
		buffer := bufio.NewReaderSize(text, 64<<10)
		in.reader = buffer
		if holdsLines(buffer) {
			readLines(in)(yield)
			return
		}
		budget := &ration{reader: buffer, most: wrapping * in.maxSize}
		j := jsonReader{in: in, decoder: json.NewDecoder(budget), budget: budget, yield: yield}
		j.decoder.UseNumber()
		if err := j.read(); err != nil {
			yield(graph.Document{}, jsonError(err))
		}
	}
}

// holdsLines reports whether the first line is a whole object, as in JSON lines: then one that is damaged does not end
// the reading.
func holdsLines(buffer *bufio.Reader) bool {
	head, _ := buffer.Peek(buffer.Size())
	line, _, found := bytes.Cut(bytes.TrimLeft(head, " \t\r\n"), []byte("\n"))
	return found && bytes.HasPrefix(line, []byte("{")) && json.Valid(line)
}

// ration ends a stream that asks for more than a record may have, before memory is full of it.
type ration struct {
	reader     io.Reader
	most, used int64
}

func (r *ration) Read(p []byte) (int, error) {
	if r.used > r.most {
		return 0, tooLarge(r.most)
	}
	n, err := r.reader.Read(p)
	r.used += int64(n)
	return n, err
}

// jsonReader reads a file of JSON.
type jsonReader struct {
	in      input
	decoder *json.Decoder
	budget  *ration
	yield   func(graph.Document, error) bool
	count   int
}

// errStopped says that nobody wants further documents.
var errStopped = errors.New("stopped")

func (j *jsonReader) read() error {
	for {
		j.budget.used = 0
		token, err := j.decoder.Token()
		switch {
		case errors.Is(err, io.EOF) && j.count == 0:
			return ErrEmpty
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		switch token {
		case json.Delim('['):
			err = j.list()
		case json.Delim('{'):
			err = j.object()
		default:
			return fmt.Errorf("%w: not an object of JSON", ErrRecord)
		}
		if errors.Is(err, errStopped) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// list reads the records of a list, one at a time.
func (j *jsonReader) list() error {
	for j.decoder.More() {
		j.budget.used = 0
		var value any
		if err := j.decoder.Decode(&value); err != nil {
			return err
		}
		if err := j.give(value); err != nil {
			return err
		}
	}
	_, err := j.decoder.Token()
	if j.count == 0 && err == nil {
		return fmt.Errorf("%w: the list is empty", ErrEmpty)
	}
	return err
}

// object reads an object: a record, or what holds a list of them. A list that stands at the top of it is read one
// record at a time; what stands deeper must fit into the ration.
func (j *jsonReader) object() error {
	object, listed, err := map[string]any{}, false, error(nil)
	for j.decoder.More() {
		key, err := j.decoder.Token()
		if err != nil {
			return err
		}
		name, _ := key.(string)
		name = fold(name)
		if slices.Contains(fieldNames()[fieldList], name) && record(object).lookup(fieldText) == "" {
			inner, isList, err := j.perhapsList()
			if err != nil {
				return err
			}
			if listed = listed || isList; inner != nil && object[name] == nil {
				object[name] = inner
			}
			continue
		}
		var value any
		if err := j.decoder.Decode(&value); err != nil {
			return err
		}
		if object[name] == nil {
			object[name] = folded(value)
		}
	}
	if _, err = j.decoder.Token(); err != nil || listed {
		return err
	}
	return j.give(object)
}

// perhapsList reads the value under a name that lists of records have: the list's records at once, anything else as it
// is.
func (j *jsonReader) perhapsList() (value any, isList bool, err error) {
	token, err := j.decoder.Token()
	if err != nil {
		return nil, false, err
	}
	switch token {
	case json.Delim('['):
		return nil, true, j.list()
	case json.Delim('{'):
		object := map[string]any{}
		for j.decoder.More() {
			key, err := j.decoder.Token()
			if err != nil {
				return nil, false, err
			}
			var value any
			if err := j.decoder.Decode(&value); err != nil {
				return nil, false, err
			}
			if name, _ := key.(string); object[fold(name)] == nil {
				object[fold(name)] = folded(value)
			}
		}
		_, err := j.decoder.Token()
		return object, false, err
	}
	return token, false, nil
}

// give hands on the articles of a record.
func (j *jsonReader) give(value any) error {
	j.count++
	if !valueDocuments(j.in, value, fmt.Sprintf(":%d", j.count), j.yield) {
		return errStopped
	}
	j.in.at("")
	return nil
}

// lineReader reads lines of bounded length. A longer one is an error of its own, and the next line follows.
type lineReader struct {
	reader *bufio.Reader
	most   int64
	number int
	line   []byte
	// broken says that the stream cannot be read any further.
	broken bool
}

func newLineReader(r io.Reader, most int64) *lineReader {
	return &lineReader{reader: bufio.NewReaderSize(r, 64<<10), most: most}
}

// next gives the next line and its number. The bytes are good until the call after.
func (l *lineReader) next() ([]byte, int, error) {
	l.number++
	l.line = l.line[:0]
	long := false
	for {
		part, err := l.reader.ReadSlice('\n')
		if int64(len(l.line)+len(part)) > l.most {
			long, l.line = true, l.line[:0]
		}
		if !long {
			l.line = append(l.line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && !errors.Is(err, io.EOF):
			l.broken = true
			return nil, l.number, inflating(err)
		case long:
			return nil, l.number, tooLarge(l.most)
		case err != nil && len(l.line) == 0:
			return nil, l.number, io.EOF
		}
		return l.line, l.number, nil
	}
}
