package jacobi.data;

import static jacobi.language.Say.say;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Images and labels in files of MNIST's names, wherever they are found. */
record IdxImages(byte[] pixels, int[] labels, String source) {

    /** The files of a folder, compressed or not; null if it has them not. */
    static IdxImages in(Path folder, boolean train) {
        Path images = file(folder, (train ? "train" : "t10k") + "-images-idx3-ubyte");
        Path labels = file(folder, (train ? "train" : "t10k") + "-labels-idx1-ubyte");
        if (images == null || labels == null) {
            return null;
        }
        try (InputStream x = Files.newInputStream(images);
                InputStream y = Files.newInputStream(labels)) {
            return of(IdxFile.read(x, images.toString()), IdxFile.read(y, labels.toString()), folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(say("data.file.not-read", "name", folder), e);
        }
    }

    private static Path file(Path folder, String name) {
        for (String ending : List.of("", ".gz")) {
            if (Files.isReadable(folder.resolve(name + ending))) {
                return folder.resolve(name + ending);
            }
        }
        return null;
    }

    static IdxImages of(IdxFile images, IdxFile labels, String source) {
        int[] classes = new int[labels.bytes().length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = labels.bytes()[i] & 0xff;
        }
        return new IdxImages(images.bytes(), classes, source);
    }
}
