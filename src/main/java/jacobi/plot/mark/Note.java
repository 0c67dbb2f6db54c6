package jacobi.plot.mark;

import jacobi.plot.axis.Scale;
import jacobi.plot.style.Dash;
import jacobi.plot.svg.PathData;
import jacobi.plot.text.RichText;

/** Text at a point of the plane, with or without an arrow to what it is about. It changes no limits. */
public final class Note implements Mark {
    private static final double USUAL_SIZE = 10;
    private static final double HEAD = 5;

    /**
     * The arrow from a note.
     *
     * @param bend how far it bows out, as a part of its length; 0 for a straight one
     */
    public record Pointer(
            String color, double width, double head, boolean headed, Dash dash, double shrink, double bend) {
        public static final Pointer USUAL = new Pointer("#000000", 1, HEAD, true, Dash.SOLID, 2, 0);
    }

    private final String words;
    private final double x;
    private final double y;
    /** How far the text stands from its point, in points, upwards and to the right. */
    private final double[] offset;

    private final double[] target;
    private final Pointer pointer;
    private final TextLook letters;
    private final Look look;

    /**
     * @param target x and y of what the note is about, or null for a note that is about its own place
     * @param pointer the arrow to the target, or null for none
     */
    public Note(String text, double x, double y, double[] offset, double[] target, Pointer pointer, TextLook letters) {
        this.words = text;
        this.x = x;
        this.y = y;
        this.offset = offset.clone();
        this.target = target == null ? null : target.clone();
        this.pointer = pointer;
        this.letters = letters;
        this.look = new Look(letters.color).order(3);
    }

    /** A note of usual letters that begins at a point. */
    public static Note at(String text, double x, double y) {
        return new Note(text, x, y, new double[2], null, null, new TextLook(USUAL_SIZE));
    }

    /** How its letters look; for words that change it. */
    public TextLook letters() {
        return letters;
    }

    @Override
    public String kind() {
        return '"' + RichText.of(words).spoken() + '"';
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
    public Box room(Plane plane) {
        double px = plane.x(x);
        double py = plane.y(y);
        Box frame = plane.box();
        // A note about a place out of sight may stay there.
        boolean inSight =
                px >= frame.left() - 1 && px <= frame.right() + 1 && py >= frame.top() - 1 && py <= frame.bottom() + 1;
        return inSight ? box(letters.read(words), px + offset[0], py - offset[1]) : null;
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        double px = plane.x(x) + offset[0];
        double py = plane.y(y) - offset[1];
        if (!Double.isFinite(px + py)) {
            return;
        }
        RichText text = letters.read(words);
        Box box = box(text, px, py);
        if (target != null && pointer != null) {
            point(canvas, box, plane.x(target[0]), plane.y(target[1]));
        }
        String ink = canvas.theme().paint(look.color);
        if (letters.frame != null) {
            frame(canvas, box);
        }
        double drop = letters.drop(text);
        if (letters.rotation == 0) {
            canvas.text(text, px, py + drop, letters.size, letters.anchor(), 0, ink);
        } else {
            // The middle of the turned box stands where that of the level one would, as its alignment says.
            double turn = Math.toRadians(letters.rotation);
            double down = text.middle(letters.size);
            canvas.text(
                    text,
                    box.centerX() + Math.sin(turn) * down,
                    box.centerY() + Math.cos(turn) * down,
                    letters.size,
                    Canvas.Anchor.MIDDLE,
                    letters.rotation,
                    ink);
        }
    }

    private void frame(Canvas canvas, Box box) {
        TextFrame frame = letters.frame;
        double pad = frame.pad() * letters.size;
        Box around = new Box(box.left() - pad, box.top() - pad, box.width() + 2 * pad, box.height() + 2 * pad);
        PathData path = frame.round()
                ? RoundBox.path(around, Math.min(pad, Math.min(around.width(), around.height()) / 2))
                : new PathData().rectangle(around.left(), around.top(), around.width(), around.height());
        canvas.fill(path, canvas.theme().area(frame.face()), frame.alpha());
        canvas.stroke(path, canvas.theme().paint(frame.edge()), frame.width(), Dash.SOLID, frame.alpha());
    }

    private void point(Canvas canvas, Box box, double tx, double ty) {
        if (!Double.isFinite(tx + ty)) {
            return;
        }
        double pad = letters.frame == null ? 2 : letters.frame.pad() * letters.size;
        Look pen = new Look(pointer.color());
        pen.width = pointer.width();
        pen.dash = pointer.dash();
        if (pointer.bend() != 0) {
            Box around = new Box(box.left() - pad, box.top() - pad, box.width() + 2 * pad, box.height() + 2 * pad);
            new Bow(box.centerX(), box.centerY(), tx, ty, pointer.bend())
                    .draw(canvas, around, pointer.shrink(), pointer.headed() ? pointer.head() : 0, pen);
            return;
        }
        double[] start = edge(box, tx, ty, pad);
        // A little short of the target, so that the tip does not hide it.
        double distance = Math.hypot(tx - start[0], ty - start[1]);
        double part = distance < pointer.shrink() + 1 ? 1 : 1 - pointer.shrink() / distance;
        double tipX = start[0] + (tx - start[0]) * part;
        double tipY = start[1] + (ty - start[1]) * part;
        if (pointer.headed()) {
            Arrows.draw(canvas, start[0], start[1], tipX, tipY, pointer.head(), pen);
        } else {
            canvas.stroke(new PathData().move(start[0], start[1]).line(tipX, tipY), pen);
        }
    }

    /** The room the text takes when it stands at a point of the page. */
    private Box box(RichText text, double px, double py) {
        double w = text.width(letters.size);
        double h = text.height(letters.size);
        double above = text.above(letters.size);
        double share = letters.ha.equals("left") ? 0 : letters.ha.equals("right") ? 1 : 0.5;
        if (letters.rotation == 0) {
            return new Box(px - share * w, py + letters.drop(text) - above, w, h);
        }
        double cos = Math.abs(Math.cos(Math.toRadians(letters.rotation)));
        double sin = Math.abs(Math.sin(Math.toRadians(letters.rotation)));
        double wide = w * cos + h * sin;
        double high = w * sin + h * cos;
        double top = switch (letters.va) {
            case "top" -> py;
            case "center", "center_baseline" -> py - high / 2;
            default -> py - high;
        };
        return new Box(px - share * wide, top, wide, high);
    }

    /** Where the line from the middle of the box to a point leaves the box, and a little further. */
    private static double[] edge(Box box, double tx, double ty, double pad) {
        double dx = tx - box.centerX();
        double dy = ty - box.centerY();
        double across = dx == 0 ? Double.POSITIVE_INFINITY : (box.width() / 2 + pad) / Math.abs(dx);
        double down = dy == 0 ? Double.POSITIVE_INFINITY : (box.height() / 2 + pad) / Math.abs(dy);
        double part = Math.min(1, Math.min(across, down));
        return new double[] {box.centerX() + dx * part, box.centerY() + dy * part};
    }

    @Override
    public void cover(Cover cover, Plane plane) {
        double px = plane.x(x) + offset[0];
        double py = plane.y(y) - offset[1];
        if (Double.isFinite(px + py)) {
            cover.box(box(letters.read(words), px, py));
        }
    }
}
