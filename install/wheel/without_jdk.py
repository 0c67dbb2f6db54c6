"""A kernel that runs nothing: each cell is answered with why, where a student sees it. The protocol is version 5.3."""
import json
import os
import threading

import zmq
from jupyter_client.session import Session

POLL_MILLIS = 1000


def serve(connection_file, find_jdk, advice):
    """Serves one session until it is told to end or whoever started it has gone. Returns the exit code."""
    with open(connection_file, encoding="utf-8") as file:
        info = json.load(file)
    kernel = Kernel(info, find_jdk, advice)
    parent = os.getppid()
    poller = zmq.Poller()
    for socket in (kernel.shell, kernel.control):
        poller.register(socket, zmq.POLLIN)
    while not kernel.ended and os.getppid() == parent:
        for socket, _ in poller.poll(POLL_MILLIS):
            kernel.answer(socket)
    kernel.context.destroy(linger=500)
    return 0


class Kernel:
    """Sockets and replies."""

    def __init__(self, info, find_jdk, advice):
        self.find_jdk = find_jdk
        self.advice = advice
        self.ended = False
        self.count = 0
        self.context = zmq.Context()
        self.session = Session(key=info["key"].encode(), signature_scheme=info["signature_scheme"])
        joint = "-" if info["transport"] == "ipc" else ":"
        address = f"{info['transport']}://{info['ip']}{joint}"
        self.shell = self.bind(zmq.ROUTER, address + str(info["shell_port"]))
        self.control = self.bind(zmq.ROUTER, address + str(info["control_port"]))
        self.stdin = self.bind(zmq.ROUTER, address + str(info["stdin_port"]))
        self.iopub = self.bind(zmq.PUB, address + str(info["iopub_port"]))
        beat = self.bind(zmq.ROUTER, address + str(info["hb_port"]))
        threading.Thread(target=echo, args=(beat,), daemon=True).start()

    def bind(self, kind, address):
        socket = self.context.socket(kind)
        socket.bind(address)
        return socket

    def answer(self, socket):
        identities, parts = self.session.feed_identities(socket.recv_multipart())
        try:
            request = self.session.deserialize(parts)
        except ValueError:
            # Not signed with this session's key: nobody's request.
            return
        kind = request["header"]["msg_type"]
        handler = getattr(self, kind, None) if kind.endswith("_request") else None
        if handler is None:
            return
        self.publish("status", {"execution_state": "busy"}, request)
        reply = handler(request)
        self.session.send(socket, kind.replace("_request", "_reply"), reply, request, ident=identities)
        self.publish("status", {"execution_state": "idle"}, request)

    def publish(self, kind, content, request):
        self.session.send(self.iopub, kind, content, request, ident=kind.encode())

    def lines(self):
        jdk = self.find_jdk()
        return [f"A JDK is here now: {jdk}. Restart the kernel."] if jdk else self.advice()

    def kernel_info_request(self, request):
        return {
            "status": "ok",
            "protocol_version": "5.3",
            "implementation": "jacobi",
            "implementation_version": "0",
            "language_info": {"name": "java", "version": "0", "mimetype": "text/x-java-source", "file_extension": ".java"},
            "banner": "\n".join(self.lines()),
        }

    def execute_request(self, request):
        content = request["content"]
        if not content.get("silent"):
            self.count += 1
            self.publish("execute_input", {"code": content["code"], "execution_count": self.count}, request)
        lines = self.lines()
        error = {"ename": "NoJdk", "evalue": lines[0], "traceback": lines}
        if not content.get("silent"):
            self.publish("error", error, request)
        return {"status": "error", "execution_count": self.count, **error}

    def complete_request(self, request):
        at = request["content"]["cursor_pos"]
        return {"status": "ok", "matches": [], "cursor_start": at, "cursor_end": at, "metadata": {}}

    def inspect_request(self, request):
        return {"status": "ok", "found": False, "data": {}, "metadata": {}}

    def is_complete_request(self, request):
        return {"status": "complete"}

    def history_request(self, request):
        return {"status": "ok", "history": []}

    def comm_info_request(self, request):
        return {"status": "ok", "comms": {}}

    def interrupt_request(self, request):
        return {"status": "ok"}

    def shutdown_request(self, request):
        self.ended = True
        return {"status": "ok", "restart": request["content"].get("restart", False)}


def echo(socket):
    """The heartbeat."""
    while True:
        try:
            socket.send_multipart(socket.recv_multipart())
        except zmq.ZMQError:
            return
