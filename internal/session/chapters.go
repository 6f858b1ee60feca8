package session

import (
	"time"

	"talkthrough/internal/interview"
	"talkthrough/internal/recording"
)

// tagsOf are the tags by which a take says on its own what it is.
func tagsOf(m Meta, chapters []recording.Chapter) recording.Tags {
	return recording.Tags{
		Title:    m.Question.Title,
		Album:    m.Question.Domain,
		Artist:   "Talkthrough",
		Date:     m.Started.Format(time.DateOnly),
		Comment:  m.Level.Name(),
		Genre:    "Speech",
		Chapters: chapters,
	}
}

// chaptersOf are the phases heard in a take, in the take's own time: the one
// under way when it begins, then each as it is entered. The journal stays the
// authority, chapters are for other players.
func chaptersOf(events []Event, take int) []recording.Chapter {
	p := NewPlayer(interview.Plan{}, events)
	rate := 0
	for _, t := range p.End().Takes {
		if t.Take == take {
			rate = t.Rate
		}
	}
	first, _, ok := p.Voice().firstAnchor(take)
	if rate <= 0 || !ok {
		return nil
	}
	begins := p.Timeline().Elapsed(first)
	var out []recording.Chapter
	for _, band := range p.Bands() {
		chapter := recording.Chapter{Title: interview.Phases[band.Phase].Name}
		switch n, sample, heard := p.Voice().Sample(p.Timeline().At(band.From)); {
		case band.To <= begins:
			continue
		case band.From <= begins:
		case heard && n == take:
			chapter.Start = samplesTime(sample, rate)
		default:
			continue
		}
		out = append(out, chapter)
	}
	return out
}
