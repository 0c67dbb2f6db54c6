"""The Jupyter project's own conformance tests against the installed kernel.

    jacobi install --user
    python3 src/test/python/kernel_conformance.py [KERNEL_NAME]

Needs Python with jupyter_kernel_test (Debian: python3-jupyter-kernel-test). Every optional sample is filled.
"""

import sys
import unittest

import jupyter_kernel_test


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
    ]
    incomplete_code_samples = [
        "for (int i = 0; i < 3; i++) {",
        "int f(int n) {",
        "Math.max(1,",
        "class A {\n    int x;",
        "int y =",
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
        statuses = {}
        while set(statuses) != {failing, *behind}:
            reply = self.kc.get_shell_msg(timeout=15)
            statuses[reply["parent_header"]["msg_id"]] = reply["content"]["status"]
        self.assertEqual([statuses[m] for m in [failing, *behind]], ["error"] + ["aborted"] * 3)


if __name__ == "__main__":
    if len(sys.argv) > 1 and not sys.argv[1].startswith("-"):
        KernelConformance.kernel_name = sys.argv.pop(1)
    unittest.main(verbosity=2)
