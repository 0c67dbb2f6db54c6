package jacobi.data;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Written digits in 70,000 grey images of 28 x 28 (LeCun et al. 1998), from a folder with their four files. */
public final class MNIST extends ImageDataset {
    private static final List<String> CLASSES = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    /**
     * Images to learn from, or to test.
     *
     * @param root a folder with {@code train-images-idx3-ubyte.gz} and its like, compressed or not
     * @param transform what is done to each image, or null
     */
    public MNIST(String root, @Default("true") boolean train, @Default("null") UnaryOperator<Tensor> transform) {
        this(found(root, train), transform);
    }

    private MNIST(IdxImages images, UnaryOperator<Tensor> transform) {
        super(images.pixels(), images.labels(), new int[] {1, 28, 28}, CLASSES, transform, images.source());
    }

    private static IdxImages found(String root, boolean train) {
        IdxImages images = IdxImages.in(Path.of(root), train);
        if (images == null) {
            throw new IllegalArgumentException(say("data.mnist.no-files", "root", root));
        }
        return images;
    }
}
