package jacobi.data;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.fromArray;
import static jacobi.tensor.Tensors.tensor;

import jacobi.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Images of one size with a class each, kept as bytes and given as fractions from 0 to 1: (channels, height, width) and
 * a number.
 */
public class ImageDataset implements Dataset {
    private final byte[] pixels;
    private final int[] labels;
    private final int[] shape;
    private final List<String> classes;
    private final UnaryOperator<Tensor> transform;
    private final String source;

    ImageDataset(
            byte[] pixels,
            int[] labels,
            int[] shape,
            List<String> classes,
            UnaryOperator<Tensor> transform,
            String source) {
        if (pixels.length != labels.length * shape[0] * shape[1] * shape[2]) {
            throw new IllegalArgumentException(
                    say("data.images.count", "source", source, "pixels", pixels.length, "labels", labels.length));
        }
        this.pixels = pixels;
        this.labels = labels;
        this.shape = shape;
        this.classes = classes;
        this.transform = transform;
        this.source = source;
    }

    /** The names of the classes, by number. */
    public List<String> classes() {
        return classes;
    }

    /** Where the images are from. */
    public String source() {
        return source;
    }

    /** The classes' numbers. */
    public Tensor targets() {
        return tensor(labels, jacobi.tensor.DType.int64);
    }

    private Tensor images(int... indices) {
        int size = shape[0] * shape[1] * shape[2];
        float[] all = new float[indices.length * size];
        for (int i = 0; i < indices.length; i++) {
            int from = Dataset.require(indices[i], labels.length) * size, to = i * size;
            for (int k = 0; k < size; k++) {
                all[to + k] = (pixels[from + k] & 0xff) / 255f;
            }
        }
        return fromArray(all, indices.length, shape[0], shape[1], shape[2]);
    }

    @Override
    public Tensor[] get(int index) {
        Tensor image = images(index).squeeze(0);
        return new Tensor[] {transform == null ? image : transform.apply(image), tensor((long) labels[index])};
    }

    @Override
    public Tensor[] batch(int[] indices) {
        if (transform != null) {
            return Dataset.super.batch(indices);
        }
        long[] classes = new long[indices.length];
        for (int i = 0; i < indices.length; i++) {
            classes[i] = labels[Dataset.require(indices[i], labels.length)];
        }
        return new Tensor[] {images(indices), fromArray(classes)};
    }

    @Override
    public int length() {
        return labels.length;
    }

    @Override
    public String toString() {
        return say(
                "data.images.summary",
                "name",
                getClass().getSimpleName(),
                "count",
                length(),
                "height",
                shape[1],
                "width",
                shape[2],
                "source",
                source);
    }
}
