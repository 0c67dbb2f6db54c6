package jacobi.tensor;

/** Reductions of a {@link Tensor}: sums, means, extremes, order, norms. */
public sealed interface TensorReduction permits Tensor {
    /** Sum of all elements. */
    default Tensor sum() {
        return Sums.sum(self(), null, false);
    }

    /** Sum along an axis, which goes away; negative axes count from the end. */
    default Tensor sum(int axis) {
        return sum(axis, false);
    }

    /** Sum along an axis, which stays with length 1 if {@code keepdim}. */
    default Tensor sum(int axis, boolean keepdim) {
        return Sums.sum(self(), new int[] {axis}, keepdim);
    }

    /** Sum along several axes. */
    default Tensor sum(int[] axes) {
        return sum(axes, false);
    }

    /** Sum along several axes, which stay with length 1 if {@code keepdim}. */
    default Tensor sum(int[] axes, boolean keepdim) {
        return Sums.sum(self(), axes, keepdim);
    }

    /** Mean of all elements. */
    default Tensor mean() {
        return Sums.mean(self(), null, false);
    }

    /** Mean along an axis, which goes away; negative axes count from the end. */
    default Tensor mean(int axis) {
        return mean(axis, false);
    }

    /** Mean along an axis, which stays with length 1 if {@code keepdim}. */
    default Tensor mean(int axis, boolean keepdim) {
        return Sums.mean(self(), new int[] {axis}, keepdim);
    }

    /** Mean along several axes. */
    default Tensor mean(int[] axes) {
        return mean(axes, false);
    }

    /** Mean along several axes, which stay with length 1 if {@code keepdim}. */
    default Tensor mean(int[] axes, boolean keepdim) {
        return Sums.mean(self(), axes, keepdim);
    }

    /** Product of all elements. */
    default Tensor prod() {
        return Sums.prod(self(), null, false);
    }

    /** Product along an axis, which goes away; negative axes count from the end. */
    default Tensor prod(int axis) {
        return prod(axis, false);
    }

    /** Product along an axis, which stays with length 1 if {@code keepdim}. */
    default Tensor prod(int axis, boolean keepdim) {
        return Sums.prod(self(), new int[] {axis}, keepdim);
    }

    /** Variance (divided by n − 1) of all elements. */
    default Tensor var() {
        return Sums.var(self(), null, 1, false);
    }

    /** Variance (divided by n − 1) along an axis, which goes away; negative axes count from the end. */
    default Tensor var(int axis) {
        return var(axis, false);
    }

    /** Variance (divided by n − 1) along an axis, which stays with length 1 if {@code keepdim}. */
    default Tensor var(int axis, boolean keepdim) {
        return Sums.var(self(), new int[] {axis}, 1, keepdim);
    }

    /** Variance (divided by n − 1) along several axes. */
    default Tensor var(int[] axes) {
        return var(axes, false);
    }

    /** Variance (divided by n − 1) along several axes, which stay with length 1 if {@code keepdim}. */
    default Tensor var(int[] axes, boolean keepdim) {
        return Sums.var(self(), axes, 1, keepdim);
    }

    /** Standard deviation (dividing by n − 1) of all elements. */
    default Tensor std() {
        return Sums.std(self(), null, 1, false);
    }

    /** Standard deviation (dividing by n − 1) along an axis, which goes away; negative axes count from the end. */
    default Tensor std(int axis) {
        return std(axis, false);
    }

    /** Standard deviation (dividing by n − 1) along an axis, which stays with length 1 if {@code keepdim}. */
    default Tensor std(int axis, boolean keepdim) {
        return Sums.std(self(), new int[] {axis}, 1, keepdim);
    }

    /** Standard deviation (dividing by n − 1) along several axes. */
    default Tensor std(int[] axes) {
        return std(axes, false);
    }

    /** Standard deviation (dividing by n − 1) along several axes, which stay with length 1 if {@code keepdim}. */
    default Tensor std(int[] axes, boolean keepdim) {
        return Sums.std(self(), axes, 1, keepdim);
    }

    /** Variance along axes (all if null), divided by n − correction. */
    default Tensor var(int[] axes, double correction, boolean keepdim) {
        return Sums.var(self(), axes, correction, keepdim);
    }

    /** Standard deviation along axes (all if null), dividing by n − correction. */
    default Tensor std(int[] axes, double correction, boolean keepdim) {
        return Sums.std(self(), axes, correction, keepdim);
    }

