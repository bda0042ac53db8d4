"""Jupyter's conformance suite for kernels, with this kernel's samples."""

import unittest

import jupyter_kernel_test


class NablabTests(jupyter_kernel_test.KernelTests):
    kernel_name = "nablab"
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = "console.log('hello, world')"
    code_stderr = "console.error('oops')"
    completion_samples = [
        {"text": "Math.hyp", "matches": ["hypot"]},
        {"text": "conso", "matches": ["console"]},
    ]
    complete_code_samples = ["1", "const x = 1;", "function f() { return 1; }"]
    incomplete_code_samples = ["function f() {", "[1,", "const t = `abc"]
    invalid_code_samples = ["const = 5;", "1 +* 2;"]
    code_generate_error = "throw new Error('boom')"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "'a' + 'b'", "result": "'ab'"},
        {"code": "[1, 2]", "result": "[ 1, 2 ]"},
    ]
    code_display_data = [
        {
            "code": "import { display } from 'nablab'; display({ 'text/plain': 'x', 'text/html': '<b>x</b>' })",
            "mime": "text/html",
        }
    ]
    code_history_pattern = "6 ? 7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.sqrt"
    code_clear_output = "console.clear()"


class NablabWelcomeTests(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "nablab"
    support_iopub_welcome = True


if __name__ == "__main__":
    unittest.main(verbosity=2)
