package jacobi.tensor;

import static jacobi.language.Say.say;

/**
 * Where a tensor is computed. Here that is the processor; the name of another is refused when something is to move
 * there.
 *
 * @param type "cpu" or "cuda"
 * @param index which one
 */
public record Device(String type, int index) {
    /** The processor. */
    public static final Device CPU = new Device("cpu", 0);

    /** Graphics processors, of which there are none. */
    public static final Cuda cuda = new Cuda();

    /** The device of a name: {@code device("cpu")}, {@code device("cuda:1")}. */
    public static Device device(String name) {
        String[] parts = name.split(":");
        boolean known = parts.length <= 2 && (parts[0].equals("cpu") || parts[0].equals("cuda"));
        if (!known || parts.length == 2 && !parts[1].matches("\\d+")) {
            throw new IllegalArgumentException(say("tensor.device.cpu-cuda-cuda-got", "name", name));
        }
        return new Device(parts[0], parts.length == 2 ? Integer.parseInt(parts[1]) : 0);
    }

    /** This device, if something can be computed there. */
    public Device require() {
        if (!type.equals("cpu")) {
            throw new IllegalStateException(
                    say("tensor.device.tensors-here-computed-processor", "type", type, "index", index));
        }
        return this;
    }

    /** PyTorch's print. */
    @Override
    public String toString() {
        return type.equals("cpu") ? "cpu" : type + ":" + index;
    }

    /** What is asked of graphics processors. */
    public static final class Cuda {
        private Cuda() {}

        /** Whether there is one: no. */
        public boolean isAvailable() {
            return false;
        }

        /** How many there are: none. */
        public int deviceCount() {
            return 0;
        }

        /** Waits for what they compute: nothing. */
        public void synchronize() {}
    }
}
