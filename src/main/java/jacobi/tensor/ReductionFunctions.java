package jacobi.tensor;

/** Reductions and products that {@link Tensors} offers as functions. */
abstract class ReductionFunctions extends ElementFunctions {
    /** Sum of all elements. */
    public static Tensor sum(Tensor x) {
        return x.sum();
    }

    /** Sum along an axis. */
    public static Tensor sum(Tensor x, int axis) {
        return x.sum(axis);
    }

    /** Sum along an axis, which stays with length 1 if {@code keepdim}. */
    public static Tensor sum(Tensor x, int axis, boolean keepdim) {
        return x.sum(axis, keepdim);
    }

    /** Sum along several axes. */
    public static Tensor sum(Tensor x, int[] axes) {
        return x.sum(axes);
    }

    /** Mean of all elements. */
    public static Tensor mean(Tensor x) {
        return x.mean();
    }

    /** Mean along an axis. */
    public static Tensor mean(Tensor x, int axis) {
        return x.mean(axis);
    }

    /** Mean along an axis, which stays with length 1 if {@code keepdim}. */
    public static Tensor mean(Tensor x, int axis, boolean keepdim) {
        return x.mean(axis, keepdim);
    }

    /** Mean along several axes. */
    public static Tensor mean(Tensor x, int[] axes) {
        return x.mean(axes);
    }

    /** Product of all elements. */
    public static Tensor prod(Tensor x) {
        return x.prod();
    }

    /** Product along an axis. */
    public static Tensor prod(Tensor x, int axis) {
        return x.prod(axis);
    }

    /** Product along an axis, which stays with length 1 if {@code keepdim}. */
    public static Tensor prod(Tensor x, int axis, boolean keepdim) {
        return x.prod(axis, keepdim);
    }

    /** Variance (divided by n − 1) of all elements. */
    public static Tensor var(Tensor x) {
        return x.var();
    }

    /** Variance (divided by n − 1) along an axis. */
    public static Tensor var(Tensor x, int axis) {
        return x.var(axis);
    }

    /** Variance (divided by n − 1) along an axis, which stays with length 1 if {@code keepdim}. */
    public static Tensor var(Tensor x, int axis, boolean keepdim) {
        return x.var(axis, keepdim);
    }

    /** Standard deviation (dividing by n − 1) of all elements. */
    public static Tensor std(Tensor x) {
        return x.std();
    }

    /** Standard deviation (dividing by n − 1) along an axis. */
    public static Tensor std(Tensor x, int axis) {
        return x.std(axis);
    }

    /** Standard deviation (dividing by n − 1) along an axis, which stays with length 1 if {@code keepdim}. */
    public static Tensor std(Tensor x, int axis, boolean keepdim) {
        return x.std(axis, keepdim);
    }

    /** Whether any element is other than 0, of all elements. */
    public static Tensor any(Tensor x) {
        return x.any();
    }

    /** Whether any element is other than 0, along an axis. */
    public static Tensor any(Tensor x, int axis) {
        return x.any(axis);
    }

    /** Whether any element is other than 0, along an axis, which stays with length 1 if {@code keepdim}. */
    public static Tensor any(Tensor x, int axis, boolean keepdim) {
        return x.any(axis, keepdim);
    }

    /** Whether every element is other than 0, of all elements. */
    public static Tensor all(Tensor x) {
        return x.all();
    }

    /** Whether every element is other than 0, along an axis. */
    public static Tensor all(Tensor x, int axis) {
        return x.all(axis);
    }

    /** Whether every element is other than 0, along an axis, which stays with length 1 if {@code keepdim}. */
    public static Tensor all(Tensor x, int axis, boolean keepdim) {
        return x.all(axis, keepdim);
    }

    /** The largest element. */
    public static Tensor max(Tensor x) {
        return x.max();
    }

    /** The largest elements along an axis, and where they are. */
    public static ValuesIndices max(Tensor x, int axis) {
        return x.max(axis);
    }

    /** The larger of two, element by element. */
    public static Tensor max(Tensor a, Tensor b) {
        return a.max(b);
    }

    /** Where the first largest element is. */
    public static Tensor argmax(Tensor x) {
        return x.argmax();
    }

    /** Where the first largest element along an axis is. */
    public static Tensor argmax(Tensor x, int axis) {
        return x.argmax(axis);
    }

    /** The smallest element. */
    public static Tensor min(Tensor x) {
        return x.min();
    }

    /** The smallest elements along an axis, and where they are. */
    public static ValuesIndices min(Tensor x, int axis) {
        return x.min(axis);
    }

    /** The smaller of two, element by element. */
    public static Tensor min(Tensor a, Tensor b) {
        return a.min(b);
    }

    /** Where the first smallest element is. */
    public static Tensor argmin(Tensor x) {
        return x.argmin();
    }

