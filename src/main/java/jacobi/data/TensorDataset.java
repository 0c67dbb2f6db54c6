package jacobi.data;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.tensor;

import jacobi.tensor.Tensor;
import java.util.Arrays;

/** Examples that are the rows of tensors of one length. */
public final class TensorDataset implements Dataset {
    private final Tensor[] tensors;

    /** The rows of tensors, as features and labels. */
    public TensorDataset(Tensor... tensors) {
        if (tensors.length == 0) {
            throw new IllegalArgumentException(say("data.tensor-dataset.none"));
        }
        for (Tensor x : tensors) {
            if (x.dim() == 0 || x.size(0) != tensors[0].size(0)) {
                throw new IllegalArgumentException(say(
                        "data.tensor-dataset.rows",
                        "shapes",
                        Arrays.stream(tensors).map(t -> t.shape().text()).toList()));
            }
        }
        this.tensors = tensors.clone();
    }

    @Override
    public Tensor[] get(int index) {
        Dataset.require(index, length());
        return Arrays.stream(tensors).map(x -> x.get(index)).toArray(Tensor[]::new);
    }

    @Override
    public Tensor[] batch(int[] indices) {
        int first = indices.length == 0 ? 0 : indices[0];
        boolean run = true;
        for (int i = 0; i < indices.length; i++) {
            run &= indices[i] == first + i;
        }
        if (run) {
            return Arrays.stream(tensors)
                    .map(x -> x.narrow(0, first, indices.length))
                    .toArray(Tensor[]::new);
        }
        Tensor rows = tensor((Object) indices);
        return Arrays.stream(tensors).map(x -> x.indexSelect(0, rows)).toArray(Tensor[]::new);
    }

    @Override
    public int length() {
        return tensors[0].size(0);
    }
}
