"""Find which of the names in a text act or speak where they are named."""

from tracker.tag.attribution import places_en, places_zh
from tracker.tag.attribution.voice_context import VoiceContext
from tracker.tag.engine import OWN, Rule, Table
from tracker.tag.entities.bodies import Voice
from tracker.tag.reading import Reading
from tracker.text.normalize import Span

# By which a place acts or is only named; without a row it is only named.
PLACES = {"zh": Table(places_zh.ROWS), "en": Table(places_en.ROWS)}
# A name that does not act where it is named.
NOT_THERE = Table(
    [
        # 工业和信息化部官网消息: where it was read, not who acts; 官网公布 is the ministry's act.
        Rule("zh.voice.site", after="[”\"]?(官网|网站|官方网站|微信|公众号|微信公众号)(?!公布|发布|发文)",
             examples=("据工业和信息化部官网消息，氢能产业发展很快。", "国家能源局微信公众号说，低空经济在增长。")),
        Rule("en.voice.site", after=r"('s (official )?website| website)",
             examples=("According to the NEA's website, hydrogen energy is growing.",
                 "The MIIT website has a page on smart manufacturing.")),
        # 在全国人大会议上，总理李强说: where a person speaks.
        Rule("zh.voice.venue",
             after="[^，。；]{0,14}((会议|大会|全会|记者会|发布会|座谈会|论坛|会)上，|政策(例行)?吹风会)",
             examples=("在全国人大会议上，李强谈到氢能。", "在国务院政策例行吹风会，李明谈到低空经济。")),
        # 全国人大会议在北京召开，李强作政府工作报告: the session at which the report is made.
        Rule("zh.voice.session", after="全国人(民代表)?大(会)?(?!常)[^，。；]{0,14}(召开|开幕|举行)，", scope=OWN,
             examples=("全国人大会议在北京召开，李强谈到氢能。", "全国人大四次会议开幕，李强说要发展低空经济。")),
    ]
)  # fmt: skip


class Named:
    """The names in a text; what is asked of one is computed once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._acts: dict[int, bool] = {}

    def within(self, span: Span) -> list[Voice]:
        """Return the names in a part of the text that act or speak there; a place may be only named."""
        return [voice for voice in self.reading.voices_in(span) if self._acts_there(voice)]

    def _acts_there(self, voice: Voice) -> bool:
        # Of places, but not of people who speak for them, it is asked whether they act.
        if voice.body != "local" or voice.speaker:
            return True
        known = self._acts.get(voice.start)
        if known is None:
            known = self._acts[voice.start] = PLACES[self.reading.language].affirms(self.context(voice)) is not None
        return known

    def context(self, voice: Voice) -> VoiceContext:
        """Return a name with the words around it."""
        return VoiceContext(self.reading, voice)

    def of_those_at_work(self, voices: list[Voice]) -> list[Voice]:
        """Return the names that are neither those of websites nor of venues."""
        return [voice for voice in voices if self.is_at_work(voice)]

    def is_at_work(self, voice: Voice) -> bool:
        """Decide whether a name is neither that of a website nor of a venue."""
        return NOT_THERE.first(self.context(voice)) is None
