package jacobi.plot.mark;

import jacobi.plot.axis.Scale;
import jacobi.plot.svg.RichText;

/** Text at a point of the plane, with or without an arrow to what it is about. It changes no limits. */
public final class Note implements Mark {
    private static final double SIZE = 10;
    private static final double HEAD = 5;

    private final RichText text;
    private final double x;
    private final double y;
    private final double[] target;
    private final Canvas.Anchor anchor;
    private final Look look;

    /**
     * @param target x and y of what the note is about, or null for a note without an arrow
     */
    public Note(String text, double x, double y, double[] target, Canvas.Anchor anchor, Look look) {
        this.text = RichText.of(text);
        this.x = x;
        this.y = y;
        this.target = target == null ? null : target.clone();
        this.anchor = anchor;
        this.look = look.order(3);
    }

    @Override
    public String kind() {
        return '"' + text.spoken() + '"';
    }

    @Override
    public Look look() {
        return look;
    }

    @Override
    public Extent extent(Scale xScale, Scale yScale) {
        return Extent.NOTHING;
    }

    @Override
    public boolean clipped() {
        return false;
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        double px = plane.x(x);
        double py = plane.y(y);
        if (!Double.isFinite(px + py)) {
            return;
        }
        Box box = box(px, py);
        if (target != null) {
            double tx = plane.x(target[0]);
            double ty = plane.y(target[1]);
            if (Double.isFinite(tx + ty)) {
                double[] start = edge(box, tx, ty);
                // A little short of the target, so that the tip does not hide it.
                double distance = Math.hypot(tx - start[0], ty - start[1]);
                double part = distance < 3 ? 1 : 1 - 2 / distance;
                Look pen = new Look(look.color);
                pen.width = 1;
                Arrows.draw(
                        canvas,
                        start[0],
                        start[1],
                        start[0] + (tx - start[0]) * part,
                        start[1] + (ty - start[1]) * part,
                        HEAD,
                        pen);
            }
        }
        canvas.text(text, px, py, SIZE, anchor, 0, canvas.theme().paint(look.color));
    }

    /** The room the text takes when it stands at a point of the page. */
    private Box box(double px, double py) {
        double width = text.width(SIZE);
        double left = anchor == Canvas.Anchor.START ? px : anchor == Canvas.Anchor.END ? px - width : px - width / 2;
        return new Box(left, py - SIZE * 0.76, width, SIZE * 0.97);
    }

    /** Where the line from the middle of the box to a point leaves the box, and two points further. */
    private static double[] edge(Box box, double tx, double ty) {
        double dx = tx - box.centerX();
        double dy = ty - box.centerY();
        double across = dx == 0 ? Double.POSITIVE_INFINITY : (box.width() / 2 + 2) / Math.abs(dx);
        double down = dy == 0 ? Double.POSITIVE_INFINITY : (box.height() / 2 + 2) / Math.abs(dy);
        double part = Math.min(1, Math.min(across, down));
        return new double[] {box.centerX() + dx * part, box.centerY() + dy * part};
    }

    @Override
    public void cover(Cover cover, Plane plane) {
        if (Double.isFinite(plane.x(x) + plane.y(y))) {
            cover.box(box(plane.x(x), plane.y(y)));
        }
    }
}
