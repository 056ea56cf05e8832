"""Jupyter's own conformance suite for kernels, with the samples of a C# kernel."""
import unittest

import jupyter_kernel_test


class CSharpKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = ".net-csharp"
    language_name = "C#"
    file_extension = ".cs"
    code_hello_world = 'Console.Write("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oops");'
    complete_code_samples = ["1 + 1", "var x = 3;", "class Point\n{\n    public int X;\n}"]
    incomplete_code_samples = ["class Point\n{", "Math.Max(1,", "int Twice(int n)\n{"]
    invalid_code_samples = ["int 1x = ;", "}"]
    code_generate_error = 'throw new Exception("no");'
    code_execute_result = [{"code": "6 * 7", "result": "42"}, {"code": '"a" + 1', "result": "a1"}]
    code_display_data = [
        {"code": 'display(HTML("<b>bold</b>"));', "mime": "text/html"},
        {"code": 'Markdown("*x*").Display();', "mime": "text/markdown"},
    ]
    code_page_something = "Math.Sqrt?"
    completion_samples = [
        {"text": "Math.Sqr", "matches": {"Sqrt"}},
        {"text": "var text = \"a\"; text.StartsW", "matches": {"StartsWith"}},
        {"text": "Console.WriteLine(Environment.NewL", "matches": {"NewLine"}},
    ]
    code_inspect_sample = "Math.Sqrt"
    code_history_pattern = "6 ? 7"
    supported_history_operations = ("tail", "range", "search")
    code_clear_output = "clear_output();"


if __name__ == "__main__":
    unittest.main()