    /** Logarithm of the sum of exponentials along an axis, without overflow. */
    default Tensor logsumexp(int axis) {
        return logsumexp(axis, false);
    }

    /** Logarithm of the sum of exponentials along an axis, without overflow. */
    default Tensor logsumexp(int axis, boolean keepdim) {
        return Sums.logsumexp(self(), new int[] {axis}, keepdim);
    }

    /** Whether any element is other than 0, of all elements. */
    default Tensor any() {
        return Sums.truth(ReduceOp.ANY, self(), null, false);
    }

    /** Whether any element is other than 0, along an axis, which goes away; negative axes count from the end. */
    default Tensor any(int axis) {
        return any(axis, false);
    }

    /** Whether any element is other than 0, along an axis, which stays with length 1 if {@code keepdim}. */
    default Tensor any(int axis, boolean keepdim) {
        return Sums.truth(ReduceOp.ANY, self(), new int[] {axis}, keepdim);
    }

    /** Whether every element is other than 0, of all elements. */
    default Tensor all() {
        return Sums.truth(ReduceOp.ALL, self(), null, false);
    }

    /** Whether every element is other than 0, along an axis, which goes away; negative axes count from the end. */
    default Tensor all(int axis) {
        return all(axis, false);
    }

    /** Whether every element is other than 0, along an axis, which stays with length 1 if {@code keepdim}. */
    default Tensor all(int axis, boolean keepdim) {
        return Sums.truth(ReduceOp.ALL, self(), new int[] {axis}, keepdim);
    }

    /** The largest element; equal ones share its gradient. */
    default Tensor max() {
        return Extremes.extreme("MaxBackward1", true, self(), null, false);
    }

    /** The largest elements along an axis, and where they are. */
    default ValuesIndices max(int axis) {
        return max(axis, false);
    }

    /** The largest elements along an axis, which stays with length 1 if {@code keepdim}, and where they are. */
    default ValuesIndices max(int axis, boolean keepdim) {
        return Extremes.withPlaces(true, self(), axis, keepdim);
    }

    /** The larger (max) or smaller (min) of two, element by element. */
    default Tensor max(Tensor other) {
        return Operators.maximum(self(), other);
    }

    /** The largest elements along axes; equal ones share the gradient. */
    default Tensor amax(int... axes) {
        return amax(axes, false);
    }

    /** The largest elements along an axis, which stays with length 1 if {@code keepdim}. */
    default Tensor amax(int axis, boolean keepdim) {
        return amax(new int[] {axis}, keepdim);
    }

    /** The largest elements along axes, which stay with length 1 if {@code keepdim}. */
    default Tensor amax(int[] axes, boolean keepdim) {
        return Extremes.extreme("AmaxBackward0", true, self(), axes, keepdim);
    }

    /** Where the first largest element is, counting in row-major order. */
    default Tensor argmax() {
        return Extremes.place(true, self(), null, false);
    }

    /** Where the first largest element along an axis is. */
    default Tensor argmax(int axis) {
        return argmax(axis, false);
    }

    /** Where the first largest element along an axis is; the axis stays with length 1 if {@code keepdim}. */
    default Tensor argmax(int axis, boolean keepdim) {
        return Extremes.place(true, self(), axis, keepdim);
    }

    /** The smallest element; equal ones share its gradient. */
    default Tensor min() {
        return Extremes.extreme("MinBackward1", false, self(), null, false);
    }

    /** The smallest elements along an axis, and where they are. */
    default ValuesIndices min(int axis) {
        return min(axis, false);
    }

    /** The smallest elements along an axis, which stays with length 1 if {@code keepdim}, and where they are. */
    default ValuesIndices min(int axis, boolean keepdim) {
        return Extremes.withPlaces(false, self(), axis, keepdim);
    }

    /** The larger (max) or smaller (min) of two, element by element. */
    default Tensor min(Tensor other) {
        return Operators.minimum(self(), other);
    }

    /** The smallest elements along axes; equal ones share the gradient. */
    default Tensor amin(int... axes) {
        return amin(axes, false);
    }

    /** The smallest elements along an axis, which stays with length 1 if {@code keepdim}. */
    default Tensor amin(int axis, boolean keepdim) {
        return amin(new int[] {axis}, keepdim);
    }

    /** The smallest elements along axes, which stay with length 1 if {@code keepdim}. */
    default Tensor amin(int[] axes, boolean keepdim) {
        return Extremes.extreme("AminBackward0", false, self(), axes, keepdim);
    }

