"""Complaints that a provider passes on in the format of RFC 5965."""

from tests.mailbox.inbound.mails import Case, feedback

COMPLAINTS = [
    Case("an abuse report", feedback(), "complaint", "reader suspended"),
    Case(
        "an abuse report, by the secret",
        feedback(returned="Subject: redacted"),
        "complaint",
        "reader suspended",
        marked=True,
    ),
    Case("fraud", feedback("fraud"), "complaint", "reader suspended"),
    Case("not spam is praise", feedback("not-spam"), "other", "", True),
    Case("a report about authentication", feedback("auth-failure"), "other", "", True),
    Case(
        "a complaint about a mail that we never sent",
        feedback(returned="Message-ID: <made-up@example.org>", fields="Original-Mail-From: x@example.org"),
        "complaint",
        "",
        True,
    ),
    Case("a forged complaint", feedback(fields="Source-IP: 192.0.2.1"), "complaint", "", True, marked=True),
]
