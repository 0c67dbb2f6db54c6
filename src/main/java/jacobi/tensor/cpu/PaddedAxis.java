package jacobi.tensor.cpu;

import java.util.Arrays;

/**
 * One axis of images that windows slide along, as {@link PaddedImages} lay it out: with its margin, and taken apart
 * where windows move by more than one, so that what windows beside each other see lies beside each other.
 */
final class PaddedAxis {
    private final int extent;
    private final int margin;
    /** By how much the windows move. */
    final int step;

    /** What remains of the places of each part when divided by the step; parts that no window sees are left out. */
    private final int[] remainders;

    /** Places of a part from one line, or plane, to the next. */
    final int pitch;

    /**
     * An axis.
     *
     * @param extent places of the images
     * @param step by how much the windows move
     * @param windows how many there are
     * @param seen places that the first window sees, counted from the image's first: below 0 in the margin
     */
    PaddedAxis(int extent, int step, int windows, int[] seen) {
        this.extent = extent;
        this.step = step;
        margin = -Arrays.stream(seen).min().orElse(0);
        remainders =
                Arrays.stream(seen).map(p -> (p + margin) % step).distinct().toArray();
        int last = (Arrays.stream(seen).max().orElse(0) + margin) / step;
        // The margin at the end of a line is that at the beginning of the next.
        int shared = last;
        for (int part = 0; part < parts(); part++) {
            shared = Math.min(shared, Math.min(from(part), windows + last - to(part, windows + last)));
        }
        pitch = windows + last - Math.max(0, shared);
    }

    /** Parts the axis falls into: no more than there are steps from one window to the next. */
    int parts() {
        return remainders.length;
    }

    /** The part that has a place, counted from the image's first. */
    int part(int place) {
        int part = 0;
        while (remainders[part] != (place + margin) % step) {
            part++;
        }
        return part;
    }

    /** Where in its part a place is. */
    int within(int place) {
        return (place + margin) / step;
    }

    /** The first place of a part that is inside the image. */
    int from(int part) {
        return Math.max(0, Math.floorDiv(margin - remainders[part] + step - 1, step));
    }

    /** The place after the last inside the image, no more than {@code length}. */
    private int to(int part, int length) {
        int to = Math.floorDiv(margin + extent - remainders[part] + step - 1, step);
        return Math.max(from(part), Math.min(to, length));
    }

    /** How many places of a part are inside the image. */
    int count(int part) {
        return to(part, pitch) - from(part);
    }

    /** The image's place that is first in a part. */
    int first(int part) {
        return remainders[part] + from(part) * step - margin;
    }
}
