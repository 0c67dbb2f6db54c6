package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.style.Dash;
import jacobi.plot.style.Marker;
import jacobi.plot.style.Theme;
import jacobi.plot.svg.PathData;

/** A line through points of space, with or without a marker at each. */
public record SpaceLine(double[] x, double[] y, double[] z, Look look) implements Solid {
    @Override
    public String kind() {
        return say("plot.mark.space-line");
    }

    @Override
    public Extent extent(Scale xScale, Scale yScale) {
        return Line.extent(x, y, xScale, yScale);
    }

    @Override
    public Span heights() {
        return Span.of(z, Scale.LINEAR);
    }

    @Override
    public int shapes() {
        return look.marker == 0 ? 0 : x.length;
    }

    @Override
    public void sample(Canvas canvas, Box box) {
        new Line(new double[0], new double[0], look).sample(canvas, box);
    }

    @Override
    public void tell(SpaceModel model, Theme theme) {
        String paint = theme.paint(look.color);
        if (look.dash != Dash.NONE) {
            model.line(x, y, z, paint, look.width, look.alpha);
        }
        if (look.marker != 0) {
            for (int i = 0; i < x.length; i += model.every()) {
                model.disc(x[i], y[i], z[i], paint, Marker.diameter('o', look.markerSize), look.alpha);
            }
        }
    }

    @Override
    public void draw(Canvas canvas, Space space) {
        double[] corners = new double[2 * x.length];
        PathData markers = new PathData();
        for (int i = 0; i < x.length; i++) {
            space.place(x[i], y[i], z[i], corners, 2 * i);
            if (look.marker != 0 && Double.isFinite(corners[2 * i] + corners[2 * i + 1])) {
                Marker.add(markers, look.marker, corners[2 * i], corners[2 * i + 1], look.markerSize);
            }
        }
        if (look.dash != Dash.NONE) {
            PathData path = new PathData();
            Polyline.add(path, corners);
            canvas.stroke(path, look);
        }
        if (look.marker != 0) {
            Line.paintMarkers(canvas, markers, look);
        }
    }
}
