package jacobi.data;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.stack;

import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Examples by number, each of one tensor or several, as features and label. */
public interface Dataset extends Iterable<Tensor[]> {
    /** Example number {@code index}, from 0 on. */
    Tensor[] get(int index);

    /** How many examples there are. */
    int length();

    /** As {@link #length()}. */
    default int size() {
        return length();
    }

    /** Several examples, each of their tensors stacked along a new first axis. */
    default Tensor[] batch(int[] indices) {
        List<Tensor[]> examples = new ArrayList<>();
        for (int index : indices) {
            examples.add(get(index));
        }
        return collate(examples);
    }

    /** The tensors of several examples stacked: the first of all, the second of all … */
    static Tensor[] collate(List<Tensor[]> examples) {
        Tensor[] batch = new Tensor[examples.get(0).length];
        for (int i = 0; i < batch.length; i++) {
            int part = i;
            batch[i] = stack(examples.stream().map(example -> example[part]).toList());
        }
        return batch;
    }

    @Override
    default Iterator<Tensor[]> iterator() {
        return java.util.stream.IntStream.range(0, length()).mapToObj(this::get).iterator();
    }

    /** An index that is there; the message says how many there are. */
    static int require(int index, int length) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException(say("data.dataset.index", "length", length, "index", index));
        }
        return index;
    }
}
