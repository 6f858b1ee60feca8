package review

import (
	"image/color"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/interview"
)

// transportBar is the row below the waveform: what plays, where it is, and
// what phase that was.
type transportBar struct {
	screen *Screen
	object fyne.CanvasObject

	play   *look.IconButton
	time   *look.Label
	phase  *look.Chip
	spent  *look.Label
	notice *look.Label
	hue    int
	sound  *soundBar
	busy   string          // what is being found out about the sound
	wrong  string          // what could not be saved
	brief  string          // what was just done
	forget func()          // has that no longer go by itself; nil where nothing will
	words  *fyne.Container // time, phase and what it used
	size   fyne.Size       // that words was laid out for
}

func newTransportBar(s *Screen) *transportBar {
	b := &transportBar{screen: s, hue: -1}
	b.play = look.NewIconButton(look.IconPlay, hint(keys.PlayPause), s.playPause)
	b.play.SetTint(look.Accent)
	previous := look.NewIconButton(look.IconSkipBack, hint(keys.ReviewPrev), func() { s.Do(keys.ReviewPrev) })
	next := look.NewIconButton(look.IconSkipForward, hint(keys.ReviewNext), func() { s.Do(keys.ReviewNext) })
	b.time = look.NewLabel("", look.Body.Medium().Figures())
	b.phase = look.NewChip("", func() color.NRGBA { return look.PhaseHue(max(b.hue, 0)) })
	b.spent = look.NewLabel("", look.Caption.In(look.Muted).Figures())
	b.notice = look.NewLabel("", look.Caption.In(look.Muted).Trailing().Cut())
	b.words = look.HStack(look.Space12, look.Middle(b.time))
	if len(s.attempt.Bands()) > 0 { // a recording from elsewhere knows no phases
		b.words.Add(look.Middle(b.phase))
		b.words.Add(look.Middle(b.spent))
	}
	controls := look.HStack(look.Space12, look.HStack(look.Space4, previous, b.play, next), b.words)
	b.sound = newSoundBar(s.hearing, s.track.HasSound(), s.post, s.show)
	b.object = container.NewBorder(nil, nil, controls, look.Middle(b.sound.object), look.Pad(container.NewStack(look.Middle(b.notice), s.marking.word.object), 0, look.Space16, 0, look.Space16))
	return b
}

// show brings the row to a moment.
func (b *transportBar) show(playing bool, elapsed time.Duration, r interview.Reading) {
	icon := look.IconPlay
	if playing {
		icon = look.IconPause
	}
	b.play.SetIcon(icon)
	b.time.SetText(clock(elapsed, b.screen.track.Length()))
	if r.Phase != b.hue {
		b.hue = r.Phase
		b.phase.SetText(phaseName(r.Phase))
		b.phase.Refresh()
	}
	b.spent.SetText(spent(r))
	b.notice.SetText(b.silence())
	b.sound.show()
	if size := b.words.MinSize(); size != b.size {
		b.size = size
		b.object.Refresh() // another phase, another minute: the words move along
	}
}

// silence is what there is to say about sound that is not heard.
func (b *transportBar) silence() string {
	if b.wrong != "" {
		return b.wrong
	}
	if b.brief != "" {
		return b.brief
	}
	said := b.screen.track.Problems()
	if n := b.screen.parts.transport.Notice(); n != "" {
		said = append([]string{n}, said...)
	}
	if b.busy != "" {
		said = append(said, b.busy)
	}
	return strings.Join(said, " · ")
}

// setBrief says for a while what was just done; gone is called when it has gone
// by itself, and may be nil. Empty words end what was said before.
func (b *transportBar) setBrief(words string, gone func()) {
	if b.forget != nil {
		b.forget()
		b.forget = nil
	}
	b.brief = words
	if words != "" {
		b.forget = b.screen.after(stripTime, func() {
			b.forget, b.brief = nil, ""
			if gone != nil {
				gone()
			}
			b.renew()
		})
	}
	b.renew()
}

// renew shows what there is to say now, unless somebody writes in its place.
func (b *transportBar) renew() {
	b.notice.SetText(b.silence())
	b.notice.Hidden = b.screen.marking.word.field != nil
	b.notice.Refresh()
}

// setBusy says what is being found out about the sound; empty for nothing.
func (b *transportBar) setBusy(what string) {
	b.busy = what
	b.notice.SetText(b.silence())
}

// setTrouble says what could not be saved; empty for nothing.
func (b *transportBar) setTrouble(what string) {
	b.wrong = what
	b.notice.SetText(b.silence())
}
