"""Tests the pages for readers in a real Chromium: with and without scripts, by keys, small and wide, dark, printed."""

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait
from sqlmodel import select

from db.engine import reading, writing
from db.models import Alert, Page
from tests.servers.browser import Browser
from tests.web.reading.conftest import World
from tests.web.reading.world import CHINESE, ISSUED, revise
from tracker.alerts.matching.rules import Rule
from tracker.alerts.subscriptions.subscribe import subscribe

PAGES = {
    "news": "/",
    "filtered": "/news?since=1y&body=miit",
    "initiatives": "/initiatives",
    "initiative": "/initiatives/ai-plus",
    "series": "/initiatives/charging-infrastructure",
    "announcement": "/announcements/1",
    "search": "/search?q=%E9%87%8F%E5%AD%90",
    "targets": "/targets",
    "bodies": "/bodies",
    "compare": "/compare?initiative=ai-plus&initiative=six-g",
    "sources": "/sources",
    "about": "/about",
    "alerts": "/alerts?preview=1&initiative=ai-plus",
    "wrong": "/news?since=never",
}
NARROW, PHONE, WIDE = 320, 360, 1440
LEAST_CONTRAST = 4.5
AXE = (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
RUN_AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"]}).then(
  found => done(found.violations.map(one => `${one.id}: ${one.nodes.map(node => node.html.slice(0, 160))}`)));
"""
OVERFLOW = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
# What a finger has to hit (WCAG 2.2, 2.5.8); links within a sentence and marks of a chart are excepted.
TINY = """
return [...document.querySelectorAll('a, button, input, select, summary')]
  .filter(e => e.getClientRects().length && !e.closest('svg') && getComputedStyle(e).display !== 'inline')
  .filter(e => e.getBoundingClientRect().left >= 0)
  .map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect().width, e.getBoundingClientRect().height])
  .filter(([, width, height]) => width < 23.9 || height < 23.9);
"""
SIDEWAYS = "return [...document.querySelectorAll('table')].filter(e => e.scrollWidth > innerWidth).length"
WAIT = 20


class Reading:
    """A reader: one tab on the pages that counts the clicks."""

    def __init__(self, world: World, chromium: Browser) -> None:
        self.world, self.chromium, self.driver = world, chromium, chromium.driver
        self.clicks = 0

    def open(self, path: str, width: int = 1200, *, dark: bool = False) -> None:
        """Go to an address, and start counting."""
        self.chromium.visit(self.world.site.url + path, width, dark=dark)
        self.clicks = 0

    def find(self, selector: str) -> WebElement:
        """Return the one element, as soon as it is there."""
        return WebDriverWait(self.driver, WAIT).until(lambda driver: driver.find_element(By.CSS_SELECTOR, selector))

    def click(self, words: str) -> None:
        """Click the link or the button with these words."""
        self.clicks += 1
        xpath = f"//*[self::a or self::button or self::summary][normalize-space()={words!r}]"
        WebDriverWait(self.driver, WAIT).until(lambda driver: driver.find_element(By.XPATH, xpath)).click()

    def wait_for(self, words: str) -> None:
        """Wait until the content contains a text."""
        WebDriverWait(self.driver, WAIT).until(lambda _: words in self.text())

    def text(self) -> str:
        """Return the text of the content, as a reader sees it."""
        return str(self.driver.execute_script("return document.querySelector('main').innerText"))

    def faults(self) -> list[str]:
        """Return what axe-core finds wrong with the current page."""
        self.driver.execute_script(AXE)
        return list(self.driver.execute_async_script(RUN_AXE))

    def wait_at(self, part: str) -> None:
        """Wait until the address contains a part."""
        WebDriverWait(self.driver, WAIT).until(lambda _: part in self.path())

    def path(self) -> str:
        """Return the path of the current page."""
        return str(self.driver.current_url).removeprefix(self.world.site.url)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, wherever the focus is."""
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()


@pytest.fixture
def reader(world: World, chromium: Browser) -> Iterator[Reading]:
    """Yield a reader whose console must be empty at the end."""
    yield Reading(world, chromium)
    complaints = [one for one in chromium.complaints() if "status of 4" not in one]
    assert complaints == []


def address_of(world: World, name: str) -> str:
    """Return the address of a page, or of one that has to be found first."""
    if name in PAGES:
        return PAGES[name]
    with writing(world.site.engine) as session:
        if name == "managed":
            alert = subscribe(session, Alert(name="6G", recipient="managed@example.org"), Rule(), confirmed=True)
            return f"/alerts/{alert.token}"
        page = session.get_one(Page, 1)
        newer = revise(session, page, "新的一句。").sha256 if name == "changes" else page.sha256
        return f"/stored/{newer}/changes" if name == "changes" else f"/stored/{newer}"


