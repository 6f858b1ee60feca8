package question

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"testing"

	"github.com/invopop/jsonschema"
)

var update = flag.Bool("update", false, "write questions/schema.json anew")

// schemaShapes holds the two shapes of a file for the schema.
type schemaShapes struct {
	One     Question      `yaml:"one"`
	Several schemaSeveral `yaml:"several"`
}

// schemaSeveral is a file with more than one question, or with a deck.
type schemaSeveral struct {
	Questions []Question  `yaml:"questions,omitempty"`
	Deck      []Curveball `yaml:"deck,omitempty"`
}

// schema describes packs to editors, made from the Go types and their comments.
func schema(t *testing.T) []byte {
	t.Helper()
	r := jsonschema.Reflector{FieldNameTag: "yaml", Anonymous: true}
	if err := r.AddGoComments("talkthrough/internal/question", "."); err != nil {
		t.Fatal(err)
	}
	defs := r.Reflect(&schemaShapes{}).Definitions
	delete(defs, "schemaShapes")
	defs["Several"] = defs["schemaSeveral"]
	delete(defs, "schemaSeveral")
	defs["Several"].Description = "Several questions in one file, or curveballs that fit any question."
	s := jsonschema.Schema{
		Version: jsonschema.Version, Title: "A question pack of Talkthrough",
		If:   &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Required: []string{"questions"}}, {Required: []string{"deck"}}}},
		Then: &jsonschema.Schema{Ref: "#/$defs/Several"}, Else: &jsonschema.Schema{Ref: "#/$defs/Question"},
		Definitions: defs,
	}
	data, err := json.MarshalIndent(&s, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(bytes.ReplaceAll(data, []byte(`\n`), []byte(" ")), '\n')
}

func TestSchemaIsUpToDate(t *testing.T) {
	const path = "../../questions/schema.json"
	want := schema(t)
	if *update {
		if err := os.WriteFile(path, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what the types say; go test ./internal/question -run TestSchemaIsUpToDate -update writes it", path)
	}
}
