package question

// PartIDs are the parts that a box of a Diagram can be drawn as. They are those
// of the whiteboard's palette.
var PartIDs = []string{
	"client", "service", "queue", "stream", "database",
	"feature-store", "model", "cache", "batch-job", "human-review",
}

// Diagram is a drawing written by hand as boxes and arrows.
type Diagram struct {
	// Boxes are the parts of the system.
	Boxes []DiagramBox `yaml:"boxes,omitempty" json:"boxes,omitempty"`
	// Arrows lead from box to box.
	Arrows []DiagramArrow `yaml:"arrows,omitempty" json:"arrows,omitempty"`
}

// DiagramBox is one part of the system.
type DiagramBox struct {
	// ID is a name in kebab-case for the arrows to refer to.
	ID string `yaml:"id" json:"id" jsonschema:"minLength=1,maxLength=40,pattern=^[a-z0-9]+(-[a-z0-9]+)*$"`
	// Part is what it is drawn as.
	Part string `yaml:"part" json:"part" jsonschema:"enum=client,enum=service,enum=queue,enum=stream,enum=database,enum=feature-store,enum=model,enum=cache,enum=batch-job,enum=human-review"`
	// Label is the text in it.
	Label string `yaml:"label" json:"label" jsonschema:"minLength=1,maxLength=60"`
	// Column counts from 1 at the left. Where no box has a place, all are laid
	// out by their arrows.
	Column int `yaml:"column,omitempty" json:"column,omitempty" jsonschema:"minimum=1,maximum=12"`
	// Row counts from 1 at the top.
	Row int `yaml:"row,omitempty" json:"row,omitempty" jsonschema:"minimum=1,maximum=12"`
}

// DiagramArrow leads from one box to another.
type DiagramArrow struct {
	// From is the id of the box where it starts.
	From string `yaml:"from" json:"from"`
	// To is the id of the box where it ends.
	To string `yaml:"to" json:"to"`
	// Label is the text on it.
	Label string `yaml:"label,omitempty" json:"label,omitempty" jsonschema:"maxLength=40"`
}
