package question

// Most items of each list, so that no file brings more than anybody can use.
const (
	maxPoints     = 20  // in an outline, and of texts anywhere
	maxItems      = 40  // clarifying questions, figures, curveballs, boxes and so on
	maxDeck       = 200 // curveballs that belong to no question
	pointLength   = 400
	spokenLength  = 600
	wantPoint     = "one point of 3 to 400 characters"
	wantPoints    = "a list of points, each one to 400 characters"
	wantKebab     = "a name in kebab-case of at most 60 characters"
	wantLevel     = "junior, senior or staff"
	wantPhase     = "clarify, task, architecture, data, features, model, experiment or deploy"
	wantName      = "2 to 100 characters on one line"
	wantPrompt    = "40 to 4000 characters, as an interviewer would say them"
	wantGood      = "a list of what a good reaction contains"
	wantReference = "the id of a box"
)

// questionFields are the fields of a question, in the order they are written.
var questionFields = []field[Question]{
	must("id", "a name in kebab-case of at most 60 characters, such as video-ranking",
		text(func(q *Question) *string { return &q.ID }, length(1, 60), kebabCase, notReserved)),
	must("title", "one line of at most 100 characters",
		text(func(q *Question) *string { return &q.Title }, length(1, 100), oneLine)),
	must("domain", "one line of at most 40 characters, such as Recommendation",
		text(func(q *Question) *string { return &q.Domain }, length(1, 40), oneLine)),
	must("prompt", wantPrompt,
		text(func(q *Question) *string { return &q.Prompt }, length(40, 4000), printable)),
	may("ambiguous", wantPoints, points(func(q *Question) *[]string { return &q.Ambiguous })),
	may("figures", "a list of numbers, each with name, is and unit", readFigures),
	may("clarify", "a list of clarifying questions, each with ask and answer", readClarify),
	may("phases", "outlines by phase: "+wantPhase, group(func(q *Question) *Outlines { return &q.Phases }, outlinesFields)),
	may("metrics", "the lists offline, online and guardrail", group(func(q *Question) *Metrics { return &q.Metrics }, metricsFields)),
	may("data", "the lists sources and labels", group(func(q *Question) *Data { return &q.Data }, dataFields)),
	may("pitfalls", wantPoints, points(func(q *Question) *[]string { return &q.Pitfalls })),
	may("curveballs", "a list of curveballs, each with phases, level, say and good",
		groups(func(q *Question) *[]Curveball { return &q.Curveballs }, maxItems, "curveballs", curveballFields)),
	may("board", "the lists boxes and arrows", readBoard),
	may("variants", "a list of variants, each with title, change and prompt",
		groups(func(q *Question) *[]Variant { return &q.Variants }, maxItems, "variants", variantFields)),
	may("reading", "a list of published works, each with a title",
		groups(func(q *Question) *[]Work { return &q.Reading }, maxItems, "works", workFields)),
}

var figureFields = []field[Figure]{
	must("name", "a name in snake_case of at most 40 characters, such as daily_users",
		text(func(f *Figure) *string { return &f.Name }, length(1, 40), snakeCase)),
	must("is", "a number, such as 11574 or 100M", readNumber),
	must("unit", "what is counted, in at most 60 characters, such as requests/s",
		text(func(f *Figure) *string { return &f.Unit }, length(1, 60), oneLine)),
	may("from", "a formula with the figures before it, such as daily_loads / 86400",
		text(func(f *Figure) *string { return &f.From }, length(1, 200), oneLine)),
}

var clarifyFields = []field[Clarification]{
	may("id", wantKebab, text(func(c *Clarification) *string { return &c.ID }, length(1, 60), kebabCase)),
	must("ask", "a question of 3 to 300 characters", text(func(c *Clarification) *string { return &c.Ask }, length(3, 300), printable)),
	may("also", wantPoints, points(func(c *Clarification) *[]string { return &c.Also })),
	may("words", "a list of words, each of at most 40 characters", texts(func(c *Clarification) *[]string { return &c.Words }, maxPoints, "a word of at most 40 characters", length(1, 40), oneLine)),
	must("answer", "2 to 600 characters, as an interviewer would say them", text(func(c *Clarification) *string { return &c.Answer }, length(2, spokenLength), printable)),
	may("level", wantLevel, text(func(c *Clarification) *string { return &c.Level }, oneOf(Levels))),
}

var outlinesFields = []field[Outlines]{
	outlineOf("clarify", func(o *Outlines) *Outline { return &o.Clarify }),
	outlineOf("task", func(o *Outlines) *Outline { return &o.Task }),
	outlineOf("architecture", func(o *Outlines) *Outline { return &o.Architecture }),
	outlineOf("data", func(o *Outlines) *Outline { return &o.Data }),
	outlineOf("features", func(o *Outlines) *Outline { return &o.Features }),
	outlineOf("model", func(o *Outlines) *Outline { return &o.Model }),
	outlineOf("experiment", func(o *Outlines) *Outline { return &o.Experiment }),
	outlineOf("deploy", func(o *Outlines) *Outline { return &o.Deploy }),
}

