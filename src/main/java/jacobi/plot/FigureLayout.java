package jacobi.plot;

import jacobi.plot.mark.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the frames of a figure's axes stand on its page. Rows and columns share one size; margins are as wide as the
 * labels in them; axes may reach over several; a page too small for that grows.
 *
 * @param width the width of the page in points
 * @param height the height of the page in points
 * @param boxes the inside of each frame, in the order of the axes
 */
record FigureLayout(double width, double height, List<Box> boxes) {
    /** Around the page. */
    private static final double EDGE = 5;

    private static final int FREE_ROUNDS = 3;
    private static final int ROUNDS = 8;

    Box page() {
        return new Box(EDGE / 2, EDGE / 2, width - EDGE, height - EDGE);
    }

    /**
     * Lays out axes in {@code rows} and {@code columns}.
     *
     * @param header the room above all axes
     * @param bar a colour bar beside all axes, or null
     */
    static FigureLayout of(
            List<AxesPainter> painters,
            int rows,
            int columns,
            double width,
            double height,
            double header,
            ColorBar bar) {
        double pageWidth = width;
        double pageHeight = height;
        FrameSpacing spacing = new FrameSpacing(rows, columns);
        double frameWidth = width / columns * 0.8;
        double frameHeight = height / rows * 0.75;
        double[] least = {0, 0};
        for (AxesPainter painter : painters) {
            double[] wanted = painter.least();
            double[] text = painter.longest();
            least[0] = Math.max(least[0], wanted[0] / painter.place().columns());
            least[1] = Math.max(least[1], wanted[1] / painter.place().rows());
            pageWidth = Math.max(pageWidth, text[0] + EDGE);
            pageHeight = Math.max(pageHeight, text[1] + EDGE);
        }
        // The ticks depend on the size of the frame and the frame on the width of the ticks' labels. Three rounds
        // settle nearly all; where they go to and fro, room is only added from then on.
        for (int round = 0; round < ROUNDS; round++) {
            if (round < FREE_ROUNDS) {
                spacing.clear();
            }
            if (!grow(spacing, painters, frameWidth, frameHeight) && round >= FREE_ROUNDS) {
                break;
            }
            // A bar stands beside the page that was asked for, so that it takes nothing from the frames.
            double side = bar == null ? 0 : bar.width(frameHeight * rows);
            pageWidth = Math.max(pageWidth, width + side);
            double outerX = side + 2 * EDGE + spacing.across();
            double outerY = 2 * EDGE + header + spacing.down();
            pageWidth = Math.max(pageWidth, outerX + columns * least[0]);
            pageHeight = Math.max(pageHeight, outerY + rows * least[1]);
            frameWidth = (pageWidth - outerX) / columns;
            frameHeight = (pageHeight - outerY) / rows;
        }
        double aspect = commonAspect(painters);
        if (aspect > 0) {
            // Frames of one shape leave no empty bands between them: the page shrinks instead.
            double fitted = Math.min(frameWidth, frameHeight / aspect);
            pageWidth -= columns * (frameWidth - fitted);
            pageHeight -= rows * (frameHeight - fitted * aspect);
            frameWidth = fitted;
            frameHeight = fitted * aspect;
            // A smaller frame may have other ticks, with longer labels.
            double across = spacing.across();
            double down = spacing.down();
            grow(spacing, painters, frameWidth, frameHeight);
            pageWidth += spacing.across() - across;
            pageHeight += spacing.down() - down;
        }
        List<Box> boxes = new ArrayList<>();
        for (AxesPainter painter : painters) {
            Box inside = spacing.inside(painter.place(), frameWidth, frameHeight);
            Box frame = new Box(EDGE + inside.left(), EDGE + header + inside.top(), inside.width(), inside.height());
            boxes.add(shaped(frame, painter.aspect()));
        }
        return new FigureLayout(pageWidth, pageHeight, boxes);
    }

    /** Makes room for the labels of all axes; says whether there was too little. */
    private static boolean grow(
            FrameSpacing spacing, List<AxesPainter> painters, double frameWidth, double frameHeight) {
        List<Insets> wanted = new ArrayList<>();
        for (AxesPainter painter : painters) {
            Box shape = shaped(spacing.inside(painter.place(), frameWidth, frameHeight), painter.aspect());
            wanted.add(painter.insets(shape.width(), shape.height()));
        }
        boolean grown = false;
        for (int i = 0; i < painters.size(); i++) {
            grown |= spacing.grow(painters.get(i).place(), wanted.get(i));
        }
        return grown;
    }

    /** The shape all frames have, or 0 if they differ, some may have any, or some reach over several places. */
    private static double commonAspect(List<AxesPainter> painters) {
        double aspect = painters.get(0).aspect();
        for (AxesPainter painter : painters) {
            boolean single = painter.place().rows() == 1 && painter.place().columns() == 1;
            if (!single || Math.abs(painter.aspect() - aspect) > 1e-9) {
                return 0;
            }
        }
        return aspect;
    }

    /** The largest box of that shape in the middle of a room. */
    private static Box shaped(Box room, double aspect) {
        if (aspect <= 0) {
            return room;
        }
        double width = Math.min(room.width(), room.height() / aspect);
        double height = width * aspect;
        return new Box(
                room.left() + (room.width() - width) / 2, room.top() + (room.height() - height) / 2, width, height);
    }
}
