"""The pages behind the links in our mails, in the language that the browser asks for."""

from functools import cache
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import HTMLResponse

if TYPE_CHECKING:
    from jinja2 import Template

WORDS = {
    "en": {
        "confirm": ("Confirm alerts", "Press the button if you want the alerts that were ordered for you.", "Confirm"),
        "confirmed": ("Thank you", "You will get the alerts. Each mail says how to end them.", ""),
        "expired": (
            "Nothing to confirm",
            "This link is not valid, or no longer valid. Please order the alerts again.",
            "",
        ),
        "unsubscribe": ("End an alert", "Press the button to end the alert that sent you this link.", "End it"),
        "manage": ("change when it sends, or pause it", "", ""),
        "ended": ("Done", "If this link belonged to an alert, that alert has ended and sends nothing more.", ""),
        "400": ("Not understood", "Please open the link again and press the button.", ""),
        "404": ("Page not found", "There is no such page. Please check the address.", ""),
        "405": ("Not allowed", "This page cannot be used in that way.", ""),
        "408": ("Request timed out", "Your request did not arrive in time. Please try again.", ""),
        "413": ("Request too large", "Your request is too large for this page.", ""),
        "429": (
            "Too many requests",
            "Too many requests came from your address. Please wait a moment and try again.",
            "",
        ),
        "503": ("Temporarily unavailable", "We cannot do this at the moment. Please try again in a few minutes.", ""),
    },
    "zh": {
        "confirm": ("确认订阅", "如果您需要为您订阅的提醒，请点击按钮。", "确认"),
        "confirmed": ("谢谢", "您将收到提醒。每封邮件都写明如何退订。", ""),
        "expired": ("无可确认", "此链接无效或已失效，请重新订阅。", ""),
        "unsubscribe": ("退订", "请点击按钮，退订发来此链接的提醒。", "退订"),
        "manage": ("更改时间或暂停", "", ""),
        "ended": ("完成", "如果此链接属于某项提醒，该提醒已退订，不再发送。", ""),
        "400": ("无法理解", "请重新打开链接并点击按钮。", ""),
        "404": ("页面不存在", "没有这个页面，请检查网址。", ""),
        "405": ("无法执行", "此页面不能这样使用。", ""),
        "408": ("超时", "未能及时收到您的请求，请重试。", ""),
        "413": ("内容过大", "您的请求过大。", ""),
        "429": ("请求过多", "您的地址请求过于频繁，请稍后再试。", ""),
        "503": ("暂时不可用", "目前无法处理，请几分钟后重试。", ""),
    },
}

STYLE = (
    "body{margin:0;padding:3em 1em;font:17px/1.5 system-ui,sans-serif;color:#1c1f23;background:#fff}"
    "main{max-width:32em;margin:0 auto}h1{font-size:1.4em}"
    "button{font:inherit;padding:.6em 1.4em;border:0;border-radius:.3em;color:#fff;background:#0b57a4}"
    "@media(prefers-color-scheme:dark){body{color:#e4e7ea;background:#16181b}button{color:#16181b;background:#8ab8ee}}"
)


def page(request: Request, what: str, status: int = 200) -> HTMLResponse:
    """Return the page `what` (a key of WORDS); a page with a button sends its form to its own address."""
    language = "zh" if request.headers.get("Accept-Language", "").strip().casefold().startswith("zh") else "en"
    title, text, button = WORDS[language][what]
    manage = WORDS[language]["manage"][0] if what == "unsubscribe" else ""
    fields = {"language": language, "title": title, "text": text, "button": button, "style": STYLE, "manage": manage}
    heads = {"Retry-After": "120"} if status == 503 else {}
    return HTMLResponse(_template().render(fields), status, headers=heads)


@cache
def _template() -> "Template":
    # A start without it is shorter, and takes two megabytes less.
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape  # noqa: PLC0415

    environment = Environment(
        loader=PackageLoader("tracker.web"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html")
