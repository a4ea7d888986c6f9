"""Define the tables that the daemon itself reads, without their models, which would take half as much memory again.

`db.models` explains them; a test checks that the two agree.
"""

from sqlalchemy import Integer, String, column, table

from db.moments import Moment

lease = table(
    "lease",
    column("name", String),
    column("holder", String),
    column("until", Moment),
    column("done_at", Moment),
    column("due_at", Moment),
    column("trouble", String),
)
delivery = table(
    "delivery",
    column("id", Integer),
    column("alert_id", Integer),
    column("recipient_id", Integer),
    column("state", String),
    column("due_at", Moment),
    column("lease_until", Moment),
)
alert = table("alert", column("id", Integer), column("recipient_id", Integer))
recipient = table(
    "recipient",
    column("id", Integer),
    column("confirmed_at", Moment),
    column("suspended_at", Moment),
    column("waits_until", Moment),
)
page = table("page", column("id", Integer), column("fetched_at", Moment))
stamp = table("stamp", column("name", String), column("mark", String))

ALIVE = "daemon "
"""The beginning of the name of a daemon's sign of life; its holder follows."""
