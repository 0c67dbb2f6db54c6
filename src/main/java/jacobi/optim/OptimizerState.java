package jacobi.optim;

import static jacobi.language.Say.say;

import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an optimiser keeps, as a tree of maps, lists, numbers and tensors that can be saved. */
final class OptimizerState {
    private OptimizerState() {}

    static Map<String, Object> of(List<ParamGroup> groups, Map<Tensor, Map<String, Object>> state) {
        Map<Object, Object> kept = new LinkedHashMap<>();
        List<Object> all = new ArrayList<>();
        int number = 0;
        for (ParamGroup group : groups) {
            Map<String, Object> settings = new LinkedHashMap<>(group.settings());
            List<Object> numbers = new ArrayList<>();
            for (Tensor x : group.params()) {
                if (state.get(x) != null && !state.get(x).isEmpty()) {
                    kept.put(number, new LinkedHashMap<>(state.get(x)));
                }
                numbers.add(number++);
            }
            settings.put("params", numbers);
            all.add(settings);
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("state", kept);
        whole.put("param_groups", all);
        return whole;
    }

    static void load(
            String optimizer, Map<String, ?> saved, List<ParamGroup> groups, Map<Tensor, Map<String, Object>> state) {
        if (!(saved.get("state") instanceof Map<?, ?> kept) || !(saved.get("param_groups") instanceof List<?> all)) {
            throw new IllegalArgumentException(
                    say("optim.state.parts", "optimizer", optimizer, "found", saved.keySet()));
        }
        int[] own = groups.stream().mapToInt(group -> group.params().size()).toArray();
        int[] given = all.stream()
                .mapToInt(group -> ((List<?>) ((Map<?, ?>) group).get("params")).size())
                .toArray();
        if (!java.util.Arrays.equals(own, given)) {
            throw new IllegalArgumentException(say(
                    "optim.state.groups",
                    "optimizer",
                    optimizer,
                    "own",
                    java.util.Arrays.toString(own),
                    "found",
                    java.util.Arrays.toString(given)));
        }
        for (int i = 0; i < groups.size(); i++) {
            Map<?, ?> settings = (Map<?, ?>) all.get(i);
            List<?> numbers = (List<?>) settings.get("params");
            for (String name : groups.get(i).settings().keySet()) {
                if (settings.containsKey(name)) {
                    groups.get(i).settings().put(name, setting(settings.get(name)));
                }
            }
            for (int k = 0; k < numbers.size(); k++) {
                Tensor x = groups.get(i).params().get(k);
                Map<String, Object> next = new LinkedHashMap<>();
                if (kept(kept, numbers.get(k)) instanceof Map<?, ?> map) {
                    map.forEach((name, value) -> next.put(String.valueOf(name), copied(value, x)));
                }
                state.put(x, next);
            }
        }
    }

    private static Object kept(Map<?, ?> kept, Object number) {
        for (Map.Entry<?, ?> entry : kept.entrySet()) {
            if (String.valueOf(entry.getKey()).equals(String.valueOf(number))) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** Betas that came from a file are a list. */
    private static Object setting(Object value) {
        return value instanceof List<?> list
                ? list.stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray()
                : value;
    }

    private static Object copied(Object value, Tensor x) {
        if (!(value instanceof Tensor t)) {
            return value;
        }
        // PyTorch counts steps in tensors.
        return t.dim() == 0 && !t.shape().equals(x.shape())
                ? t.item()
                : t.detach().to(x.dtype()).clone();
    }
}
