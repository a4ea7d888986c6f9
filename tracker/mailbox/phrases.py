"""Hold the words that identify mails without a machine-readable report: bounces, reasons, delays, requests."""

import re


def _any(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words), re.IGNORECASE)


# Senders of bounces: qmail, Exim, Exchange, Gmail, QQ, NetEase ... use these names.
DAEMONS = re.compile(
    r"(?i)^(mailer[-_.]?daemon|mail-daemon|postmaster|mdaemon|mmdf|smtpd|mailbounce|bounce|noreply-bounce)"
)

RETURNED = _any(
    r"failure notice",
    r"undeliver(able|ed)",
    r"(mail|message|email) (delivery|system) (failed|failure|error)",
    r"delivery (has |to the following .{0,40})?(failed|failure)",
    r"delivery status notification",
    r"returned (mail|to sender)",
    r"(could|can)( ?not|n't) be delivered",
    r"(was|were|am|is) (not able|unable) to deliver",
    r"wasn't able to deliver",
    r"did not reach (some|all|the)",
    r"wasn't delivered to",
    r"退信",
    r"(被|已)退回",
    r"(无法|未能|不能)(投递|送达|发送到|递送)",
    r"投递失败",
    r"送信できません",
)

DELAYED = _any(
    r"\(?delay(ed)?\)?( mail| delivery|$)",
    r"delivery (is |has been |was )?(delayed|incomplete)",
    r"warning: (message|could not send)",
    r"this is a warning message only",
    r"(will|we'll) (be )?(retr(y|ied)|keep trying|continue to try)",
    r"still being retried",
    r"has not yet been delivered",
    r"延迟(投递|通知)?",
    r"将继续(尝试|投递|重试)",
)

_BOX = "(user|recipient|mailbox|account|address|alias)"

# Permanent failures. What is not listed here and has no code may be tried again.
HARD = _any(
    rf"{_BOX}[^.\n]{{0,60}}(unknown|not (be )?found|(does|do) ?n[o']t exist|not exist)",
    rf"(unknown|no such|invalid|non-?existent|illegal) (or illegal )?(local )?{_BOX}",
    r"no mailbox (here|by that name)",
    r"(mailbox|account|user)[^.\n]{0,40}(disabled|deactivated|inactive|closed|cancell?ed)",
    r"not a valid (mailbox|user|recipient)",
    r"address not found",
    r"no longer (valid|in use|available|accepts)",
    r"(host|domain)[^.\n]{0,40}(unknown|not found|does not exist)",
    r"couldn't find any host",
    r"(用户|收件人|邮箱|账号|帐号|帐户|账户|地址)[^。\n]{0,40}(不存在|无效|错误|已注销|被冻结|已停用)",
    r"(无此|没有该|找不到该?|未知)(用户|收件人|邮箱|帐号|账号)",
    r"未开通",
    r"域名不存在",
)

SOFT = _any(
    r"(over|exceed(s|ed|ing)?)[^.\n]{0,30}quota",
    r"quota[^.\n]{0,20}(exceed|full|over)",
    r"(mailbox|inbox|storage|account|disk)[^.\n]{0,30}(is )?full",
    r"(insufficient|out of|not enough) (system |disk )?(storage|space)",
    r"grey-?list",
    r"temporar(y|ily)",
    r"try (again )?later",
    r"timed? ?out",
    r"in the queue too long",
    r"(message|size)[^.\n]{0,30}(too (big|large)|exceeds)",
    r"too many (connections|messages|recipients)",
    r"(邮箱|空间|容量|收件箱)[^。\n]{0,16}(已满|不足|满)",
    r"超(过|出|限)[^。\n]{0,16}(容量|限制|配额)?",
    r"(稍后|请)(再|重)试",
    r"超时",
    r"暂时",
)

# What follows is our own mail.
COPY = re.compile(
    r"(?im)^[-_* \t]{0,80}("
    r"below this line is a copy"
    r"|this is a copy of (the|your) message"
    r"|(the )?original message( follows| headers)?[-: \t]{0,80}$"
    r"|message headers? follow"
    r"|return-path:"
    r"|received:"
    r"|原(始)?邮件(内容|如下|信息|信头|正文)?[-:： \t]{0,80}$"
    r")"
)

AUTOMATIC = re.compile(
    r"(?i)^\W*((re|aw|回复|答复)[:：]\s*)*("
    r"auto(matic|mated)?[- ]?(reply|response|answer|responder)"
    r"|auto:"
    r"|out of (the )?office"
    r"|on vacation"
    r"|vacation( (reply|notice|message))?\b"
    r"|away from (my|the) (mail|office|desk)"
    r"|i am (currently )?(away|out of)"
    r"|abwesenheit"
    r"|réponse automatique"
    r"|自动(回复|答复|应答)"
    r"|(外出|休假|不在办公室)"
    r")"
)

# A line that consists of the request.
LEAVE = re.compile(
    r"(?i)^\W*(please\s+)?(unsubscribe|opt[- ]?out|(please\s+)?remove me|stop)(\s+me)?(\s+please)?\W*$"
    r"|^\W*(请)?(退订|取消订阅|不再订阅)(谢谢)?\W*$"
)
AGREE = re.compile(r"(?i)^\W*(i\s+)?(confirm(ed)?|yes)(,?\s+please)?\W*$|^\W*(我)?(确认|同意|是)(订阅)?\W*$")
# The first line of what a reply quotes.
QUOTED = re.compile(
    r"(?i)^\s*(>|--\s*$|-{2,}.*(original|forwarded|原始|原邮件|转发)|_{5,}|on .{5,100}wrote:|(from|von|发件人)\s*[:：])"
    r"|写道[:：]?\s*$"
)
