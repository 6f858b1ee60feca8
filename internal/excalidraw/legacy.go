package excalidraw

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"talkthrough/internal/board"
)

// legacyKeys are the keys of older Excalidraws that are turned into others;
// they are not kept beside those: what they say would come back on reading.
var legacyKeys = []string{"strokeSharpness", "boundElementIds", "font", "lastCommittedPoint"}

// modernised turns what older Excalidraws wrote into today's keys.
func modernised(members []member) []member {
	kind, _ := textOf(lookUp(members, "type"))
	old := kind == "draw" || slices.ContainsFunc(members, func(m member) bool { return slices.Contains(legacyKeys, m.Key) })
	if !old {
		return members
	}
	out := slices.DeleteFunc(slices.Clone(members), func(m member) bool { return slices.Contains(legacyKeys, m.Key) })
	put := func(key string, value json.RawMessage) {
		out = slices.DeleteFunc(out, func(m member) bool { return m.Key == key })
		out = append(out, member{Key: key, Value: value})
	}
	if kind == "draw" {
		kind = string(board.Line)
		put("type", quoted(kind))
	}
	if sharpness, _ := textOf(lookUp(members, "strokeSharpness")); sharpness == "round" && isNull(lookUp(members, "roundness")) {
		put("roundness", roundnessOf(kind))
	}
	if refs, ok := refsOf(lookUp(members, "boundElementIds")); ok && emptyList(lookUp(members, "boundElements")) {
		put("boundElements", refs)
	}
	if size, family, ok := fontOf(lookUp(members, "font")); ok {
		if isNull(lookUp(members, "fontSize")) {
			put("fontSize", size)
		}
		if isNull(lookUp(members, "fontFamily")) {
			put("fontFamily", family)
		}
	}
	return out
}

// roundnessOf is what round strokes of the kind have become.
func roundnessOf(kind string) json.RawMessage {
	switch kind {
	case "rectangle", "image", "embeddable", "iframe":
		return json.RawMessage(`{"type":1}`)
	}
	return json.RawMessage(`{"type":2}`)
}

// refsOf turns a list of arrows' ids into back references.
func refsOf(ids json.RawMessage) (refs json.RawMessage, ok bool) {
	var items []json.RawMessage
	for _, item := range values(ids) {
		id, ok := textOf(item)
		if !ok {
			return nil, false
		}
		items = append(items, object([]member{{Key: "id", Value: quoted(id)}, {Key: "type", Value: quoted(string(board.Arrow))}}))
	}
	return list(items), len(items) > 0
}

func emptyList(raw json.RawMessage) bool {
	for range values(raw) {
		return false
	}
	return true
}

// families are Excalidraw's numbers of the fonts by their names.
var families = map[string]string{
	"Virgil": "1", "Helvetica": "2", "Cascadia": "3", "Excalifont": "5", "Nunito": "6",
	"Lilita One": "7", "Comic Shanns": "8", "Liberation Sans": "9", "Assistant": "10",
}

// fontOf takes "20px Virgil" apart.
func fontOf(raw json.RawMessage) (size, family json.RawMessage, ok bool) {
	font, ok := textOf(raw)
	if !ok {
		return nil, nil, false
	}
	pixels, name, _ := strings.Cut(font, " ")
	n, err := strconv.ParseFloat(strings.TrimSuffix(pixels, "px"), 64)
	if err != nil || !(n > 0) || n > maxCoordinate {
		return nil, nil, false
	}
	number := families[strings.TrimSpace(name)]
	if number == "" {
		number = "5"
	}
	return strconv.AppendFloat(nil, n, 'f', -1, 64), json.RawMessage(number), true
}
