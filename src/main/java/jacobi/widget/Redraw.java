package jacobi.widget;

/**
 * The functions {@code interact} calls again and again, by the number of their arguments; what they return is shown.
 */
public final class Redraw {
    private Redraw() {}

    /** A function of one. */
    @FunctionalInterface
    public interface One<A> {
        Object draw(A a) throws Exception;
    }

    /** A function of two. */
    @FunctionalInterface
    public interface Two<A, B> {
        Object draw(A a, B b) throws Exception;
    }

    /** A function of three. */
    @FunctionalInterface
    public interface Three<A, B, C> {
        Object draw(A a, B b, C c) throws Exception;
    }

    /** A function of four. */
    @FunctionalInterface
    public interface Four<A, B, C, D> {
        Object draw(A a, B b, C c, D d) throws Exception;
    }

    /** A function of five. */
    @FunctionalInterface
    public interface Five<A, B, C, D, E> {
        Object draw(A a, B b, C c, D d, E e) throws Exception;
    }

    /** A function of six. */
    @FunctionalInterface
    public interface Six<A, B, C, D, E, F> {
        Object draw(A a, B b, C c, D d, E e, F f) throws Exception;
    }
}
