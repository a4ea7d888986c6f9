"""English words that rows share: `{AREAS}` in a row stands for what is written here."""

FRAGMENTS = {
    "ADMITTED": "(selected|picked|chosen|named|listed|approved|cleared|recogni[sz]ed|certified|designated|accredited|"
    "rated|confirmed|shortlisted|admitted|accepted|added|put|placed|included|enrolled|awarded|given|granted|won|"
    "made it|entered|joined|earned|gained|received|obtained|upgraded|promoted|elevated)",
    "AREAS": "titles|honors|chains|areas|industries|channels|fields|sectors|scenarios|aspects|domains|technologies",
    # Places, firms and works that a selection may choose; officials and ministries are not among them.
    "CANDIDATES": "(cit(ies|y clusters)|towns|counties|districts|provinces|regions|areas|places|localities|sites|parks|"
    "zones|bases|clusters|companies|firms|enterprises|businesses|SMEs|makers|manufacturers|carmakers|automakers|"
    "consort(iums|ia)|institut(ions|es)|universities|hospitals|plants|factories|workshops|platforms|laboratories|labs|"
    "centers|centres|projects|applicants|candidates|bidders|cases|models|products|teams|units|entities|groups|ports|"
    "pilots|scenarios|villages)",
    "WEIGHTY": "important|key|major|central|crucial|vital|critical|strategic|indispensable|core|powerful|solid|"
    "necessary|essential|positive|significant|basic|fundamental|pivotal|integral",
}
