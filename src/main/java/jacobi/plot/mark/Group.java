package jacobi.plot.mark;

import jacobi.plot.axis.Scale;
import java.util.List;

/** Shapes that are one mark: all look as it does. */
final class Group implements Mark {
    private final String kind;
    private final List<Patch> parts;
    /** The colours of the parts in turn; empty for the look's. */
    private final List<String> colors;

    private final Look look;

    Group(String kind, List<Patch> parts, List<String> colors, Look look) {
        this.kind = kind;
        this.parts = parts;
        this.colors = colors;
        this.look = look;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public int shapes(Plane plane) {
        return parts.size();
    }

    @Override
    public Look look() {
        return look;
    }

    @Override
    public Extent extent(Scale x, Scale y) {
        Extent extent = Extent.NOTHING;
        for (Patch part : parts) {
            extent = extent.with(part.extent(x, y));
        }
        return extent;
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        for (int i = 0; i < parts.size(); i++) {
            Look its = parts.get(i).look();
            its.color = colors.isEmpty() ? look.color : colors.get(i % colors.size());
            its.edge = look.edge;
            its.alpha = look.alpha;
            its.filled = look.filled;
            its.hatch = look.hatch;
            its.width = look.width;
            parts.get(i).draw(canvas, plane);
        }
    }
}
