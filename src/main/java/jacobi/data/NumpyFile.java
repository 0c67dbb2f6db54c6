package jacobi.data;

import static jacobi.language.Say.say;

import jacobi.nn.StateDict;
import jacobi.tensor.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** NumPy's files: {@code .npy} with one array, {@code .npz} with several by name in a zip. */
final class NumpyFile {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern HEADER = Pattern.compile(
            "'descr'\\s*:\\s*'([^']+)'.*'fortran_order'\\s*:\\s*(True|False).*'shape'\\s*:\\s*\\(([^)]*)\\)",
            Pattern.DOTALL);

    private NumpyFile() {}

    static void write(Tensor x, String dtype, OutputStream out) throws IOException {
        StoredType type = StoredType.named(dtype, x.dtype());
        if (type.numpy == null) {
            throw new IllegalArgumentException(say("data.numpy.bfloat16"));
        }
        int[] shape = x.shape().toArray();
        String lengths = Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        String text = "{'descr': '" + type.numpy + "', 'fortran_order': False, 'shape': (" + lengths
                + (shape.length == 1 ? ",), }" : "), }");
        // Magic, version, length and text end at a multiple of 64.
        int total = (10 + text.length() + 1 + 63) / 64 * 64;
        ByteBuffer head = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        head.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (total - 10));
        head.put(text.getBytes(StandardCharsets.ISO_8859_1));
        while (head.position() < total - 1) {
            head.put((byte) ' ');
        }
        head.put((byte) '\n');
        out.write(head.array());
        out.write(type.write(x.detach()).array());
    }

    static Tensor read(byte[] file, String path) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int version = file[6];
        in.position(8);
        int length = version == 1 ? in.getShort() & 0xffff : in.getInt();
        byte[] text = new byte[length];
        in.get(text);
        Matcher header = HEADER.matcher(new String(text, StandardCharsets.ISO_8859_1));
        if (!header.find()) {
            throw new IllegalArgumentException(say(
                    "data.numpy.header",
                    "path",
                    path,
                    "header",
                    new String(text, StandardCharsets.ISO_8859_1).strip()));
        }
        int[] shape = Arrays.stream(header.group(3).split(","))
                .map(String::strip)
                .filter(d -> !d.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        for (StoredType type : StoredType.values()) {
            if (header.group(1).equals(type.numpy)) {
                return header.group(2).equals("True") ? columns(type, in, shape) : type.read(in, shape);
            }
        }
        throw new IllegalArgumentException(say("data.numpy.type", "path", path, "type", header.group(1)));
    }

    /** The order in which the first axis runs fastest. */
    private static Tensor columns(StoredType type, ByteBuffer in, int[] shape) {
        int[] reversed = new int[shape.length], axes = new int[shape.length];
        for (int i = 0; i < shape.length; i++) {
            reversed[i] = shape[shape.length - 1 - i];
            axes[i] = shape.length - 1 - i;
        }
        return type.read(in, reversed).permute(axes);
    }

    static void writeAll(Map<String, ? extends Tensor> tensors, String dtype, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, ? extends Tensor> entry : tensors.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey() + ".npy"));
                write(entry.getValue(), dtype, zip);
                zip.closeEntry();
            }
        }
    }

    static StateDict readAll(Map<String, byte[]> entries, String path) {
        StateDict tensors = new StateDict();
        entries.forEach((entry, bytes) -> {
            String name = entry.replaceFirst("\\.npy$", "");
            tensors.put(name, read(bytes, path + ": " + name));
        });
        return tensors;
    }
}
