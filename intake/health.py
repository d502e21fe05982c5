"""Is it alive, is it ready, how is it doing: for whatever watches the process."""

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from desk.desk import Desk
from storage.schema import is_current
from storage.store import StorageDown
from storage.vitals import vitals


def health_routes(desk: Desk) -> list[Route]:
    """The routes `/healthz`, `/readyz` and `/metrics`."""

    async def alive(_request: Request) -> Response:
        return PlainTextResponse("ok")

    def ready(_request: Request) -> Response:
        try:
            current = is_current(desk.store)
        except StorageDown:
            return JSONResponse({"database": "down"}, status_code=503)
        return JSONResponse({"database": "ok" if current else "schema"}, status_code=200 if current else 503)

    def metrics(_request: Request) -> Response:
        from prometheus_client import CollectorRegistry, Gauge, generate_latest

        registry = CollectorRegistry()
        try:
            with desk.store.reading() as books:
                figures = vitals(books, desk.now_ms())
        except StorageDown:
            return PlainTextResponse("database down", status_code=503)
        leads = Gauge("intake_leads", "Leads by status", ["status"], registry=registry)
        for status, count in figures.leads.items():
            leads.labels(status).set(count)
        for name, text, value in (
            ("intake_outbox_waiting", "Messages not delivered yet", figures.waiting),
            ("intake_outbox_oldest_seconds", "Age of the oldest of them", figures.oldest_seconds),
            ("intake_outbox_refused", "Messages Telegram refused for good", figures.refused),
            ("intake_updates_parked", "Updates that could not be read or carried out", figures.parked),
            ("intake_alerts_unseen", "Alerts nobody took on", figures.unseen),
            ("intake_deliveries_dead", "Deliveries to other systems that were given up", figures.undelivered),
        ):
            Gauge(name, text, registry=registry).set(value)
        return Response(generate_latest(registry), media_type="text/plain; version=0.0.4")

    return [Route("/healthz", alive), Route("/readyz", ready), Route("/metrics", metrics)]
