package jacobi.plot.mark;

import jacobi.plot.axis.Scale;
import java.util.List;

/**
 * Shapes that are one mark: all look as it does.
 *
 * @param colors the colours of the parts in turn; empty for the look's
 */
record Group(String kind, List<Patch> parts, List<String> colors, Look look) implements Mark {
    @Override
    public int shapes(Plane plane) {
        return parts.size();
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
