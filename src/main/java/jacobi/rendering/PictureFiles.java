package jacobi.rendering;

import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.display.Html;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/** Names of files and addresses that are images: they are shown as such, by their ending. */
final class PictureFiles {
    private static final Map<String, MIMEType> TYPES = Map.of(
            "png", MIMEType.parse("image/png"),
            "jpg", MIMEType.parse("image/jpeg"),
            "jpeg", MIMEType.parse("image/jpeg"),
            "gif", MIMEType.parse("image/gif"),
            "svg", MIMEType.IMAGE_SVG);
    /** More would make the notebook too large to open. */
    private static final long LARGEST = 20_000_000;

    private PictureFiles() {}

    static <T> void register(Class<T> type, Renderer renderer) {
        renderer.createRegistration(type)
                .preferring(MIMEType.TEXT_HTML)
                .preferring(MIMEType.TEXT_PLAIN)
                .supporting(TYPES.values().toArray(MIMEType[]::new))
                .preferring(TYPES.values().toArray(MIMEType[]::new))
                .register(PictureFiles::render);
    }

    private static void render(Object value, RenderContext context) {
        context.renderIfRequested(MIMEType.TEXT_PLAIN, value::toString);
        String name = value.toString();
        String path = name.replaceFirst("[?#].*", "");
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        MIMEType type = TYPES.get(ending);
        if (type == null) {
            return;
        }
        Path file = file(value);
        if (file != null) {
            render(file, type, context);
        } else if (name.startsWith("http://") || name.startsWith("https://")) {
            String source = Html.escape(name).replace("\"", "&quot;");
            context.renderIfRequested(MIMEType.TEXT_HTML, () -> "<img src=\"" + source + "\" alt=\"" + source + "\">");
        }
    }

    private static void render(Path file, MIMEType type, RenderContext context) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return;
            }
            byte[] bytes = Files.readAllBytes(file);
            context.renderIfRequested(
                    type,
                    () -> type.equals(MIMEType.IMAGE_SVG)
                            ? new String(bytes, StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(bytes));
        } catch (IOException e) {
            // A name that cannot be read as an image is shown as a name.
        }
    }

    /** The local file a value names, or null. */
    private static Path file(Object value) {
        if (value instanceof Path path) {
            return path;
        }
        if (value instanceof File file) {
            return file.toPath();
        }
        return value.toString().startsWith("file:") ? Path.of(URI.create(value.toString())) : null;
    }
}
