package jacobi.tensor;

/**
 * A walk through several tensors of one shape at once, in runs along the last axis.
 *
 * <p>Axes that lie one after the other in every operand are walked as one, so contiguous operands give a single run.
 */
final class Walk {
    /** What happens along one run. */
    interface Run {
        /**
         * Treats {@code n} elements.
         *
         * @param at where the run starts in each operand's storage; not to be modified
         */
        void of(int[] at, int n);
    }

    private final int[] dims;
    private final int[][] strides;
    private final int axes;

    /**
     * A walk over the axes {@code dims}.
     *
     * @param strides for each operand its steps along those axes; 0 repeats an element
     */
    Walk(int[] dims, int[]... strides) {
        this.dims = new int[dims.length + 1];
        this.strides = new int[strides.length][dims.length + 1];
        int last = -1;
        for (int d = 0; d < dims.length; d++) {
            if (dims[d] == 1) {
                continue;
            }
            if (last >= 0 && continues(strides, last, dims[d], d)) {
                this.dims[last] *= dims[d];
            } else {
                last++;
                this.dims[last] = dims[d];
            }
            for (int k = 0; k < strides.length; k++) {
                this.strides[k][last] = strides[k][d];
            }
        }
        if (last < 0) {
            this.dims[++last] = 1;
        }
        axes = last + 1;
    }

    private boolean continues(int[][] given, int last, int length, int d) {
        for (int k = 0; k < given.length; k++) {
            if (strides[k][last] != given[k][d] * length) {
                return false;
            }
        }
        return true;
    }

    /** Step between neighbours of a run in operand {@code k}. */
    int step(int k) {
        return strides[k][axes - 1];
    }

    /**
     * Walks.
     *
     * @param at where each operand starts; used up by the walk
     */
    void each(int[] at, Run run) {
        int n = dims[axes - 1];
        for (int d = 0; d < axes; d++) {
            if (dims[d] == 0) {
                return;
            }
        }
        if (axes == 1) {
            run.of(at, n);
            return;
        }
        int[] index = new int[axes - 1];
        for (int work = 0; ; ) {
            run.of(at, n);
            work = Loops.poll(work + n);
            int d = axes - 2;
            while (d >= 0 && ++index[d] == dims[d]) {
                for (int k = 0; k < at.length; k++) {
                    at[k] -= strides[k][d] * (dims[d] - 1);
                }
                index[d--] = 0;
            }
            if (d < 0) {
                return;
            }
            for (int k = 0; k < at.length; k++) {
                at[k] += strides[k][d];
            }
        }
    }
}
