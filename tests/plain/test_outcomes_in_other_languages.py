# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  tables of sentences: broken lines would hide what belongs together
"""How a matter comes out, and in which cases, in French, German, Spanish and Arabic: said in opposite words."""

from __future__ import annotations

import pytest

from pipeline.plain.guard.compare import guard


def flags(original: str, plain: str, lang: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.original, one.plain) for one in guard(original, plain, lang).differences if not one.weak]


@pytest.mark.parametrize(
    ("lang", "original", "turned", "kept"),
    [
        ("de", "Die Mitgliedschaft erlischt mit dem Umzug in eine andere Stadt.", "Ziehen Sie um? Ihre Mitgliedschaft im Verein bleibt gültig.", "Ziehen Sie um? Ihre Mitgliedschaft im Verein wird ungültig."),
        ("de", "Schweigt der Vorstand zwei Wochen, gilt der Antrag als angenommen.", "Sagt der Vorstand zwei Wochen lang nichts? Dann ist Ihr Antrag abgelehnt.", "Sagt der Vorstand zwei Wochen lang nichts? Dann ist Ihr Antrag genehmigt."),
        ("de", "Ein Bruch des Ruders durch Frost ist nicht auszuschließen.", "Durch Frost kann das Ruder brechen: Das ist unmöglich.", "Durch Frost kann das Ruder brechen: Das ist möglich."),
        ("de", "Die Nutzung des Stegs ist für Gäste gebührenfrei.", "Gäste zahlen für den Steg.", "Gäste zahlen für den Steg nichts."),
        ("fr", "La perte du badge ne prive pas le membre de son droit d'accès.", "Badge perdu ? Vous perdez aussi votre droit d'entrer.", "Badge perdu ? Vous conservez votre droit d'entrer."),
        ("fr", "Le silence du bureau vaut rejet de la candidature.", "Le bureau ne répond pas ? Votre candidature est acceptée.", "Le bureau ne répond pas ? Votre candidature est refusée."),
        ("fr", "Le barreur n'ignorait pas la présence du rocher.", "Le barreur ne savait pas qu'il y avait un rocher.", "Le barreur savait qu'il y avait un rocher."),
        ("es", "La falta de pago no extingue la condición de socio.", "¿No pagó? Entonces su carné de socio ya no vale.", "¿No pagó? Su carné de socio sigue siendo válido."),
        ("es", "La cuota abonada no se reembolsa en caso de baja.", "Si se da de baja, le devolvemos la cuota.", "Si se da de baja, no le devolvemos la cuota."),
        ("es", "El uso del embarcadero será gratuito para los socios.", "Los socios pagan por usar el embarcadero.", "Los socios no pagan por usar el embarcadero."),
        ("ar", "لا تسقط عضوية النادي بالغياب عن التدريب.", "هل غبت عن التدريب؟ تفقد عضويتك في النادي.", "هل غبت عن التدريب؟ تبقى عضويتك في النادي قائمة."),
        ("ar", "يُعد سكوت المدير عن الطلب رفضاً له.", "لم يجبك المدير؟ إذن طلبك مقبول.", "لم يجبك المدير؟ إذن طلبك مرفوض."),
    ],
)  # fmt: skip
def test_what_comes_out_the_other_way_round_is_told(lang: str, original: str, turned: str, kept: str) -> None:
    assert any(kind == "negation" for kind, _, _ in flags(original, turned, lang))
    assert not flags(original, kept, lang)


