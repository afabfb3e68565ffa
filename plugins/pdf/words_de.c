/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/words.h"

const struct iw_words iw_words_de = {
	.lang = "de",
	.booklet = "Aufgabenheft",
	.questions = "Aufgaben",
	.time = "Zeit",
	.minutes = "{n} Min.",
	.form = "Form",
	.version = "Version",
	.name = "Name",
	.candidate = "Teilnehmernummer",
	.date = "Datum",
	.signature = "Unterschrift",
	.closed = "Öffnen Sie das Heft erst, wenn Sie dazu aufgefordert werden.",
	.begin = "Bevor Sie beginnen",
	.rule_sheet =
		"Tragen Sie Ihre Antworten auf dem Antwortbogen ein. Was in diesem Heft steht, wird nicht gewertet.",
	.rule_all = "Beantworten Sie jede Aufgabe. Ohne Antwort ist eine Aufgabe falsch; Raten kostet nichts.",
	.rule_whole =
		"Jede Aufgabe ist als Ganzes richtig oder falsch. Für einen Teil einer Antwort gibt es keine Punkte.",
	.rule_order = "Die Reihenfolge ist Ihnen freigestellt, und jede Antwort darf beliebig oft geändert werden.",
	.how = "So antworten Sie",
	.choice = "Einfachauswahl",
	.response = "Mehrfachauswahl",
	.ordering = "Reihenfolge",
	.matching = "Zuordnung",
	.how_choice = "Wählen Sie die eine Möglichkeit, die am besten zur Frage passt, und füllen Sie ihren Kreis aus.",
	.how_response = "Wählen Sie so viele Möglichkeiten, wie die Aufgabe verlangt, und füllen Sie deren Kreise aus.",
	.how_ordering =
		"Wählen Sie so viele Möglichkeiten, wie die Aufgabe verlangt. Füllen Sie in jeder nummerierten "
		"Zeile den Buchstaben der Möglichkeit aus, die an diese Stelle gehört; einige können übrig bleiben.",
	.how_matching =
		"Füllen Sie in der Zeile jeder Vorgabe den Buchstaben einer Zuordnung aus. Wenn die Aufgabe nichts "
		"anderes sagt, darf eine Zuordnung einmal, mehrmals oder gar nicht vorkommen.",
	.page = "Seite {n} von {m}",
	.next = "Weiter auf der nächsten Seite",
	.end = "Ende der Aufgaben",
	.question = "Aufgabe {n}",
	.select = "Wählen Sie {n}.",
	.select_order = "Wählen Sie {n} und bringen Sie sie in die richtige Reihenfolge.",
	.match = "Ordnen Sie jeder Vorgabe eine Zuordnung zu.",
	.prompts = "Vorgaben",
	.responses = "Zuordnungen",
	.notes = "Anmerkungen",
	.picture = "Bild",
	.sheet = "Antwortbogen",
	.fill = "Benutzen Sie einen dunklen Stift. Füllen Sie den Kreis ganz aus; radieren oder streichen Sie, was Sie "
		"ändern.",
	.key = "Lösungen",
	.secret = "Vertraulich: enthält die Lösungen. Nicht an Teilnehmende ausgeben.",
	.answer = "Lösung",
	.overview = "Lösungen im Überblick",
	.details = "Lösungen und Begründungen",
	.unscored = "Nicht gewertet",
	.counts = "{n} gewertet, {m} nicht gewertet",
	.task = "Thema",
	.passing = "Bestehensgrenze",
	.scale = "Skala",
	.cut = "Grenze in Rohpunkten",
	.model = "Modell",
	.correct = "Richtig",
	.wrong = "Falsch",
	.step = "Stelle {n}",
	.unused = "Nicht Teil der Reihenfolge",
	.matches = "Gehört zu {n}",
	.left_over = "Gehört zu keiner Vorgabe",
	.rationale = "Begründung",
	.references = "Quellen",
	.report = {
		.title = "Ergebnisbericht",
		.candidate = "Kandidat/in",
		.form = "Testform",
		.result = "Ergebnis",
		.pass = "Bestanden",
		.fail = "Nicht bestanden",
		.counts = "Kein Skalenwert",
		.score = "Ihr Ergebnis",
		.passing = "Zum Bestehen nötig",
		.scale = "Skala",
		.correct = "Richtige Antworten",
		.scored = "Gewertete Fragen",
		.sections = "Abschnitte",
		.section = "Abschnitt",
		.answers = "Richtig",
		.level = "Einstufung",
		.meets = "Anforderungen erfüllt",
		.needs = "Verbesserung nötig",
		.bar_share = "Der Balken zeigt den Anteil der richtigen Antworten.",
		.bar_needed = "Die Marke darin zeigt, wo „Anforderungen erfüllt“ beginnt.",
		.caution =
			"Lesen Sie diese Tabelle mit Vorsicht: Ein Abschnitt hat wenige Fragen, und nicht jeder "
			"gleich viele; seine Einstufung ist daher viel unsicherer als das Gesamtergebnis. Sie ist "
			"ein Hinweis, was zu vertiefen wäre. Kein Abschnitt muss für sich bestanden werden.",
		.means = "Was das Ergebnis bedeutet",
		.means_whole =
			"Über das Bestehen entscheidet die Prüfung als Ganzes. Jede gewertete Frage zählt einen "
			"Punkt, wenn die ganze Antwort richtig ist. Eine Frage ohne Antwort zählt als falsch.",
		.means_scaled =
			"Der Skalenwert ist kein Prozentsatz. Die Testformen unterscheiden sich ein wenig in ihrer "
			"Schwierigkeit; auf der Skala bedeutet ein Wert bei jeder Testform dasselbe.",
		.means_counts =
			"Für diese Testform gibt es keine Skala. Das Ergebnis ist eine Anzahl richtiger Antworten, "
			"weder bestanden noch nicht bestanden.",
		.means_unscored =
			"Nur gewertete Fragen zählen. Eine Prüfung kann auch andere enthalten, die erprobt werden.",
	},
};
