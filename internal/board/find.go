package board

import "strings"

// Find lists, bottom to top, the ids of the elements whose text contains the
// words, in any case: text that stands free, shapes and arrows by their labels,
// frames by their names. White space counts as one space. Without words it
// finds nothing.
func Find(s *Scene, words string) []string {
	words = plainWords(words)
	if words == "" {
		return nil
	}
	var ids []string
	for _, e := range s.order {
		if e.Deleted {
			continue
		}
		text := ""
		switch {
		case e.Kind == Text && s.Get(e.Container) == nil:
			text = e.Text
		case e.IsFrame():
			text = e.FrameName()
		default:
			if t := s.LabelOf(e); t != nil {
				text = t.Text
			}
		}
		if strings.Contains(plainWords(text), words) {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

func plainWords(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
