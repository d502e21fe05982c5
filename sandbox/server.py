"""The sandbox as a web server: the Bot API, the people's side and the page."""

import asyncio
import contextlib
import socket
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from types import FrameType

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from uvicorn.protocols.http.h11_impl import H11Protocol

from sandbox import bot_door, page_door, people_door
from sandbox.webhook import Deliverer
from sandbox.world import World

START_SECONDS = 10.0
STOP_SECONDS = 5


def application(world: World, *, pace: float = 1.0) -> Starlette:
    """The web application of a world; `pace` scales the waits between webhook deliveries."""

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        world.closed = False
        delivery = asyncio.create_task(Deliverer(world, pace).run())
        yield
        world.close()
        await delivery

    routes = [
        *bot_door.ROUTES,
        *people_door.ROUTES,
        *page_door.ROUTES,
    ]
    app = Starlette(routes=routes, lifespan=lifespan, middleware=[Middleware(page_door.OwnPageOnly)])
    app.state.world = world
    return app


class CuttingProtocol(H11Protocol):
    """HTTP with the transport within reach of a request, so that a fault can cut the connection."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.app_state = {**self.app_state, "transport": transport}


class Server(uvicorn.Server):
    """Ends long polls and event streams first, so that stopping takes no time."""

    def __init__(self, world: World, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._world = world
        self.when_started: Callable[[], None] = lambda: None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self.when_started()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._world.close()
        super().handle_exit(sig, frame)


def server(world: World, host: str, port: int, *, pace: float = 1.0) -> Server:
    """A server ready to run."""
    config = uvicorn.Config(
        application(world, pace=pace),
        host=host,
        port=port,
        http=CuttingProtocol,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    return Server(world, config)


def serve(host: str, port: int, world: World | None = None, *, say: Callable[[str], None] | None = None) -> None:
    """Run until interrupted; `say` is told the address once it answers. Port 0 takes a free one."""
    listener = socket.create_server((host, port))
    started = server(world or World(), host, port)
    started.when_started = lambda: say(f"http://{host}:{listener.getsockname()[1]}") if say else None
    with contextlib.suppress(KeyboardInterrupt):  # uvicorn raises the signal again after it has stopped
        started.run(sockets=[listener])


@contextlib.contextmanager
def running(world: World, *, port: int = 0, pace: float = 1.0) -> Iterator[str]:
    """Run in a thread of this process on a free port (or `port`), as its address; TimeoutError if it will not start."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        started = server(world, "127.0.0.1", 0, pace=pace)
        thread = threading.Thread(target=started.run, args=([listener],), name="sandbox", daemon=True)
        thread.start()
        try:
            _wait_until_started(started, thread)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            world.close()
            started.should_exit = True
            thread.join(STOP_SECONDS + START_SECONDS)


def _wait_until_started(started: Server, thread: threading.Thread) -> None:
    ready = threading.Event()
    for _ in range(int(START_SECONDS * 100)):
        if started.started:
            return
        if not thread.is_alive():
            break
        ready.wait(0.01)
    raise TimeoutError("the sandbox did not start")
