package jacobi.data;

import static jacobi.language.Say.say;

import jacobi.tensor.Parameter;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * PyTorch's files of release 1.6 and later: a zip with a pickle, of which nothing is executed, and the numbers of each
 * storage.
 */
final class TorchArchive {
    private static final String PICKLE = "/data.pkl";

    private final Map<String, byte[]> entries;
    private final Map<String, Tensor> storages = new HashMap<>();
    private final String path;
    private final String root;

    private TorchArchive(Map<String, byte[]> entries, String pickle, String path) {
        this.entries = entries;
        this.path = path;
        root = pickle.substring(0, pickle.length() - PICKLE.length() + 1);
    }

    /** What a zip's pickle holds, or null if it is none of PyTorch's. */
    static Object read(Map<String, byte[]> entries, String path) {
        for (String name : entries.keySet()) {
            if (name.endsWith(PICKLE)) {
                TorchArchive archive = new TorchArchive(entries, name, path);
                return new Pickle(entries.get(name), archive::storage, archive::called).read();
            }
        }
        return null;
    }

    /** ("storage", type, key, device, length). */
    private Object storage(Object id) {
        List<?> parts = (List<?>) id;
        String key = String.valueOf(parts.get(2)), type = String.valueOf(parts.get(1));
        return storages.computeIfAbsent(key, k -> {
            for (StoredType stored : StoredType.values()) {
                if (type.equals("torch." + stored.torch + "Storage")) {
                    byte[] bytes = entries.get(root + "data/" + key);
                    if (bytes == null) {
                        throw new IllegalArgumentException(say("data.torch.storage", "path", path, "key", key));
                    }
                    return stored.read(ByteBuffer.wrap(bytes), new int[] {bytes.length / stored.bytes});
                }
            }
            throw new IllegalArgumentException(say("data.torch.type", "path", path, "type", type));
        });
    }

    /** What the few functions that a state calls would give. */
    private Object called(String function, List<?> arguments) {
        switch (function) {
            case "torch._utils._rebuild_tensor_v2" -> {
                Tensor flat = (Tensor) arguments.get(0);
                int[] shape = ints(arguments.get(2)), strides = ints(arguments.get(3));
                return laidOut(flat, ((Number) arguments.get(1)).intValue(), shape, strides);
            }
            case "torch._utils._rebuild_parameter" -> {
                return Parameter.of((Tensor) arguments.get(0), Boolean.TRUE.equals(arguments.get(1)));
            }
            case "collections.OrderedDict" -> {
                return new java.util.LinkedHashMap<Object, Object>();
            }
            default ->
                throw new IllegalArgumentException(say("data.torch.function", "path", path, "function", function));
        }
    }

    private static int[] ints(Object list) {
        return ((List<?>) list).stream().mapToInt(n -> ((Number) n).intValue()).toArray();
    }

    private static Tensor laidOut(Tensor flat, int offset, int[] shape, int[] strides) {
        int n = 1;
        for (int d : shape) {
            n *= d;
        }
        int[] places = new int[n];
        for (int i = 0; i < n; i++) {
            int rest = i, at = offset;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                at += rest % shape[axis] * strides[axis];
                rest /= shape[axis];
            }
            places[i] = at;
        }
        boolean run = true;
        for (int i = 0; i < n; i++) {
            run &= places[i] == offset + i;
        }
        Tensor part = run ? flat.narrow(0, offset, n).clone() : flat.indexSelect(0, Tensors.tensor((Object) places));
        return part.reshape(jacobi.tensor.Shape.of(shape));
    }
}
