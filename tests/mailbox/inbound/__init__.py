"""Mails that come into the mailbox, honest and hostile."""

from tests.mailbox.inbound.complaints import COMPLAINTS
from tests.mailbox.inbound.forged import FORGED
from tests.mailbox.inbound.huge import HUGE
from tests.mailbox.inbound.machines import MACHINES
from tests.mailbox.inbound.reports import REPORTS
from tests.mailbox.inbound.wishes import WISHES
from tests.mailbox.inbound.words import WORDS

CASES = [*REPORTS, *WORDS, *FORGED, *COMPLAINTS, *WISHES, *MACHINES, *HUGE]
