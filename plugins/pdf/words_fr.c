/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/words.h"

const struct iw_words iw_words_fr = {
	.lang = "fr",
	.booklet = "Cahier de questions",
	.questions = "Questions",
	.time = "Durée",
	.minutes = "{n} min",
	.form = "Forme",
	.version = "Version",
	.name = "Nom",
	.candidate = "Numéro de candidat",
	.date = "Date",
	.signature = "Signature",
	.closed = "N’ouvrez pas ce cahier avant d’y être invité.",
	.begin = "Avant de commencer",
	.rule_sheet =
		"Indiquez vos réponses sur la feuille de réponses. Ce qui est écrit dans ce cahier ne compte pas.",
	.rule_all = "Répondez à toutes les questions. Une question sans réponse est fausse, et deviner ne coûte rien.",
	.rule_whole = "Chaque question est juste ou fausse dans son ensemble. Une réponse partielle ne rapporte rien.",
	.rule_order = "Vous pouvez répondre dans l’ordre de votre choix et changer une réponse autant que vous voulez.",
	.how = "Comment répondre",
	.choice = "Choix unique",
	.response = "Choix multiple",
	.ordering = "Mise en ordre",
	.matching = "Appariement",
	.how_choice = "Choisissez l’option qui répond le mieux à la question et noircissez son cercle.",
	.how_response = "Choisissez autant d’options que la question le demande et noircissez leurs cercles.",
	.how_ordering =
		"Choisissez autant d’options que la question le demande. Sur chaque ligne numérotée, noircissez la "
		"lettre de l’option qui vient à cette place ; certaines options peuvent rester de côté.",
	.how_matching =
		"Sur la ligne de chaque énoncé, noircissez la lettre d’une réponse. Sauf indication contraire, une "
		"réponse peut servir une fois, plusieurs fois ou jamais.",
	.page = "Page {n} sur {m}",
	.next = "Continuez à la page suivante",
	.end = "Fin des questions",
	.question = "Question {n}",
	.select = "Choisissez {n} options.",
	.select_order = "Choisissez {n} options et mettez-les en ordre.",
	.match = "Associez une réponse à chaque énoncé.",
	.prompts = "Énoncés",
	.responses = "Réponses",
	.notes = "Notes",
	.picture = "Image",
	.sheet = "Feuille de réponses",
	.fill = "Utilisez un stylo ou un crayon foncé. Noircissez tout le cercle ; effacez ou barrez une marque "
		"modifiée.",
	.key = "Corrigé",
	.secret = "Confidentiel : contient les réponses. À ne pas remettre aux candidats.",
	.answer = "Réponse",
	.overview = "Réponses",
	.details = "Réponses et justifications",
	.unscored = "Non notée",
	.counts = "{n} notées, {m} non notées",
	.task = "Tâche",
	.passing = "Note de réussite",
	.scale = "Échelle",
	.cut = "Seuil, en points bruts",
	.model = "Modèle",
	.correct = "Juste",
	.wrong = "Faux",
	.step = "Place {n}",
	.unused = "Hors de l’ordre",
	.matches = "Correspond à {n}",
	.left_over = "Ne correspond à aucun énoncé",
	.rationale = "Justification",
	.references = "Références",
	.report = {
		.title = "Relevé de résultats",
		.candidate = "Candidat ou candidate",
		.form = "Forme de l’examen",
		.result = "Résultat",
		.pass = "Réussi",
		.fail = "Non réussi",
		.counts = "Pas de score sur l’échelle",
		.score = "Votre score",
		.passing = "Score de réussite",
		.scale = "Échelle",
		.correct = "Réponses justes",
		.scored = "Questions notées",
		.sections = "Sections",
		.section = "Section",
		.answers = "Justes",
		.level = "Appréciation",
		.meets = "Compétences acquises",
		.needs = "À améliorer",
		.bar_share = "La barre montre la part de réponses justes.",
		.bar_needed = "Le repère indique où commence « Compétences acquises ».",
		.caution =
			"Lisez ce tableau avec prudence : une section compte peu de questions, et toutes n’en ont "
			"pas autant ; son appréciation est donc bien moins sûre que le résultat d’ensemble. Elle "
			"indique ce qu’il serait utile de revoir. Aucune section ne doit être réussie séparément.",
		.means = "Ce que signifie le résultat",
		.means_whole =
			"La réussite se décide sur l’ensemble de l’examen. Chaque question notée vaut un point si "
			"toute la réponse est juste. Une question sans réponse compte comme fausse.",
		.means_scaled =
			"Le score n’est pas un pourcentage. Les formes de l’examen diffèrent un peu en difficulté ; "
			"sur l’échelle, un score a le même sens pour toutes.",
		.means_counts =
			"Il n’y a pas d’échelle pour cette forme. Le résultat est un nombre de réponses justes, ni "
			"une réussite ni un échec.",
		.means_unscored =
			"Seules les questions notées comptent. Un examen peut en contenir d’autres, qui sont à "
			"l’essai.",
	},
};
