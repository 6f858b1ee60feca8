package typeset

import (
	"math"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

var body = Font{Family: Sans, Size: 20}

// words draws text of the kinds people type on a board.
func words(t *rapid.T) string {
	alphabet := []rune("abcdefgWij .,-  \t\n漢字かなé\u0301🙂👨‍👩‍👧שלוםАБв—/fifl\u00a0")
	return rapid.StringOfN(rapid.SampledFrom(alphabet), 0, 80, -1).Draw(t, "text")
}

func anyFont(t *rapid.T) Font {
	return Font{
		Family: Family(rapid.IntRange(0, 2).Draw(t, "family")),
		Weight: Weight(rapid.IntRange(0, 2).Draw(t, "weight")),
		Size:   rapid.Float64Range(4, 60).Draw(t, "size"),
	}
}

func checkWrap(t interface{ Fatalf(string, ...any) }, f Font, s string, limit float64) {
	lines := Wrap(f, s, limit)
	if len(lines) == 0 {
		t.Fatalf("no line for %q", s)
	}
	at := 0
	for i, l := range lines {
		if gap := s[at:l.Start]; strings.Trim(gap, " \t\r\n") != "" {
			t.Fatalf("%q: line %d drops %q", s, i, gap)
		}
		if l.Text != s[l.Start:l.End] {
			t.Fatalf("%q: line %d is %q, source has %q", s, i, l.Text, s[l.Start:l.End])
		}
		if limit > 0 && l.Width > limit+1e-3 && len(shared.shape(f.Family, f.Weight, l.Text).stops) > 2 {
			t.Fatalf("%q: line %q is %g wide, limit %g", s, l.Text, l.Width, limit)
		}
		if w := Advance(f, l.Text); math.Abs(w-l.Width) > 1e-9 {
			t.Fatalf("line %q says %g wide, is %g", l.Text, l.Width, w)
		}
		at = l.End
	}
	if rest := s[at:]; strings.Trim(rest, " \t\r\n") != "" {
		t.Fatalf("%q: end %q is lost", s, rest)
	}
}

func TestWrapKeepsTextAndWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkWrap(t, anyFont(t), words(t), rapid.Float64Range(0, 400).Draw(t, "max"))
	})
}

func FuzzWrap(f *testing.F) {
	for _, s := range []string{"", "a", "two words", "\xff\xfe", "\r\n\r\n", "aaaaaaaaaaaaaaaaaaaa", "e\u0301\u0301", "\u202eabc שלום"} {
		f.Add(s, 30.0)
	}
	f.Fuzz(func(t *testing.T, s string, limit float64) {
		if len(s) > 2000 || math.IsNaN(limit) {
			return
		}
		checkWrap(t, Font{Family: Hand, Size: 16}, s, limit)
		var p Path
		Outline(body, s, 0, 0, &p)
		CaretX(body, s, IndexAt(body, s, limit))
	})
}

