package jacobi.tensor;

import static jacobi.language.Say.say;

import jacobi.operation.Op;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** {@code X[...]}: numbers, slices and new axes give views; masks and tables of places give copies. */
final class Indexing {
    private Indexing() {}

    /** What an index leads to: a view, and tables of places for some of its axes. */
    private record Target(Tensor view, Tensor[] tables) {
        boolean isView() {
            for (Tensor table : tables) {
                if (table != null) {
                    return false;
                }
            }
            return true;
        }
    }

    static Tensor get(Tensor x, Object... index) {
        if (isMaskOfAll(x, index)) {
            int[] places = Selection.trues((Tensor) index[0]);
            return Picking.pick("IndexBackward0", x, places, Shape.owning(places.length));
        }
        Target target = resolve(x, index);
        if (!target.isView()) {
            IndexTable table = new IndexTable(target.view, target.tables);
            return Picking.pick("IndexBackward0", target.view, table.places, table.stretch, table.shape);
        }
        return target.view != x ? target.view : Reshapes.reshaped("get", "AliasBackward0", x, x.shape);
    }

    /** Whether the index is one mask over all axes, as in {@code X[X > 0]}, which needs no tables. */
    private static boolean isMaskOfAll(Tensor x, Object[] index) {
        return index != null
                && index.length == 1
                && index[0] instanceof Tensor mask
                && mask.dtype() == DType.bool
                && mask.shape.equals(x.shape);
    }

    static void set(Tensor x, Tensor value, Object... index) {
        if (isMaskOfAll(x, index) && value.numel() == 1) {
            Tensor mask = (Tensor) index[0], number = Reshapes.reshape(Casting.to(value, x.dtype()));
            InPlace.apply("set", x, before -> Selection.maskedFill(before, mask, number), number);
            return;
        }
        Target target = resolve(x, index);
        if (target.isView()) {
            Tensor view = target.view != x ? target.view : x.look(x.offset, x.shape, x.strides);
            if (view != target.view && Tape.watches(x)) {
                view = Reshapes.reshaped("set", "AliasBackward0", x, x.shape);
            }
            copy(view, fitting(value, view.shape));
            return;
        }
        IndexTable table = new IndexTable(target.view, target.tables);
        int[] places = table.all();
        Tensor part = Views.expand(fitting(value, table.shape), table.shape.dims);
        Tensor source = Casting.to(part, x.dtype());
        InPlace.apply(
                "set", target.view, before -> Picking.replace("IndexPutBackward0", before, places, source), source);
    }

    /** Takes over the values of another tensor, broadcast and converted to this type. */
    @Op("copy_")
    static Tensor copy(Tensor x, Tensor source) {
        if (!Broadcast.reaches(source.shape, x.shape)) {
            throw new IllegalArgumentException(say(
                    "tensor.indexing.value-shape-does-not", "shape", source.shape.text(), "shape2", x.shape.text()));
        }
        return copy("CopyBackwards", x, source);
    }

    /** As {@link #copy(Tensor, Tensor)}: the value takes the place of what was there, whose gradient becomes 0. */
    static Tensor copy(String gradName, Tensor x, Tensor value) {
        Tensor source = value.storage.array == x.storage.array ? Casting.copy(value) : value;
        return InPlace.apply(
                "copy_",
                x,
                before -> {
                    Tensor converted = Casting.to(source, x.dtype());
                    Tensor placed = converted.shape.equals(x.shape)
                            ? converted
                            : Views.expand(converted.detach(), x.shape.dims);
                    if (!Tape.watches(before, converted)) {
                        return placed;
                    }
                    Operation operation = Operation.of(
                                    gradName, placed.look(placed.offset, placed.shape, placed.strides))
                            .elementwise(converted, d -> d);
                    // Of a view the base keeps the history of its other elements.
                    return (x.viewOf == null ? operation.elementwise(before, Operation.ZERO) : operation).result();
                },
                source);
    }

    /** The value without leading axes of length 1 that the place does not have. */
    private static Tensor fitting(Tensor value, Shape place) {
        Tensor v = value;
        while (v.dim() > place.dims.length && v.shape.dims[0] == 1) {
            v = Views.select(v, 0, 0);
        }
        return v;
    }

