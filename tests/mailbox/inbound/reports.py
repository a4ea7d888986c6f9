"""Bounces that programs can read: delivery status notifications by RFC 3464."""

from tests.mailbox.inbound.mails import SOFT, Case, report

REPORTS = [
    Case("Postfix says that the user is unknown", report(), "bounce", "reader suspended"),
    Case("Postfix returns the heads alone", report(kind="text/rfc822-headers"), "bounce", "reader suspended"),
    Case("a full mailbox is soft", report(SOFT), "bounce", "reader waiting"),
    Case("5.2.2 is a full mailbox too", report("Action: failed\nStatus: 5.2.2"), "bounce", "reader waiting"),
    Case("a mail too big for them is soft", report("Action: failed\nStatus: 5.3.4"), "bounce", "reader waiting"),
    Case("given up after days is soft", report("Action: failed\nStatus: 4.4.7"), "bounce", "reader waiting"),
    Case(
        "no status, but a reply",
        report("Action: failed\nDiagnostic-Code: smtp; 550 No such user here"),
        "bounce",
        "reader suspended",
    ),
    Case("no action, but a status", report("Status: 5.1.2"), "bounce", "reader suspended"),
    Case(
        "a comment behind the action",
        report("Action: failed (bad address)\nStatus: 5.1.1 (bad)"),
        "bounce",
        "reader suspended",
    ),
    Case("delayed is no bounce", report("Action: delayed\nStatus: 4.4.1\nWill-Retry-Until: tomorrow"), "bounce"),
    Case("relayed is no bounce", report("Action: relayed\nStatus: 2.1.9"), "bounce"),
    Case("expanded is no bounce", report("Action: expanded\nStatus: 2.1.9"), "bounce"),
    Case("delivered is no bounce", report("Action: delivered\nStatus: 2.0.0"), "bounce"),
    Case("an action that nobody knows is no bounce", report("Action: eaten\nStatus: 5.9.9"), "bounce"),
    Case(
        "several recipients, and ours is well",
        report(
            "Action: delivered\nStatus: 2.0.0\n\nFinal-Recipient: rfc822; else@example.net\nAction: failed\n"
            "Status: 5.1.1"
        ),
        "bounce",
    ),
    Case(
        "several recipients, and ours is not",
        report(
            "Action: failed\nStatus: 5.1.1\n\nFinal-Recipient: rfc822; else@example.net\nAction: delivered\n"
            "Status: 2.0.0"
        ),
        "bounce",
        "reader suspended",
    ),
    Case(
        "passed on to an address that fails",
        report(final="Final-Recipient: rfc822; dead@example.net\n"),
        "bounce",
        "reader waiting",
    ),
    Case(
        "passed on, with the address that we wrote to",
        report(final="Original-Recipient: rfc822; {reader}\nFinal-Recipient: rfc822; dead@example.net\n"),
        "bounce",
        "reader suspended",
    ),
    Case(
        "the address in capitals",
        report(final="Final-Recipient: RFC822; READER@Example.ORG\n"),
        "bounce",
        "reader suspended",
    ),
    Case(
        "an internationalised report",
        report(final="Final-Recipient: utf-8; {reader}\n", kind="message/global-headers"),
        "bounce",
        "reader suspended",
    ),
    Case(
        "in base64 throughout",
        'From: MAILER-DAEMON@mx.example.org\nContent-Type: multipart/report; boundary="b1"\n\n--b1\n'
        "Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n"
        "UmVwb3J0aW5nLU1UQTogZG5zOyBteAoKRmluYWwtUmVjaXBpZW50OiByZmM4MjI7IHJlYWRlckBl\n"
        "eGFtcGxlLm9yZwpBY3Rpb246IGZhaWxlZApTdGF0dXM6IDUuMS4xCg==\n\n"
        "--b1\nContent-Type: text/rfc822-headers\n\nMessage-ID: {reader_id}\n\n--b1--\n",
        "bounce",
        "reader suspended",
    ),
    Case(
        "Exchange names our mail in its head alone",
        report(heads="In-Reply-To: {reader_id}\nTo: tracker@example.org", returned="Subject: AI Plus"),
        "bounce",
        "reader suspended",
    ),
    Case(
        "one status block for everything",
        report(final="", fields="Final-Recipient: rfc822; {reader}\nAction: failed\nStatus: 5.1.1"),
        "bounce",
        "reader suspended",
    ),
    Case(
        "the question came back",
        report(final="Final-Recipient: rfc822; {asked}\n", returned="Message-ID: {asked_id}"),
        "bounce",
        "asked suspended",
    ),
    Case(
        "the question came back for now",
        report(SOFT, final="Final-Recipient: rfc822; {asked}\n", returned="Message-ID: {asked_id}"),
        "bounce",
        "asked climbs",
    ),
    Case("the same twice is one", report(SOFT), "bounce", "reader waiting"),
]
