package typeset

import "container/list"

// The bounds of the cache of shaped text. A board with thousands of labels
// stays inside them; a hostile file cannot make them grow.
const (
	cacheEntries = 8192
	cacheBytes   = 1 << 19
)

type cacheKey struct {
	family Family
	weight Weight
	text   string
}

type cacheEntry struct {
	key  cacheKey
	text *shaped
}

// cache keeps the most recently used shaped texts.
type cache struct {
	entries map[cacheKey]*list.Element
	recent  list.List // front is the latest
	bytes   int
}

func (c *cache) get(k cacheKey) *shaped {
	e, ok := c.entries[k]
	if !ok {
		return nil
	}
	c.recent.MoveToFront(e)
	return e.Value.(*cacheEntry).text
}

func (c *cache) put(k cacheKey, s *shaped) {
	if c.entries == nil {
		c.entries = map[cacheKey]*list.Element{}
	}
	c.entries[k] = c.recent.PushFront(&cacheEntry{k, s})
	c.bytes += len(k.text)
	for (len(c.entries) > cacheEntries || c.bytes > cacheBytes) && c.recent.Len() > 1 {
		oldest := c.recent.Remove(c.recent.Back()).(*cacheEntry)
		delete(c.entries, oldest.key)
		c.bytes -= len(oldest.key.text)
	}
}
