"""Mails that come into the mailbox, honest and hostile, each with its expected result.

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
VERP = "Delivered-To: {reader_verp}\nTo: tracker@example.org"
SOFT = "Action: failed\nStatus: 4.2.2\nDiagnostic-Code: smtp; 452 4.2.2 Mailbox full"
QMAIL = (
    "Hi. This is the qmail-send program at mx.example.org.\n"
    "I'm afraid I wasn't able to deliver your message to the following addresses.\n"
    "This is a permanent error; I've given up. Sorry it didn't work out.\n\n"
    "<{reader}>:\n%s\n\n"
    "--- Below this line is a copy of the message.\n\n"
    "Return-Path: <tracker@example.org>\nMessage-ID: {reader_id}\nSubject: AI Plus 999 4.0.0\n\nThe mail itself."
)
QQ = (
    "From: PostMaster@qq.com\nTo: tracker@example.org\nSubject: =?gb18030?B?z7XNs83L0MU=?=\nMIME-Version: 1.0\n"
    'Content-Type: multipart/mixed; boundary="b1"\n\n'
    "--b1\nContent-Type: text/html; charset=gb18030\nContent-Transfer-Encoding: 8bit\n\n"
)

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

WORDS = [
    Case(
        "qmail, for good", plain(QMAIL % "Sorry, no mailbox here by that name. (#5.1.1)"), "bounce", "reader suspended"
    ),
    Case(
        "qmail, a reply without a code",
        plain(QMAIL % "192.0.2.1 does not like recipient.\nRemote host said: 550 no"),
        "bounce",
        "reader suspended",
    ),
    Case("qmail, over quota", plain(QMAIL % "User disk quota exceeded. (#4.3.0)"), "bounce", "reader waiting"),
    Case(
        "qmail, too long in the queue",
        plain(QMAIL % "I'm not going to try again; this message has been in the queue too long."),
        "bounce",
        "reader waiting",
    ),
    Case(
        "Exim names who failed in a head",
        plain(
            "A message that you sent could not be delivered to one or more of its recipients.\n"
            "This is a permanent error. The following address(es) failed:\n\n  {reader}\n    Unrouteable address\n"
            "    host mx [192.0.2.1]: 550 user unknown\n\n"
            "------ This is a copy of the message, including all the headers. ------\n\n"
            "Message-Id: {reader_id}\n",
            "Mail delivery failed: returning message to sender",
        ).replace("To: tracker", "X-Failed-Recipients: {reader}\nTo: tracker"),
        "bounce",
        "reader suspended",
    ),
    Case(
        "Gmail of old",
        plain(
            "Delivery to the following recipient failed permanently:\n\n     {reader}\n\n"
            "Technical details of permanent failure:\nThe error that the other server returned was:\n"
            "550 550 5.1.1 <{reader}>: Recipient address rejected\n\n----- Original message -----\n\n"
            "Message-ID: {reader_id}\n",
            "Delivery Status Notification (Failure)",
            "mailer-daemon@googlemail.com",
        ),
        "bounce",
        "reader suspended",
    ),
    Case(
        "Gmail still tries",
        plain(
            "Delivery to the following recipient has been delayed:\n\n     {reader}\n\n"
            "Message will be retried for 2 more day(s)\n\n----- Original message -----\n"
            "Message-ID: {reader_id}\n",
            "Delivery Status Notification (Delay)",
            "mailer-daemon@googlemail.com",
        ),
        "bounce",
    ),
    Case(
        "sendmail warns",
        plain(
            "    ** THIS IS A WARNING MESSAGE ONLY **\n    ** YOU DO NOT NEED TO RESEND **\n\n"
            "Message-ID: {reader_id}\n",
            "Warning: could not send message for past 4 hours",
        ),
        "bounce",
    ),
    Case(
        "Exchange of old",
        plain(
            "Your message did not reach some or all of the intended recipients.\n\n"
            "      Subject: AI Plus\n\nThe following recipient(s) could not be reached:\n\n"
            "      {reader} on 24.11.2026\n"
            "            The e-mail account does not exist at the organization.\n"
            "            <mx.example.org #5.1.1>\n\nMessage-ID: {reader_id}\n",
            "Undeliverable: AI Plus",
            "postmaster@example.org",
        ),
        "bounce",
        "reader suspended",
    ),
    Case(
        "QQ, no such user",
        (
            QQ + "<p>很抱歉，您的邮件无法投递到 {reader}。</p><p>退信原因：该用户不存在</p>\n\n"
            "--b1\nContent-Type: message/rfc822\n\nMessage-ID: {reader_id}\n\nx\n--b1--\n"
        ).encode("gb18030"),
        "bounce",
        "reader suspended",
    ),
    Case(
        "QQ, no room",
        (
            QQ + "<p>很抱歉，您的邮件被退回：{reader}</p><p>收件人邮箱空间不足</p>\n\n"
            "--b1\nContent-Type: message/rfc822\n\nMessage-ID: {reader_id}\n\nx\n--b1--\n"
        ).encode("gb18030"),
        "bounce",
        "reader waiting",
    ),
    Case(
        "NetEase in plain words",
        plain(
            "抱歉，您的邮件被退回来了。\n收件人：{reader}\n退信代码：550\n"
            "原因：User not found: {reader}\n\n原邮件信息：\nMessage-ID: {reader_id}\n",
            "=?UTF-8?B?57O757uf6YCA5L+h?=",
            "Postmaster@163.com",
        ),
        "bounce",
        "reader suspended",
    ),
    Case(
        "NetEase, later perhaps",
        plain(
            "您的邮件未能送达 {reader}：对方服务器超时，请稍后再试。\nMessage-ID: {reader_id}\n",
            "系统退信",
            "Postmaster@163.com",
        ),
        "bounce",
        "reader waiting",
    ),
    Case(
        "words that give no reason",
        plain("Your message to {reader} could not be delivered.\nMessage-ID: {reader_id}\n"),
        "bounce",
        "reader waiting",
    ),
    Case(
        "a number that is no reply",
        plain("Your message could not be delivered.\nSize 550 bytes, host 5.1.1.7\nMessage-ID: {reader_id}\n"),
        "bounce",
        "reader waiting",
    ),
]

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

CASES = [*REPORTS, *WORDS, *FORGED, *COMPLAINTS, *WISHES, *MACHINES, *HUGE]
