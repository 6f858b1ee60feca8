package question

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestFormulas(t *testing.T) {
	known := map[string]float64{"users": 100e6, "loads": 10, "a_1": 2}
	cases := map[string]float64{
		"users * loads / 86400": 1e9 / 86400,
		"2 + 3*4":               14,
		"(2+3) * 4":             20,
		"10 - 4 - 3":            3,
		"64 / 4 / 2":            8,
		"1.5k + 2M":             2_001_500,
		"2B/1T":                 0.002,
		"a_1*a_1":               4,
		"((((7))))":             7,
		"0.5":                   0.5,
	}
	for formula, want := range cases {
		got, err := evaluate(formula, known)
		if err != nil || math.Abs(got-want) > 1e-9*math.Abs(want) {
			t.Errorf("%s is %v (%v), want %v", formula, got, err, want)
		}
	}
	wrong := map[string]string{
		"":                       "lacks a number",
		"users +":                "lacks a number",
		"(users":                 "closing bracket",
		"users users":            `from "users" on`,
		"viewers * 2":            "names viewers",
		"1 / 0":                  "divides by nothing",
		"1 / (loads - 10)":       "divides by nothing",
		"2 ** 3":                 "lacks a number",
		"1e400":                  "names 1e400",
		strings.Repeat("(", 100): "more than 20 brackets",
		"Inf":                    "names Inf",
		"0x10p3":                 "names 0x10p3",
		"-loads":                 "lacks a number",
	}
	for formula, want := range wrong {
		if got, err := evaluate(formula, known); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q is %v (%v), want an error that says %q", formula, got, err, want)
		}
	}
}

// TestFormulasAreWorkedOutAsArithmeticIs compares with the sums that the
// formula was written from.
func TestFormulasAreWorkedOutAsArithmeticIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		total := 0.0
		for i := range rapid.IntRange(1, 8).Draw(t, "products") {
			product := 1.0
			if i > 0 {
				text.WriteString(" + ")
			}
			for j := range rapid.IntRange(1, 4).Draw(t, "factors") {
				n := rapid.IntRange(1, 999).Draw(t, "factor")
				switch {
				case j == 0:
					product = float64(n)
				case rapid.Bool().Draw(t, "divide"):
					product /= float64(n)
					text.WriteString(" / ")
				default:
					product *= float64(n)
					text.WriteString("*")
				}
				fmt.Fprint(&text, n)
			}
			total += product
		}
		got, err := evaluate(text.String(), nil)
		if err != nil || math.Abs(got-total) > 1e-9*total {
			t.Fatalf("%s is %v (%v), want %v", text.String(), got, err, total)
		}
	})
}

func FuzzFormula(f *testing.F) {
	for _, s := range []string{"a*b/86400", "((a))", "1k+", "a b", ")(", "1e308*1e308", "", "\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, formula string) {
		if n, err := evaluate(formula, map[string]float64{"a": 2, "b": 0}); err == nil && (math.IsNaN(n) || math.IsInf(n, 0)) {
			t.Fatalf("%q is %v", formula, n)
		}
	})
}

func TestFiguresMustAgreeWithTheirFormula(t *testing.T) {
	figures := func(qps string) string {
		return sample + "figures:\n  - {name: daily, is: 1B, unit: a day}\n  - {name: qps, is: " + qps + ", unit: a second, from: daily / 86400}\n"
	}
	for _, qps := range []string{"11574", "11.6k", "11000", "12100"} { // within 5 %
		got, problems := Parse("toast.yaml", []byte(figures(qps)))
		if len(problems) > 0 || len(got) != 1 || len(got[0].Figures) != 2 {
			t.Errorf("%s: %v", qps, problems)
		}
	}
	for _, qps := range []string{"10900", "12.2k", "1M", "0", "-11574"} {
		got, problems := Parse("toast.yaml", []byte(figures(qps)))
		if len(problems) != 1 || problems[0].Line != 7 || !strings.Contains(problems[0].Message, "daily / 86400 makes 11574") {
			t.Errorf("%s: %v", qps, problems)
		}
		if len(got) != 1 || len(got[0].Figures) != 1 {
			t.Errorf("%s: the question or its other figure is lost: %v", qps, got)
		}
	}
}
