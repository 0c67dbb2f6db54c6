package jacobi.course.report;

import jacobi.display.Html;
import jacobi.language.Language;

/** The frame of a page: one file, without a script, readable on light and dark screens and on paper. */
final class Page {
    private static final String STYLE = """
        :root { color-scheme: light dark }
        body { font: 16px/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; max-width: 60rem;
          margin: 2rem auto; padding: 0 1rem }
        table { border-collapse: collapse; margin: 1rem 0 }
        th, td { padding: .2rem .7rem; text-align: left; vertical-align: top; border-bottom: 1px solid #8884 }
        td.number, th.number { text-align: right; font-variant-numeric: tabular-nums }
        .bar { fill: #4c78a8 }
        .axis { stroke: currentColor }
        .answer { border-left: 4px solid #8888; padding: .1rem .8rem; margin: .3rem 0; white-space: pre-wrap }
        .remark { border-left: 4px solid #d08700; padding: .1rem .8rem; margin: .3rem 0 }
        svg text { font: 12px system-ui, sans-serif; fill: currentColor }
        pre { white-space: pre-wrap }
        """;

    private Page() {}

    static String of(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"" + Language.current().code() + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                // Whatever a student's text might bring along, nothing of it runs or is fetched.
                + "<meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>"
                + Html.escape(title) + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<h1>"
                + Html.escape(title) + "</h1>\n" + body + "</body>\n</html>\n";
    }

    static String cell(String text) {
        return "<td>" + Html.escape(text) + "</td>";
    }

    static String number(String text) {
        return "<td class=\"number\">" + Html.escape(text) + "</td>";
    }
}
