package question

// Levels are the levels of a candidate as packs write them, lowest first.
var Levels = []string{"junior", "senior", "staff"}

// PhaseIDs are the phases of an interview as packs write them, in order. They
// are those of the package interview.
var PhaseIDs = []string{"clarify", "task", "architecture", "data", "features", "model", "experiment", "deploy"}

// Clarification is a question that a candidate may ask, and what the
// interviewer answers.
type Clarification struct {
	// ID names it within its question, in kebab-case.
	ID string `yaml:"id,omitempty" json:"id,omitempty" jsonschema:"maxLength=60,pattern=^[a-z0-9]+(-[a-z0-9]+)*$"`
	// Ask is the question in the words of a good candidate.
	Ask string `yaml:"ask" json:"ask" jsonschema:"minLength=3,maxLength=300"`
	// Also are other ways of putting it; they are searched like Ask.
	Also []string `yaml:"also,omitempty" json:"also,omitempty"`
	// Words are single words or short terms that point here, such as DAU.
	Words []string `yaml:"words,omitempty" json:"words,omitempty"`
	// Answer is what the interviewer says.
	Answer string `yaml:"answer" json:"answer" jsonschema:"minLength=2,maxLength=600"`
	// Level is the level from which up a candidate is expected to ask this;
	// empty means all.
	Level string `yaml:"level,omitempty" json:"level,omitempty" jsonschema:"enum=junior,enum=senior,enum=staff"`
}

// Outline is what a strong answer to one phase says, at each level. A higher
// level says what the lower ones say too, so its points are only what it adds.
type Outline struct {
	// Junior is what every strong answer has.
	Junior []string `yaml:"junior,omitempty" json:"junior,omitempty"`
	// Senior is what a senior engineer adds.
	Senior []string `yaml:"senior,omitempty" json:"senior,omitempty"`
	// Staff is what a staff engineer adds.
	Staff []string `yaml:"staff,omitempty" json:"staff,omitempty"`
}

// Outlines hold an Outline for each phase of the interview.
type Outlines struct {
	// Clarify is the business problem and the clarifying questions.
	Clarify Outline `yaml:"clarify,omitempty" json:"clarify,omitzero"`
	// Task is what is learned, and how success is measured.
	Task Outline `yaml:"task,omitempty" json:"task,omitzero"`
	// Architecture is the whole flow in one picture.
	Architecture Outline `yaml:"architecture,omitempty" json:"architecture,omitzero"`
	// Data is sources, labels, cleaning and splits.
	Data Outline `yaml:"data,omitempty" json:"data,omitzero"`
	// Features is what the model sees, how encoded, how fresh.
	Features Outline `yaml:"features,omitempty" json:"features,omitzero"`
	// Model is a baseline, then the architecture, the loss and the trade-offs.
	Model Outline `yaml:"model,omitempty" json:"model,omitzero"`
	// Experiment is offline evaluation and the A/B test.
	Experiment Outline `yaml:"experiment,omitempty" json:"experiment,omitzero"`
	// Deploy is serving, monitoring, retraining, and what happens in failure.
	Deploy Outline `yaml:"deploy,omitempty" json:"deploy,omitzero"`
}

// Of returns the outline of the phase with that id, an empty one if there is no
// such phase.
func (o Outlines) Of(phase string) Outline {
	switch phase {
	case "clarify":
		return o.Clarify
	case "task":
		return o.Task
	case "architecture":
		return o.Architecture
	case "data":
		return o.Data
	case "features":
		return o.Features
	case "model":
		return o.Model
	case "experiment":
		return o.Experiment
	case "deploy":
		return o.Deploy
	}
	return Outline{}
}

// At returns the points that a level adds, nil if there is no such level.
func (o Outline) At(level string) []string {
	switch level {
	case "junior":
		return o.Junior
	case "senior":
		return o.Senior
	case "staff":
		return o.Staff
	}
	return nil
}

// Metrics are what the system is judged by.
type Metrics struct {
	// Offline ones are computed from logs before anybody sees the model.
	Offline []Metric `yaml:"offline,omitempty" json:"offline,omitempty"`
	// Online ones decide the experiment.
	Online []Metric `yaml:"online,omitempty" json:"online,omitempty"`
	// Guardrail ones must not get worse.
	Guardrail []Metric `yaml:"guardrail,omitempty" json:"guardrail,omitempty"`
}

// Metric is one measure.
type Metric struct {
	// Name is what it is called.
	Name string `yaml:"name" json:"name" jsonschema:"minLength=2,maxLength=100"`
	// Why says how it is measured and what it is good for.
	Why string `yaml:"why" json:"why" jsonschema:"minLength=3,maxLength=400"`
}

// Data says where data comes from.
type Data struct {
	// Sources are where the examples and features come from.
	Sources []string `yaml:"sources,omitempty" json:"sources,omitempty"`
	// Labels are where the truth comes from, and what is wrong with it.
	Labels []string `yaml:"labels,omitempty" json:"labels,omitempty"`
}

// Curveball is something the interviewer throws in: pushback or a new fact.
type Curveball struct {
	// Phases are the ids of the phases that it fits.
	Phases []string `yaml:"phases" json:"phases" jsonschema:"minItems=1,enum=clarify,enum=task,enum=architecture,enum=data,enum=features,enum=model,enum=experiment,enum=deploy"`
	// Level is the level from which up it is fair.
	Level string `yaml:"level" json:"level" jsonschema:"enum=junior,enum=senior,enum=staff"`
	// Say is what the interviewer says, word for word.
	Say string `yaml:"say" json:"say" jsonschema:"minLength=3,maxLength=600"`
	// Good lists what a good reaction contains.
	Good []string `yaml:"good" json:"good" jsonschema:"minItems=1"`
}

// Variant is the question with one constraint changed, for the second time
// somebody practises it.
type Variant struct {
	// Title is one line.
	Title string `yaml:"title" json:"title" jsonschema:"minLength=3,maxLength=100"`
	// Change names the constraint that is different.
	Change string `yaml:"change" json:"change" jsonschema:"minLength=3,maxLength=400"`
	// Prompt is what the interviewer says instead.
	Prompt string `yaml:"prompt" json:"prompt" jsonschema:"minLength=40,maxLength=4000"`
}

// Work is a published piece worth reading.
type Work struct {
	// Title is the exact title.
	Title string `yaml:"title" json:"title" jsonschema:"minLength=3,maxLength=250"`
	// By names the authors, or the venue or firm that published it.
	By string `yaml:"by,omitempty" json:"by,omitempty" jsonschema:"maxLength=200"`
	// Year is the year of publication; 0 when it is not known.
	Year int `yaml:"year,omitempty" json:"year,omitempty" jsonschema:"minimum=1900,maximum=2100"`
}
