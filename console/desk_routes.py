"""The routes of the pages about the desk itself: one's account, staff, report, health, audit."""

from starlette.routing import Route

from console import account, health_page, report, staff_page
from console.audit_page import AuditPages
from console.gate import Gate
from console.navigation import ACCOUNT, AUDIT, HEALTH, REPORT, STAFF, is_owner
from console.redelivering import try_again
from console.second_factor import FactorPages


def desk_routes(gate: Gate) -> list[Route]:
    """Routes for everybody of staff, then those for some roles."""
    factors = FactorPages(gate.codes)
    return [
        gate.signed("/code", factors.ask, waiting=True),
        gate.signed("/code", factors.give, method="POST", waiting=True),
        gate.signed("/second-factor", factors.explain, writes=True, waiting=True),
        gate.signed("/second-factor", factors.confirm, method="POST", waiting=True),
        gate.signed("/second-factor/off", factors.turn_off, method="POST"),
        gate.signed(ACCOUNT.href, account.show_account),
        gate.signed("/account/end", account.end_one, method="POST"),
        gate.signed("/account/end-others", account.end_all_others, method="POST"),
        gate.signed(REPORT.href, report.show_report),
        gate.signed(HEALTH.href, health_page.show_health, allowed=health_page.may_see),
        gate.signed(f"{HEALTH.href}/redeliver", try_again, method="POST", allowed=health_page.may_see),
        gate.signed(report.CSV, report.export_report, writes=True),
        *_for_owners(gate),
    ]


def _for_owners(gate: Gate) -> list[Route]:
    log = AuditPages()
    return [
        gate.signed(STAFF.href, staff_page.show_staff, allowed=is_owner),
        gate.signed("/staff/save", staff_page.save, method="POST", allowed=is_owner),
        gate.signed("/staff/remove", staff_page.remove, method="POST", allowed=is_owner),
        gate.signed("/staff/reset", staff_page.reset, method="POST", allowed=is_owner),
        gate.signed("/staff/end", staff_page.end, method="POST", allowed=is_owner),
        gate.signed(AUDIT.href, log.show, allowed=is_owner),
        gate.signed("/audit/verify", log.verify, method="POST", allowed=is_owner),
    ]
