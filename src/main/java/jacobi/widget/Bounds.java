package jacobi.widget;

/** The lowest and the highest number that a widget takes. */
record Bounds<N extends Comparable<N>>(Property<N> min, Property<N> max) {
    /** Bounds that are two properties of a widget. */
    static <N extends Comparable<N>> Bounds<N> of(Widget widget, Kind<N> kind, N min, N max) {
        return new Bounds<>(widget.property("min", kind, min), widget.property("max", kind, max));
    }

    /** The number, or the bound it lies beyond. */
    N within(N number) {
        N low = min.get();
        N high = max.get();
        return number.compareTo(low) < 0 ? low : number.compareTo(high) > 0 ? high : number;
    }
}
