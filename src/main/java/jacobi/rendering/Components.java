package jacobi.rendering;

import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import javax.swing.Icon;
import javax.swing.JComponent;

/** Swing's components and icons, painted where there is no screen. */
final class Components {
    /** Of a component that asks for no size. */
    private static final Dimension SIZE = new Dimension(400, 300);

    private static final int LARGEST = 4000;

    private Components() {}

    static PaintedPicture picture(Object value) {
        return value instanceof Component component ? picture(component) : picture((Icon) value);
    }

    private static PaintedPicture picture(Component component) {
        if (component.getWidth() <= 0 || component.getHeight() <= 0) {
            Dimension wanted = component.getPreferredSize();
            component.setSize(wanted.width > 1 && wanted.height > 1 ? wanted : SIZE);
        }
        layOut(component);
        int width = Math.min(component.getWidth(), LARGEST);
        int height = Math.min(component.getHeight(), LARGEST);
        return PaintedPicture.of(width, height, text(component), graphics -> {
            if (component instanceof JComponent) {
                // A tree of its own buffers would be painted into a window's.
                component.print(graphics);
            } else {
                graphics.setColor(component.getBackground() == null ? Color.WHITE : component.getBackground());
                graphics.setFont(component.getFont());
                component.paint(graphics);
            }
        });
    }

    /** What a window does when it is shown. */
    private static void layOut(Component component) {
        component.doLayout();
        if (component instanceof Container container) {
            for (Component inside : container.getComponents()) {
                layOut(inside);
            }
        }
    }

    private static PaintedPicture picture(Icon icon) {
        return PaintedPicture.of(
                Math.max(1, icon.getIconWidth()),
                Math.max(1, icon.getIconHeight()),
                text(icon),
                graphics -> icon.paintIcon(null, graphics, 0, 0));
    }

    private static String text(Object value) {
        Class<?> type = value.getClass();
        while (type.getSimpleName().isEmpty()) {
            type = type.getSuperclass();
        }
        return type.getSimpleName();
    }
}
