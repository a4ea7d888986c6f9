"""Bounces that only people can read, as mail servers write them."""

from tests.mailbox.inbound.mails import Case, plain

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
