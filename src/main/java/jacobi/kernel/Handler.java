package jacobi.kernel;

/** Does what one type of message asks. An {@link IllegalArgumentException} says that the message is at fault. */
interface Handler {
    void handle(Request request);
}
