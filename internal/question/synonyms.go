package question

import (
	"maps"
	"slices"
)

// meanings are the ideas of the field and the ways of putting them. Two texts
// that use phrases of one line mean the same by them.
var meanings = map[string][]string{
	"users": {
		"dau", "mau", "wau", "daily active", "monthly active", "active users", "daily users", "how many users",
		"how many people", "how many customers", "how many members", "how many viewers", "how many listeners",
		"number of users", "who are the users", "end user", "end users", "user base", "userbase", "audience size", "how big", "user count", "scale",
	},
	"load": {
		"qps", "rps", "tps", "traffic", "throughput", "requests per second", "queries per second", "request rate",
		"peak", "load", "volume", "how many requests", "requests a day", "per second", "how often", "how busy", "scale",
	},
	"latency": {
		"latency", "timeout", "sla", "slo", "p99", "p95", "how fast", "how quick", "how quickly", "response time", "respond",
		"milliseconds", "ms", "real time budget", "time budget", "deadline", "turnaround", "how long does it take",
		"how long may", "how long can", "speed", "time limit", "synchronous", "ttft",
	},
	"goal": {
		"goal", "objective", "kpi", "north star", "success", "optimise", "optimize", "optimising for", "optimizing for",
		"business goal", "target metric", "what metric", "which metric", "success metric", "care about", "trying to achieve",
		"why are we", "maximise", "maximize", "business objective", "purpose", "retention", "engagement",
	},
	"labels": {
		"label", "labels", "labelled", "labeled", "annotation", "annotated", "ground truth", "truth", "training data",
		"supervision", "golden set", "annotators", "raters", "tagged", "training examples", "gold",
	},
	"signals": {
		"feedback", "signal", "signals", "log", "logs", "logged", "events", "telemetry", "interactions", "clicks", "likes",
		"implicit", "explicit", "tracking", "behaviour", "behavior", "history",
	},
	"cost": {
		"budget", "cost", "costs", "money", "hardware", "gpu", "gpus", "machines", "compute", "spend", "expensive", "infra",
		"infrastructure", "resources", "cheap",
	},
	"coldstart": {
		"cold start", "coldstart", "new user", "new users", "brand new", "newcomer", "newcomers", "new item", "new items",
		"first time", "no history", "just installed", "just joined", "just signed up", "signup", "sign up", "fresh accounts",
	},
	"items": {
		"catalogue", "catalog", "corpus", "inventory", "library", "how many items", "number of items", "how many videos",
		"candidate pool", "choose from", "pick from", "item count", "how many candidates", "pool",
	},
	"freshness": {
		"fresh", "freshness", "real time", "realtime", "streaming", "batch", "how often updated", "how current", "stale",
		"up to date", "update frequency", "refresh", "retrain", "daily batch", "online learning", "recency", "near real time",
	},
	"safety": {
		"safety", "moderation", "moderated", "harmful", "policy", "policies", "abuse", "abusive", "bad content", "integrity",
		"toxic", "toxicity", "inappropriate", "illegal", "trust and safety", "nsfw", "nudity", "hate", "filter out", "filtered", "blocklist", "borderline", "unsafe", "guardrail",
	},
	"privacy": {
		"privacy", "pii", "gdpr", "personal data", "consent", "sensitive data", "personal information", "anonymise",
		"anonymize", "data protection", "delete", "deletion", "retention policy", "private",
	},
	"ads": {"ads", "ad", "advert", "adverts", "advertisement", "advertising", "sponsored", "promoted", "monetisation", "monetization", "paid"},
	"device": {
		"device", "devices", "on device", "phone", "phones", "mobile", "android", "ios", "iphone", "handset", "platform",
		"platforms", "desktop", "web", "client side", "edge", "offline", "hardware tier",
	},
	"language": {"language", "languages", "multilingual", "locale", "locales", "english only", "english", "translate", "which countries", "multi language"},
	"region":   {"country", "countries", "region", "regions", "geography", "market", "markets", "global", "worldwide", "jurisdiction", "which markets"},
	"human": {
		"human", "humans", "reviewer", "reviewers", "moderator", "moderators", "analyst", "analysts", "human in the loop",
		"manual", "manually", "adjuster", "adjusters", "review capacity", "review team", "human review", "people checking",
	},
	"errors": {
		"false positive", "false positives", "false negative", "false negatives", "fp", "fn", "precision", "recall", "mistake",
		"mistakes", "wrong", "error", "errors", "worse", "cost of being wrong", "tolerance", "accuracy", "how accurate",
	},
	"rare": {"prevalence", "base rate", "imbalance", "imbalanced", "how common", "how rare", "how frequent", "class balance", "what share", "what fraction", "what percentage", "what percent"},
	"explain": {
		"explain", "explainable", "explainability", "explanation", "explanations", "interpretable", "interpretability", "reason code",
		"reason codes", "justify", "transparency",
	},
	"law": {"law", "legal", "regulation", "regulated", "regulator", "regulators", "regulatory", "compliance", "compliant", "audit", "audited"},
	"existing": {
		"existing", "current", "currently", "today", "baseline", "legacy", "already", "in place", "replace", "replacing",
		"right now", "at the moment", "so far", "in production", "status quo", "previous", "incumbent",
	},
	"fairness": {"fair", "fairness", "bias", "biased", "equity", "small creators", "discrimination", "protected", "demographic", "skin tone", "minorities"},
	"creators": {"creator", "creators", "uploader", "uploaders", "publisher", "publishers", "artist", "artists", "seller", "sellers", "channel", "channels", "author", "authors", "provider side"},
	"scope":    {"scope", "in scope", "out of scope", "exclude", "excluded", "cover", "covers", "focus", "handle", "support", "which part"},
	"input":    {"input", "inputs", "format", "formats", "modality", "modalities", "media type", "text only", "image", "images", "photo", "photos", "picture", "pictures", "audio", "attachments"},
	"length":   {"length", "duration", "how long is", "how long are", "short form", "long form", "minutes long", "size of", "typical length", "average length"},
	"surface":  {"surface", "where shown", "screen", "home page", "homepage", "tab", "feed", "which surface", "entry point"},
	"attack":   {"attacker", "attackers", "adversarial", "adversary", "adversaries", "fraudster", "fraudsters", "spam", "spammers", "bot", "bots", "gaming", "game the", "evade", "evasion", "brigading", "raid", "raids", "manipulation"},
	"appeal":   {"appeal", "appeals", "dispute", "disputes", "complain", "complaint", "complaints", "overturn", "contest"},
	"model":    {"model size", "base model", "which model", "pretrained", "pre trained", "foundation model", "parameters", "llm", "open source model", "checkpoint"},
	"action":   {"action", "actions", "outcome", "outcomes", "decision", "decisions", "what happens", "remove", "removed", "block", "blocked", "ban", "downstream", "consumer of", "consume", "consumes", "result used", "output"},
	"quality":  {"quality", "good enough", "quality bar", "acceptable", "threshold", "how good"},
	"growth":   {"growth", "grow", "growing", "next year", "future", "scale up", "ten times", "10x"},
	"season":   {"burst", "bursts", "spike", "spikes", "surge", "surges", "seasonal", "seasonality", "holiday", "storm", "release day", "peak season"},
	"labeldelay": {
		"label delay", "delayed labels", "how long until labels", "when do we know", "late labels", "feedback delay", "chargeback",
		"chargebacks", "arrive late", "how late", "find out",
	},
	"context":  {"context", "location", "gps", "time of day", "weather", "situation", "nearby", "distance", "radius"},
	"personal": {"personalised", "personalized", "personalise", "personalize", "personalisation", "personalization", "per user", "individual", "same for everyone", "everyone sees", "one chart", "tailored"},
}

