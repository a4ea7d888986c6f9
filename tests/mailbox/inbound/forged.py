"""Bounces that may be forged: each with the secret of its recipient, another one, or none."""

from tests.mailbox.inbound.mails import Case, plain, report

VERP = "Delivered-To: {reader_verp}\nTo: tracker@example.org"

FORGED = [
    Case("a Message-ID that we never sent", report(returned="Message-ID: <made-up@example.org>"), "bounce", "", True),
    Case("no Message-ID at all", report(returned="Subject: AI Plus"), "bounce", "", True),
    Case(
        "the name of a thread is no mail",
        report(returned="Message-ID: <ai-plus.alert-1@example.org>"),
        "bounce",
        "",
        True,
    ),
    Case("a known Message-ID without the secret", report(), "bounce", "", True, marked=True),
    Case("a known Message-ID with the secret", report(heads=VERP), "bounce", "reader suspended", marked=True),
    Case(
        "the secret in capitals",
        report(heads=VERP.replace("reader_verp", "READER_VERP")),
        "bounce",
        "reader suspended",
        marked=True,
    ),
    Case(
        "the secret in Received",
        report(heads="Received: from mx by us for <{reader_verp}>; Tue"),
        "bounce",
        "reader suspended",
        marked=True,
    ),
    Case(
        "the secret alone", report(heads=VERP, returned="Subject: AI Plus"), "bounce", "reader suspended", marked=True
    ),
    Case(
        "the secret of the alert in what is returned",
        report(
            returned="Message-ID: {reader_id}\nList-Unsubscribe: <https://a.example.org/unsubscribe/{reader_token}>"
        ),
        "bounce",
        "reader suspended",
        marked=True,
    ),
    Case("the secret of somebody else", report(heads=VERP.replace("reader", "other")), "bounce", "", True, marked=True),
    Case(
        "a guessed secret",
        report(heads="Delivered-To: bounces+" + "0" * 32 + "@example.org"),
        "bounce",
        "",
        True,
        marked=True,
    ),
    Case(
        "somebody else's address under our mail",
        report(final="Final-Recipient: rfc822; {other}\n"),
        "bounce",
        "reader waiting",
    ),
    Case(
        "a bounce by a reader's own hand",
        plain("Please, 550 5.1.1 {reader} is unknown. Message-ID: {reader_id}", "failure notice", "{other}"),
        "automatic",
    ),
    Case(
        "markup and signs in the reason",
        report("Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 <script>\u202e alert(1)</script>"),
        "bounce",
        "reader suspended",
    ),
]
