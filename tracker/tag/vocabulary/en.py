"""English words that rows share: `{AREAS}` in a row stands for what is written here."""

FRAGMENTS = {
    "AREAS": "titles|honors|chains|areas|industries|channels|fields|sectors|scenarios|aspects|domains|technologies",
    "WEIGHTY": "important|key|major|central|crucial|vital|critical|strategic|indispensable|core|powerful|solid|"
    "necessary|essential|positive|significant|basic|fundamental|pivotal|integral",
}
