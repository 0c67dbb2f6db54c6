package jacobi.plot;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.nio.file.Path;
import java.util.Set;

/** Something drawn: it shows as SVG where a page can show it and as a line of text elsewhere, and it can be saved. */
public sealed interface Picture extends DisplayDataRenderable permits Figure, Diagram {
    Set<MIMEType> TYPES = Set.of(MIMEType.IMAGE_SVG, MIMEType.TEXT_PLAIN);

    /** The picture as an SVG document, without prolog or DOCTYPE; the same text whenever it shows the same. */
    String toSvg();

    /** What it shows, in one line. */
    @Override
    String toString();

    /**
     * Writes the picture to a file; the ending chooses the form: {@code .svg}, {@code .png} (200 dots per inch) or
     * {@code .pdf}. A file of that name is replaced.
     *
     * @return the path written
     */
    default Path savefig(String file) {
        return savefig(file, PictureFile.DOTS_PER_INCH);
    }

    /** As {@link #savefig(String)}, with {@code dpi} dots per inch for a PNG. */
    default Path savefig(String file, int dpi) {
        return PictureFile.write(this, file, dpi);
    }

    @Override
    default Set<MIMEType> getSupportedRenderTypes() {
        return TYPES;
    }

    @Override
    default Set<MIMEType> getPreferredRenderTypes() {
        return TYPES;
    }

    @Override
    default void render(RenderContext context) {
        Gallery.shown(this);
        context.renderIfRequested(MIMEType.IMAGE_SVG, this::toSvg);
        context.renderIfRequested(MIMEType.TEXT_PLAIN, this::toString);
    }
}