    /** Where the first smallest element along an axis is. */
    public static Tensor argmin(Tensor x, int axis) {
        return x.argmin(axis);
    }

    /** The middle element (the lower of two). */
    public static Tensor median(Tensor x) {
        return x.median();
    }

    /** The middle elements along an axis (the lower of two), and where they are. */
    public static ValuesIndices median(Tensor x, int axis) {
        return x.median(axis);
    }

    /** Running sums along an axis. */
    public static Tensor cumsum(Tensor x, int axis) {
        return x.cumsum(axis);
    }

    /** Running products along an axis. */
    public static Tensor cumprod(Tensor x, int axis) {
        return x.cumprod(axis);
    }

    /** Elements in ascending order along the last axis, and where they were. */
    public static ValuesIndices sort(Tensor x) {
        return x.sort();
    }

    /** Elements in ascending order along an axis, and where they were. */
    public static ValuesIndices sort(Tensor x, int axis) {
        return x.sort(axis);
    }

    /** Elements in order along an axis, and where they were. */
    public static ValuesIndices sort(Tensor x, int axis, boolean descending) {
        return x.sort(axis, descending);
    }

    /** Which elements make ascending order along the last axis. */
    public static Tensor argsort(Tensor x) {
        return x.argsort();
    }

    /** Which elements make ascending order along an axis. */
    public static Tensor argsort(Tensor x, int axis) {
        return x.argsort(axis);
    }

    /** Which elements make the order along an axis. */
    public static Tensor argsort(Tensor x, int axis, boolean descending) {
        return x.argsort(axis, descending);
    }

    /** The k largest elements along the last axis, and where they are. */
    public static ValuesIndices topk(Tensor x, int k) {
        return x.topk(k);
    }

    /** The k largest elements along an axis, and where they are. */
    public static ValuesIndices topk(Tensor x, int k, int axis) {
        return x.topk(k, axis);
    }

    /** The k largest (or smallest) elements along an axis in order, and where they are. */
    public static ValuesIndices topk(Tensor x, int k, int axis, boolean largest) {
        return x.topk(k, axis, largest);
    }

    /** The different elements in ascending order. */
    public static Tensor unique(Tensor x) {
        return x.unique();
    }

    /** How often each number from 0 to the largest occurs in a vector of integers. */
    public static Tensor bincount(Tensor x) {
        return x.bincount(0);
    }

    /** Euclidean norm of all elements: the Frobenius norm of a matrix. */
    public static Tensor norm(Tensor x) {
        return x.norm();
    }

    /** The p-norm of all elements. */
    public static Tensor norm(Tensor x, double p) {
        return x.norm(p);
    }

    /** The p-norm along an axis, which goes away. */
    public static Tensor norm(Tensor x, double p, int axis) {
        return x.norm(p, axis);
    }

    /** The p-norm along an axis, which stays with length 1 if {@code keepdim}. */
    public static Tensor norm(Tensor x, double p, int axis, boolean keepdim) {
        return x.norm(p, axis, keepdim);
    }

    /** Exponentials divided by their sum along an axis. */
    public static Tensor softmax(Tensor x, int axis) {
        return x.softmax(axis);
    }

    /** Logarithm of softmax along an axis. */
    public static Tensor logSoftmax(Tensor x, int axis) {
        return x.logSoftmax(axis);
    }

    /** Logarithm of the sum of exponentials along an axis. */
    public static Tensor logsumexp(Tensor x, int axis) {
        return x.logsumexp(axis);
    }

    /** Dot product of two vectors. */
    public static Tensor dot(Tensor a, Tensor b) {
        return a.dot(b);
    }

    /** Matrix times vector. */
    public static Tensor mv(Tensor matrix, Tensor vector) {
        return matrix.mv(vector);
    }

    /** Matrix times matrix. */
    public static Tensor mm(Tensor a, Tensor b) {
        return a.mm(b);
    }

    /** Stack of matrices times stack of matrices. */
    public static Tensor bmm(Tensor a, Tensor b) {
        return a.bmm(b);
    }

    /** Product as Python's {@code @}. */
    public static Tensor matmul(Tensor a, Tensor b) {
        return a.matmul(b);
    }

    /** Every element of one vector times every element of another. */
    public static Tensor outer(Tensor a, Tensor b) {
        return a.outer(b);
    }

    /** Sum of the diagonal of a matrix. */
    public static Tensor trace(Tensor x) {
        return x.trace();
    }

    /** Of a vector the matrix with it on the diagonal; of a matrix its diagonal. */
    public static Tensor diag(Tensor x) {
        return x.diag();
    }

    /** Of a matrix the elements on and below the main diagonal. */
    public static Tensor tril(Tensor x) {
        return x.tril();
    }

    /** Of a matrix the elements on and above the main diagonal. */
    public static Tensor triu(Tensor x) {
        return x.triu();
    }
}
