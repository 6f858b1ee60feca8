package typeset

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/go-text/typesetting/font"

	"talkthrough/assets"
)

// metrics of a face as fractions of the em; descent is positive downwards.
type metrics struct{ ascent, descent float64 }

// face is one embedded font with what drawing it needs.
type face struct {
	*font.Face
	metrics
	em     float64
	glyphs map[font.GID]*Path // outlines at 1 px per em, y down
}

// The embedded faces; order is the index used in faceSet.
const (
	interRegular = iota
	interMedium
	interSemiBold
	excalifont
	cascadia
	faceCount
)

type faceSet [faceCount]*face

// loadFaces parses the embedded fonts once. They are part of the program: one
// that does not parse is a broken build.
var loadFaces = sync.OnceValue(func() *faceSet {
	var set faceSet
	for i, data := range [faceCount][]byte{
		assets.InterRegular, assets.InterMedium, assets.InterSemiBold, assets.Excalifont, assets.Mono,
	} {
		parsed, err := font.ParseTTF(bytes.NewReader(data))
		if err != nil {
			panic(fmt.Sprintf("embedded font %d does not parse: %v", i, err))
		}
		em := float64(parsed.Upem())
		extents, _ := parsed.FontHExtents()
		set[i] = &face{
			Face:    parsed,
			metrics: metrics{float64(extents.Ascender) / em, -float64(extents.Descender) / em},
			em:      em,
			glyphs:  map[font.GID]*Path{},
		}
	}
	return &set
})

func metricsOf(f Family) metrics {
	set := loadFaces()
	switch f {
	case Hand:
		return set[excalifont].metrics
	case Mono:
		return set[cascadia].metrics
	default:
		return set[interRegular].metrics
	}
}

// chain lists the faces to try for a family and weight, first choice first.
type chain [3]*face

func (s *faceSet) chain(f Family, w Weight) chain {
	sans := s[interRegular]
	switch w {
	case Medium:
		sans = s[interMedium]
	case SemiBold:
		sans = s[interSemiBold]
	}
	switch f {
	case Hand:
		return chain{s[excalifont], sans, s[cascadia]}
	case Mono:
		return chain{s[cascadia], sans, s[excalifont]}
	default:
		return chain{sans, s[cascadia], s[excalifont]}
	}
}

// ResolveFace picks the first face with a glyph for r, else the first of all,
// whose missing glyph is drawn as a box.
func (c *chain) ResolveFace(r rune) *font.Face {
	for _, f := range c {
		if _, ok := f.NominalGlyph(r); ok {
			return f.Face
		}
	}
	return c[0].Face
}

func (c *chain) find(f *font.Face) *face {
	for _, own := range c {
		if own.Face == f {
			return own
		}
	}
	return c[0]
}
