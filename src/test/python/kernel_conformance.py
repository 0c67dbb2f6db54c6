"""The Jupyter project's own conformance tests against the installed kernel.

    jacobi install --user
    python3 src/test/python/kernel_conformance.py [KERNEL_NAME]

Needs Python with jupyter_kernel_test (Debian: python3-jupyter-kernel-test). Every optional sample is filled.
"""

import sys
import unittest

import jupyter_kernel_test

TIMEOUT = 60


class KernelConformance(jupyter_kernel_test.KernelTests):
    kernel_name = "jacobi"
    language_name = "java"
    file_extension = ".java"

    code_hello_world = 'System.out.println("hello, world")'
    code_stderr = 'System.err.println("oops")'

    completion_samples = [
        {"text": '"word".lengt', "matches": {"length"}},
        {"text": "Math.toRad", "matches": {"toRadians"}},
    ]

    complete_code_samples = [
        "1 + 1",
        "int x = 1;",
        'System.out.println("hi");',
        "int twice(int n) {\n    return 2 * n;\n}",
        "class Point {\n    int x;\n}",
        "// only a comment",
        "linspace?",
        "?Math",
        "try {\n    one();\n} finally { }",
    ]
    incomplete_code_samples = [
        "for (int i = 0; i < 3; i++) {",
        "int f(int n) {",
        "Math.max(1,",
        "class A {\n    int x;",
        "int y =",
        "try {\n    one();\n}",
        "do {\n    one();\n}",
    ]
    invalid_code_samples = ["int x = ;", "foo bar baz", "1 +* 2)"]

    code_page_something = "Math?"
    code_generate_error = 'throw new IllegalStateException("on purpose");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"a" + "b"', "result": "ab"},
        {"code": "List.of(1, 2, 3)", "result": "[1, 2, 3]"},
        {"code": 'html("<b>bold</b>")', "mime": "text/html", "result": "<b>bold</b>"},
    ]
    code_display_data = [
        {"code": 'display("<i>shown</i>", "text/html")', "mime": "text/html"},
        {"code": "display(42)", "mime": "text/plain"},
    ]
    code_history_pattern = "6 ?*7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.abs"
    code_clear_output = "clearOutput(true)"

    def test_user_expressions(self):
        self.flush_channels()
        message = self.kc.execute("int six = 6;", user_expressions={"good": "six * 7", "bad": "nothing.here"})
        expressions = self.get_non_kernel_info_reply(timeout=15)["content"]["user_expressions"]
        self.assertIsNotNone(message)
        self.assertEqual(expressions["good"]["status"], "ok")
        self.assertEqual(expressions["good"]["data"]["text/plain"], "42")
        self.assertEqual(expressions["bad"]["status"], "error")

    def test_silent_cells_are_silent(self):
        self.flush_channels()
        reply, outputs = self.execute_helper('System.out.println("unheard"); 7', silent=True)
        self.assertEqual(reply["content"]["status"], "ok")
        self.assertEqual(outputs, [])

    def test_queued_cells_are_aborted(self):
        self.flush_channels()
        failing = self.kc.execute('Thread.sleep(300); throw new RuntimeException("stop");')
        behind = [self.kc.execute(str(i)) for i in range(3)]
        replies = {}
        while set(replies) != {failing, *behind}:
            reply = self.kc.get_shell_msg(timeout=15)
            replies[reply["parent_header"]["msg_id"]] = reply["content"]
        self.assertEqual([replies[m]["status"] for m in [failing, *behind]], ["error"] + ["aborted"] * 3)
        # Pages write the number they are told beside a cell, which never ran.
        self.assertEqual([m for m in behind if "execution_count" in replies[m]], [])

    def published(self, code):
        """All messages on IOPub that a cell caused."""
        request = self.kc.execute(code)
        messages = []
        while True:
            message = self.kc.get_iopub_msg(timeout=30)
            if message["parent_header"].get("msg_id") == request:
                messages.append(message)
                if message["content"].get("execution_state") == "idle":
                    self.kc.get_shell_msg(timeout=15)
                    return messages

    def test_comms_carry_metadata_and_buffers(self):
        self.flush_channels()
        messages = self.published(
            """import jacobi.display.*;
            var c = Comms.open("jupyter.widget",
                new CommMessage(Map.of("state", Map.of()), Map.of("version", "2.1.0"), List.of(new byte[] {1, 2})));"""
        )
        (opened,) = [m for m in messages if m["msg_type"] == "comm_open"]
        self.assertEqual(opened["content"]["target_name"], "jupyter.widget")
        self.assertEqual(opened["metadata"]["version"], "2.1.0")
        self.assertEqual([bytes(b) for b in opened["buffers"]], [bytes([1, 2])])

    def control(self, kind, content=None):
        message = self.kc.session.msg(kind, content or {})
        self.kc.control_channel.send(message)
        while True:
            reply = self.kc.get_control_msg(timeout=TIMEOUT)
            if reply["parent_header"].get("msg_id") == message["header"]["msg_id"]:
                return reply["content"]

    def shell(self, code, subshell=None):
        content = dict(
            code=code, silent=False, store_history=True, user_expressions={}, allow_stdin=False, stop_on_error=True
        )
        message = self.kc.session.msg("execute_request", content)
        if subshell:
            message["header"]["subshell_id"] = subshell
        self.kc.shell_channel.send(message)
        return message["header"]["msg_id"]

    def published_under(self, request):
        """All published up to the end of a request; the base class's own way knows no comms."""
        messages = []
        while not (messages and messages[-1]["content"].get("execution_state") == "idle"):
            message = self.kc.get_iopub_msg(timeout=TIMEOUT)
            if message["parent_header"].get("msg_id") == request:
                messages.append(message)
        return messages

    def replies(self, *ids):
        found = {}
        while len(found) < len(ids):
            reply = self.kc.get_shell_msg(timeout=TIMEOUT)
            if reply["parent_header"].get("msg_id") in ids:
                found[reply["parent_header"]["msg_id"]] = reply
        return [found[message] for message in ids]

    def test_a_subshell_runs_beside_the_main_shell(self):
        self.flush_channels()
        self.kc.kernel_info()
        self.assertIn("kernel subshells", self.kc.get_shell_msg(timeout=TIMEOUT)["content"]["supported_features"])
        subshell = self.control("create_subshell_request")["subshell_id"]
        self.assertEqual(self.control("list_subshell_request")["subshell_id"], [subshell])
        self.published("var gate = new CountDownLatch(1);")
        waiting = self.shell("gate.await();")
        beside = self.shell("gate.countDown();", subshell)
        main, other = self.replies(waiting, beside)
        self.assertEqual(main["content"]["status"], "ok")
        self.assertEqual(other["parent_header"]["subshell_id"], subshell)
        self.assertEqual(self.control("delete_subshell_request", {"subshell_id": subshell})["status"], "ok")
        self.assertEqual(self.control("delete_subshell_request", {"subshell_id": subshell})["status"], "error")
        self.assertEqual(self.control("list_subshell_request")["subshell_id"], [])

    def test_a_slider_moves_and_a_button_stops_while_a_cell_runs(self):
        self.flush_channels()
        shown = self.shell('var end = button("Stop");\ninteract(a -> 2 * a, a=slider(0, 10)); end')
        opened = {
            m["content"]["data"]["state"]["_model_name"]: m
            for m in self.published_under(shown)
            if m["msg_type"] == "comm_open"
        }
        self.assertTrue(opened["FloatSliderModel"]["metadata"]["version"].startswith("2."))
        slider = opened["FloatSliderModel"]["content"]["comm_id"]
        button = opened["ButtonModel"]["content"]["comm_id"]
        running = self.shell("while (!end.pressed()) { Thread.sleep(5); }")

        def say(comm, data):
            message = self.kc.session.msg("comm_msg", {"comm_id": comm, "data": data})
            self.kc.shell_channel.send(message)
            return message["header"]["msg_id"]

        move = say(slider, {"method": "update", "state": {"value": 4}, "buffer_paths": []})
        self.published_under(move)
        # A page is told that it may send the next value, and is shown this one then.
        drawn = ""
        while "8.0" not in drawn:
            message = self.kc.get_iopub_msg(timeout=TIMEOUT)
            if message["msg_type"] == "comm_msg":
                drawn += str(message["content"]["data"].get("state", {}).get("outputs", ""))
        say(button, {"method": "custom", "content": {"event": "click"}})
        self.published_under(running)
        _, stopped = self.replies(shown, running)
        self.assertEqual(stopped["content"]["status"], "ok")

    def test_usage_is_told(self):
        usage = self.control("usage_request")
        self.assertGreater(usage["kernel_memory"], 10_000_000)
        self.assertLessEqual(
            {"hostname", "pid", "kernel_cpu", "kernel_memory", "cpu_count", "host_virtual_memory"}, set(usage)
        )

    def test_consoles_see_updates(self):
        """jupyter-console, which asks is_complete before each cell, ignores update_display_data."""
        self.flush_channels()
        cell = 'var shown = display("0 of 2"); shown.update("1 of 2"); shown.update("2 of 2");'
        self.kc.is_complete(cell)
        self.kc.get_shell_msg(timeout=15)
        texts = [m["content"]["text"] for m in self.published(cell) if m["msg_type"] == "stream"]
        self.assertIn("\x1b[1A\r2 of 2\n", "".join(texts))

    def test_a_call_is_completed_with_its_own_parameters(self):
        self.flush_channels()
        self.published("var x = arange(12);")
        self.kc.complete("x.reshape(")
        matches = self.kc.get_shell_msg(timeout=15)["content"]["matches"]
        self.assertEqual(matches, ["shape="])

    def test_inspection_begins_with_signature_and_sentence(self):
        self.flush_channels()
        self.kc.inspect("linspace(0, 1, 5)", 4)
        text = self.kc.get_shell_msg(timeout=15)["content"]["data"]["text/plain"]
        self.assertRegex(text, r"\Astatic Tensor Tensors.linspace\(.*\)\n[A-Z].*\.\n")

    def test_an_interrupted_cell_names_its_line(self):
        self.flush_channels()
        request = self.kc.execute("long n = 0;\nprintln(\"running\");\nwhile (true) {\n    n++;\n}")
        while True:
            message = self.kc.get_iopub_msg(timeout=30)
            if message["content"].get("text", "").startswith("running"):
                self.km.interrupt_kernel()
            if message["msg_type"] == "error" and message["parent_header"]["msg_id"] == request:
                break
        self.kc.get_shell_msg(timeout=15)
        self.assertEqual(message["content"]["ename"], "KeyboardInterrupt")
        self.assertRegex("\n".join(message["content"]["traceback"]), r"line [345]")

    def test_help_answers(self):
        self.flush_channels()
        for code in ("%help", "%help plot", "%help notation", "help(plot)", "%help python"):
            shown = [m["content"]["data"] for m in self.published(code) if m["msg_type"] == "display_data"]
            self.assertEqual(len(shown), 1, code)
            self.assertIn("text/markdown", shown[0], code)


if __name__ == "__main__":
    if len(sys.argv) > 1 and not sys.argv[1].startswith("-"):
        KernelConformance.kernel_name = sys.argv.pop(1)
    unittest.main(verbosity=2)
