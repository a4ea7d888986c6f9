"""Answers of recipients: who wants to leave, confirms, or asks a person."""

from tests.mailbox.inbound.mails import TO_ASKED, TO_READER, Case, answer

WISHES = [
    Case(
        "the mail of the list head", answer("", subject="unsubscribe {reader_token}"), "unsubscribe", "reader's ended"
    ),
    Case(
        "behind an answer's mark", answer("", subject="Re: Unsubscribe {reader_token}"), "unsubscribe", "reader's ended"
    ),
    Case(
        "in an encoded subject",
        answer("", subject="=?utf-8?Q?=E7=AD=94=E5=A4=8D=3A_unsubscribe_{reader_token}?="),
        "unsubscribe",
        "reader's ended",
    ),
    Case(
        "from a tagged address",
        answer("", subject="unsubscribe {reader_token}", sender="reader+ai@example.org"),
        "unsubscribe",
        "reader's ended",
    ),
    Case("the secret of another's alert", answer("", subject="unsubscribe {other_token}"), "unsubscribe", "", True),
    Case("a guessed secret to leave with", answer("", subject="unsubscribe " + "0" * 32), "unsubscribe", "", True),
    Case("the number of an alert is no secret", answer("", subject="unsubscribe 1"), "other", "", True),
    Case(
        "the secret to confirm with ends nothing",
        answer("", subject="unsubscribe {asked_secret}", sender="{asked}"),
        "unsubscribe",
        "",
        True,
    ),
    Case(
        "the word in an answer", answer("Unsubscribe\n\n> AI Plus: issued", TO_READER), "unsubscribe", "reader's ended"
    ),
    Case(
        "the word in Chinese",
        answer("退订。", TO_READER + "Content-Type: text/plain; charset=utf-8\n"),
        "unsubscribe",
        "reader's ended",
    ),
    Case(
        "the word in GBK that calls itself GB 2312",
        answer("请退订！", TO_READER + "Content-Type: text/plain; charset=gb2312\n").encode("gb18030"),
        "unsubscribe",
        "reader's ended",
    ),
    Case(
        "the word in HTML alone",
        answer(
            "<html><body><div>Please unsubscribe me.</div><blockquote>AI Plus</blockquote></body></html>",
            TO_READER + "Content-Type: text/html\n",
        ),
        "unsubscribe",
        "reader's ended",
    ),
    Case(
        "the word in a signed mail",
        answer(
            "--s1\nContent-Type: text/plain\n\nunsubscribe\n--s1\nContent-Type: application/pkcs7-signature\n"
            "Content-Transfer-Encoding: base64\n\nMIIB\n--s1--",
            TO_READER + 'Content-Type: multipart/signed; boundary="s1"\n',
        ),
        "unsubscribe",
        "reader's ended",
    ),
    Case(
        "the word beside a winmail.dat",
        answer(
            "--s1\nContent-Type: text/plain\n\nunsubscribe\n--s1\nContent-Type: application/ms-tnef; name=winmail.dat\n"
            "Content-Transfer-Encoding: base64\n\neJ8+Ig==\n--s1--",
            TO_READER + 'Content-Type: multipart/mixed; boundary="s1"\n',
        ),
        "unsubscribe",
        "reader's ended",
    ),
    Case(
        "nothing but a winmail.dat",
        answer(
            "eJ8+Ig==",
            TO_READER + "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n",
        ),
        "other",
        "",
        True,
    ),
    Case(
        "an encrypted mail",
        answer(
            "MIIB",
            TO_READER + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n"
            "Content-Transfer-Encoding: base64\n",
        ),
        "other",
        "",
        True,
    ),
    Case("the word in what is quoted", answer("Thanks!\n> unsubscribe", TO_READER), "other", "", True),
    Case(
        "our own words quoted on top",
        answer("On Tuesday Tracker wrote:\n> unsubscribe\nunsubscribe", TO_READER),
        "other",
        "",
        True,
    ),
    Case("the word in a sentence", answer("I would never unsubscribe from this.", TO_READER), "other", "", True),
    Case("the word in no answer of ours", answer("unsubscribe"), "unsubscribe"),
    Case("the word from a stranger", answer("unsubscribe", sender="boss@example.org"), "unsubscribe", "", True),
    Case("the word from one who has not confirmed", answer("unsubscribe", sender="{asked}"), "unsubscribe", "", True),
    Case(
        "the word in an answer to another's mail",
        answer("unsubscribe", "In-Reply-To: {other_id}\n"),
        "unsubscribe",
        "",
        True,
    ),
    Case(
        "the word from somebody to whom it was passed on",
        answer("unsubscribe", TO_READER, sender="boss@example.org"),
        "unsubscribe",
        "",
        True,
    ),
    Case("two senders", answer("unsubscribe", TO_READER, sender="{reader}, {other}"), "unsubscribe", "", True),
    Case("no sender", answer("unsubscribe", TO_READER, sender=""), "unsubscribe", "", True),
    Case(
        "an address in the sender's name",
        answer("unsubscribe", TO_READER, sender='"<{reader}>" <evil@example.net>'),
        "unsubscribe",
        "",
        True,
    ),
    Case(
        "confirmed by its mail",
        answer("", subject="confirm {asked_secret}", sender="{asked}"),
        "confirm",
        "asked confirmed",
    ),
    Case(
        "confirmed from another of one's addresses",
        answer("", subject="confirm {asked_secret}", sender="me@example.net"),
        "confirm",
        "asked confirmed",
    ),
    Case("confirmed by a word", answer("Yes, please", TO_ASKED, sender="{asked}"), "confirm", "asked confirmed"),
    Case(
        "confirmed by a word in Chinese",
        answer("确认", TO_ASKED + "Content-Type: text/plain; charset=utf-8\n", sender="{asked}"),
        "confirm",
        "asked confirmed",
    ),
    Case("confirmed by a word from another", answer("confirm", TO_ASKED), "other", "", True),
    Case("a word that confirms nothing", answer("yes", TO_READER), "other", "", True),
    Case(
        "a guessed secret to confirm with",
        answer("", subject="confirm " + "0" * 32, sender="{asked}"),
        "confirm",
        "",
        True,
    ),
    Case("the secret of an alert confirms nothing", answer("", subject="confirm {reader_token}"), "confirm", "", True),
    Case("the question is declined", answer("unsubscribe", TO_ASKED, sender="{asked}"), "unsubscribe", "asked's ended"),
]
