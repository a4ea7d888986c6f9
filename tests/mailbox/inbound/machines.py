"""Mails that programs send by themselves: absences, lists, challenges, receipts."""

from tests.mailbox.inbound.mails import TO_ASKED, TO_READER, Case, answer

MACHINES = [
    Case(
        "a machine confirms",
        answer("", "Auto-Submitted: auto-replied\n", "Re: confirm {asked_secret}", "{asked}"),
        "automatic",
    ),
    Case("a machine unsubscribes", answer("unsubscribe", TO_READER + "Auto-Submitted: auto-generated\n"), "automatic"),
    Case("out of office", answer("I am away. Unsubscribe", TO_READER, "Out of Office: AI Plus"), "automatic"),
    Case("an automatic reply", answer("yes", TO_ASKED, "Automatic reply: Please confirm", "{asked}"), "automatic"),
    Case("an automatic reply in Chinese", answer("确认", TO_ASKED, "自动回复: 请确认", "{asked}"), "automatic"),
    Case("a vacation program of old", answer("yes", TO_ASKED + "Precedence: bulk\n", sender="{asked}"), "automatic"),
    Case(
        "an autoresponder of its own kind",
        answer("yes", TO_ASKED + "X-Autoreply: yes\n", sender="{asked}"),
        "automatic",
    ),
    Case("a machine with no return path", "Return-Path: <>\n" + answer("yes", TO_ASKED, sender="{asked}"), "automatic"),
    Case(
        "our own mail comes round",
        answer("x", "Auto-Submitted: auto-generated\nList-Id: <alert-1.example.org>\n", sender="tracker@example.org"),
        "automatic",
    ),
    Case("a mailing list", answer("unsubscribe", TO_READER + "List-Id: <news.example.org>\n"), "automatic"),
    Case(
        "a challenge to prove that we are people",
        answer(
            "Please confirm your mail by answering it. Reference: confirm ab12",
            TO_READER,
            "Confirm that you are human [confirm ab12]",
            "challenge@example.net",
        ),
        "other",
        "",
        True,
    ),
    Case(
        "a challenge with a secret like ours",
        answer("", "", "confirm 0123456789abcdef0123456789abcdef", "challenge@example.net"),
        "confirm",
        "",
        True,
    ),
    Case("somebody writes to us", answer("Could you also follow shipbuilding?", TO_READER), "other", "", True),
    Case(
        "a receipt for our mail",
        answer(
            "--s1\nContent-Type: message/disposition-notification\n\nDisposition: automatic-action; displayed\n--s1--",
            TO_READER + "Auto-Submitted: auto-replied\n"
            'Content-Type: multipart/report; report-type=disposition-notification; boundary="s1"\n',
        ),
        "automatic",
    ),
]
