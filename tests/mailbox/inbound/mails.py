"""Write the mails that come into the mailbox, each with its expected result.

`{reader}` and the like are filled in by the test: `reader`, `other` and `asked` are recipients; `_id` the Message-ID of
a mail that each was sent, `_verp` its envelope sender, `_token` the secret of the alert, and `asked_secret` what
`asked` confirms with. A case has its kind (see `InboundMail`), what changed, and whether a person should read it.
"""

from typing import NamedTuple


class Case(NamedTuple):
    """One mail and its expected result; `marked`: our mails carry their recipient's secret as envelope sender."""

    name: str
    raw: str | bytes
    kind: str
    change: str = ""
    for_people: bool = False
    marked: bool = False


def report(
    fields: str = "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown",
    *,
    final: str = "Final-Recipient: rfc822; {reader}\n",
    returned: str = "Message-ID: {reader_id}\nSubject: AI Plus",
    heads: str = "To: tracker@example.org",
    kind: str = "message/rfc822",
) -> str:
    """Return a delivery status notification by RFC 3464."""
    return (
        "From: Mail Delivery System <MAILER-DAEMON@mx.example.org>\n"
        f"{heads}\n"
        "Subject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"\n\n'
        "--b1\nContent-Type: text/plain\n\nYour mail came back.\n\n"
        f"--b1\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n{final}{fields}\n\n"
        f"--b1\nContent-Type: {kind}\n\n{returned}\n\nThe mail itself.\n--b1--\n"
    )


def plain(body: str, subject: str = "failure notice", sender: str = "MAILER-DAEMON@mx.example.org") -> str:
    """Return a bounce that only people can read."""
    return (
        f"Return-Path: <>\nFrom: {sender}\nTo: tracker@example.org\nSubject: {subject}\n"
        f'Content-Type: text/plain; charset="utf-8"\n\n{body}\n'
    )


def feedback(
    kind: str = "abuse", returned: str = "Message-ID: {reader_id}", fields: str = "Original-Mail-From: {reader_verp}"
) -> str:
    """Return a complaint in the Abuse Reporting Format of RFC 5965."""
    return (
        "From: <fbl@provider.example.net>\nTo: tracker@example.org\nSubject: FW: AI Plus\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=feedback-report; boundary="b1"\n\n'
        "--b1\nContent-Type: text/plain\n\nThis is an abuse report.\n\n"
        "--b1\nContent-Type: message/feedback-report\n\n"
        f"Feedback-Type: {kind}\nUser-Agent: Feedback/1.0\nVersion: 1\n{fields}\n\n"
        f"--b1\nContent-Type: message/rfc822\n\n{returned}\nSubject: AI Plus\n\nThe mail itself.\n--b1--\n"
    )


def answer(body: str, heads: str = "", subject: str = "Re: AI Plus", sender: str = "Reader <{reader}>") -> str:
    """Return a person's answer to a mail of ours."""
    return f"From: {sender}\nTo: tracker@example.org\nSubject: {subject}\n{heads}\n{body}\n"


TO_READER = "In-Reply-To: {reader_id}\nReferences: <ai-plus.alert-1@example.org> {reader_id}\n"
TO_ASKED = "In-Reply-To: {asked_id}\n"
SOFT = "Action: failed\nStatus: 4.2.2\nDiagnostic-Code: smtp; 452 4.2.2 Mailbox full"
