package jacobi.tensor.cpu;

/** Steps of recurrent layers over the rows of matrices (row-major, no gaps), each with its gradient below it. */
public final class Recurrence {
    private Recurrence() {}

    // for float, double and either:
    /**
     * The step of a GRU.
     *
     * @param input what the input gives to reset gate, update gate and candidate, (rows, 3 · size), as are the next
     *     two
     * @param hidden what the state gives to them
     * @param gates the gates' and the candidate's values, modified
     * @param state (rows, size)
     * @param out the next state, (rows, size), modified
     */
    public static void gru(
            float[] input,
            int iAt,
            float[] hidden,
            int hAt,
            float[] state,
            int sAt,
            int rows,
            int size,
            float[] gates,
            int gAt,
            float[] out,
            int oAt) {
        for (int r = 0; r < rows; r++) {
            int all = 3 * r * size, g = gAt + all, i = iAt + all, h = hAt + all;
            Arithmetic.add(input, i, hidden, h, gates, g, 2 * size);
            Exponentials.sigmoid(gates, g, gates, g, 2 * size);
            int n = g + 2 * size;
            for (int k = 0; k < size; k++) {
                gates[n + k] = input[i + 2 * size + k] + gates[g + k] * hidden[h + 2 * size + k];
            }
            Exponentials.tanh(gates, n, gates, n, size);
            for (int k = 0, o = oAt + r * size, s = sAt + r * size; k < size; k++) {
                out[o + k] = gates[n + k] + gates[g + size + k] * (state[s + k] - gates[n + k]);
            }
        }
    }

    /**
     * The step of an LSTM.
     *
     * @param input what the input gives to input gate, forget gate, candidate and output gate, (rows, 4 · size); of
     *     this shape are also hidden and gates
     * @param hidden what the hidden state gives to them
     * @param cell (rows, size), as are the next three
     * @param gates the gates' and the candidate's values, modified
     * @param bent the hyperbolic tangent of the next cell state, modified
     * @param next the next cell state, modified
     * @param out the next hidden state, modified
     */
    public static void lstm(
            float[] input,
            int iAt,
            float[] hidden,
            int hAt,
            float[] cell,
            int cAt,
            int rows,
            int size,
            float[] gates,
            int gAt,
            float[] bent,
            int bAt,
            float[] next,
            int nAt,
            float[] out,
            int oAt) {
        for (int r = 0; r < rows; r++) {
            int all = 4 * r * size, one = r * size, g = gAt + all, n = g + 2 * size, b = bAt + one;
            Arithmetic.add(input, iAt + all, hidden, hAt + all, gates, g, 4 * size);
            Exponentials.sigmoid(gates, g, gates, g, 2 * size);
            Exponentials.tanh(gates, n, gates, n, size);
            Exponentials.sigmoid(gates, n + size, gates, n + size, size);
            for (int k = 0, c = cAt + one, to = nAt + one; k < size; k++) {
                next[to + k] = gates[g + size + k] * cell[c + k] + gates[g + k] * gates[n + k];
            }
            Exponentials.tanh(next, nAt + one, bent, b, size);
            Arithmetic.mul(gates, n + size, bent, b, out, oAt + one, size);
        }
    }

    /**
     * Gradients of the step of an LSTM.
     *
     * @param dOut of the next hidden state, (rows, size)
     * @param dNext of the next cell state, (rows, size)
     * @param dGates of what input and state gave, modified
     * @param dCell of the cell state, modified; it may be dNext
     */
    public static void lstmGrad(
            float[] dOut,
            int oAt,
            float[] dNext,
            int nAt,
            float[] gates,
            int gAt,
            float[] cell,
            int cAt,
            float[] bent,
            int bAt,
            int rows,
            int size,
            float[] dGates,
            int dAt,
            float[] dCell,
            int dcAt) {
        for (int r = 0; r < rows; r++) {
            int g = gAt + 4 * r * size, to = dAt + 4 * r * size, o = r * size;
            for (int k = 0; k < size; k++) {
                float in = gates[g + k], forget = gates[g + size + k], n = gates[g + 2 * size + k];
                float open = gates[g + 3 * size + k], t = bent[bAt + o + k], dh = dOut[oAt + o + k];
                float d = dNext[nAt + o + k] + dh * open * (1 - t * t);
                dGates[to + k] = d * n * in * (1 - in);
                dGates[to + size + k] = d * cell[cAt + o + k] * forget * (1 - forget);
                dGates[to + 2 * size + k] = d * in * (1 - n * n);
                dGates[to + 3 * size + k] = dh * t * open * (1 - open);
                dCell[dcAt + o + k] = d * forget;
            }
        }
    }

    /**
     * Gradients of the step of a GRU.
     *
     * @param dInput of what the input gave, modified
     * @param dHidden of what the state gave, modified
     * @param dState of the state itself, modified
     */
    public static void gruGrad(
            float[] grad,
            int at,
            float[] gates,
            int gAt,
            float[] hidden,
            int hAt,
            float[] state,
            int sAt,
            int rows,
            int size,
            float[] dInput,
            int diAt,
            float[] dHidden,
            int dhAt,
            float[] dState) {
        for (int r = 0; r < rows; r++) {
            int all = 3 * r * size, g = gAt + all, h = hAt + all + 2 * size, o = r * size;
            int in = diAt + all, of = dhAt + all;
            for (int k = 0; k < size; k++) {
                float d = grad[at + o + k], z = gates[g + size + k], n = gates[g + 2 * size + k], reset = gates[g + k];
                float dn = d * (1 - z) * (1 - n * n), dr = dn * hidden[h + k] * reset * (1 - reset);
                float dz = d * (state[sAt + o + k] - n) * z * (1 - z);
                dState[o + k] = d * z;
                dInput[in + k] = dr;
                dInput[in + size + k] = dz;
                dInput[in + 2 * size + k] = dn;
                dHidden[of + k] = dr;
                dHidden[of + size + k] = dz;
                dHidden[of + 2 * size + k] = dn * reset;
            }
        }
    }
    // end for
}
