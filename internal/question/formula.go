package question

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// evaluate works a formula out: numbers, which may end in k, M, B or T, names of
// figures, + - * / and brackets.
func evaluate(formula string, values map[string]float64) (float64, error) {
	f := &formulaReader{text: formula, values: values}
	n, err := f.sum()
	switch {
	case err != nil:
		return 0, err
	case f.next() != 0:
		return 0, fmt.Errorf("the formula %q cannot be read from %q on", formula, clip(f.text[f.at:], 20))
	case math.IsNaN(n) || math.IsInf(n, 0):
		return 0, fmt.Errorf("the formula %q divides by nothing or grows beyond all numbers", formula)
	}
	return n, nil
}

// formulaReader reads a formula from left to right.
type formulaReader struct {
	text   string
	at     int
	depth  int
	values map[string]float64
}

// next is the next character that is no space, or 0 at the end.
func (f *formulaReader) next() byte {
	for f.at < len(f.text) && f.text[f.at] == ' ' {
		f.at++
	}
	if f.at == len(f.text) {
		return 0
	}
	return f.text[f.at]
}

func (f *formulaReader) sum() (float64, error) {
	left, err := f.product()
	for err == nil && (f.next() == '+' || f.next() == '-') {
		sign := f.text[f.at]
		f.at++
		var right float64
		right, err = f.product()
		if sign == '-' {
			right = -right
		}
		left += right
	}
	return left, err
}

func (f *formulaReader) product() (float64, error) {
	left, err := f.term()
	for err == nil && (f.next() == '*' || f.next() == '/') {
		divide := f.text[f.at] == '/'
		f.at++
		var right float64
		right, err = f.term()
		if divide {
			left /= right
		} else {
			left *= right
		}
	}
	return left, err
}

// maxDepth is more brackets than any formula needs.
const maxDepth = 20

func (f *formulaReader) term() (float64, error) {
	if f.next() == '(' {
		if f.depth++; f.depth > maxDepth {
			return 0, fmt.Errorf("the formula has more than %d brackets in brackets", maxDepth)
		}
		f.at++
		n, err := f.sum()
		if err == nil && f.next() != ')' {
			return 0, fmt.Errorf("the formula %q lacks a closing bracket", f.text)
		}
		f.at++
		f.depth--
		return n, err
	}
	start := f.at
	for f.at < len(f.text) && wordByte(f.text[f.at]) {
		f.at++
	}
	word := f.text[start:f.at]
	if word == "" {
		return 0, fmt.Errorf("the formula %q lacks a number or a name", f.text)
	}
	if n, ok := f.values[word]; ok {
		return n, nil
	}
	if n, ok := number(word); ok {
		return n, nil
	}
	return 0, fmt.Errorf("the formula names %s, which no figure before it is called", word)
}

func wordByte(c byte) bool {
	return c == '_' || c == '.' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// scales are what a letter after a number stands for.
var scales = map[byte]float64{'k': 1e3, 'M': 1e6, 'B': 1e9, 'T': 1e12}

// number reads a finite number that may end in k, M, B or T.
func number(text string) (float64, bool) {
	scale := 1.0
	if text != "" && scales[text[len(text)-1]] > 0 {
		scale = scales[text[len(text)-1]]
		text = text[:len(text)-1]
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(text, "_", ""), 64)
	if err != nil || strings.ContainsAny(text, "xXnN") || math.IsInf(n*scale, 0) { // no hexadecimals, no Inf, no NaN
		return 0, false
	}
	return n * scale, true
}