func outlineOf(phase string, place func(*Outlines) *Outline) field[Outlines] {
	return may(phase, "the lists junior, senior and staff", group(place, outlineFields))
}

var outlineFields = []field[Outline]{
	may("junior", wantPoints, points(func(o *Outline) *[]string { return &o.Junior })),
	may("senior", wantPoints, points(func(o *Outline) *[]string { return &o.Senior })),
	may("staff", wantPoints, points(func(o *Outline) *[]string { return &o.Staff })),
}

var metricsFields = []field[Metrics]{
	may("offline", "a list of metrics", groups(func(m *Metrics) *[]Metric { return &m.Offline }, maxPoints, "metrics", metricFields)),
	may("online", "a list of metrics", groups(func(m *Metrics) *[]Metric { return &m.Online }, maxPoints, "metrics", metricFields)),
	may("guardrail", "a list of metrics", groups(func(m *Metrics) *[]Metric { return &m.Guardrail }, maxPoints, "metrics", metricFields)),
}

var metricFields = []field[Metric]{
	must("name", wantName, text(func(m *Metric) *string { return &m.Name }, length(2, 100), oneLine)),
	must("why", wantPoint, text(func(m *Metric) *string { return &m.Why }, length(3, pointLength), printable)),
}

var dataFields = []field[Data]{
	may("sources", wantPoints, points(func(d *Data) *[]string { return &d.Sources })),
	may("labels", wantPoints, points(func(d *Data) *[]string { return &d.Labels })),
}

var curveballFields = []field[Curveball]{
	must("phases", "a list of "+wantPhase, texts(func(c *Curveball) *[]string { return &c.Phases }, len(PhaseIDs), wantPhase, oneOf(PhaseIDs))),
	must("level", wantLevel, text(func(c *Curveball) *string { return &c.Level }, oneOf(Levels))),
	must("say", "3 to 600 characters, as an interviewer would say them", text(func(c *Curveball) *string { return &c.Say }, length(3, spokenLength), printable)),
	must("good", wantGood, points(func(c *Curveball) *[]string { return &c.Good })),
}

var variantFields = []field[Variant]{
	must("title", "one line of at most 100 characters", text(func(v *Variant) *string { return &v.Title }, length(3, 100), oneLine)),
	must("change", wantPoint, text(func(v *Variant) *string { return &v.Change }, length(3, pointLength), printable)),
	must("prompt", wantPrompt, text(func(v *Variant) *string { return &v.Prompt }, length(40, 4000), printable)),
}

var workFields = []field[Work]{
	must("title", "one line of at most 250 characters", text(func(w *Work) *string { return &w.Title }, length(3, 250), oneLine)),
	may("by", "authors or venue in at most 200 characters", text(func(w *Work) *string { return &w.By }, length(1, 200), oneLine)),
	may("year", "a year from 1900 to 2100", readInt(func(w *Work) *int { return &w.Year }, 1900, 2100)),
}

var boardFields = []field[Diagram]{
	must("boxes", "a list of boxes, each with id, part and label", groups(func(d *Diagram) *[]DiagramBox { return &d.Boxes }, maxItems, "boxes", boxFields)),
	may("arrows", "a list of arrows, each with from and to", groups(func(d *Diagram) *[]DiagramArrow { return &d.Arrows }, 2*maxItems, "arrows", arrowFields)),
}

var boxFields = []field[DiagramBox]{
	must("id", "a name in kebab-case of at most 40 characters", text(func(b *DiagramBox) *string { return &b.ID }, length(1, 40), kebabCase)),
	must("part", "client, service, queue, stream, database, feature-store, model, cache, batch-job or human-review",
		text(func(b *DiagramBox) *string { return &b.Part }, oneOf(PartIDs))),
	must("label", "at most 60 characters", text(func(b *DiagramBox) *string { return &b.Label }, length(1, 60), printable)),
	may("column", "a number from 1 to 12", readInt(func(b *DiagramBox) *int { return &b.Column }, 1, 12)),
	may("row", "a number from 1 to 12", readInt(func(b *DiagramBox) *int { return &b.Row }, 1, 12)),
}

var arrowFields = []field[DiagramArrow]{
	must("from", wantReference, text(func(a *DiagramArrow) *string { return &a.From }, length(1, 40))),
	must("to", wantReference, text(func(a *DiagramArrow) *string { return &a.To }, length(1, 40))),
	may("label", "at most 40 characters on one line", text(func(a *DiagramArrow) *string { return &a.Label }, length(1, 40), oneLine)),
}
