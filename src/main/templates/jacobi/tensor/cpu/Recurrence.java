package jacobi.tensor.cpu;

/** Steps of recurrent layers over the rows of matrices (row-major, no gaps), each with its gradient below it. */
public final class Recurrence {
    private Recurrence() {}

    // for float, double and either:
    /**
     * The step of a GRU.
     *
     * @param input what the input gives to reset gate, update gate and candidate, (rows, 3 · size), as are the next two
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
            float[] out) {
        for (int r = 0; r < rows; r++) {
            int g = 3 * r * size, i = iAt + g, h = hAt + g;
            Arithmetic.add(input, i, hidden, h, gates, g, 2 * size);
            Exponentials.sigmoid(gates, g, gates, g, 2 * size);
            int n = g + 2 * size;
            for (int k = 0; k < size; k++) {
                gates[n + k] = input[i + 2 * size + k] + gates[g + k] * hidden[h + 2 * size + k];
            }
            Exponentials.tanh(gates, n, gates, n, size);
            for (int k = 0, o = r * size, s = sAt + o; k < size; k++) {
                out[o + k] = gates[n + k] + gates[g + size + k] * (state[s + k] - gates[n + k]);
            }
        }
    }

    /**
     * The step of an LSTM.
     *
     * @param input what the input gives to input gate, forget gate, candidate and output gate, (rows, 4 · size), as are
     * the next two
     * @param hidden what the state gives to them
     * @param gates the gates' and the candidate's values, modified
     * @param cell (rows, size)
     * @param bent the hyperbolic tangent of the next cell state, (rows, size), modified
     * @param out the next hidden state, then the next cell state, (2, rows, size), modified
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
            float[] bent,
            float[] out) {
        for (int r = 0; r < rows; r++) {
            int g = 4 * r * size, n = g + 2 * size, o = r * size, next = (rows + r) * size;
            Arithmetic.add(input, iAt + g, hidden, hAt + g, gates, g, 4 * size);
            Exponentials.sigmoid(gates, g, gates, g, 2 * size);
            Exponentials.tanh(gates, n, gates, n, size);
            Exponentials.sigmoid(gates, n + size, gates, n + size, size);
            for (int k = 0, c = cAt + o; k < size; k++) {
                out[next + k] = gates[g + size + k] * cell[c + k] + gates[g + k] * gates[n + k];
            }
            Exponentials.tanh(out, next, bent, o, size);
            Arithmetic.mul(gates, n + size, bent, o, out, o, size);
        }
    }

    /**
     * Gradients of the step of an LSTM.
     *
     * @param grad of the next hidden state, then of the next cell state, (2, rows, size)
     * @param dGates of what input and state gave, modified
     * @param dCell of the cell state, modified
     */
    public static void lstmGrad(
            float[] grad,
            int at,
            float[] gates,
            float[] cell,
            int cAt,
            float[] bent,
            int rows,
            int size,
            float[] dGates,
            float[] dCell) {
        for (int r = 0; r < rows; r++) {
            int g = 4 * r * size, o = r * size, c = cAt + o, h = at + o, next = at + (rows + r) * size;
            for (int k = 0; k < size; k++) {
                float in = gates[g + k], forget = gates[g + size + k], n = gates[g + 2 * size + k];
                float open = gates[g + 3 * size + k], t = bent[o + k], dh = grad[h + k];
                float d = grad[next + k] + dh * open * (1 - t * t);
                dGates[g + k] = d * n * in * (1 - in);
                dGates[g + size + k] = d * cell[c + k] * forget * (1 - forget);
                dGates[g + 2 * size + k] = d * in * (1 - n * n);
                dGates[g + 3 * size + k] = dh * t * open * (1 - open);
                dCell[o + k] = d * forget;
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
            float[] hidden,
            int hAt,
            float[] state,
            int sAt,
            int rows,
            int size,
            float[] dInput,
            float[] dHidden,
            float[] dState) {
        for (int r = 0; r < rows; r++) {
            int g = 3 * r * size, h = hAt + g + 2 * size, o = r * size;
            for (int k = 0; k < size; k++) {
                float d = grad[at + o + k], z = gates[g + size + k], n = gates[g + 2 * size + k], reset = gates[g + k];
                float dn = d * (1 - z) * (1 - n * n), dr = dn * hidden[h + k] * reset * (1 - reset);
                float dz = d * (state[sAt + o + k] - n) * z * (1 - z);
                dState[o + k] = d * z;
                dInput[g + k] = dr;
                dInput[g + size + k] = dz;
                dInput[g + 2 * size + k] = dn;
                dHidden[g + k] = dr;
                dHidden[g + size + k] = dz;
                dHidden[g + 2 * size + k] = dn * reset;
            }
        }
    }
    // end for
}
