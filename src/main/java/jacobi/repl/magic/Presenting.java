package jacobi.repl.magic;

import static jacobi.language.Say.say;

import jacobi.display.Html;
import jacobi.display.MimeBundle;
import jacobi.language.JarText;
import jacobi.repl.Evaluation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code %present}: has the page hide the code of cells tagged {@code hide-input}, for a lecture. Scripts of Notebook
 * know its cells and tags, those of JupyterLab where it hands itself to them; any other page says how an export hides
 * the code.
 */
final class Presenting {
    private Presenting() {}

    static Evaluation present(Magic.Call call) throws MagicException {
        boolean hide = call.arguments().isEmpty() || call.arguments().equals("on");
        if (!hide && !call.arguments().equals("off")) {
            throw new MagicException(say("magic.present.write-on-off", "found", call.arguments()));
        }
        String id = "jacobi-present";
        String plain = say("magic.present.elsewhere");
        String words = quoted(say("magic.present.found")) + "," + quoted(say("magic.present.show")) + ","
                + quoted(say("magic.present.hide"));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("text/plain", plain);
        data.put(
                "text/html",
                "<div class=\"" + id + "\">" + Html.escape(plain) + "</div><script>"
                        + JarText.script(Presenting.class, "present.js") + "(" + quoted(id) + "," + hide + ",[" + words
                        + "]);</script>");
        return new Evaluation.Value(new MimeBundle(data, Map.of()));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
