package jacobi.kernel;

import static jacobi.language.Say.say;

import jacobi.wire.Conversation;
import jacobi.wire.content.KernelInfoReply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the kernel says of itself. */
final class KernelInfo {
    static final String REQUEST = "kernel_info_request";

    /**
     * CodeMirror 5's mode for languages like C, set up for Java as its {@code text/x-java} is, but for two things that
     * mode knows no way to say: text blocks end where they end, and {@code @} is an operator and begins no annotation.
     * Notebook pages follow it. JupyterLab 3 looks only for {@code mime}, and finds its own Java mode, which colours
     * a text block as code; JupyterLab 4 and VS Code know text blocks by themselves.
     */
    private static final Map<String, Object> CODEMIRROR_MODE = codeMirrorMode();

    private final Engine engine;
    private final String version;
    private KernelInfoReply last;

    KernelInfo(Engine engine, String version) {
        this.engine = engine;
        this.version = version;
    }

    /** In one order always: notebooks are stored with it. */
    private static Map<String, Object> codeMirrorMode() {
        Map<String, Object> mode = new LinkedHashMap<>();
        mode.put("name", "clike");
        mode.put("mime", "text/x-java");
        mode.put("multiLineStrings", true);
        mode.put("typeFirstDefinitions", true);
        mode.put("atoms", words("true false null"));
        mode.put("blockKeywords", words("catch class do else finally for if switch try while"));
        mode.put(
                "keywords",
                words("abstract assert break case catch class continue default do else enum extends final finally for"
                        + " if implements import instanceof interface new package permits private protected public"
                        + " record return sealed static super switch synchronized this throw throws try var while"
                        + " yield"));
        mode.put("types", words("boolean byte char double float int long short void String"));
        return mode;
    }

    private static Map<String, Boolean> words(String text) {
        Map<String, Boolean> words = new LinkedHashMap<>();
        for (String word : text.split(" ")) {
            words.put(word, true);
        }
        return words;
    }

    void answer(Request request) {
        request.reply(about(engine.languageVersion()));
    }

    /** Front ends ask often, and the answer changes once at most: when the engine is there. */
    private synchronized KernelInfoReply about(String java) {
        if (last == null || !last.languageInfo().version().equals(java)) {
            last = made(java);
        }
        return last;
    }

    private KernelInfoReply made(String java) {
        String feature = java.replaceFirst("[^0-9].*", "");
        return new KernelInfoReply(
                "ok",
                Conversation.PROTOCOL_VERSION,
                "jacobi",
                version,
                new KernelInfoReply.LanguageInfo(
                        "java", java, "text/x-java", ".java", "java", CODEMIRROR_MODE, "script"),
                say("kernel.info.banner", "version", version, "java", java),
                false,
                List.of(
                        new KernelInfoReply.HelpLink(
                                "Java " + feature + " API",
                                "https://docs.oracle.com/en/java/javase/" + feature + "/docs/api/"),
                        new KernelInfoReply.HelpLink(say("kernel.info.book"), "https://d2l.ai"),
                        new KernelInfoReply.HelpLink("PyTorch", "https://pytorch.org/docs/stable/")),
                List.of("kernel subshells"));
    }
}
