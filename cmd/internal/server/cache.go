package server

import (
	"container/list"
	"sync"
)

// answerCache keeps rendered answers by their ETag, those that were asked for last, up to a number of bytes. The tag
// holds the store's revision: what is out of date is never asked for again, and falls out.
type answerCache struct {
	most int

	mu      sync.Mutex
	bytes   int
	order   *list.List // of *keptAnswer, the one used last in front
	answers map[string]*list.Element
}

type keptAnswer struct {
	key    string
	answer rendered
}

func (k *keptAnswer) size() int {
	return len(k.key) + len(k.answer.body) + len(k.answer.link) + keptOverhead
}

// keptOverhead is about what an answer takes beside its bytes.
const keptOverhead = 300

func newAnswerCache(bytes int) *answerCache {
	return &answerCache{most: bytes, order: list.New(), answers: map[string]*list.Element{}}
}

func (c *answerCache) get(key string) (rendered, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.answers[key]
	if !ok {
		return rendered{}, false
	}
	c.order.MoveToFront(e)
	return e.Value.(*keptAnswer).answer, true
}

// put keeps an answer, unless it would take more than a quarter of the room.
func (c *answerCache) put(key string, answer rendered) {
	kept := &keptAnswer{key, answer}
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.answers[key]; ok || kept.size() > c.most/4 {
		return
	}
	c.answers[key] = c.order.PushFront(kept)
	c.bytes += kept.size()
	for c.bytes > c.most {
		last := c.order.Back()
		old := c.order.Remove(last).(*keptAnswer)
		delete(c.answers, old.key)
		c.bytes -= old.size()
	}
}
