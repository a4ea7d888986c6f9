"""Mails that are too big, too deep or no mails at all."""

from tests.mailbox.inbound.mails import TO_READER, Case, answer, plain, report

_NESTED = "".join(f'Content-Type: multipart/mixed; boundary="n{n}"\n\n--n{n}\n' for n in range(1000))
_HEAD = "From: Reader <{reader}>\nSubject: hello\n"

HUGE = [
    Case("nothing at all", b"", "other", "", True),
    Case("zeros", b"\0" * 300_000, "other", "", True),
    Case("no line ends", b"\xff" * 300_000, "other", "", True),
    Case(
        "a million parts",
        _HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n" * 1_000_000,
        "other",
        "",
        True,
    ),
    Case("a thousand mails in each other", _HEAD + "Content-Type: message/rfc822\n\n" * 1000, "other", "", True),
    Case("a thousand boundaries in each other", _HEAD + _NESTED + "\nx" * 100_000, "other", "", True),
    Case("an endless head", _HEAD + "X-Long: " + "a" * 5_000_000 + "\n\n", "other", "", True),
    Case(
        "endless folds",
        _HEAD + "Content-Type: text/plain;\n" + ' a="\\";' * 3000 + '\n "' * 50_000 + "\n\n",
        "other",
        "",
        True,
    ),
    Case("endless quotes", _HEAD + 'Content-Type: multipart/mixed; a="' + '\\";' * 300_000 + "\n\n", "other", "", True),
    Case("a hundred thousand encoded words", "Subject: " + "=?utf-8?q?a?= " * 100_000 + "\n\n", "other", "", True),
    Case(
        "a charset that is a program",
        _HEAD + "Content-Type: text/plain; charset=punycode\n\na-" + "z9" * 500_000,
        "other",
        "",
        True,
    ),
    Case(
        "a boundary in a charset that is a program",
        _HEAD + "Content-Type: multipart/mixed; boundary*=punycode''a-" + "z9" * 500_000 + "\n\n",
        "other",
        "",
        True,
    ),
    Case(
        "a charset that is none",
        answer("unsubscribe", TO_READER + "Content-Type: text/plain; charset=klingon\n"),
        "unsubscribe",
        "reader's ended",
    ),
    Case(
        "a subject in a charset that is none",
        answer("", "", "=?klingon?q?unsubscribe_{reader_token}?="),
        "unsubscribe",
        "reader's ended",
    ),
    Case(
        "broken base64",
        answer("dW5zd!!!!", TO_READER + "Content-Transfer-Encoding: base64\n"),
        "other",
        "",
        True,
    ),
    Case("broken encoded words", answer("", "", "=?utf-8?b?!!!?= =?x =?utf-8?q?=zz?="), "other", "", True),
    Case(
        "a thousand brackets in the sender",
        answer("unsubscribe", TO_READER, sender="(" * 100_000),
        "unsubscribe",
        "",
        True,
    ),
    Case(
        "a hundred thousand Message-IDs",
        answer("unsubscribe", "References: " + "<a@b> " * 100_000 + "\n"),
        "other",
        "",
        True,
    ),
    Case(
        "a report of a hundred thousand blocks",
        report(
            "Action: failed\nStatus: 4.0.0\n\n" + "Final-Recipient: rfc822; a@example.net\nStatus: 5.1.1\n\n" * 100_000
        ),
        "bounce",
        "",
        True,
    ),
    Case(
        "a bounce behind five megabytes of words",
        plain("Sorry. " * 700_000 + "\nMessage-ID: {reader_id}\n"),
        "bounce",
        "",
        True,
    ),
    Case("markup without end", answer("<div>" * 100_000, TO_READER + "Content-Type: text/html\n"), "other", "", True),
]