    /** Where the first smallest element is, counting in row-major order. */
    default Tensor argmin() {
        return Extremes.place(false, self(), null, false);
    }

    /** Where the first smallest element along an axis is. */
    default Tensor argmin(int axis) {
        return argmin(axis, false);
    }

    /** Where the first smallest element along an axis is; the axis stays with length 1 if {@code keepdim}. */
    default Tensor argmin(int axis, boolean keepdim) {
        return Extremes.place(false, self(), axis, keepdim);
    }

    /** The middle element (the lower of two). */
    default Tensor median() {
        return Extremes.median(self());
    }

    /** The middle elements along an axis (the lower of two), and where they are. */
    default ValuesIndices median(int axis) {
        return median(axis, false);
    }

    /** The middle elements along an axis (the lower of two), which stays with length 1 if {@code keepdim}, and where they are. */
    default ValuesIndices median(int axis, boolean keepdim) {
        return Extremes.median(self(), axis, keepdim);
    }

    /** Running sums along an axis. */
    default Tensor cumsum(int axis) {
        return Cumulation.cumsum(self(), axis);
    }

    /** Running products along an axis. */
    default Tensor cumprod(int axis) {
        return Cumulation.cumprod(self(), axis);
    }

    /** Elements in ascending order along the last axis, and where they were. */
    default ValuesIndices sort() {
        return sort(-1, false);
    }

    /** Elements in ascending order along an axis, and where they were. */
    default ValuesIndices sort(int axis) {
        return sort(axis, false);
    }

    /** Elements in order along an axis, and where they were; equal ones keep their order. */
    default ValuesIndices sort(int axis, boolean descending) {
        return Extremes.sort(self(), axis, descending);
    }

    /** Which elements make ascending order along the last axis. */
    default Tensor argsort() {
        return argsort(-1, false);
    }

    /** Which elements make ascending order along an axis. */
    default Tensor argsort(int axis) {
        return argsort(axis, false);
    }

    /** Which elements make the order along an axis. */
    default Tensor argsort(int axis, boolean descending) {
        return Extremes.argsort(self(), axis, descending);
    }

    /** The k largest elements along the last axis, largest first, and where they are. */
    default ValuesIndices topk(int k) {
        return topk(k, -1, true);
    }

    /** The k largest elements along an axis, largest first, and where they are. */
    default ValuesIndices topk(int k, int axis) {
        return topk(k, axis, true);
    }

    /** The k largest (or smallest) elements along an axis in order, and where they are. */
    default ValuesIndices topk(int k, int axis, boolean largest) {
        return Extremes.topk(self(), k, axis, largest);
    }

    /** Euclidean norm of all elements: the Frobenius norm of a matrix. */
    default Tensor norm() {
        return Norms.norm(self(), 2, null, false);
    }

    /** The p-norm of all elements; {@code Double.POSITIVE_INFINITY} gives the largest absolute value. */
    default Tensor norm(double p) {
        return Norms.norm(self(), p, null, false);
    }

    /** The p-norm along an axis, which goes away; negative axes count from the end. */
    default Tensor norm(double p, int axis) {
        return norm(p, axis, false);
    }

    /** The p-norm along an axis, which stays with length 1 if {@code keepdim}. */
    default Tensor norm(double p, int axis, boolean keepdim) {
        return Norms.norm(self(), p, new int[] {axis}, keepdim);
    }

    /** The p-norm along axes. */
    default Tensor norm(double p, int[] axes, boolean keepdim) {
        return Norms.norm(self(), p, axes, keepdim);
    }

    /** Number of elements other than 0. */
    default Tensor countNonzero() {
        return self().ne(0).sum();
    }

    /** How often each number from 0 to the largest occurs in a vector of integers. */
    default Tensor bincount() {
        return bincount(0);
    }

    /** How often each number from 0 to the largest occurs in a vector of integers; at least {@code minlength} counts. */
    default Tensor bincount(int minlength) {
        return Cumulation.bincount(self(), minlength);
    }

    /** The different elements in ascending order. */
    default Tensor unique() {
        return Cumulation.unique(self());
    }

    /** Exponentials divided by their sum along an axis. */
    default Tensor softmax(int axis) {
        return Softmaxes.softmax(self(), axis);
    }

    /** Logarithm of {@link #softmax}, without overflow. */
    default Tensor logSoftmax(int axis) {
        return Softmaxes.logSoftmax(self(), axis);
    }

    private Tensor self() {
        return (Tensor) this;
    }
}
