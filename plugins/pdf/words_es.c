/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/words.h"

const struct iw_words iw_words_es = {
	.lang = "es",
	.booklet = "Cuadernillo de preguntas",
	.questions = "Preguntas",
	.time = "Tiempo",
	.minutes = "{n} min",
	.form = "Forma",
	.version = "Versión",
	.name = "Nombre",
	.candidate = "Número de candidato",
	.date = "Fecha",
	.signature = "Firma",
	.closed = "No abra este cuadernillo hasta que se le indique.",
	.begin = "Antes de empezar",
	.rule_sheet = "Marque sus respuestas en la hoja de respuestas. Lo que escriba en este cuadernillo no cuenta.",
	.rule_all =
		"Conteste todas las preguntas. Una pregunta sin respuesta es incorrecta, y adivinar no resta puntos.",
	.rule_whole =
		"Cada pregunta es correcta o incorrecta en su conjunto. No hay puntos por una parte de la respuesta.",
	.rule_order = "Puede contestar en el orden que quiera y cambiar una respuesta cuantas veces desee.",
	.how = "Cómo responder",
	.choice = "Opción única",
	.response = "Opción múltiple",
	.ordering = "Ordenación",
	.matching = "Emparejamiento",
	.how_choice = "Elija la opción que mejor responde a la pregunta y rellene su círculo.",
	.how_response = "Elija tantas opciones como pida la pregunta y rellene sus círculos.",
	.how_ordering =
		"Elija tantas opciones como pida la pregunta. En cada fila numerada, rellene la letra de la opción "
		"que ocupa ese lugar; algunas opciones pueden sobrar.",
	.how_matching =
		"En la fila de cada enunciado, rellene la letra de una respuesta. Salvo que la pregunta diga otra "
		"cosa, una respuesta puede usarse una vez, varias veces o ninguna.",
	.page = "Página {n} de {m}",
	.next = "Continúe en la página siguiente",
	.end = "Fin de las preguntas",
	.question = "Pregunta {n}",
	.select = "Seleccione {n}.",
	.select_order = "Seleccione {n} y póngalas en orden.",
	.match = "Relacione cada enunciado con una respuesta.",
	.prompts = "Enunciados",
	.responses = "Respuestas",
	.notes = "Notas",
	.picture = "Imagen",
	.sheet = "Hoja de respuestas",
	.fill = "Use un bolígrafo o lápiz oscuro. Rellene el círculo por completo; borre o tache la marca que cambie.",
	.key = "Clave de respuestas",
	.secret = "Confidencial: contiene las respuestas. No entregar a los candidatos.",
	.answer = "Respuesta",
	.overview = "Respuestas",
	.details = "Respuestas y justificaciones",
	.unscored = "No puntúa",
	.counts = "{n} puntúan, {m} no puntúan",
	.task = "Tarea",
	.passing = "Puntuación para aprobar",
	.scale = "Escala",
	.cut = "Corte, en puntos brutos",
	.model = "Modelo",
	.correct = "Correcta",
	.wrong = "Incorrecta",
	.step = "Lugar {n}",
	.unused = "No forma parte del orden",
	.matches = "Corresponde a {n}",
	.left_over = "No corresponde a ningún enunciado",
	.rationale = "Justificación",
	.references = "Referencias",
	.report = {
		.title = "Informe de resultados",
		.candidate = "Candidato o candidata",
		.form = "Forma del examen",
		.result = "Resultado",
		.pass = "Aprobado",
		.fail = "No aprobado",
		.counts = "Sin puntuación escalada",
		.score = "Su puntuación",
		.passing = "Puntuación para aprobar",
		.scale = "Escala",
		.correct = "Respuestas correctas",
		.scored = "Preguntas puntuadas",
		.sections = "Secciones",
		.section = "Sección",
		.answers = "Correctas",
		.level = "Clasificación",
		.meets = "Cumple las competencias",
		.needs = "Necesita mejorar",
		.bar_share = "La barra muestra la proporción de respuestas correctas.",
		.bar_needed = "La marca indica dónde empieza «Cumple las competencias».",
		.caution =
			"Lea esta tabla con cautela: cada sección tiene pocas preguntas, y no todas tienen las "
			"mismas, de modo que su clasificación es mucho menos segura que el resultado global. Es una "
			"orientación para estudiar. No es necesario aprobar ninguna sección por separado.",
		.means = "Qué significa el resultado",
		.means_whole =
			"El aprobado se decide por el examen en su conjunto. Cada pregunta puntuada vale un punto "
			"si toda la respuesta es correcta. Una pregunta sin respuesta cuenta como incorrecta.",
		.means_scaled =
			"La puntuación escalada no es un porcentaje. Las formas del examen difieren un poco en "
			"dificultad; en la escala, una puntuación significa lo mismo en todas.",
		.means_counts =
			"Para esta forma no hay escala. El resultado es un número de respuestas correctas, ni "
			"aprobado ni no aprobado.",
		.means_unscored =
			"Solo cuentan las preguntas puntuadas. Un examen puede contener otras, que están a prueba.",
	},
};
