package jacobi.tensor;

import static jacobi.tensor.DType.float32;
import static jacobi.tensor.DType.int32;
import static jacobi.tensor.DType.int64;
import static jacobi.tensor.Expect.assertError;
import static jacobi.tensor.Expect.assertShape;
import static jacobi.tensor.Expect.assertTensor;
import static jacobi.tensor.Expect.assertValues;
import static jacobi.tensor.Tensors.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rows M1 to M4: joining, reading and writing parts, and what shares memory. */
class IndexingTest {
    private final Tensor X = arange(12, float32).reshape(3, 4);
    private final Tensor Y = tensor(new double[][] {{2, 1, 4, 3}, {1, 2, 3, 4}, {4, 3, 2, 1}});

    @Test
    @DisplayName("M1: joining along an axis")
    void joining() {
        assertShape(cat(List.of(X, Y), 0), 6, 4);
        Tensor wide = cat(List.of(X, Y), 1);
        assertShape(wide, 3, 8);
        assertValues(wide.get(0), 0, 1, 2, 3, 2, 1, 4, 3);
        assertShape(stack(List.of(X, Y)), 2, 3, 4);
        assertShape(stack(List.of(X, Y), -1), 3, 4, 2);
        assertThat(X.split(2, 0)).hasSize(2);
        assertValues(X.split(new int[] {1, 3}, 1).get(1).get(0), 1, 2, 3);
        assertThat(X.chunk(2, 1)).hasSize(2);
        assertThat(X.unbind(0)).hasSize(3);
        assertError(() -> cat(List.of(X, ones(2, 3)), 0))
                .hasMessageContaining("tensor 1")
                .hasMessageContaining("axis 0");
        assertError(() -> stack(List.of(X, ones(2, 3)))).hasMessageContaining("one shape");
        assertError(() -> X.split(new int[] {1, 1}, 1)).hasMessageContaining("add up");
    }

    @Test
    @DisplayName("M2: numbers, slices, steps, columns, masks, lists")
    void reading() {
        assertTensor("tensor(3)", arange(12).get(3));
        assertTensor("tensor([ 8.,  9., 10., 11.])", X.get(-1));
        assertTensor("tensor([[ 4.,  5.,  6.,  7.],\n        [ 8.,  9., 10., 11.]])", X.get(slice(1, 3)));
        assertValues(X.get("0:2, :"), 0, 1, 2, 3, 4, 5, 6, 7);
        assertValues(X.get(slice(1, 3), slice(null, null, 2)), 4, 6, 8, 10);
        assertValues(X.get(":, 1"), 1, 5, 9);
        assertValues(X.get("..., -1"), 3, 7, 11);
        assertValues(X.get(Ellipsis.ELLIPSIS, 0), 0, 4, 8);
        assertValues(X.get(1, 2), 6);
        assertValues(X.get(X.gt(8)), 9, 10, 11);
        assertValues(X.get(List.of(0, 2)), 0, 1, 2, 3, 8, 9, 10, 11);
        assertValues(X.get(new int[] {0, 2}, new int[] {1, -1}), 1, 11);
        assertValues(X.get("[0, 2], 1"), 1, 9);
        assertShape(X.get((Object) null), 1, 3, 4);
        assertShape(X.get("None, :, None, 0"), 1, 3, 1);
        assertShape(X.get("5:, :"), 0, 4);
        assertValues(X.get("-2:, 0"), 4, 8);
        assertThat(arange(3).get(tensor(1)).item()).isEqualTo(1L);
    }

    @Test
    @DisplayName("M2: tables of places broadcast, and stand where the indexed axes were")
    void tables() {
        Tensor Z = arange(24).reshape(2, 3, 4);
        assertShape(Z.get(slice(), new int[] {0, 2}), 2, 2, 4);
        assertShape(Z.get(tensor(new int[][] {{0}, {1}}), new int[] {0, 1, 2}), 2, 3, 4);
        assertShape(Z.get(new int[] {0, 1}, slice(), new int[] {0, 3}), 2, 3);
        assertValues(Z.get(new int[] {0, 1}, slice(), new int[] {0, 3}), 0, 4, 8, 15, 19, 23);
        assertShape(Z.get(zeros(2, 3).eq(0)), 6, 4);
        assertShape(Z.get(":, [0, 1], None"), 2, 2, 1, 4);
    }

    @Test
    @DisplayName("M2: indices that do not fit say which axis and how long it is")
    void mistakes() {
        assertError(() -> X.get(3)).hasMessageContaining("index 3").hasMessageContaining("axis 0 of length 3");
        assertError(() -> X.get(0, 0, 0)).hasMessageContaining("3 indices").hasMessageContaining("2 axes");
        assertError(() -> X.get("a")).hasMessageContaining("cannot read \"a\"");
        assertError(() -> X.get(slice(null, null, -1))).hasMessageContaining("flip");
        assertError(() -> X.get(1.5)).hasMessageContaining("Double");
        assertError(() -> X.get(tensor(0.5, 1))).hasMessageContaining("to(int64)");
        assertError(() -> X.get(List.of(0, 9))).hasMessageContaining("index 9");
        assertError(() -> X.get(tensor(true, false))).hasMessageContaining("mask");
        assertError(() -> tensor(1.0).get(0)).hasMessageContaining("0-d");
    }

