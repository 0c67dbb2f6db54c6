package jacobi.kernel;

import jacobi.wire.Session;
import jacobi.wire.content.KernelInfoReply;
import java.util.List;

/** What the kernel says of itself. */
final class KernelInfo {
    static final String REQUEST = "kernel_info_request";

    private final Engine engine;
    private final String version;
    private KernelInfoReply last;

    KernelInfo(Engine engine, String version) {
        this.engine = engine;
        this.version = version;
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
                Session.PROTOCOL_VERSION,
                "jacobi",
                version,
                new KernelInfoReply.LanguageInfo("java", java, "text/x-java", ".java", "java", "text/x-java", "script"),
                "Jacobi " + version + " on Java " + java + "\nTensors, automatic differentiation and figures in Java."
                        + " A name and ? shows its documentation.",
                false,
                List.of(
                        new KernelInfoReply.HelpLink(
                                "Java " + feature + " API",
                                "https://docs.oracle.com/en/java/javase/" + feature + "/docs/api/"),
                        new KernelInfoReply.HelpLink("Dive into Deep Learning", "https://d2l.ai"),
                        new KernelInfoReply.HelpLink("PyTorch", "https://pytorch.org/docs/stable/")));
    }
}
