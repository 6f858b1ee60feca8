// Package questions holds the questions that come with the program, one YAML
// file each, named by the question's id. README.md says how a file is written.
package questions

import "embed"

// FS holds the built-in questions as *.yaml files at its top level, and their
// deck of curveballs, curveballs.yaml.
//
//go:embed *.yaml
var FS embed.FS

// Schema is the JSON Schema of such files, for editors.
//
//go:embed schema.json
var Schema []byte
