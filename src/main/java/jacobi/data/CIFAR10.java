package jacobi.data;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Ten kinds of things in 60,000 colour images of 32 x 32 (Krizhevsky 2009), from a folder with the binary version's
 * files.
 */
public final class CIFAR10 extends ImageDataset {
    private static final List<String> CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
    private static final int IMAGE = 3 * 32 * 32;

    private record Files10(byte[] pixels, int[] labels) {}

    /**
     * Images to learn from, or to test.
     *
     * @param root a folder with {@code data_batch_1.bin} to 5 and {@code test_batch.bin}, or one with {@code
     * cifar-10-batches-bin} in it
     * @param transform what is done to each image, or null
     */
    public CIFAR10(String root, @Default("true") boolean train, @Default("null") UnaryOperator<Tensor> transform) {
        this(read(root, train), transform, root);
    }

    private CIFAR10(Files10 files, UnaryOperator<Tensor> transform, String root) {
        super(files.pixels, files.labels, new int[] {3, 32, 32}, CLASSES, transform, root);
    }

    private static Files10 read(String root, boolean train) {
        Path folder = Path.of(root, "cifar-10-batches-bin");
        folder = Files.isDirectory(folder) ? folder : Path.of(root);
        List<String> names = train
                ? List.of(
                        "data_batch_1.bin",
                        "data_batch_2.bin",
                        "data_batch_3.bin",
                        "data_batch_4.bin",
                        "data_batch_5.bin")
                : List.of("test_batch.bin");
        try {
            java.io.ByteArrayOutputStream pixels = new java.io.ByteArrayOutputStream();
            List<Integer> labels = new java.util.ArrayList<>();
            for (String name : names) {
                Path file = folder.resolve(name);
                if (!Files.isReadable(file)) {
                    throw new IllegalArgumentException(say("data.cifar10.no-file", "folder", folder, "name", name));
                }
                byte[] bytes = Files.readAllBytes(file);
                for (int at = 0; at + IMAGE < bytes.length; at += IMAGE + 1) {
                    labels.add(bytes[at] & 0xff);
                    pixels.write(bytes, at + 1, IMAGE);
                }
            }
            return new Files10(
                    pixels.toByteArray(),
                    labels.stream().mapToInt(Integer::intValue).toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(say("data.operation.not-read", "name", "CIFAR10", "path", folder), e);
        }
    }
}
