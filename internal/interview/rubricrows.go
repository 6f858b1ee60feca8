package interview

// Rubric are the dimensions that an attempt is judged by: the five signals that
// interviewers write down, and three that run through all of them.
var Rubric = [DimensionCount]Dimension{
	{
		ID: "navigation", Name: "Problem navigation",
		About: "Whether a vague request becomes a problem with a goal, limits and a plan.",
		Rows: [4]Row{
			{
				"Starts on a design within the first minute.",
				"Says no goal that the system could be measured by.",
				"Asks nothing, or asks and does not use the answer.",
			},
			{
				"Asks a few questions that would suit any prompt.",
				"Takes the request word for word as the thing to build.",
				"Names a goal, but never comes back to it.",
			},
			{
				"States who uses it, what for, how many, how fast, and what it may cost.",
				"Writes assumptions down and says that they are assumptions.",
				"Turns the business goal into one learning task, with its input and output.",
				"Gives an agenda before going into any part.",
			},
			{
				"Finds the one assumption that would change the whole design, and settles it first.",
				"Shows where the learned objective and the business goal part ways, and what guards the gap.",
				"Offers a better question than the one that was asked, or says where no learning is needed.",
			},
		},
		RedFlags: []string{
			"The goal is a proxy, such as clicks, and nobody doubts it.",
			"It is never asked whether rules would do.",
		},
		Guide: "judging#problem-navigation",
	},
	{
		ID: "data", Name: "Training data",
		About: "Where examples and labels come from, and what is wrong with them.",
		Rows: [4]Row{
			{
				"Speaks of the data as if it lay there, labelled.",
				"Cannot say what one training example is.",
			},
			{
				"Names a source or two, and what the label is.",
				"Mentions imbalance or noise, and leaves it at that.",
				"Splits at random without a word about time or users.",
			},
			{
				"Says what one example is: its row, its label and the moment it is taken at.",
				"Explains how labels are made and how negatives are chosen.",
				"Names where leakage could come from, and splits by time or by user against it.",
				"Says what is done about rare classes, and why.",
			},
			{
				"Plans for labels that come late, cost money or touch privacy, with rough figures.",
				"Sees how the running system shapes its own next training set, and breaks that loop.",
				"Puts unlabelled data to work, and says how its worth would be checked.",
			},
		},
		RedFlags: []string{
			"Whatever was not clicked is taken for disliked.",
			"A random split where the order in time matters.",
		},
		Guide: "judging#training-data",
	},
	{
		ID: "features", Name: "Feature engineering",
		About: "What the model sees, why that should help, and whether it is there in time.",
		Rows: [4]Row{
			{
				"Reads out a list of nouns.",
				"Gives no reason why any of them should help.",
			},
			{
				"Groups features by user, item and context.",
				"Explains one or two, and how a category or a text is encoded.",
				"Says nothing about when they are computed.",
			},
			{
				"Gives for each main feature a reason, an encoding and how fresh it has to be.",
				"Separates what a batch job can compute from what a stream has to.",
				"Picks the few that matter most, and says why those.",
			},
			{
				"Says how training and serving are kept from computing a feature in two ways.",
				"Says what the model does when a feature is missing or stale at request time.",
				"Plans which features to drop, and by which experiment.",
				"Names the features that people will game.",
			},
		},
		RedFlags: []string{
			"A feature that is not known yet when the request comes.",
			"Five minutes of listing, and no choice.",
		},
		Guide: "judging#feature-engineering",
	},
	{
		ID: "modelling", Name: "Modelling",
		About: "A simple start, a step up for a reason, and the training explained.",
		Rows: [4]Row{
			{
				"Names a model that is in fashion, and stops there.",
				"Cannot say what it minimises.",
			},
			{
				"Describes one model and its inputs.",
				"Names a loss that fits the task.",
				"Compares it with nothing simpler.",
			},
			{
				"Begins with a baseline and says what it would miss.",
				"Steps up for a stated reason, and draws the parts of the model.",
				"Explains the loss, the sampling and how overfitting is caught.",
				"Compares two candidates by quality, delay and cost, then chooses.",
			},
			{
				"Puts numbers on it: parameters, memory, milliseconds and money.",
				"Says which result would make the choice the other way round.",
				"Names where the model will fail, and what softens that.",
			},
		},
		RedFlags: []string{
			"The largest model first, with no baseline.",
			"The loss is waved at.",
		},
		Guide: "judging#modelling",
	},
	{
		ID: "evaluation", Name: "Evaluation and deployment",
		About: "How anybody would know that it works, and how it lives on in production.",
		Rows: [4]Row{
			{
				"Says accuracy, whatever the task is.",
				"Ends at the trained model.",
			},
			{
				"Names one offline and one online metric that fit.",
				"Mentions an A/B test and monitoring as words.",
			},
			{
				"Derives each metric from the goal, and looks at slices as well as the mean.",
				"Gives the A/B test a unit, a length and guardrails.",
				"Rolls out in steps, by shadow or canary, with a way back.",
				"Says how requests are served within the delay, and what is watched.",
			},
			{
				"Builds the evaluation to catch the failure that this very system is prone to.",
				"Explains what to do when offline and online results disagree.",
				"Sets what triggers a retraining, a rollback and a page at night.",
				"Names the first thing to break at ten times the load.",
			},
		},
		RedFlags: []string{
			"The metric has nothing to do with the goal that was named.",
			"Serving never comes up.",
		},
		Guide: "judging#evaluation-and-deployment",
	},
	{
		ID: "communication", Name: "Drive and communication",
		About: "Who leads the conversation, and whether a listener can follow.",
		Rows: [4]Row{
			{
				"Falls silent for long stretches, or talks without a thread.",
				"Waits to be asked before each step.",
			},
			{
				"Is clear on single points, once asked.",
				"Starts on the next part before the last is closed.",
				"Needs the interviewer to watch the clock.",
			},
			{
				"Says which part comes next, and why now.",
				"Sums up in a sentence at each turn, and checks that the direction suits.",
				"Keeps the board and the words in step.",
				"Reaches every part within the time.",
			},
			{
				"Leads with the decision, then the reason.",
				"Asks few questions, each of which changes something.",
				"Reads the listener, and shifts the time to where their interest is.",
			},
		},
		RedFlags: []string{
			"A monologue of ten minutes without a pause for the other.",
			"Notes typed word for word instead of talking.",
		},
		Guide: "judging#drive-and-communication",
	},
	{
		ID: "pushback", Name: "Trade-offs and pushback",
		About: "What is given up for what, and what happens when somebody objects.",
		Rows: [4]Row{
			{
				"Defends each choice as the only one, or drops it at the first doubt.",
				"Names no cost of any choice.",
			},
			{
				"Lists options with their good and bad sides, and picks none.",
				"Answers an objection by repeating the point.",
			},
			{
				"Compares two ways on what matters here, and commits to one.",
				"Takes in a new fact aloud: says what changes and what stays.",
				"Stands by a sound choice with a reason and without heat.",
			},
			{
				"Names the two trade-offs that decide this system, with numbers on both sides.",
				"Points out the weakest spot of the own design before anybody else does.",
				"Says what would have to be true for the other option to win.",
			},
		},
		RedFlags: []string{
			"An answer that is \"it depends\" and no more.",
			"The interviewer's hint is argued away.",
		},
		Guide: "judging#trade-offs-and-pushback",
	},
	{
		ID: "altitude", Name: "Altitude",
		About: "Moving between the whole picture and the detail on purpose, down to code and back.",
		Rows: [4]Row{
			{
				"Stays at one height: slogans throughout, or one layer's details throughout.",
				"Has nothing concrete to say when asked how a part works.",
			},
			{
				"Goes down when pushed, and gets stuck there.",
				"Describes a pipeline or a training loop in general terms only.",
			},
			{
				"Shows the whole flow first, then goes deep where a decision hangs on it.",
				"Asked for it, describes the pipeline, the serving path or the training step concretely: keys, batches, calls.",
				"Comes back up, and says what the detail means for the user.",
			},
			{
				"Announces each change of height, and why it is worth the time.",
				"Ties one line of implementation to a result of the product, and back again.",
				"Can sketch the join, the loss or the request handler in code, with its edge cases.",
			},
		},
		RedFlags: []string{
			"Minutes spent on a layer, and no sentence on why it is there.",
			"Only boxes with names on them, until the end.",
		},
		Guide: "judging#altitude",
	},
}
