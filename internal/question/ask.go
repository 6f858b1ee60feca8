package question

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Answer is a prepared answer that fits what was asked.
type Answer struct {
	Clarification
	// Score says how well it fits, from 0 to 1.
	Score float64
}

// How much a word counts, by where it stands, and how much of what was asked an
// answer must account for to fit at all.
const (
	weightAsked  = 1.0 // in the question, in other words or other wordings
	weightAnswer = 0.35
	leastScore   = 0.2
)

// Ask returns the prepared answers that fit a question as somebody types it,
// the best first. Typing errors, other forms of a word, half-typed last words
// and synonyms of the field are understood. None fits when the candidate had
// better make an assumption.
func (q Question) Ask(words string) []Answer {
	ix := newAskIndex(q.Clarify)
	wanted := ix.understand(words)
	var all float64
	for _, w := range wanted {
		all += w.weight
	}
	if all == 0 {
		return nil
	}
	var found []Answer
	for i, c := range q.Clarify {
		var score float64
		for _, w := range wanted {
			score += w.weight * w.in(ix.docs[i])
		}
		if score /= all; score >= leastScore {
			found = append(found, Answer{c, score})
		}
	}
	slices.SortStableFunc(found, func(a, b Answer) int { return cmp.Compare(b.Score, a.Score) })
	return found
}

// askIndex knows which terms, stems and meanings, the prepared questions use.
type askIndex struct {
	docs  []map[string]float64 // for each question: term → weight
	count map[string]int       // term → number of questions that ask with it
	terms []string             // the stems of all questions, sorted
}

func newAskIndex(clarify []Clarification) *askIndex {
	ix := &askIndex{count: map[string]int{}}
	known := map[string]bool{}
	for _, c := range clarify {
		doc := map[string]float64{}
		put := func(text string, weight float64) {
			for _, term := range termsOf(text) {
				doc[term] = max(doc[term], weight)
			}
		}
		put(c.Ask, weightAsked)
		for _, s := range append(slices.Clone(c.Also), c.Words...) {
			put(s, weightAsked)
		}
		put(c.Answer, weightAnswer)
		for term, weight := range doc {
			if weight == weightAsked {
				ix.count[term]++
			}
			if term[0] != '=' {
				known[term] = true
			}
		}
		ix.docs = append(ix.docs, doc)
	}
	for term := range known {
		ix.terms = append(ix.terms, term)
	}
	slices.Sort(ix.terms)
	return ix
}

// termsOf are the stems of the words that say something, and the meanings.
func termsOf(text string) []string {
	var stems, terms []string
	for _, w := range wordsOf(text) {
		s := stem(w)
		stems = append(stems, s)
		if !idle[w] {
			terms = append(terms, s)
		}
	}
	for _, m := range meaningsIn(stems) {
		terms = append(terms, m.meaning)
	}
	return terms
}

// weight is how much a term tells: the fewer questions ask with it, the more.
func (ix *askIndex) weight(term string) float64 {
	return math.Log(1 + float64(len(ix.docs))/float64(1+ix.count[term]))
}

// way is a term that may have been meant, and how sure that is, up to 1.
type way struct {
	term   string
	surety float64
}

// wantedTerm is a word or an idea of what was asked.
type wantedTerm struct {
	weight float64
	ways   []way
}

// in is how well the term is found in a prepared question.
func (w wantedTerm) in(doc map[string]float64) float64 {
	var best float64
	for _, way := range w.ways {
		best = max(best, way.surety*doc[way.term])
	}
	return best
}

const (
	// longestAsk bounds the words that are looked at; nobody asks longer.
	longestAsk = 60
	// unknownWeight is what a word counts that no question uses: it makes
	// every answer fit a little less.
	unknownWeight = 0.6
	// meaningWeight lets a synonym outweigh a word that happens to recur.
	meaningWeight = 1.4
	// relatedSurety is for a meaning that only stands in for another.
	relatedSurety = 0.6
)

// understand turns what was typed into terms of the prepared questions.
func (ix *askIndex) understand(text string) []wantedTerm {
	words := wordsOf(text)
	words = words[:min(len(words), longestAsk)]
	typing := text != "" && !strings.HasSuffix(text, " ") && !strings.HasSuffix(text, "?")
	var wanted []wantedTerm
	seen := map[string]bool{}
	stems, surety := make([]string, len(words)), make([]float64, len(words))
	for i, w := range words {
		ways := ix.ways(w, typing && i == len(words)-1)
		stems[i], surety[i] = stem(w), 1
		if len(ways) > 0 {
			stems[i], surety[i] = ways[0].term, ways[0].surety
		}
		if idle[w] || seen[stems[i]] {
			continue
		}
		seen[stems[i]] = true
		wanted = append(wanted, wantedTerm{ix.weightOf(ways), ways})
	}
	for _, m := range meaningsIn(stems) {
		sure := slices.Min(surety[m.at : m.at+m.length])
		if ix.count[m.meaning] == 0 {
			m.meaning, sure = related[m.meaning], sure*relatedSurety
		}
		if ix.count[m.meaning] > 0 && !seen[m.meaning] {
			seen[m.meaning] = true
			wanted = append(wanted, wantedTerm{meaningWeight * ix.weight(m.meaning), []way{{m.meaning, sure}}})
		}
	}
	return wanted
}

// weightOf is the weight of the likeliest way that a question asks with.
func (ix *askIndex) weightOf(ways []way) float64 {
	for _, w := range ways {
		if ix.count[w.term] > 0 {
			return ix.weight(w.term)
		}
	}
	return unknownWeight
}

// ways are the terms that may be meant by a typed word, the likeliest first:
// its own stem if that is known, else what differs by a typing error, and, for
// the word that is being typed, what begins like it.
func (ix *askIndex) ways(word string, typing bool) []way {
	typed := stem(word)
	var ways []way
	_, asked := slices.BinarySearch(ix.terms, typed)
	_, known := slices.BinarySearch(phraseStems, typed)
	if asked || known {
		ways = append(ways, way{typed, 1})
	}
	allowed := errorsAllowed(typed)
	consider := func(term string) {
		if typing && len(word) >= 3 && term != typed && strings.HasPrefix(term, word) {
			ways = append(ways, way{term, 0.85})
			return
		}
		apart := len(term) - len(typed)
		if asked || known || allowed == 0 || apart > allowed || -apart > allowed || term[0] != typed[0] {
			return
		}
		if d := distance(typed, term); d <= allowed {
			ways = append(ways, way{term, 0.95 - 0.15*float64(d)})
		}
	}
	for _, term := range ix.terms {
		consider(term)
	}
	for _, term := range phraseStems {
		consider(term)
	}
	slices.SortStableFunc(ways, func(a, b way) int { return cmp.Compare(b.surety, a.surety) })
	return ways
}

// phraseStems are the stems that phrases of the field are made of, sorted.
var phraseStems = sortedPhraseStems()

func sortedPhraseStems() []string {
	var all []string
	for _, list := range phrases {
		for _, p := range list {
			all = append(all, p.stems...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// errorsAllowed is how many typing errors a word may have.
func errorsAllowed(word string) int {
	switch n := len(word); {
	case n < 5:
		return 0
	case n < 8:
		return 1
	}
	return 2
}
