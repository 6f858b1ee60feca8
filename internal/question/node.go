package question

import (
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"
)

// follow returns what an alias stands for, on the line of the alias, and any
// other node as it is. It goes one step only, so a file that refers to itself
// does no harm.
func follow(node *yaml.Node) *yaml.Node {
	if node.Kind != yaml.AliasNode || node.Alias == nil {
		return node
	}
	target := *node.Alias
	target.Line = node.Line
	return &target
}

// valueOf returns the value of a mapping's first field of that name, or nil.
func valueOf(mapping *yaml.Node, name string) *yaml.Node {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if key := follow(mapping.Content[i]); key.Kind == yaml.ScalarNode && key.Value == name {
			return follow(mapping.Content[i+1])
		}
	}
	return nil
}

// kindOf says in everyday words what a node is.
func kindOf(node *yaml.Node) string {
	switch node.Kind {
	case yaml.MappingNode:
		return "a group of fields"
	case yaml.SequenceNode:
		return "a list"
	}
	switch node.Tag {
	case "!!str":
		return "text"
	case "!!null":
		return "empty"
	case "!!int", "!!float":
		return "a number, not text in quotes"
	case "!!bool":
		return "true or false, not text in quotes"
	case "!!timestamp":
		return "a date, not text in quotes"
	}
	return "of a kind that YAML does not name"
}

// shown returns a field's name fit for a message: short and on one line.
func shown(key *yaml.Node) string {
	if key.Kind != yaml.ScalarNode {
		return "?"
	}
	const limit = 40
	name := strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return '?'
	}, key.Value[:min(len(key.Value), 4*limit)])
	return clip(name, limit)
}
