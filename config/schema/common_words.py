"""The words that nearly every text contains, and that name nothing: pronouns, prepositions, auxiliaries and more."""

import re

ENGLISH = """
    a an the this that these those such same other another each every either neither both all any some no none
    i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
    myself yourself himself herself itself ourselves yourselves themselves one ones who whom whose which what
    whatever whichever when where why how there here then now
    of in on at to by for from with without within into onto upon over under above below between among amid
    through throughout during before after since until till about against around across along behind beside besides
    beyond despite down up off out near per toward towards via as than like unlike
    and or but nor so yet if unless because although though while whereas whether
    am is are was were be been being do does did done doing have has had having
    can could may might must shall should will would ought
    not also only just even still very too more most much many less least few several own
"""
CHINESE = """
    我们 你们 他们 她们 它们 自己 这个 那个 这些 那些 这里 那里 其中 其他 其它 各种 一个 一些 一种 什么 怎么 如何
    以及 或者 并且 而且 但是 不过 然而 因为 所以 因此 由于 如果 虽然 尽管 不仅 还是 还有 同时 此外 另外 从而
    对于 关于 根据 按照 通过 随着 为了 作为 除了 进行 可以 能够 应当 应该 需要 没有 已经 正在 将会 目前 现在 以来
"""
COMMON = frozenset(f"{ENGLISH} {CHINESE}".split())
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def only_common(text: str) -> bool:
    """Decide whether all words of a text are common ones; capitals of two letters and more are a name (IT, WHO)."""
    words = _WORD.findall(text)
    rest = _WORD.sub("", text)
    return bool(words) and not any(map(str.isalnum, rest)) and all(map(_is_common, words))


def _is_common(word: str) -> bool:
    is_name = len(word) > 1 and word.isupper()
    return word.lower() in COMMON and not is_name