@pytest.mark.parametrize("name", [*PAGES, "stored", "changes", "managed"])
def test_a_page_fits_every_screen_and_is_accessible(reader: Reading, name: str) -> None:
    path = address_of(reader.world, name)
    for width in (NARROW, WIDE):
        reader.open(path, width)
        assert reader.driver.execute_script(OVERFLOW) <= 0, width
    reader.open(path, PHONE)
    assert reader.driver.execute_script(TINY) == []
    assert reader.driver.execute_script(SIDEWAYS) == 0, "a table is read without scrolling sideways"
    for width, dark in ((PHONE, True), (WIDE, False), (WIDE, True)):
        reader.open(path, width, dark=dark)
        faint = [one for one in reader.chromium.contrasts() if one[0] < LEAST_CONTRAST]
        assert faint == []
    assert reader.faults() == []


def test_what_did_miit_announce_this_week(reader: Reading) -> None:
    reader.open("/")
    reader.click("7 days")
    reader.wait_at("since=7d")
    reader.click("MIIT")
    reader.wait_for("Body: MIIT")
    assert "6G技术试验启动" in reader.text()
    assert "量子" not in reader.text()
    assert reader.clicks <= 3


def test_when_was_ai_plus_issued_and_by_whom(reader: Reading) -> None:
    reader.open("/")
    reader.click("Initiatives")
    reader.click("AI Plus")
    reader.wait_for("paper issued")
    phase = next(
        one for one in reader.driver.find_elements(By.CSS_SELECTOR, ".phases li") if "paper issued" in one.text
    )
    assert "26 August 2025" in phase.text
    assert "State Council" in phase.text
    assert reader.clicks <= 3


def test_which_targets_for_2027(reader: Reading) -> None:
    reader.open("/")
    reader.click("Ahead")
    reader.click("2027")
    reader.wait_for("70%")
    assert "AI Plus" in reader.text()
    assert reader.clicks <= 3


def test_what_is_the_proof_when_the_source_is_gone(reader: Reading) -> None:
    reader.open("/")
    reader.click("国务院关于深入实施“人工智能+”行动的意见")
    reader.click("Stored page")
    reader.wait_for(CHINESE)
    reader.click("The copy as it was fetched, without scripts and pictures")
    assert reader.clicks <= 3
    reader.wait_at("/page/")
    assert reader.driver.title == "国务院关于深入实施“人工智能+”行动的意见", "no script of a stored page has run"
    said = reader.chromium.complaints()
    assert len(said) == 1
    assert "sandbox" in said[0]


def test_sign_up_from_an_initiative_for_its_changes(reader: Reading) -> None:
    site = reader.world.site
    reader.open("/")
    reader.click("Initiatives")
    reader.click("6G")
    reader.click("Alert me when this changes")
    reader.wait_for("this alert would have sent")
    assert reader.clicks <= 3
    reader.find("input[name=address]").send_keys("reader@example.org")
    reader.click("Sign up")
    reader.wait_for("a mail with a button to confirm is on its way")
    before = len(reader.world.mails.mails)
    site.tracker.run("alerts", "send")
    (mail,) = reader.world.mails.mails[before:]
    body = mail.get_body(("plain",))
    assert body
    assert mail["To"] == "reader@example.org"
    links = re.findall(r"http://\S+/confirm/[0-9a-f]{32}", body.get_content())
    reader.driver.get(links[0])
    button = reader.find("button")
    assert reader.faults() == []
    button.click()
    reader.wait_for("You will get the alerts")
    assert reader.faults() == []
    (_, told) = _alert_of(reader.world, "reader@example.org")
    reader.driver.get(f"{site.url}/unsubscribe/{told}")
    reader.find("main a")
    assert reader.faults() == []
    reader.click("change when it sends, or pause it")
    reader.wait_for("It follows")
    reader.click("End this alert")
    reader.wait_for("This alert has ended.")
    assert _alert_of(reader.world, "reader@example.org")[0]


def _alert_of(world: World, address: str) -> tuple[bool, str]:
    with reading(world.site.engine) as session:
        alert = session.exec(select(Alert).where(Alert.recipient == address)).one()
        return alert.removed_at is not None, alert.token


def test_filters_load_the_content_alone_and_the_back_button_brings_it_back(reader: Reading) -> None:
    reader.open("/news?lang=en")
    reader.driver.execute_script("window.stays = 1")
    reader.find(".filters summary").click()
    Select(reader.find("select[name=act]")).select_by_value("launched")
    reader.click("Apply")
    reader.wait_for("Act: launched")
    assert "量子" not in reader.text()
    assert reader.path() == "/news?lang=en&act=launched"
    assert reader.driver.execute_script("return window.stays") == 1
    reader.driver.back()
    reader.wait_for("加快量子科技攻关")
    assert reader.path() == "/news?lang=en"
    reader.click("6G技术试验启动")
    reader.wait_for("6G技术试验")
    assert reader.path().startswith("/announcements/")
    reader.driver.back()
    reader.wait_for("加快量子科技攻关")