    private static Target resolve(Tensor x, Object[] index) {
        List<Object> parts = parts(index);
        int named = 0;
        boolean ellipsis = false;
        for (Object part : parts) {
            if (part == Ellipsis.ELLIPSIS) {
                if (ellipsis) {
                    throw new IndexOutOfBoundsException(say("tensor.indexing.may-stand-only-once"));
                }
                ellipsis = true;
            } else if (part instanceof Tensor t) {
                named += t.dtype() == DType.bool ? t.dim() : 1;
            } else if (part != null) {
                named++;
            }
        }
        if (named > x.dim()) {
            throw new IndexOutOfBoundsException(say(
                    "tensor.indexing.indices-tensor-shape-which",
                    "named",
                    named,
                    "shape",
                    x.shape.text(),
                    "dim",
                    x.dim()));
        }
        Tensor view = x;
        List<Tensor> tables = new ArrayList<>();
        int axis = 0;
        for (Object part : parts) {
            if (part == Ellipsis.ELLIPSIS) {
                axis += x.dim() - named;
            } else if (part == null) {
                view = Reshapes.unsqueeze(view, axis++);
            } else if (part instanceof Slice slice) {
                int length = view.shape.dims[axis], count = slice.count(length);
                if (count != length) {
                    view = Views.slice(view, axis, slice.first(length), count, slice.by());
                }
                axis++;
            } else if (part instanceof Tensor table && table.dtype() == DType.bool && table.dim() == 0) {
                // One truth value is a mask over a new axis of length 1.
                view = Reshapes.unsqueeze(view, axis);
                put(
                        tables,
                        axis++,
                        Selection.nonzero(Reshapes.reshape(table, 1)).reshape(-1));
            } else if (part instanceof Tensor table) {
                for (Tensor t : table.dtype() == DType.bool ? mask(view, axis, table) : List.of(table)) {
                    put(tables, axis++, t);
                }
            } else {
                view = Views.select(view, axis, (int) part);
            }
        }
        Tensor[] all = new Tensor[Math.max(view.dim(), axis)];
        for (int i = 0; i < tables.size(); i++) {
            all[i] = tables.get(i);
        }
        return new Target(view, all);
    }

    private static void put(List<Tensor> tables, int axis, Tensor table) {
        while (tables.size() <= axis) {
            tables.add(null);
        }
        tables.set(axis, table);
    }

    /** A mask over one axis or several as a table of places for each. */
    private static List<Tensor> mask(Tensor view, int axis, Tensor mask) {
        for (int d = 0; d < mask.dim(); d++) {
            if (mask.shape.dims[d] != view.shape.dims[axis + d]) {
                throw new IndexOutOfBoundsException(say(
                        "tensor.indexing.mask-shape-does-not",
                        "shape",
                        mask.shape.text(),
                        "axis",
                        axis + d,
                        "dims",
                        view.shape.dims[axis + d]));
            }
        }
        Tensor rows = Selection.nonzero(mask);
        return Joins.unbind(rows, 1);
    }

    /** The indices with texts read, and everything that names several places made a tensor. */
    private static List<Object> parts(Object[] index) {
        List<Object> parts = new ArrayList<>();
        // Java passes a lone null as no array at all.
        for (Object part : index == null ? new Object[] {null} : index) {
            if (part instanceof String text) {
                for (Object read : IndexText.read(text)) {
                    parts.add(read instanceof int[] places ? Tensors.tensor(places) : read);
                }
            } else if (part == null || part instanceof Slice || part instanceof Ellipsis) {
                parts.add(part);
            } else if (part instanceof Integer
                    || part instanceof Long
                    || part instanceof Short
                    || part instanceof Byte) {
                parts.add(Math.toIntExact(((Number) part).longValue()));
            } else if (part instanceof Tensor t) {
                parts.add(table(t));
            } else if (part.getClass().isArray() || part instanceof Collection) {
                parts.add(table(Tensors.tensor(part)));
            } else {
                throw new IllegalArgumentException(say(
                        "tensor.indexing.index-whole-number-text",
                        "part",
                        part,
                        "part2",
                        part.getClass().getSimpleName()));
            }
        }
        return parts;
    }

    private static Object table(Tensor t) {
        if (t.numel() == 0 && t.dtype() != DType.bool) {
            return Loops.cast(t, DType.int64);
        }
        if (t.dtype().isFloatingPoint()) {
            throw new IllegalArgumentException(say("tensor.indexing.tensor-places-bool-got", "dtype", t.dtype()));
        }
        return t.dim() == 0 && t.dtype() != DType.bool ? (Object) (int) t.storage.getLong(t.offset) : t;
    }
}
