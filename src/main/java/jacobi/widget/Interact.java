package jacobi.widget;

import jacobi.display.DisplayHandle;
import jacobi.operation.NamedControls;
import java.util.List;

/** {@code interact} and {@code interactive}: functions drawn again as controls are moved. */
public final class Interact {
    private Interact() {}

    /**
     * Shows controls and, below them, what a function shows and returns for their values; it is called again whenever
     * one is moved. In a cell: {@code interact((a, b) -> plot(x, a * x ** b), a=slider(-2, 2), b=[1, 2, 3])}.
     *
     * <p>What a control is may be said as in ipywidgets: true or false is a box to tick, a list a choice, a text a line
     * to type in, a number or {@code (low, high)} or {@code (low, high, step)} a slider. What the function throws is
     * shown in place of its value, and the next move calls it again. Where a page has no widgets, as in a stored
     * notebook, frames for several values are shown instead.
     */
    @NamedControls("control")
    public static <A> DisplayHandle interact(Redraw.One<A> draw, Control<A> a) {
        return interactive(draw, a).show();
    }

    /** As {@link #interact(Redraw.One, Control)}, shown where its box is put among other widgets. */
    @NamedControls("control")
    @SuppressWarnings("unchecked")
    public static <A> Interaction interactive(Redraw.One<A> draw, Control<A> a) {
        return new Interaction(List.of(a), values -> draw.draw((A) values.get(0)));
    }

    /** As {@link #interact(Redraw.One, Control)}, with two controls. */
    @NamedControls("control")
    public static <A, B> DisplayHandle interact(Redraw.Two<A, B> draw, Control<A> a, Control<B> b) {
        return interactive(draw, a, b).show();
    }

    /** As {@link #interact(Redraw.One, Control)}, shown where its box is put among other widgets. */
    @NamedControls("control")
    @SuppressWarnings("unchecked")
    public static <A, B> Interaction interactive(Redraw.Two<A, B> draw, Control<A> a, Control<B> b) {
        return new Interaction(List.of(a, b), values -> draw.draw((A) values.get(0), (B) values.get(1)));
    }

    /** As {@link #interact(Redraw.One, Control)}, with three controls. */
    @NamedControls("control")
    public static <A, B, C> DisplayHandle interact(
            Redraw.Three<A, B, C> draw, Control<A> a, Control<B> b, Control<C> c) {
        return interactive(draw, a, b, c).show();
    }

    /** As {@link #interact(Redraw.One, Control)}, shown where its box is put among other widgets. */
    @NamedControls("control")
    @SuppressWarnings("unchecked")
    public static <A, B, C> Interaction interactive(
            Redraw.Three<A, B, C> draw, Control<A> a, Control<B> b, Control<C> c) {
        return new Interaction(
                List.of(a, b, c), values -> draw.draw((A) values.get(0), (B) values.get(1), (C) values.get(2)));
    }

    /** As {@link #interact(Redraw.One, Control)}, with four controls. */
    @NamedControls("control")
    public static <A, B, C, D> DisplayHandle interact(
            Redraw.Four<A, B, C, D> draw, Control<A> a, Control<B> b, Control<C> c, Control<D> d) {
        return interactive(draw, a, b, c, d).show();
    }

    /** As {@link #interact(Redraw.One, Control)}, shown where its box is put among other widgets. */
    @NamedControls("control")
    @SuppressWarnings("unchecked")
    public static <A, B, C, D> Interaction interactive(
            Redraw.Four<A, B, C, D> draw, Control<A> a, Control<B> b, Control<C> c, Control<D> d) {
        return new Interaction(
                List.of(a, b, c, d),
                values -> draw.draw((A) values.get(0), (B) values.get(1), (C) values.get(2), (D) values.get(3)));
    }

    /** As {@link #interact(Redraw.One, Control)}, with five controls. */
    @NamedControls("control")
    public static <A, B, C, D, E> DisplayHandle interact(
            Redraw.Five<A, B, C, D, E> draw, Control<A> a, Control<B> b, Control<C> c, Control<D> d, Control<E> e) {
        return interactive(draw, a, b, c, d, e).show();
    }

    /** As {@link #interact(Redraw.One, Control)}, shown where its box is put among other widgets. */
    @NamedControls("control")
    @SuppressWarnings("unchecked")
    public static <A, B, C, D, E> Interaction interactive(
            Redraw.Five<A, B, C, D, E> draw, Control<A> a, Control<B> b, Control<C> c, Control<D> d, Control<E> e) {
        return new Interaction(
                List.of(a, b, c, d, e),
                values -> draw.draw(
                        (A) values.get(0), (B) values.get(1), (C) values.get(2), (D) values.get(3), (E) values.get(4)));
    }

    /** As {@link #interact(Redraw.One, Control)}, with six controls. */
    @NamedControls("control")
    public static <A, B, C, D, E, F> DisplayHandle interact(
            Redraw.Six<A, B, C, D, E, F> draw,
            Control<A> a,
            Control<B> b,
            Control<C> c,
            Control<D> d,
            Control<E> e,
            Control<F> f) {
        return interactive(draw, a, b, c, d, e, f).show();
    }

    /** As {@link #interact(Redraw.One, Control)}, shown where its box is put among other widgets. */
    @NamedControls("control")
    @SuppressWarnings("unchecked")
    public static <A, B, C, D, E, F> Interaction interactive(
            Redraw.Six<A, B, C, D, E, F> draw,
            Control<A> a,
            Control<B> b,
            Control<C> c,
            Control<D> d,
            Control<E> e,
            Control<F> f) {
        return new Interaction(
                List.of(a, b, c, d, e, f),
                values -> draw.draw(
                        (A) values.get(0),
                        (B) values.get(1),
                        (C) values.get(2),
                        (D) values.get(3),
                        (E) values.get(4),
                        (F) values.get(5)));
    }
}
