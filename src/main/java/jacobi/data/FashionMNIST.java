package jacobi.data;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Ten kinds of clothes in 70,000 grey images of 28 x 28 (Xiao et al. 2017, MIT licence): from a folder given, from
 * Debian's package {@code dataset-fashion-mnist}, or else a small share that comes with Jacobi, 2,000 images to learn
 * from and 1,000 to test. {@link #source()} says which.
 */
public final class FashionMNIST extends ImageDataset {
    private static final Path DEBIAN = Path.of("/usr/share/datasets/fashion-mnist");
    private static final List<String> CLASSES = List.of(
            "t-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot");

    /** Images to learn from, or to test. */
    public FashionMNIST(boolean train) {
        this(null, train, null);
    }

    /**
     * Images to learn from, or to test.
     *
     * @param root a folder with the set's files, compressed or not, or null
     * @param transform what is done to each image, or null
     */
    public FashionMNIST(
            @Default("null") String root,
            @Default("true") boolean train,
            @Default("null") UnaryOperator<Tensor> transform) {
        this(found(root, train), transform);
    }

    private FashionMNIST(IdxImages images, UnaryOperator<Tensor> transform) {
        super(images.pixels(), images.labels(), new int[] {1, 28, 28}, CLASSES, transform, images.source());
    }

    private static IdxImages found(String root, boolean train) {
        if (root != null) {
            IdxImages own = IdxImages.in(Path.of(root), train);
            if (own == null) {
                throw new IllegalArgumentException(say("data.fashion-mnist.no-files", "root", root));
            }
            return own;
        }
        IdxImages all = IdxImages.in(DEBIAN, train);
        return all != null ? all : share(train);
    }

    /** The share that is there without a network. */
    static IdxImages share(boolean train) {
        String name = train ? "train" : "t10k";
        IdxFile images = IdxFile.read(resource(name + "-images-idx3-ubyte.gz"), name + " images");
        IdxFile labels = IdxFile.read(resource(name + "-labels-idx1-ubyte.gz"), name + " labels");
        return IdxImages.of(images, labels, say("data.fashion-mnist.shipped"));
    }

    private static InputStream resource(String name) {
        return FashionMNIST.class.getResourceAsStream("fashion-mnist/" + name);
    }
}
