package jacobi.data;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tensors, lists of tensors and states of nets in files: {@code .npy} and {@code .npz} as NumPy's, any other as
 * safetensors, which PyTorch's users read with {@code safetensors.torch.load_file}. PyTorch's own files of states are
 * read, not written.
 */
public final class TensorFiles {
    private TensorFiles() {}

    /** Saves a tensor, a list of tensors, or tensors by name, as {@code net.stateDict()}. */
    public static void save(Object values, String path) {
        save(values, path, null);
    }

    /**
     * Saves a tensor, a list of tensors, or tensors by name.
     *
     * @param dtype "float16", "bfloat16" or "uint8" for a smaller file of rounded numbers, or null
     */
    public static void save(Object values, String path, @Default("null") String dtype) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        String kind = values instanceof Tensor ? "tensor" : values instanceof Collection ? "list" : "map";
        if (values instanceof Tensor x) {
            tensors.put("tensor", x);
        } else if (values instanceof Map<?, ?> map) {
            map.forEach((name, value) -> tensors.put(String.valueOf(name), tensor(value)));
        } else if (values instanceof Collection<?> list) {
            list.forEach(value -> tensors.put((path.endsWith(".npz") ? "arr_" : "") + tensors.size(), tensor(value)));
        } else {
            tensor(values);
        }
        Path file = Path.of(path);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                write(values, tensors, kind, path, dtype, out);
            }
            // Only when all is written: a file that was there is not lost to an error.
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(say("data.save.not-written", "path", path), e);
        } finally {
            part.toFile().delete();
        }
    }

    private static void write(
            Object values, Map<String, Tensor> tensors, String kind, String path, String dtype, OutputStream out)
            throws IOException {
        if (path.endsWith(".npy")) {
            if (!(values instanceof Tensor x)) {
                throw new IllegalArgumentException(say("data.save.npy-of-several"));
            }
            NumpyFile.write(x, dtype, out);
        } else if (path.endsWith(".npz")) {
            NumpyFile.writeAll(tensors, dtype, out);
        } else {
            Safetensors.write(tensors, kind, dtype, out);
        }
    }

    private static Tensor tensor(Object value) {
        if (value instanceof Tensor x) {
            return x;
        }
        throw new IllegalArgumentException(say(
                "data.save.kind",
                "found",
                value == null ? "null" : value.getClass().getSimpleName()));
    }

    /**
     * What a file holds: a tensor, a list, or a {@code StateDict}, as it was saved; of PyTorch's files also nested maps
     * and lists of numbers. The variable it is given to says which: {@code Tensor x = load("x.npy")}.
     */
    @SuppressWarnings("unchecked")
    public static <T> T load(String path) {
        try {
            byte[] file = Files.readAllBytes(Path.of(path));
            if (file.length > 10 && Arrays.equals(Arrays.copyOf(file, 6), NumpyFile.MAGIC)) {
                return (T) NumpyFile.read(file, path);
            }
            if (file.length > 4 && file[0] == 'P' && file[1] == 'K') {
                Map<String, byte[]> entries = ZipEntries.read(path);
                Object state = TorchArchive.read(entries, path);
                return (T) (state != null ? state : NumpyFile.readAll(entries, path));
            }
            return (T) Safetensors.read(file, path);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new IllegalArgumentException(
                    say("data.load.no-file", "file", Path.of(path).toAbsolutePath()));
        } catch (IOException e) {
            throw new UncheckedIOException(say("data.operation.not-read", "name", "load", "path", path), e);
        }
    }
}
