package jacobi.display;

/** Where a line of input comes from: the page while the kernel runs, standard input otherwise. */
public interface Keyboard {

    /**
     * Shows a prompt and waits for a line.
     *
     * @param hidden whether to hide what is typed
     * @return the line without its end
     * @throws InputUnavailableException if nobody is there to type
     * @throws java.util.concurrent.CancellationException if the cell was interrupted meanwhile
     */
    String readLine(String prompt, boolean hidden);
}