    @Test
    @DisplayName("M3: writing one element and a block")
    void writing() {
        X.set(9, 1, 2);
        assertThat(X.get(1, 2).item()).isEqualTo(9.0);
        X.set(12, "0:2, :");
        assertTensor("tensor([[12., 12., 12., 12.],\n        [12., 12., 12., 12.],\n        [ 8.,  9., 10., 11.]])", X);
        X.set(tensor(1.0, 2, 3, 4), -1);
        assertValues(X.get(2), 1, 2, 3, 4);
        X.set(0, X.gt(10));
        assertThat(X.sum().item()).isEqualTo(10.0);
        X.set(new double[] {5, 6}, "[0, 1], 0");
        assertValues(X.get(":, 0"), 5, 6, 1);
        X.set(7, ":, ::2");
        assertValues(X.get(1), 7, 0, 7, 0);
        assertError(() -> X.set(ones(3), 0)).hasMessageContaining("(3,)").hasMessageContaining("(4,)");
    }

    @Test
    void truthValuesAreWrittenAsTheyStand() {
        Tensor mask = zeros(DType.bool, 2, 3);

        mask.set(true, 1, 2);
        mask.set(Boolean.TRUE, 0, slice(0, 2));
        Place.of(mask, 0, 0).set(false);

        assertThat(mask).hasToString("tensor([[False,  True, False],\n        [False, False,  True]])");
    }

    @Test
    @DisplayName("M4: Y + X is a new object; X[:] = ... and X += Y keep the object and its storage")
    void memory() {
        Tensor before = Y;
        Tensor sum = Y.add(X);
        assertThat(sum.sharesStorage(before)).isFalse();
        Tensor Z = zerosLike(Y);
        Object storage = Z.array();
        Z.set(X.add(Y), ":");
        assertThat(Z.array()).isSameAs(storage);
        assertThat(Z.equal(X.add(Y))).isTrue();
        Object own = X.array();
        assertThat(X.add_(Y)).isSameAs(X);
        assertThat(X.array()).isSameAs(own);
        assertThat(X.equal(Z)).isTrue();
    }

    @Test
    @DisplayName("Views share storage: a change of one is seen in the other")
    void views() {
        X.T().set(100, 3, 0);
        assertThat(X.get(0, 3).item()).isEqualTo(100.0);
        X.reshape(4, 3).get(0).fill_(-1);
        assertValues(X.get(0), -1, -1, -1, 100);
        X.diagonal().zero_();
        assertThat(X.trace().item()).isEqualTo(0.0);
        X.get(":, 1").add_(1);
        assertValues(X.get(":, 1"), 0, 1, 10);
        Tensor e = tensor(1.0).expand(3);
        assertError(() -> e.add_(1)).hasMessageContaining("expanded").hasMessageContaining("clone()");
    }

    @Test
    @DisplayName("A source that overlaps the target is read before it is overwritten")
    void overlap() {
        Tensor v = arange(5);
        v.set(v.get("0:4"), "1:5");
        assertValues(v, 0, 0, 1, 2, 3);
        Tensor w = arange(4);
        w.get("1:").add_(w.get(":3"));
        assertValues(w, 0, 1, 3, 5);
        Tensor m = arange(4).reshape(2, 2);
        m.add_(m.T());
        assertValues(m, 0, 3, 3, 6);
    }

    @Test
    @DisplayName("gather, scatter, masks, one-hot, take, nonzero")
    void tablesAlongAnAxis() {
        Tensor index = tensor(new int[][] {{0, 2}, {1, 0}, {3, 3}});
        assertValues(X.gather(1, index), 0, 2, 5, 4, 11, 11);
        assertValues(zeros(2, 3).scatter(1, tensor(new int[][] {{0}, {2}}), 5), 5, 0, 0, 0, 0, 5);
        assertValues(zeros(3).scatterAdd(0, tensor(1, 1, 2), ones(3)), 0, 2, 1);
        assertValues(X.maskedFill(X.gt(1), -1).get(0), 0, 1, -1, -1);
        assertValues(X.maskedSelect(X.lt(2)), 0, 1);
        assertTensor("tensor([[0, 1, 0],\n        [0, 0, 1]])", oneHot(tensor(1, 2)));
        assertShape(oneHot(tensor(1, 2), 5), 2, 5);
        assertValues(X.take(tensor(-1, 0)), 11, 0);
        assertValues(tensor(0, 3, 0, 4).nonzero(), 1, 3);
        assertValues(X.indexSelect(1, tensor(3, 0)).get(0), 3, 0);
        assertValues(where(X.gt(5), X, 0).get(1), 0, 0, 6, 7);
        assertError(() -> oneHot(tensor(1, 7), 5)).hasMessageContaining("class 7");
        assertError(() -> X.gather(1, tensor(new int[][] {{4}}))).hasMessageContaining("index 4");
        assertValues(X.gather(0, tensor(new int[][] {{-1, 0, -3}}).to(int32)), 8, 1, 2);
        assertError(() -> X.gather(1, tensor(new int[][] {{0}, {-5}}))).hasMessageContaining("index -5");
        assertError(() -> X.take(tensor(0, 12))).hasMessageContaining("index 12");
        Tensor added = X.to(float32).requiresGrad_(true).scatterAdd(1, index, ones(3, 2));
        assertThat(added.gradFn().name()).isEqualTo("ScatterAddBackward0");
    }

