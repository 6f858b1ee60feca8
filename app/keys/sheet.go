package keys

import "strings"

// Entry is a line of the help: what some keys do.
type Entry struct {
	Label string
	Keys  string   // as people write them, by commas
	IDs   []string // the actions it is about; none where it is about the mouse
}

// Block is some lines of the help under a heading.
type Block struct {
	Heading string
	Lines   []Entry
}

// together are actions that differ in a direction or a number alone: the help
// gives them one line.
var together = []struct {
	first, label, keys string
	others             []string
}{
	{Phase1, "Phase 1 to 8", "1 … 8", []string{Phase2, Phase3, Phase4, Phase5, Phase6, Phase7, Phase8}},
	{AlignLeft, "Align to an edge", "← → ↑ ↓", []string{AlignRight, AlignTop, AlignBottom}},
	{GrowRight, "Grow a connected shape", "← → ↑ ↓", []string{GrowLeft, GrowUp, GrowDown}},
	{WalkRight, "Walk to a connected shape", "← → ↑ ↓", []string{WalkLeft, WalkUp, WalkDown}},
}

// mouse is what the mouse does on the board, and what keys held with it change.
var mouse = []Entry{
	{Label: "Move the view", Keys: "Wheel, Space+drag"},
	{Label: "Zoom at the pointer", Keys: Chord{"wheel", command}.String()},
	{Label: "Write in a shape", Keys: "Double click"},
	{Label: "Select more", Keys: "Shift+click"},
	{Label: "Select within a group", Keys: Chord{"click", command}.String()},
	{Label: "Drag a copy", Keys: "Alt+drag"},
	{Label: "Keep proportions, straight lines", Keys: "Hold Shift"},
	{Label: "Resize about the middle", Keys: "Hold Alt"},
	{Label: "Arrows do not bind", Keys: "Hold " + strings.TrimSuffix(Chord{"", command}.String(), "+")},
	{Label: "Move the selection", Keys: "← → ↑ ↓"},
	{Label: "Move it further", Keys: "Shift+← → ↑ ↓"},
}

// Sheet returns everything that the help sheet says, in order.
func Sheet() []Block {
	blocks := []Block{block(string(App), In(App)), block(string(Setup), In(Setup)), block(string(Interview), In(Interview)), block(string(Review), In(Review)), block(string(Attempts), In(Attempts))}
	for _, t := range Topics() {
		var bindings []Binding
		for _, id := range t.IDs {
			bindings = append(bindings, For(id))
		}
		blocks = append(blocks, block(string(Board)+": "+strings.ToLower(t.Name), bindings))
	}
	return append(blocks, Block{"Board: with the mouse", mouse})
}

func block(heading string, bindings []Binding) Block {
	b := Block{Heading: heading}
	in := map[string]bool{} // what an earlier line says already
	for _, binding := range bindings {
		if in[binding.ID] {
			continue
		}
		line := Entry{Label: binding.Label, Keys: binding.words(), IDs: []string{binding.ID}}
		for _, t := range together {
			if t.first != binding.ID {
				continue
			}
			line.Label, line.Keys = t.label, Chord{"", binding.Mods}.String()+t.keys
			line.IDs = append(line.IDs, t.others...)
			for _, id := range t.others {
				in[id] = true
			}
		}
		b.Lines = append(b.Lines, line)
	}
	return b
}

// words are the keys that are worth knowing: of those that write the same or
// are the same key with another name the first.
func (b Binding) words() string {
	out := b.String()
	if b.ID == ZoomIn || b.ID == WaveIn { // the others are where a keyboard may have its plus
		return out
	}
	for _, c := range b.Also {
		if w := c.String(); !strings.Contains(out, w) {
			out += ", " + w
		}
	}
	return out
}