// related are meanings that stand in for one that no prepared question has.
var related = map[string]string{
	"=users": "=load", "=load": "=users", "=growth": "=load", "=season": "=load", "=labeldelay": "=labels",
	"=law": "=explain", "=explain": "=law", "=attack": "=safety",
	"=region": "=language", "=language": "=region", "=device": "=surface", "=fairness": "=creators",
}

// phrase is a phrase of the table in stems, and what it means.
type phrase struct {
	stems   []string
	meaning string
}

// phrases holds the table by first stem.
var phrases = phrasesByStem()

func phrasesByStem() map[string][]phrase {
	byStem := map[string][]phrase{}
	for _, meaning := range slices.Sorted(maps.Keys(meanings)) { // in one order, so that equal scores stay equal
		for _, way := range meanings[meaning] {
			p := phrase{meaning: "=" + meaning}
			for _, w := range wordsOf(way) {
				p.stems = append(p.stems, stem(w))
			}
			byStem[p.stems[0]] = append(byStem[p.stems[0]], p)
		}
	}
	return byStem
}

// meant is a phrase found in a text.
type meant struct {
	meaning    string
	at, length int // its stems
}

// meaningsIn finds the phrases in a text.
func meaningsIn(stems []string) []meant {
	var found []meant
	for i, s := range stems {
		for _, p := range phrases[s] {
			if n := len(p.stems); i+n <= len(stems) && slices.Equal(p.stems, stems[i:i+n]) {
				found = append(found, meant{p.meaning, i, n})
			}
		}
	}
	return found
}
