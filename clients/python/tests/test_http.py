"""How servers are talked to: against small servers of our own."""

import contextlib
import http.server
import json
import threading

import pytest

from herald_client import Broken, Busy, Herald, NotAllowed


@contextlib.contextmanager
def serving(answer):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            answer(self)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield "http://127.0.0.1:%d" % server.server_port
    finally:
        server.shutdown()
        server.server_close()


def reply(handler, status, body, kind="application/json", **headers):
    content = json.dumps(body).encode()
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(content)))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(content)


def test_sends_the_token_to_its_server_only():
    seen = []

    def elsewhere(handler):
        seen.append(("other", handler.headers.get("Authorization")))
        reply(handler, 200, {"collections": []})

    with serving(elsewhere) as other:

        def here(handler):
            seen.append(("own", handler.headers.get("Authorization")))
            reply(handler, 302, {}, Location=other + "/x")

        with serving(here) as own:
            assert Herald(own, token="secret").collections() == []
    assert seen == [("own", "Bearer secret"), ("other", None)]


def test_asks_a_busy_server_again():
    asked = []

    def answer(handler):
        asked.append(1)
        if len(asked) < 3:
            reply(handler, 503, {"code": "Q010", "detail": "busy"}, "application/problem+json", Retry_After="0")
        else:
            reply(handler, 200, {"collections": []})

    with serving(answer) as url:
        assert Herald(url).collections() == []
    assert len(asked) == 3


def test_gives_up_when_its_patience_is_over():
    with serving(lambda h: reply(h, 503, {"detail": "busy"}, "application/problem+json")) as url:
        with pytest.raises(Busy, match="busy"):
            Herald(url, patience=1).collections()


def test_says_that_something_is_not_open():
    problem = {"code": "Q020", "detail": "not open", "help": "log in"}
    with serving(lambda h: reply(h, 403, problem, "application/problem+json")) as url:
        with pytest.raises(NotAllowed, match="help: log in"):
            Herald(url).collections()


def test_takes_no_half_answer_for_a_whole_one(tmp_path):
    def answer(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b'{"name":"t",\n"columns":[{"name":"a","type":"int32"}],\n"rows":[\n[1],\n')
        handler.wfile.flush()
        handler.close_connection = True

    with serving(answer) as url:
        selection = Herald(url).select("c", "t")
        with pytest.raises(Broken, match="broke off"):
            list(selection.rows())
        with pytest.raises(Broken, match="broke off"):
            selection.save(tmp_path / "t.json", "json")
        assert not (tmp_path / "t.json").exists()
        with pytest.raises(Broken):
            Herald(url).collections()


def test_names_the_library_that_is_missing(monkeypatch):
    import importlib

    def without(name):
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", without)
    from herald_client import convert

    with pytest.raises(ImportError, match=r"herald-client\[arrow\]"):
        convert.arrow("nothing", [])
