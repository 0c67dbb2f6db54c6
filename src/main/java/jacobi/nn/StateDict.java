package jacobi.nn;

import jacobi.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The state of a module or an optimiser's parameters: tensors by name, in the order of the fields. */
public final class StateDict extends LinkedHashMap<String, Tensor> {
    private static final long serialVersionUID = 1;

    /** An empty state. */
    public StateDict() {}

    /** A state of given tensors. */
    public StateDict(Map<String, ? extends Tensor> tensors) {
        super(tensors);
    }

    /** PyTorch's print of an ordered dictionary. */
    @Override
    public String toString() {
        return entrySet().stream()
                .map(e -> "('" + e.getKey() + "', " + e.getValue() + ")")
                .collect(Collectors.joining(", ", "OrderedDict([", "])"));
    }
}