    @Test
    @DisplayName("Rearranged copies: flip, roll, repeat, pad, triangles, windows")
    void rearranged() {
        Tensor v = arange(4);
        assertValues(v.flip(0), 3, 2, 1, 0);
        assertValues(v.roll(1), 3, 0, 1, 2);
        assertValues(v.roll(-1, 0), 1, 2, 3, 0);
        assertValues(v.repeat(2), 0, 1, 2, 3, 0, 1, 2, 3);
        assertShape(v.repeat(3, 2), 3, 8);
        assertValues(v.repeatInterleave(2), 0, 0, 1, 1, 2, 2, 3, 3);
        assertValues(X.repeatInterleave(2, 0).get(1), 0, 1, 2, 3);
        assertValues(v.pad(1, 2), 0, 0, 1, 2, 3, 0, 0);
        assertValues(v.pad(-1, 0), 1, 2, 3);
        assertShape(X.pad(1, 1, 2, 2), 7, 6);
        assertValues(tensor(1, 2).pad(new int[] {1, 0}, 7), 7, 1, 2);
        assertValues(ones(3, 3).tril().sum(1), 1, 2, 3);
        assertValues(ones(3, 3).triu(1).sum(1), 2, 1, 0);
        assertValues(v.unfold(0, 2, 1), 0, 1, 1, 2, 2, 3);
        assertValues(tensor(1, 2).diag(), 1, 0, 0, 2);
        assertValues(tensor(1, 2).diag(1).sum(0), 0, 1, 2);
    }

    @Test
    @DisplayName("Reshaping a transposed tensor copies only where it must")
    void reshapeOfViews() {
        Tensor Z = arange(24).reshape(2, 3, 4);
        Tensor split = Z.transpose(0, 1).reshape(3, 2, 2, 2);
        assertThat(split.sharesStorage(Z)).isTrue();
        assertValues(split.get(1, 1, 0), 16, 17);
        Tensor merged = Z.transpose(0, 1).reshape(6, 4);
        assertThat(merged.sharesStorage(Z)).isFalse();
        assertValues(merged.get(1), 12, 13, 14, 15);
        assertThat(Z.permute(2, 0, 1).reshape(4, 6).sharesStorage(Z)).isTrue();
        assertThat(Z.get(":, :, ::2").view(2, 3, 2, 1).sharesStorage(Z)).isTrue();
        assertError(() -> Z.T().view(24)).hasMessageContaining("use reshape");
        assertValues(Z.movedim(2, 0).get(1, 0), 1, 5, 9);
        assertShape(Z.unsqueeze(-1).squeeze(), 2, 3, 4);
        assertShape(Z.flatten(0, 1), 6, 4);
        assertShape(Z.unflatten(2, 2, -1), 2, 3, 2, 2);
    }

    @Test
    @DisplayName("A tensor is walked over its first axis")
    void iteration() {
        double sum = 0;
        for (Tensor row : X) {
            sum += row.get(0).toDouble();
        }
        assertThat(sum).isEqualTo(12);
        assertError(() -> tensor(1.0).iterator()).hasMessageContaining("0-d");
        assertThat(X.to(int64).get(0).toLongArray()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void rows_that_are_taken_several_times_get_all_their_gradients() {
        // Long rows, so that one piece of work has not all of them; and one longer than such a piece.
        for (int length : new int[] {3, 1 << 17, (1 << 18) + 5}) {
            for (DType type : new DType[] {DType.float32, DType.float64}) {
                Tensor x = zeros(3, length).to(type).requiresGrad_(true);
                Tensor weights = arange(1, 6).to(type).unsqueeze(1);
                x.get(tensor(2, 0, 2, 2, 0)).mul(weights).sum().backward();
                // Places 0, 2 and 3 are of row 2, places 1 and 4 of row 0.
                assertThat(x.grad().select(0, 0).eq(2 + 5).all().isTrue()).isTrue();
                assertThat(x.grad().select(0, 1).eq(0).all().isTrue()).isTrue();
                assertThat(x.grad().select(0, 2).eq(1 + 3 + 4).all().isTrue()).isTrue();
            }
        }
    }
}
