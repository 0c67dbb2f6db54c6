package jacobi.widget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A state with its bytes apart, as the protocol carries them.
 *
 * @param state JSON, without what is bytes
 * @param paths where each of {@code bytes} belongs
 */
record Buffers(Map<String, Object> state, List<List<String>> paths, List<byte[]> bytes) {

    static Buffers of(Map<String, Object> state) {
        Map<String, Object> plain = new LinkedHashMap<>();
        List<List<String>> paths = new ArrayList<>();
        List<byte[]> buffers = new ArrayList<>();
        state.forEach((key, value) -> {
            if (value instanceof byte[] bytes) {
                paths.add(List.of(key));
                buffers.add(bytes);
            } else {
                plain.put(key, value);
            }
        });
        return new Buffers(plain, paths, buffers);
    }
}