def test_search_from_any_page(reader: Reading) -> None:
    reader.open("/about")
    for typed, found in (("量子", "加快量子科技攻关"), ("6G", "China launches second stage of 6G trials")):
        field = reader.find(".find input")
        field.clear()
        field.send_keys(typed, Keys.ENTER)
        reader.wait_for(found)


def test_the_language_switch_stays_on_the_page(reader: Reading) -> None:
    reader.open("/initiatives/ai-plus")
    reader.click("中文")
    reader.wait_at("lang=zh")
    assert reader.find("h1").text == "人工智能+"
    assert "2025年8月26日" in reader.text()
    reader.find("nav a[data-key=news]").click()
    assert reader.find("h1").text == "最新公告"
    reader.click("English")
    reader.wait_at("lang=en")
    assert reader.find("h1").text == "What was announced"


def test_everything_can_be_done_by_keys(reader: Reading) -> None:
    reader.open("/news?lang=en")
    reader.press(Keys.TAB)
    assert reader.driver.switch_to.active_element.text == "Skip to content"
    reader.press(Keys.ENTER)
    WebDriverWait(reader.driver, WAIT).until(lambda driver: driver.switch_to.active_element.tag_name == "main")
    reader.press("j", "j", "k")
    first = reader.driver.find_elements(By.CSS_SELECTOR, "[data-row]")[0]
    assert "here" in (first.get_attribute("class") or "")
    reader.press("o")
    reader.wait_at("/announcements/")
    reader.press("g", "i")
    reader.wait_at("/initiatives")
    reader.press("?")
    assert reader.find("dialog[open]").is_displayed()
    reader.press(Keys.ESCAPE)
    assert not reader.driver.find_elements(By.CSS_SELECTOR, "dialog[open]")
    reader.press("/")
    assert reader.driver.switch_to.active_element.get_attribute("name") == "q"
    reader.press("g", "i", "j", Keys.ENTER)
    reader.wait_at("q=gij")
    reader.open("/about?lang=en")
    reader.press("g", "n")
    reader.wait_at("/news")


def test_pages_are_complete_without_javascript(reader: Reading) -> None:
    reader.chromium.command("Emulation.setScriptExecutionDisabled", value=True)
    try:
        reader.open("/news?lang=en")
        reader.find(".filters summary").click()
        reader.find("select[name=body] option[value=miit]").click()
        reader.find(".filters button").click()
        reader.wait_at("body=miit")
        reader.find("h3 a").click()
        reader.wait_at("/announcements/")
        reader.find("a[href^='/stored/']").click()
        assert "SHA-256" in reader.find(".bar:has(.digest)").text
        reader.open("/alerts?lang=en")
        reader.find("select[name=initiative] option[value=six-g]").click()
        reader.find("main form button").click()
        reader.wait_at("initiative=six-g")
        assert "this alert would have sent" in reader.find("#preview + p").text
    finally:
        reader.chromium.command("Emulation.setScriptExecutionDisabled", value=False)


def test_a_timeline_prints_as_a_text(reader: Reading) -> None:
    reader.open("/initiatives/ai-plus")
    reader.chromium.command("Emulation.setEmulatedMedia", media="print")
    try:
        shown = {
            name: reader.driver.execute_script(f"return getComputedStyle(document.querySelector('{name}')).display")
            for name in ("body > header", ".filters", ".button", ".rail")
        }
        assert shown == {"body > header": "none", ".filters": "none", ".button": "none", ".rail": "block"}
        pdf = reader.chromium.command("Page.printToPDF", preferCSSPageSize=True)["data"]
        assert len(pdf) > 10_000
    finally:
        reader.chromium.command("Emulation.setEmulatedMedia", media="")


def test_charts_turn_dark_with_the_page(reader: Reading) -> None:
    colours = []
    for dark in (False, True):
        reader.open("/initiatives/charging-infrastructure", dark=dark)
        colours.append(
            reader.driver.execute_script("return getComputedStyle(document.querySelector('svg text.ink')).fill")
        )
        assert reader.driver.execute_script("return document.querySelectorAll('.series circle').length") == 3
    assert colours[0] != colours[1]


def test_the_day_is_the_one_that_the_text_states(reader: Reading) -> None:
    reader.open("/announcements/1")
    assert reader.find("time").get_attribute("datetime") == ISSUED.isoformat()
