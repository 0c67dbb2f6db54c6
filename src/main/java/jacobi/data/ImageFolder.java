package jacobi.data;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.tensor;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Images (PNG, JPEG) in folders that are named after their class. */
public final class ImageFolder implements Dataset {
    private final List<String> classes = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();
    private final UnaryOperator<Tensor> transform;

    /** The images below a folder. */
    public ImageFolder(String root) {
        this(root, null);
    }

    /** The images below a folder, each changed by a transform. */
    public ImageFolder(String root, @Default("null") UnaryOperator<Tensor> transform) {
        this.transform = transform;
        for (Path folder : sorted(Path.of(root))) {
            if (Files.isDirectory(folder)) {
                for (Path file : sorted(folder)) {
                    if (file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|gif|bmp)")) {
                        files.add(file);
                        labels.add(classes.size());
                    }
                }
                classes.add(folder.getFileName().toString());
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException(say("data.image-folder.empty", "root", root, "example", root));
        }
    }

    private static List<Path> sorted(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(say("data.operation.not-read", "name", "ImageFolder", "path", folder), e);
        }
    }

    /** The names of the classes, by number. */
    public List<String> classes() {
        return List.copyOf(classes);
    }

    @Override
    public Tensor[] get(int index) {
        Tensor image =
                Images.readImage(files.get(Dataset.require(index, files.size())).toString());
        return new Tensor[] {transform == null ? image : transform.apply(image), tensor((long) labels.get(index))};
    }

    @Override
    public int length() {
        return files.size();
    }
}
