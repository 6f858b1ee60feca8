package library

import (
	"context"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

// Catalogue is the attempts of a library as a list that opens at once, however
// many there are: what was read of them is kept in a file. That file can be
// deleted at any time. Its methods may be called from any goroutine.
type Catalogue struct {
	lib Library

	refreshing sync.Mutex // one refresh at a time

	mu    sync.Mutex
	items []*Item // the latest first; replaced, never changed
}

// Catalogue opens the list as it was kept the last time, with what is gone since
// then left out; Refresh brings it up to date. Where nothing was kept, or what
// was kept cannot be understood, it is empty. It waits for the disk.
func (l Library) Catalogue() *Catalogue {
	c := &Catalogue{lib: l}
	names, err := l.names()
	if err != nil {
		return c
	}
	kept := l.loadIndex()
	for _, name := range names {
		if item := kept[name]; item != nil {
			c.items = append(c.items, item)
		}
	}
	byTime(c.items)
	return c
}

// Items are the attempts, the latest first. The slice is the caller's, the items
// are not to be changed.
func (c *Catalogue) Items() []*Item {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.items)
}

// Find is the item of the attempt in the folder dir, nil where there is none.
func (c *Catalogue) Find(dir string) *Item {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, i := range c.items {
		if i.Dir == dir {
			return i
		}
	}
	return nil
}

// changedEvery is how often Refresh tells that there is news.
const changedEvery = 150 * time.Millisecond

// Refresh brings the list up to date with the folder. What is new or was changed
// is listed at once and its journal read after that. changed, which may be nil,
// is called on this goroutine whenever there is something else to show. It ends
// early with the context's error; other errors are for a folder that cannot be
// read.
func (c *Catalogue) Refresh(ctx context.Context, changed func()) error {
	c.refreshing.Lock()
	defer c.refreshing.Unlock()
	names, err := c.lib.names()
	if err != nil {
		return err
	}
	if changed == nil {
		changed = func() {}
	}
	work, news, err := c.glance(ctx, names)
	if err != nil {
		return err
	}
	if news {
		changed()
	}
	err = c.look(ctx, work, changed)
	if news || len(work) > 0 {
		// The file only saves time: where it cannot be written, the next list
		// takes longer.
		_ = c.lib.saveIndex(c.Items())
	}
	return err
}

// glance lists what is in the folder now. It returns the items whose journals
// have yet to be read, and whether the list is another than before.
func (c *Catalogue) glance(ctx context.Context, names []string) (work []*Item, news bool, err error) {
	c.mu.Lock()
	before := make(map[string]*Item, len(c.items))
	for _, i := range c.items {
		before[i.Dir] = i
	}
	c.mu.Unlock()
	now := make([]*Item, 0, len(names))
	for _, name := range names {
		if err := ctx.Err(); err != nil {
			return nil, false, err
		}
		dir := filepath.Join(c.lib.Dir, name)
		item := before[dir]
		if item != nil && item.stamps == stampsOf(dir) {
			item = item.still()
		} else {
			item = nil
		}
		if item == nil {
			item = glance(dir)
			news = true
		}
		if !item.Read {
			work = append(work, item)
		}
		now = append(now, item)
	}
	byTime(now)
	c.mu.Lock()
	defer c.mu.Unlock()
	news = news || len(now) != len(c.items)
	c.items = now
	return work, news, nil
}

// look reads the journals of items, the latest attempt's first.
func (c *Catalogue) look(ctx context.Context, work []*Item, changed func()) error {
	byTime(work)
	told := time.Now()
	for n, item := range work {
		if err := ctx.Err(); err != nil {
			return err
		}
		c.put(item, item.look())
		if last := n == len(work)-1; last || time.Since(told) >= changedEvery {
			changed()
			told = time.Now()
		}
	}
	return nil
}

// put replaces an item.
func (c *Catalogue) put(old, item *Item) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if n := slices.Index(c.items, old); n >= 0 {
		c.items = slices.Clone(c.items)
		c.items[n] = item
	}
}
