package question

import (
	"fmt"
	"math"
)

// Tolerance is how far a figure may lie from its formula: 5 %, so that 11,574
// may be written as 11.6k and nothing worse.
const Tolerance = 0.05

// Figure is one number of the system.
type Figure struct {
	// Name is in snake_case, so that formulas can use it.
	Name string `yaml:"name" json:"name" jsonschema:"minLength=1,maxLength=40,pattern=^[a-z][a-z0-9_]*$"`
	// Is is the value: a number, which may end in k, M, B or T.
	Is float64 `yaml:"is" json:"is" jsonschema:"oneof_type=number;string"`
	// Unit says what is counted, such as "requests/s".
	Unit string `yaml:"unit" json:"unit" jsonschema:"minLength=1,maxLength=60"`
	// From is the formula by which the figure follows from those before it,
	// such as "daily_loads / 86400". A figure without one is given.
	From string `yaml:"from,omitempty" json:"from,omitempty" jsonschema:"maxLength=200"`
}

// Figure returns the figure of that name, and whether there is one.
func (q Question) Figure(name string) (Figure, bool) {
	for _, f := range q.Figures {
		if f.Name == name {
			return f, true
		}
	}
	return Figure{}, false
}

// agrees says what is wrong with a figure, given those before it, or "".
func (f Figure) agrees(before map[string]float64) string {
	if _, taken := before[f.Name]; taken {
		return fmt.Sprintf("%s is here a second time", f.Name)
	}
	if f.From == "" {
		return ""
	}
	worked, err := evaluate(f.From, before)
	if err != nil {
		return err.Error()
	}
	if math.Abs(f.Is-worked) > Tolerance*math.Abs(worked) {
		return fmt.Sprintf("%s is %s, but %s makes %s", f.Name, plain(f.Is), f.From, plain(worked))
	}
	return ""
}

// plain writes a number without an exponent and without false precision.
func plain(n float64) string {
	if math.Abs(n) >= 1000 && math.Abs(n) < 1e15 {
		return fmt.Sprintf("%.0f", n)
	}
	return fmt.Sprintf("%.4g", n)
}
