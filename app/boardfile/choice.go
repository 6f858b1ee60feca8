package boardfile

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
)

// choice is a setting of few words, side by side behind its name.
type choice struct {
	object  fyne.CanvasObject
	name    *look.Label
	words   []*look.Label
	rows    []*look.Row
	at      int
	off     bool
	changed func()
}

// choiceWidth is how wide the names of choices are.
const choiceWidth = 96

// newChoice returns a choice; unused gets the keys that it has no use for,
// lost is called when it loses the keyboard.
func newChoice(desk Desk, name string, words []string, at int, changed func(), unused func(*fyne.KeyEvent), lost func()) *choice {
	c := &choice{at: at, changed: changed, name: look.NewLabel(name, look.Body.In(look.Muted))}
	row := look.HStack(2)
	for i, word := range words {
		label := look.NewLabel(word, look.Body)
		one := look.NewRow(label, func() { c.choose(i) })
		one.OnUnused(func(ev *fyne.KeyEvent) {
			switch ev.Name {
			case fyne.KeyLeft, fyne.KeyRight:
				to := i + 1
				if ev.Name == fyne.KeyLeft {
					to = i - 1
				}
				if to = min(max(to, 0), len(words)-1); !c.rows[to].Disabled() {
					c.choose(to)
					desk.Canvas.Focus(c.rows[to])
				}
			default:
				unused(ev)
			}
		})
		one.OnFocus(nil, lost)
		c.words, c.rows = append(c.words, label), append(c.rows, one)
		row.Add(one)
	}
	c.object = container.NewBorder(nil, nil, look.AtLeast(look.Middle(c.name), fyne.NewSize(choiceWidth, 0)), nil, container.NewHBox(row))
	c.show()
	return c
}

func (c *choice) choose(i int) {
	if c.off || i == c.at {
		return
	}
	c.at = i
	c.show()
	c.changed()
}

// enable makes the choice count, or not.
func (c *choice) enable(on bool) {
	if c.off == on {
		c.off = !on
		c.show()
	}
}

func (c *choice) show() {
	for i, row := range c.rows {
		chosen := i == c.at && !c.off
		row.SetSelected(chosen)
		style := look.Body.In(look.Muted)
		switch {
		case c.off:
			row.Disable()
			if i != c.at {
				style = look.Body.In(look.Faint)
			}
		case chosen:
			style = look.Body
			fallthrough
		default:
			row.Enable()
		}
		c.words[i].SetStyle(style)
	}
}
