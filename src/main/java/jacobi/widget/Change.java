package jacobi.widget;

/**
 * A property of a widget that has changed.
 *
 * @param owner whose it is
 * @param name the property's name in Java, as {@code value}
 * @param before what it was
 * @param now what it is
 */
public record Change(Widget owner, String name, Object before, Object now) {}
