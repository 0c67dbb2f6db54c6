package jacobi.wire.content;

import java.util.List;

/** Which kernel this is, what it speaks and where help is. */
public record KernelInfoReply(
        String status,
        String protocolVersion,
        String implementation,
        String implementationVersion,
        LanguageInfo languageInfo,
        String banner,
        boolean debugger,
        List<HelpLink> helpLinks,
        List<String> supportedFeatures)
        implements Content {

    /**
     * The language of the cells, in the words of editors and exporters.
     *
     * @param codemirrorMode the name of a mode of CodeMirror, or an object that names one in {@code name} and sets it
     * up
     */
    public record LanguageInfo(
            String name,
            String version,
            String mimetype,
            String fileExtension,
            String pygmentsLexer,
            Object codemirrorMode,
            String nbconvertExporter) {}

    /** An entry of the page's help menu. */
    public record HelpLink(String text, String url) {}
}