@pytest.mark.parametrize(
    ("lang", "original", "turned", "kept"),
    [
        ("de", "Boote werden nur mit Zustimmung des Trainers ausgegeben.", "Sie bekommen ein Boot mit oder ohne Zustimmung des Trainers.", "Sie bekommen ein Boot, wenn der Trainer zustimmt."),
        ("de", "Das Bootshaus ist für alle gesperrt, ausgenommen die Trainer.", "Das Bootshaus ist für alle gesperrt, ausnahmslos.", "Das Bootshaus ist für alle gesperrt. Nur die Trainer kommen hinein."),
        ("fr", "La barque n'est prêtée qu'aux membres assurés.", "Vous pouvez emprunter la barque, membre assuré ou non, même si vous n'êtes pas un membre assuré.", "La barque est seulement pour les membres assurés."),
        ("fr", "Le ponton est interdit aux visiteurs, sauf aux secouristes.", "Le ponton est interdit aux visiteurs, sans aucune exception.", "Le ponton est interdit aux visiteurs. Seuls les secouristes y vont."),
        ("es", "Las fotos se publicarán salvo oposición del socio.", "Publicamos sus fotos solo si usted da su permiso.", "Publicamos sus fotos. ¿No quiere? Díganoslo y no las publicamos."),
        ("es", "La rampa queda cerrada a los vehículos, salvo a los de rescate.", "La rampa está cerrada a los vehículos. No hay excepciones.", "La rampa está cerrada a los vehículos. Solo pasan los de rescate."),
        ("ar", "لا يُسلم القارب إلا بعد موافقة المدرب.", "يمكنك أن تأخذ القارب دون موافقة المدرب.", "لا تأخذ القارب قبل أن يوافق المدرب."),
        ("ar", "تُغلق القاعة في المساء، ما عدا أيام السباق.", "تُغلق القاعة في المساء دون استثناء.", "تُغلق القاعة في المساء، إلا في أيام السباق."),
    ],
)  # fmt: skip
def test_an_exception_that_is_closed_and_a_need_that_is_gone_are_told(
    lang: str, original: str, turned: str, kept: str
) -> None:
    assert any(kind == "conditions" for kind, _, _ in flags(original, turned, lang))
    assert not flags(original, kept, lang)


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("de", "Der Anspruch auf einen Liegeplatz entfällt nicht durch Krankheit.", "Sind Sie krank? Ihren Liegeplatz behalten Sie."),
        ("fr", "La maladie ne fait pas perdre le droit à une place au ponton.", "Malade ? Vous gardez votre place au ponton."),
        ("es", "El carné caduca a los dos años.", "El carné vale dos años."),
        ("es", "Los menores de 12 años quedan exentos del pago.", "Si tiene menos de 12 años, no tiene que pagar."),
        ("es", "El socio no podrá reservar más de tres días.", "Reserve tres días como máximo."),
        ("ar", "لا تسقط عضوية النادي بالغياب.", "تبقى عضويتك قائمة ولو غبت."),
        ("fr", "L'accès au ponton ne peut être refusé que pour un motif grave.", "On peut vous refuser l'accès au ponton seulement pour un motif grave."),
        ("fr", "Le jury a écarté la plainte du club et maintenu le résultat.", "Le club a perdu : le jury a dit non. Le résultat ne change pas."),
        ("es", "El silencio del club tendrá carácter desestimatorio.", "Si el club no contesta, quiere decir que le decimos que no."),
        ("es", "El jurado absolvió al remero al no ver probada la falta.", "El jurado dice que el remero no es culpable, porque nadie probó la falta."),
    ],
)  # fmt: skip
def test_the_same_in_opposite_words_is_no_flag(lang: str, original: str, plain: str) -> None:
    assert not flags(original, plain, lang)


@pytest.mark.parametrize(
    ("lang", "original", "turned", "kept"),
    [
        ("de", "Das Boot ist vor der Ausfahrt zu prüfen.", "Prüfen Sie das Boot nach der Ausfahrt.", "Prüfen Sie das Boot, bevor Sie zur Ausfahrt ablegen."),
        ("fr", "Le matériel est rincé après la sortie sur le lac.", "Rincez le matériel avant la sortie sur le lac.", "Rincez le matériel après la sortie sur le lac."),
        ("es", "El remo se revisará antes de la regata.", "Revise el remo después de la regata.", "Revise el remo antes de la regata."),
        ("ar", "يُفحص القارب قبل السباق.", "افحص القارب بعد السباق.", "افحص القارب قبل السباق."),
        ("de", "Am Start sind zuerst die Achter, danach die Vierer.", "Am Start sind zuerst die Vierer, danach die Achter.", "Am Start sind zuerst die Achter, dann die Vierer."),
        ("fr", "Les barques vont en priorité aux débutants, puis aux vétérans.", "Les barques vont d'abord aux vétérans, ensuite aux débutants.", "Les barques vont d'abord aux débutants, ensuite aux vétérans."),
        ("es", "Saldrán primero los juveniles y después los veteranos.", "Primero salen los veteranos y luego los juveniles.", "Primero salen los juveniles y luego los veteranos."),
        ("ar", "تُعطى الأولوية للمبتدئين ثم للمحترفين.", "نبدأ بالمحترفين، وبعدهم المبتدئين.", "نبدأ بالمبتدئين، وبعدهم المحترفين."),
    ],
)  # fmt: skip
def test_what_comes_first_and_what_comes_before_is_compared(lang: str, original: str, turned: str, kept: str) -> None:
    assert flags(original, turned, lang)
    assert not flags(original, kept, lang)


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("de", "Hunde sind am Steg anzuleinen, ausgenommen Rettungshunde.", "Nehmen Sie Ihren Hund am Steg an die Leine. Nur Rettungshunde dürfen frei laufen."),
        ("fr", "Les membres peuvent réserver une barque à condition d'avoir payé leur cotisation.", "Vous pouvez réserver une barque. Pour cela, il faut avoir payé votre cotisation."),
        ("fr", "Chaque Partie informe l'autre de ses travaux sur le lac.", "Chaque État informe l'autre de ses travaux sur le lac."),
        ("es", "Las Partes Contratantes protegerán el lago.", "Los Estados protegen el lago."),
    ],
)  # fmt: skip
def test_a_case_said_as_a_duty_or_permission_and_a_side_said_otherwise_are_no_flags(
    lang: str, original: str, plain: str
) -> None:
    assert not flags(original, plain, lang)


def test_a_duty_that_says_what_was_allowed_is_no_case() -> None:
    told = guard("Der Klub kann die Frist auf Antrag verlängern.", "Fragen Sie. Der Klub muss die Frist dann verlängern.", "de")
    assert any(not one.weak for one in told.differences)
