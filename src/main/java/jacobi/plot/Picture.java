package jacobi.plot;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.display.image.SvgImage;
import java.nio.file.Path;
import java.util.Set;

/** Something drawn: a page shows it, a console says what it shows, and it can be saved. */
public interface Picture extends DisplayDataRenderable {
    /** The picture as an SVG document, without prolog or DOCTYPE; the same text whenever it shows the same. */
    String toSvg();

    /** The picture as it is now. */
    default SvgImage image() {
        return new SvgImage(toSvg(), toString());
    }

    /** What it shows, in words. */
    @Override
    String toString();

    /**
     * Writes the picture to a file; the ending chooses the form: {@code .svg}, {@code .pdf}, or {@code .png},
     * {@code .jpg} or {@code .gif} (200 dots per inch). A file of that name is replaced.
     *
     * @return the path written
     */
    default Path savefig(String file) {
        return savefig(file, PictureFile.DOTS_PER_INCH);
    }

    /** As {@link #savefig(String)}, with {@code dpi} dots per inch where it is pixels. */
    default Path savefig(String file, int dpi) {
        return PictureFile.write(this, file, dpi);
    }

    @Override
    default Set<MIMEType> getSupportedRenderTypes() {
        return SvgImage.TYPES;
    }

    @Override
    default void render(RenderContext context) {
        Gallery.shown(this);
        image().render(context);
    }
}
