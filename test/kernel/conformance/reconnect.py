"""A front end that comes back, again and again, with the session that it had: after a laptop slept, or a network changed.

Its old connection is left open, as such a laptop leaves it. Prints how many came back to a kernel that answers: first
through jupyter_server's websocket, then through jupyter_client.
"""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
import uuid

from jupyter_client.manager import KernelManager
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

times = 4
patience = 20


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def message(kind, content, session):
    header = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "session": session, "username": "", "version": "5.4", "date": "2026-01-01T00:00:00Z"}
    return {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell", "buffers": []}


async def run(connection, code, session):
    """The text of the result of a cell."""
    request = message("execute_request", {"code": code, "silent": False, "store_history": True, "allow_stdin": False}, session)
    await connection.write_message(json.dumps(request))
    text = None
    while True:
        answer = json.loads(await connection.read_message())
        if answer["parent_header"].get("msg_id") != request["header"]["msg_id"]:
            continue
        if answer["msg_type"] == "execute_result":
            text = answer["content"]["data"]["text/plain"]
        if answer["msg_type"] == "status" and answer["content"]["execution_state"] == "idle":
            return text


async def through_server():
    port, token = free_port(), uuid.uuid4().hex
    options = [f"--port={port}", f"--IdentityProvider.token={token}", "--no-browser", "--allow-root", "--ServerApp.log_level=50"]
    server = subprocess.Popen([sys.executable, "-m", "jupyter_server", *options], start_new_session=True)
    try:
        address = f"127.0.0.1:{port}/api/kernels"
        headers = {"Authorization": f"token {token}", "Content-Type": "application/json"}
        start = urllib.request.Request(f"http://{address}", b'{"name": "nablab"}', headers)
        for _ in range(300):
            try:
                kernel = json.load(urllib.request.urlopen(start))["id"]
                break
            except OSError:
                await asyncio.sleep(0.1)
        session = uuid.uuid4().hex
        left_open, came_back = [], 0
        for _ in range(times):
            url = f"ws://{address}/{kernel}/channels?session_id={session}"
            connection = await websocket_connect(HTTPRequest(url, headers=headers))
            left_open.append(connection)
            code = "var times = 1; times" if len(left_open) == 1 else "times = times + 1"
            text = await asyncio.wait_for(run(connection, code, session), patience)
            came_back += text == str(len(left_open))
        print("server", came_back)
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def through_client():
    manager = KernelManager(kernel_name="nablab")
    manager.start_kernel()
    left_open, came_back = [], 0
    for _ in range(times):
        # All clients of a manager have its session, and so one identity.
        client = manager.client()
        client.start_channels()
        left_open.append(client)
        client.wait_for_ready(timeout=patience)
        reply = client.execute_interactive("1", timeout=patience, output_hook=lambda _: None)
        came_back += reply["content"]["status"] == "ok"
    print("client", came_back)
    for client in left_open:
        client.stop_channels()
    manager.shutdown_kernel(now=True)


asyncio.run(through_server())
through_client()