func TestWrapBreaksWherePeopleExpect(t *testing.T) {
	for _, c := range []struct {
		name, text string
		max        float64
		want       []string
	}{
		{"empty", "", 50, []string{""}},
		{"hard breaks only", "one two\nthree\n", 0, []string{"one two", "three", ""}},
		{"at spaces", "feature store", Advance(body, "feature st"), []string{"feature", "store"}},
		{"after a hyphen", "real-time", Advance(body, "real-ti"), []string{"real-", "time"}},
		{"exact fit stays", "feature store", Advance(body, "feature store"), []string{"feature store"}},
		{"long word by characters", "WWWW", Advance(body, "WW") + 1, []string{"WW", "WW"}},
		{"long word starts a line of its own", "a WWWW", Advance(body, "WW") + 1, []string{"a", "WW", "WW"}},
		{"cjk anywhere", "漢字漢字", Advance(body, "漢字") + 1, []string{"漢字", "漢字"}},
		{"one character at least", "WW", 1, []string{"W", "W"}},
		{"carriage return goes with the break", "a\r\nb", 0, []string{"a", "b"}},
		{"blank line stays", "a\n\nb", 100, []string{"a", "", "b"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, l := range Wrap(body, c.text, c.max) {
				got = append(got, l.Text)
			}
			if strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestWrappingALongWordIsNotQuadratic: every line may shape little more than
// itself, however much follows.
func TestWrappingALongWordIsNotQuadratic(t *testing.T) {
	cost := func(n int) int {
		shared.cache = cache{}
		Wrap(body, strings.Repeat("W", n), 200)
		return shared.cache.bytes
	}
	if short, long := cost(200), cost(1600); long > 12*short {
		t.Errorf("8 times the text costs %d times the shaping", long/short)
	}
}

func TestCaretsAreMonotonicLeftToRight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := anyFont(t)
		s := rapid.StringOfN(rapid.SampledFrom([]rune("abcfi lAVTo.é\u0301漢🙂Жω->=")), 0, 40, -1).Draw(t, "line")
		last := 0.0
		for i := 0; i <= len(s); i++ {
			x := CaretX(f, s, i)
			if x < last-1e-9 {
				t.Fatalf("caret of %q goes back at byte %d: %g after %g", s, i, x, last)
			}
			last = x
			if at := IndexAt(f, s, x); math.Abs(CaretX(f, s, at)-x) > 1e-9 || (at < len(s) && !utf8.RuneStart(s[at])) {
				t.Fatalf("%q: clicking at the caret of byte %d lands at %d", s, i, at)
			}
		}
		if math.Abs(last-Advance(f, s)) > 1e-6 {
			t.Fatalf("%q: last caret at %g, advance %g", s, last, Advance(f, s))
		}
	})
}

func TestCombiningMarkIsOneStep(t *testing.T) {
	s := "e\u0301x"
	if got := IndexAt(body, s, Advance(body, s)*0.45); got != 0 && got != 3 {
		t.Errorf("caret stands at byte %d, between a letter and its accent", got)
	}
	if CaretX(body, s, 1) != CaretX(body, s, 0) {
		t.Error("the middle of a grapheme has a caret of its own")
	}
}

func TestTextIsKernedAndScalesEvenly(t *testing.T) {
	for f, pair := range map[Family]string{Sans: "AV", Hand: `"A`} {
		font := Font{Family: f, Size: 100}
		if together, apart := Advance(font, pair), Advance(font, pair[:1])+Advance(font, pair[1:]); together == apart {
			t.Errorf("family %d: %s is as wide as its letters alone: not kerned", f, pair)
		}
		half := font
		half.Size = 50
		if a, b := Advance(font, "Ranking"), Advance(half, "Ranking"); math.Abs(a-2*b) > 1e-9 {
			t.Errorf("family %d: width %g is not twice %g", f, a, b)
		}
	}
	mono := Font{Family: Mono, Size: 10}
	if a, b := Advance(mono, "iiii"), Advance(mono, "WWWW"); a != b {
		t.Errorf("mono widths differ: %g, %g", a, b)
	}
}

func TestMissingGlyphsFallBackThenBox(t *testing.T) {
	hand := Font{Family: Hand, Size: 20}
	set := loadFaces()
	if g := shared.shape(Hand, Regular, "→").glyphs; len(g) != 1 || g[0].id == 0 || g[0].face == set[excalifont] {
		t.Errorf("arrow sign did not fall back to another font: %+v", g)
	}
	for _, s := range []string{"漢", "\U0010FFFF", "\x00", "\xff", "\u200b", "\ufeff"} {
		var p Path
		Outline(hand, s, 0, 20, &p)
	}
	var p Path
	Outline(hand, "漢", 0, 20, &p)
	if len(p.Verbs) == 0 {
		t.Error("a character no font has draws nothing")
	}
}

func TestOutlineStandsOnItsBaseline(t *testing.T) {
	for f := Sans; f <= Mono; f++ {
		var p Path
		Outline(Font{Family: f, Size: 100}, "H", 10, 200, &p)
		top, bottom, left := math.Inf(1), math.Inf(-1), math.Inf(1)
		for _, pt := range p.Points {
			top, bottom, left = min(top, pt.Y), max(bottom, pt.Y), min(left, pt.X)
		}
		if bottom < 195 || bottom > 210 || top < 110 || top > 145 || left < 10 {
			t.Errorf("family %d: H spans y %g to %g from x %g", f, top, bottom, left)
		}
		want := 0
		for _, v := range p.Verbs {
			want += v.Points()
		}
		if want != len(p.Points) {
			t.Errorf("family %d: verbs need %d points, path has %d", f, want, len(p.Points))
		}
	}
}

func TestBaselineCentresTheFontInTheLineBox(t *testing.T) {
	for f := Sans; f <= Mono; f++ {
		tight, loose := Font{Family: f, Size: 20, LineHeight: 1}, Font{Family: f, Size: 20, LineHeight: 2}
		if got := Baseline(loose) - Baseline(tight); math.Abs(got-10) > 1e-9 {
			t.Errorf("family %d: doubling the line moves the baseline by %g, want 10", f, got)
		}
	}
	if Baseline(Font{Size: 20}) != Baseline(Font{Size: 20, LineHeight: 1.25}) {
		t.Error("line height 0 is not 1.25")
	}
}

func TestFamilies(t *testing.T) {
	for n, want := range map[int]Family{1: Hand, 2: Sans, 3: Mono, 5: Hand, 6: Sans, 7: Hand, 8: Hand, 9: Sans, 10: Sans, 0: Sans, -4: Sans} {
		if got := FamilyOf(n); got != want {
			t.Errorf("family %d is %d, want %d", n, got, want)
		}
	}
}

func TestCacheStaysBounded(t *testing.T) {
	var c cache
	long := strings.Repeat("x", cacheBytes/8)
	for i := range 20 {
		c.put(cacheKey{text: long[i:]}, &shaped{})
	}
	if c.bytes > cacheBytes || len(c.entries) != c.recent.Len() {
		t.Errorf("cache holds %d bytes in %d entries", c.bytes, len(c.entries))
	}
}

func TestConcurrentUse(t *testing.T) {
	want := Advance(body, "shared 0")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i := range 50 {
				var p Path
				Outline(Font{Family: Family(i % 3), Size: 9}, "concurrent text", 0, 0, &p)
				Wrap(body, "some words to wrap at narrow width", float64(40+i))
				if got := Advance(body, "shared 0"); got != want {
					t.Errorf("width changed to %g", got)
				}
			}
		})
	}
	wg.Wait()
}

func TestMeasuringCachedTextDoesNotAllocate(t *testing.T) {
	Advance(body, "cached label")
	if n := testing.AllocsPerRun(100, func() { Advance(body, "cached label") }); n > 0 {
		t.Errorf("%g allocations", n)
	}
}
